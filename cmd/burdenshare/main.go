// Burdenshare builds and maintains a burden-sharing report.
//
//	go run ./cmd/burdenshare COMMAND [flags]
//
// The commands are listed in commands.go, in the order in which a report needs them. Each has its own flags, which
// -help lists; help prints the guides of docs/.
package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"burdenshare/docs"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run runs a command and returns its exit status: 2 for wrong usage.
func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		overview(stderr)
		return 2
	}
	name, args := args[0], args[1:]
	switch name {
	case "-h", "-help", "--help":
		name = "help"
	case "-version", "--version":
		name = "version"
	}
	c := find(name)
	if c == nil {
		hint := diag.DidYouMean(name, names(), "burdenshare help lists them")
		fmt.Fprintf(stderr, "burdenshare: unknown command %q\n\thint: %s\n", name, hint)
		return 2
	}
	return c.run(args, stdout, stderr)
}

// help prints the commands, the flags of a command, or a guide.
func help(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		overview(stdout)
		return 0
	}
	if len(args) > 1 {
		fmt.Fprintf(stderr, "burdenshare: %d topics\n\thint: ask for one at a time\n", len(args))
		return 2
	}
	topic := args[0]
	switch c := find(topic); {
	case c == nil:
	case slices.Contains([]string{"version", "help", "completion"}, topic): // which have no flags
		fmt.Fprintf(stdout, "%s: %s\n", topic, c.about)
		return 0
	default:
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
func topics() []string {
	files, _ := fs.Glob(docs.FS, "*.md") // the pattern is valid
	return lists.Each(files, func(name string) string { return strings.TrimSuffix(name, ".md") })
}

func overview(w io.Writer) {
	fmt.Fprint(w, "burdenshare makes and keeps a burden-sharing report.\n\n")
	for _, c := range commands() {
		fmt.Fprintf(w, "  %-11s %s\n", c.name, c.about)
	}
	fmt.Fprintf(w, "\nThe guides are %s.\n", strings.Join(topics(), ", "))
}
