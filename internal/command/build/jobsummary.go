package build

import (
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"

	"burdenshare/internal/command"
	"burdenshare/internal/diag"
	"burdenshare/internal/english"
	"burdenshare/internal/i18n"
	"burdenshare/internal/impact"
	"burdenshare/internal/publish"
)

// GitHub refuses a summary of more than 1 MiB; these limits stay far below.
const (
	mostProblems = 50  // rows of the table
	mostEffects  = 500 // lines of a section
	longList     = 15  // lines; a longer section is folded
)

// jobSummary adds a page in Markdown to GitHub's job summary: the effects of a change, the problems, and what was
// built.
func (r *report) jobSummary(how outcome, stats publish.Stats) {
	name := r.options.jobSummary
	if name == "" {
		return
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err == nil {
		_, err = io.WriteString(f, r.markdown(how, stats))
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		fmt.Fprintf(r.stderr, "build: the job summary could not be written: %s\n", command.Reason(err))
	}
}

// markdown returns the page.
func (r *report) markdown(how outcome, stats publish.Stats) string {
	var b strings.Builder
	name := "Report"
	if r.tally != nil && r.tally.Title != "" {
		name = r.tally.Title
	}
	head := name + ": " + string(how)
	if n, w := r.errs.Count(); n+w > 0 {
		head += ", with " + command.Problems(n, w)
	}
	fmt.Fprintf(&b, "## %s\n\n", plain(head))
	problemTable(&b, r.errs)
	if r.effects != nil {
		writeImpact(&b, r.effects, r.options.against)
	}
	if how == refused {
		return b.String()
	}
	b.WriteString("### What was done\n\n")
	for _, d := range r.done(how, stats) {
		fmt.Fprintf(&b, "- %s %s\n", d.label, plain(strings.TrimSuffix(d.what, ",")))
	}
	b.WriteByte('\n')
	return b.String()
}

// problemTable writes the problems as a table.
func problemTable(b *strings.Builder, errs diag.List) {
	if len(errs) == 0 {
		return
	}
	b.WriteString("### Problems\n\n| Place | Kind | What is wrong |\n| --- | --- | --- |\n")
	for _, e := range errs[:min(mostProblems, len(errs))] {
		msg := plain(e.Msg)
		if e.HintText != "" {
			msg += "<br>hint: " + plain(e.HintText)
		}
		fmt.Fprintf(b, "| %s | %s | %s |\n", plain(e.Pos.String()), e.Severity, msg)
	}
	b.WriteByte('\n')
	if n := len(errs) - mostProblems; n > 0 {
		fmt.Fprintf(b, "%s more in the log.\n\n", i18n.Capital(english.Few(n)))
	}
}

// writeImpact writes the effects of a change, with long sections folded.
func writeImpact(b *strings.Builder, e *impact.Impact, against string) {
	fmt.Fprintf(b, "### What the change does, against %s\n\n", plain(against))
	for _, sec := range e.Sections {
		fold := len(sec.Lines) > longList
		if fold {
			fmt.Fprintf(b, "<details><summary><b>%s</b> (%d)</summary>\n\n", sec.Title, len(sec.Lines))
		} else {
			fmt.Fprintf(b, "**%s**\n\n", sec.Title)
		}
		for _, l := range sec.Lines[:min(mostEffects, len(sec.Lines))] {
			b.WriteString("- " + plain(l) + "\n")
		}
		if n := len(sec.Lines) - mostEffects; n > 0 {
			fmt.Fprintf(b, "- and %d more in the log\n", n)
		}
		b.WriteByte('\n')
		if fold {
			b.WriteString("</details>\n\n")
		}
	}
	if len(e.Sections) == 0 {
		b.WriteString("Nothing changes.\n\n")
	}
}

var (
	markup = strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", "&lt;", ">", "&gt;",
		"&", "&amp;", "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "$", `\$`, "@", "&#64;")
	blockStart = regexp.MustCompile(`^(#{1,6}|[-+=]|\d+[.)])`)
)

// plain escapes a text so that Markdown shows it unchanged, on one line.
func plain(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	s = markup.Replace(s)
	if at := blockStart.FindStringIndex(s); at != nil {
		return s[:at[1]-1] + `\` + s[at[1]-1:]
	}
	return s
}
