// Package template implements the subcommand template, which prints the program's templates as a basis for a report's
// own.
package template

import (
	"fmt"
	"io"

	"burdenshare/internal/command"
	"burdenshare/internal/look"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// Run runs the subcommand template.
func Run(args []string, stdout, stderr io.Writer) int {
	const about = "prints a template of the program, or their names: a file of that name in templates/ takes its place."
	c := command.New("template", about, "[NAME]", stdout, stderr)
	rest, status, ok := c.Parse(args)
	switch {
	case !ok:
		return status
	case len(rest) > 1:
		return c.Refuse("one template at a time", "")
	case len(rest) == 0:
		for _, name := range look.Names(templates.FS) {
			fmt.Fprintln(stdout, name)
		}
		return 0
	}
	src, err := look.Start(templates.FS, rest[0], site.Version)
	if err != nil {
		fmt.Fprintf(stderr, "template: %v\n", err)
		return 2
	}
	_, _ = stdout.Write(src) // a closed pipe is not an error
	return 0
}
