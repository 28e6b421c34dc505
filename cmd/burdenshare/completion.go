package main

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
	"strings"

	"burdenshare/internal/lists"
)

// The scripts call the program itself, which knows its commands and flags.
const (
	bash = `_burdenshare() {
	COMPREPLY=($(burdenshare completion -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _burdenshare burdenshare
`
	zsh  = "autoload -U +X bashcompinit && bashcompinit\n" + bash
	fish = "complete -c burdenshare -a '(burdenshare completion -- (commandline -opc)[2..] (commandline -ct))'\n"
)

// completion prints the script of a shell. After -- it prints the completions of the last of some words, one per line.
func completion(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 && args[0] == "--" {
		for _, word := range candidates(args[1:]) {
			fmt.Fprintln(stdout, word)
		}
		return 0
	}
	script := map[string]string{"bash": bash, "zsh": zsh, "fish": fish}[strings.Join(args, " ")]
	if script == "" {
		fmt.Fprintln(stderr, "burdenshare: name a shell: bash, zsh or fish\n"+
			"\thint: source <(burdenshare completion bash)")
		return 2
	}
	fmt.Fprint(stdout, script)
	return 0
}

var flagLine = regexp.MustCompile(`(?m)^  (-[a-z-]+)`)

// candidates returns the completions of the last of some words: a command, a topic of help, or a flag of the command.
// Files are left to the shell.
func candidates(words []string) []string {
	if len(words) == 0 {
		return names()
	}
	last := words[len(words)-1]
	var all []string
	switch {
	case len(words) == 1:
		all = names()
	case len(words) == 2 && words[0] == "help":
		all = append(names(), topics()...)
	case strings.HasPrefix(last, "-"):
		if c := find(words[0]); c != nil {
			var out bytes.Buffer
			c.run([]string{"-help"}, &out, io.Discard)
			for _, m := range flagLine.FindAllStringSubmatch(out.String(), -1) {
				all = append(all, m[1])
			}
		}
	}
	return lists.Filter(all, func(word string) bool { return strings.HasPrefix(word, last) })
}
