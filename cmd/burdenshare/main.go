// Burdenshare makes and keeps a burden-sharing report.
//
//	go run ./cmd/burdenshare COMMAND [flags]
//
// The commands are listed in commands.go, in the order in which a report
// needs them. Each has its own flags, which -help lists.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"burdenshare/internal/diag"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	if len(args) == 0 {
		overview(stderr)
		return 2
	}
	name, args := strings.TrimLeft(args[0], "-"), args[1:]
	if name == "help" || name == "h" {
		overview(stdout)
		return 0
	}
	var names []string
	for _, c := range commands {
		if c.name == name {
			return c.run(args, stdout, stderr)
		}
		names = append(names, c.name)
	}
	fmt.Fprintf(stderr, "burdenshare: unknown command %q\n\thint: %s\n", name, diag.DidYouMean(name, names, "burdenshare help lists them"))
	return 2
}

func overview(w io.Writer) {
	fmt.Fprint(w, "burdenshare makes and keeps a burden-sharing report\n\n")
	for _, c := range commands {
		fmt.Fprintf(w, "  %-10s %s\n", c.name, c.about)
	}
}
