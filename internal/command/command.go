// Package command provides what all subcommands share: parsing flags, reporting wrong usage, and counting things.
//
// Parse takes a command line and returns its arguments, or reports wrong usage with exit status 2. The package knows
// nothing about reports.
package command

import (
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// A Command is a subcommand that is running.
type Command struct {
	*flag.FlagSet
	Stdout, Stderr io.Writer

	help string
}

// New returns a command without flags. synopsis is what follows its name on a command line.
func New(name, about, synopsis string, stdout, stderr io.Writer) *Command {
	c := &Command{FlagSet: flag.NewFlagSet(name, flag.ContinueOnError), Stdout: stdout, Stderr: stderr}
	c.SetOutput(io.Discard) // what is wrong is reported by Parse
	c.Usage = func() {}
	c.help = fmt.Sprintf("%s %s\n\n\t%s\n\n", name, about, strings.TrimSpace(Line(name)+" "+synopsis))
	return c
}

// Line returns the command line of a subcommand: go run in a copy of the repository, and otherwise the name of the
// program.
func Line(name string) string {
	program := "burdenshare"
	if self, err := os.Executable(); err == nil && strings.Contains(self, "go-build") {
		program = "go run ./cmd/burdenshare"
	}
	return program + " " + name
}

// Parse parses the flags, which may be before and after the arguments, and returns the arguments. If ok is false the
// command must exit with the status.
func (c *Command) Parse(args []string) (rest []string, status int, ok bool) {
	for {
		if err := c.FlagSet.Parse(args); errors.Is(err, flag.ErrHelp) {
			c.SetOutput(c.Stdout)
			fmt.Fprint(c.Stdout, c.help)
			c.PrintDefaults()
			return nil, 0, false
		} else if err != nil {
			return nil, c.wrongFlag(err), false
		}
		n := c.NArg()
		if n == 0 {
			break
		}
		if n < len(args) && args[len(args)-n-1] == "--" {
			rest = append(rest, c.Args()...)
			break
		}
		rest = append(rest, c.Arg(0))
		args = c.Args()[1:]
	}
	wrong := ""
	c.Visit(func(f *flag.Flag) { // an unset variable in a script must not do something else
		text := f.Value.String() // "" for those that check their values themselves, which Day and List define
		_, isText := f.Value.(flag.Getter)
		switch name := strings.TrimLeft(text, "-"); {
		case isText && strings.TrimSpace(text) == "":
			wrong = "-" + f.Name + " is empty"
		case name != text && c.Lookup(name) != nil:
			wrong = "-" + f.Name + " is followed by another flag, " + text
		}
	})
	if wrong != "" {
		return nil, c.Refuse(wrong, noValue), false
	}
	return rest, 0, true
}

// noValue is the hint for a flag without a value.
const noValue = "give it a value or leave it out"

// errEmpty is the error for a flag without a value.
var errEmpty = errors.New("is empty")

// wrongFlag reports an error of package flag in the words of this program.
func (c *Command) wrongFlag(err error) int {
	msg := err.Error()
	if name, ok := strings.CutPrefix(msg, "flag provided but not defined: -"); ok {
		var names []string
		c.VisitAll(func(f *flag.Flag) { names = append(names, f.Name) })
		return c.Refuse("unknown flag -"+name, diag.DidYouMean(name, names, "-help lists the flags"))
	}
	for _, before := range []string{" for flag -", " for -"} { // of a value, of a boolean
		if _, after, ok := strings.Cut(msg, before); ok {
			if name, ok := strings.CutSuffix(after, ": "+errEmpty.Error()); ok {
				return c.Refuse("-"+name+" is empty", noValue)
			}
			return c.Refuse("-"+after, "")
		}
	}
	return c.Refuse(msg, "")
}

// Refuse reports wrong usage and returns its exit status.
func (c *Command) Refuse(msg, hint string) int {
	return c.Misused(diag.List{{Msg: msg, HintText: cmp.Or(hint, "-help lists the flags")}})
}

// OpenRoot opens the folder of a report, outside of which no files are read or written, not even through links. If
// there is none, it reports that and returns nil.
func (c *Command) OpenRoot(name string) *os.Root {
	root, err := os.OpenRoot(name)
	if err != nil {
		c.Refuse("-root "+name+": "+Reason(err), "name the folder that holds config.toml")
		return nil
	}
	return root
}

// Misused reports the errors in a command line and returns the exit status.
func (c *Command) Misused(errs diag.List) int {
	for _, e := range errs {
		fmt.Fprintln(c.Stderr, c.Name()+": "+diag.Clip(e.Error()))
	}
	return 2
}

// Today returns the day of a report without another one: the same at one time on every machine.
func Today() civil.Date { return civil.Of(time.Now().UTC()) }

// Day defines a flag for a calendar day, which is the zero Date by default.
func (c *Command) Day(name, usage string) *civil.Date {
	day, _ := c.DayOr(name, "", usage)
	return day
}

// DayOr defines a flag for a calendar day or a word in its place; is reports whether the word was given last.
func (c *Command) DayOr(name, word, usage string) (day *civil.Date, is *bool) {
	day, is = new(civil.Date), new(bool)
	c.Func(name, usage, func(s string) (err error) {
		if strings.TrimSpace(s) == "" {
			return errEmpty
		}
		if *is = s == word; *is {
			*day = civil.Date{}
			return nil
		}
		if *day, err = civil.Parse(s); err != nil {
			if written, _ := civil.Written(s); written != "" {
				return fmt.Errorf("%q is not a day; write it as %s", s, written)
			}
		}
		return err
	})
	return day, is
}

// List defines a flag that may be repeated.
func (c *Command) List(name, usage string) *[]string {
	var list []string
	c.Func(name, usage, func(s string) error {
		if strings.TrimSpace(s) == "" {
			return errEmpty
		}
		list = append(list, s)
		return nil
	})
	return &list
}

// Pairs defines a flag of the form KEY=VALUE that may be repeated.
func (c *Command) Pairs(name, usage string) map[string]string {
	pairs := map[string]string{}
	c.Func(name, usage, func(s string) error {
		key, value, ok := strings.Cut(s, "=")
		key, value = strings.TrimSpace(key), strings.TrimSpace(value)
		if !ok || key == "" || value == "" {
			return fmt.Errorf("%q is not of the form KEY=VALUE", s)
		}
		pairs[key] = value
		return nil
	})
	return pairs
}

// Reason returns the cause of a file error without its path.
func Reason(err error) string { return strings.TrimSpace(plainfile.Cause(err).Error()) }

// Problems counts errors and warnings in words.
func Problems(errors, warnings int) string {
	switch {
	case warnings == 0:
		return Count(errors, "error")
	case errors == 0:
		return Count(warnings, "warning")
	}
	return Count(errors, "error") + " and " + Count(warnings, "warning")
}

// JSONLine writes a value as a line of JSON.
func JSONLine(w io.Writer, v any) {
	e := json.NewEncoder(w) // which ends the line
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // a closed pipe is not an error
}

// Count returns a number and its noun: "1 figure", "1,204 figures".
func Count(n int, noun string) string { return dataset.Counted(n, noun) }
