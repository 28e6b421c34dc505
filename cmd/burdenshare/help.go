package main

import (
	"fmt"
	"io"
	"io/fs"
	"strings"

	"burdenshare/docs"
	"burdenshare/internal/diag"
)

// help prints the commands, the flags of a command, or a guide.
func help(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		overview(stdout)
		return 0
	}
	topic := args[0]
	if c := find(topic); c != nil && topic != "help" {
		return c.run([]string{"-help"}, stdout, stderr)
	}
	text, err := docs.FS.ReadFile(topic + ".md")
	if err != nil {
		hint := diag.DidYouMean(topic, append(names(), topics()...), "the guides are "+strings.Join(topics(), ", "))
		fmt.Fprintf(stderr, "burdenshare: no help on %q\n\thint: %s\n", topic, hint)
		return 2
	}
	_, _ = stdout.Write(text) // a closed pipe is not an error
	return 0
}

// topics returns the names of the guides.
func topics() (list []string) {
	files, _ := fs.Glob(docs.FS, "*.md") // the pattern is valid
	for _, name := range files {
		list = append(list, strings.TrimSuffix(name, ".md"))
	}
	return list
}

func overview(w io.Writer) {
	fmt.Fprint(w, "burdenshare makes and keeps a burden-sharing report.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-11s %s\n", c.name, c.about)
	}
	fmt.Fprintf(w, "\nThe guides are %s.\n", strings.Join(topics(), ", "))
}
