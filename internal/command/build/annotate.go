package build

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"burdenshare/internal/command"
	"burdenshare/internal/diag"
	"burdenshare/internal/links"
)

// shown is the number of annotations of a kind that GitHub shows for one step; it drops the others.
const shown = 10

// annotate writes the problems as workflow commands, which GitHub shows at their line in the change. Those that
// GitHub would drop are printed as text, so that the log is complete.
func (r *report) annotate() {
	below := belowRepository(r.options.root)
	n := map[diag.Severity]int{}
	var rest diag.List
	for _, e := range r.errs.Once() {
		if n[e.Severity]++; n[e.Severity] > shown {
			rest.Add(e)
			continue
		}
		message := e.Msg
		if e.HintText != "" {
			message += "\nhint: " + e.HintText
		}
		fmt.Fprintln(r.stderr, annotation(e.Severity.String(), below, e.Pos, title(e), message))
	}
	var left []links.LeftOut
	if r.tally != nil {
		left = r.tally.LeftOut
	}
	room := min(shown-1, len(left)) // the last notice is for what is not shown
	for _, l := range left[:room] {
		fmt.Fprintln(r.stderr, annotation("notice", below, diag.Pos{File: l.File}, "Not published", l.Reason))
	}
	left = left[room:]
	if len(rest) == 0 && len(left) == 0 {
		return
	}
	var more []string
	if errors, warnings := rest.Count(); errors+warnings > 0 {
		more = append(more, command.Problems(errors, warnings))
	}
	if len(left) > 0 {
		more = append(more, command.Count(len(left), "file")+" not published")
	}
	hidden := strings.Join(more, " and ") + " more in the log"
	fmt.Fprintln(r.stderr, annotation("notice", "", diag.Pos{}, "Not all are shown", hidden))

	var b strings.Builder
	for _, e := range rest {
		b.WriteString(e.Error() + "\n")
	}
	for _, l := range left {
		b.WriteString("left out " + l.File + ": " + l.Reason + "\n")
	}
	fmt.Fprint(r.stderr, quoted(b.String()))
}

// quoted prevents GitHub from interpreting anything in a text as a command. The token that ends the quotation is
// derived from the text itself, so that the text cannot contain it.
func quoted(text string) string {
	mark := fmt.Sprintf("%x", sha256.Sum256([]byte(text)))
	return "::stop-commands::" + mark + "\n" + text + "::" + mark + "::\n"
}

// title returns the kind of thing that a problem is in, for the title of its annotation.
func title(e *diag.Error) string {
	for _, k := range []struct{ folder, name string }{
		{"config.toml", "Settings"}, {"data/", "Figures"}, {"content/articles/", "Article"},
		{"content/claims/", "Claim"}, {"content/", "Standing page"}, {"templates/", "Template"},
		{"package", "JavaScript libraries"}, {"public/", "Site"},
	} {
		if strings.HasPrefix(e.Pos.File, k.folder) {
			return k.name + " " + e.Severity.String()
		}
	}
	return "Report " + e.Severity.String()
}

// annotation returns a workflow command, with the escapes that GitHub requires.
func annotation(kind, below string, pos diag.Pos, title, message string) string {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var properties []string
	add := func(name, value string) { properties = append(properties, name+"="+property.Replace(value)) }
	if pos.File != "" {
		add("file", path.Join(below, pos.File))
	}
	if pos.Line > 0 {
		add("line", fmt.Sprint(pos.Line))
	}
	if pos.Col > 0 {
		add("col", fmt.Sprint(pos.Col))
	}
	add("title", title)
	return "::" + kind + " " + strings.Join(properties, ",") + "::" + data.Replace(message)
}

// belowRepository returns the slash path of a root relative to its repository, as GitHub names files, or "" if it is
// the repository or there is none.
func belowRepository(root string) string {
	dir, err := resolved(root)
	if err != nil {
		return ""
	}
	for top := dir; ; top = filepath.Dir(top) {
		if _, err := os.Lstat(filepath.Join(top, ".git")); err == nil {
			below, _ := strings.CutPrefix(dir, top)
			return strings.TrimPrefix(filepath.ToSlash(below), "/")
		}
		if top == filepath.Dir(top) {
			return ""
		}
	}
}
