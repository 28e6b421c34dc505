// Burdenshare builds and maintains a burden-sharing report.
//
//	go run ./cmd/burdenshare COMMAND [flags]
//
// The commands are listed in commands.go, in the order in which a report
// needs them. Each has its own flags, which -help lists; help prints the
// guides of docs/.
package main

import (
	"fmt"
	"io"
	"os"

	"burdenshare/internal/diag"
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
