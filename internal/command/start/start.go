// Package start implements the subcommand init, which creates a new report: settings, members, a measure, a
// guideline, a source, a first article that builds, workflows and settings for editors' programs.
//
// What the report is about is taken from flags or from answers to questions. The result is a folder that builds.
package start

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"burdenshare/internal/command"
	"burdenshare/internal/config"
)

// A question is a flag, and the question that is asked if it is not set.
type question struct {
	flag, ask, def string
	into           *string
}

// Run runs the subcommand init.
func Run(args []string, stdout, stderr io.Writer) int {
	return run(args, os.Stdin, isTerminal(os.Stdin), stdout, stderr)
}

// isTerminal reports whether a file is a terminal, so that questions can be asked.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull)
	return err != nil || !os.SameFile(info, null)
}

func run(args []string, in io.Reader, asks bool, stdout, stderr io.Writer) int {
	r := &report{Day: command.Today()}
	c := command.New("init", "creates a report of your own, and asks for what no flag sets",
		"[DIR] [flags]", stdout, stderr)
	questions := r.questions()
	for _, q := range questions {
		c.StringVar(q.into, q.flag, "", fmt.Sprintf("%s (default %s)", q.ask, q.def))
	}
	day := c.Day("date", "the `day` of the first article (default today)")
	rest, status, ok := c.Parse(args)
	switch {
	case !ok:
		return status
	case len(rest) > 1:
		return c.Refuse(fmt.Sprintf("%d folders: %q", len(rest), rest), "name one folder, or none for this one")
	}
	r.Day = cmp.Or(*day, r.Day)
	dir := append(rest, ".")[0]
	refuse := func(file string) int {
		return c.Refuse(file+" exists already", "begin a report in a folder of its own: "+command.Line("init")+" DIR")
	}
	if file := taken(dir, map[string][]byte{config.File: nil}); file != "" {
		return refuse(file) // before anything is asked
	}
	lines := bufio.NewScanner(in)
	asks = answer(questions, lines, asks, stdout)
	files, msg, hint := r.files()
	for ; msg != ""; files, msg, hint = r.files() {
		status = c.Refuse(msg, hint)
		if !asks {
			return status
		}
		for i, q := range questions { // once more, with what was answered
			questions[i].def, *q.into = *q.into, ""
		}
		asks = answer(questions, lines, asks, stdout)
	}
	if file := taken(dir, files); file != "" {
		return refuse(file)
	}
	if err := write(dir, files); err != nil {
		fmt.Fprintf(stderr, "init: %v\n", err)
		return 1
	}
	r.printNext(stdout, dir, len(files))
	return 0
}

// answer sets what no flag has set. It reports whether more can be asked.
func answer(questions []question, lines *bufio.Scanner, asks bool, stdout io.Writer) bool {
	for _, q := range questions {
		if *q.into != "" {
			continue
		}
		if asks {
			fmt.Fprintf(stdout, "%s [%s]: ", strings.ReplaceAll(q.ask, "`", ""), q.def)
			if asks = lines.Scan(); asks {
				*q.into = strings.TrimSpace(lines.Text())
			}
		}
		*q.into = cmp.Or(*q.into, q.def)
	}
	return asks
}

// taken returns the name of a file that already exists, or "".
func taken(dir string, files map[string][]byte) string {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Lstat(path); err == nil && name != ".gitignore" && name != "README.md" {
			return path
		}
	}
	return ""
}

// write writes the files; an existing README and .gitignore are kept.
func write(dir string, files map[string][]byte) error {
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Lstat(path); err == nil {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, files[name], 0o644); err != nil {
			return err
		}
	}
	return nil
}

// printNext prints what was created and the next three commands.
func (r *report) printNext(stdout io.Writer, dir string, n int) {
	in := ""
	switch {
	case strings.ContainsFunc(dir, unicode.IsSpace):
		in = `cd "` + dir + `" && `
	case dir != ".":
		in = "cd " + dir + " && "
	}
	fmt.Fprintf(stdout, "created  %s in %s: %s, %s\n", r.Title, dir,
		command.Count(n, "file"), command.Count(r.Count, "member"))
	fmt.Fprintf(stdout, "next     %s%s\n", in, command.Line("serve"))
	fmt.Fprintf(stdout, "         %s TABLE -source %s -measure %s -released DAY -title TITLE -url ADDRESS\n",
		command.Line("import"), r.SourceID, r.MeasureID)
	fmt.Fprintf(stdout, "         %s \"Title\"\n", command.Line("new"))
	if strings.HasPrefix(r.Action, noOwner) {
		fmt.Fprintf(stdout, "before you publish: in .github/workflows replace %sburdenshare "+
			"with the repository that releases the program\n", noOwner)
	}
}

// noOwner begins the name of an action that was not set.
const noOwner = "OWNER/"
