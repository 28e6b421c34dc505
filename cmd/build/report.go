package main

import (
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/publish"
	"burdenshare/internal/site"
)

// A report tells people and machines what a build found and did.
type report struct {
	options        *options
	stdout, stderr io.Writer
	errs           diag.List
}

func (r *report) add(errs diag.List) { r.errs.Add(errs...) }

// failed says whether the build must not write.
func (r *report) failed() bool {
	errors, warnings := r.errs.Count()
	return errors > 0 || r.options.strict && warnings > 0
}

// refuse prints every problem and gives the exit status.
func (r *report) refuse() int {
	r.print()
	errors, warnings := r.errs.Count()
	found := count(errors, "error")
	if warnings > 0 {
		found += " and " + count(warnings, "warning")
	}
	left := "; " + filepath.ToSlash(r.options.out) + " was left as it was"
	if r.options.check {
		left = ""
	}
	if errors == 0 {
		left += " (-strict)"
	}
	if r.options.format != "json" { // where every line is an object
		fmt.Fprintf(r.stderr, "build: %s%s\n", found, left)
	}
	return 1
}

// print writes the problems in the format asked for.
func (r *report) print() {
	r.errs.Sort()
	for _, e := range r.errs {
		switch r.options.format {
		case "github":
			fmt.Fprintln(r.stderr, annotation(e))
		case "json":
			line, _ := json.Marshal(problem{e.Severity.String(), e.Pos.File, e.Pos.Line, e.Pos.Col, e.Msg, e.Hint})
			fmt.Fprintf(r.stderr, "%s\n", line)
		default:
			fmt.Fprintln(r.stderr, e)
		}
	}
}

// A problem is a line of -format json.
type problem struct {
	Severity string `json:"severity"` // error or warning
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"` // in characters, from 1
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// annotation writes a problem as a workflow command, with the escapes that
// GitHub asks for.
func annotation(e *diag.Error) string {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	var b strings.Builder
	b.WriteString("::" + e.Severity.String())
	sep := " "
	add := func(name, value string) {
		b.WriteString(sep + name + "=" + property.Replace(value))
		sep = ","
	}
	if e.Pos.File != "" {
		add("file", e.Pos.File)
	}
	if e.Pos.Line > 0 {
		add("line", fmt.Sprint(e.Pos.Line))
	}
	if e.Pos.Col > 0 {
		add("col", fmt.Sprint(e.Pos.Col))
	}
	msg := e.Msg
	if e.Hint != "" {
		msg += "\nhint: " + e.Hint
	}
	b.WriteString("::" + data.Replace(msg))
	return b.String()
}

// summary says what was read and written.
func (r *report) summary(s *site.Site, stats publish.Stats, took time.Duration) {
	r.print()
	if r.options.quiet {
		return
	}
	d := s.Data
	fmt.Fprintf(r.stdout, "read     %s in %s of %s; %s and %s\n", count(len(d.Figures), "figure"), count(len(d.Editions()), "release"),
		count(len(d.Sources), "source"), count(len(s.Articles), "article"), count(len(s.Menu), "standing page"))
	for _, l := range s.LeftOut {
		fmt.Fprintf(r.stdout, "left out %s: %s\n", l.File, l.Reason)
	}
	fmt.Fprintf(r.stdout, "checked  %s against the figures as known on %s\n", count(s.Facts, "fact"), r.options.asOf)
	if n := len(s.Claims); n > 0 {
		fmt.Fprintf(r.stdout, "judged   %s by every edition: %s since, %s not acknowledged\n", count(n, "claim"), count(s.Flips, "flip"), count(s.Unseen, "claim"))
	}
	fmt.Fprintf(r.stdout, "made     %s and %s\n", count(len(s.Pages), "page"), count(s.Charts, "chart"))
	if r.options.check {
		fmt.Fprintf(r.stdout, "wrote    nothing (-check), in %s\n", round(took))
		return
	}
	fmt.Fprintf(r.stdout, "wrote    %s, %.1f MB, into %s in %s\n", count(stats.Files, "file"), float64(stats.Bytes)/1e6, filepath.ToSlash(r.options.out), round(took))
}

func round(d time.Duration) time.Duration { return d.Round(time.Millisecond) }

func count(n int, noun string) string {
	s := dataset.Number(float64(n), 0) + " " + noun
	if n != 1 {
		s += "s"
	}
	return s
}
