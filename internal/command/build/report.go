package build

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"burdenshare/internal/command"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/impact"
	"burdenshare/internal/links"
	"burdenshare/internal/publish"
	"burdenshare/internal/site"
)

// A report prints for people and programs what a build found and did.
type report struct {
	options        *options
	stdout, stderr io.Writer
	errs           diag.List
	tally          *tally         // of the report as far as it came; nil when its sources cannot be read
	effects        *impact.Impact // what a change does; nil without -against
	early          *early         // takes files as they are made; nil for none
	last           *last          // build, of which pages are kept; nil for none
}

func (r *report) add(errs diag.List) { r.errs.Add(errs...) }

// mentions reports whether a problem is in one of some files.
func (r *report) mentions(files ...string) bool {
	return slices.ContainsFunc(r.errs, func(e *diag.Error) bool { return slices.Contains(files, e.Pos.File) })
}

// failed reports whether the build must not write.
func (r *report) failed() bool {
	errors, warnings := r.errs.Count()
	return errors > 0 || r.options.strict && warnings > 0
}

// refuse prints all problems, and with the last line what became of the output, and returns the exit status.
func (r *report) refuse(left string) int {
	r.print()
	errors, warnings := r.errs.Count()
	if r.options.Check {
		left = ""
	}
	if errors == 0 {
		left += " (-strict)"
	}
	switch {
	case r.options.format != "json":
		fmt.Fprintf(r.stderr, "%s: %s%s\n", r.options.command.Name(), command.Problems(errors, warnings), left)
	case !r.options.quiet:
		command.JSONLine(r.stdout, r.closing(refused, publish.Stats{}))
	}
	r.jobSummary(refused, publish.Stats{})
	return 1
}

// print prints the problems in the requested format, and annotations for GitHub.
func (r *report) print() {
	r.errs.Sort()
	switch r.options.format {
	case "github":
		r.annotate()
	case "json":
		for _, e := range r.errs {
			command.JSONLine(r.stderr,
				problem{e.Severity.String(), e.Pos.File, e.Pos.Line, e.Pos.Col, e.Msg, e.HintText})
		}
	default:
		for _, e := range r.errs.Once() {
			fmt.Fprintln(r.stderr, e)
		}
	}
}

// change prints the effects of a change on the report.
func (r *report) change(e *impact.Impact) {
	if r.effects = e; e == nil {
		return
	}
	if r.options.format != "json" {
		fmt.Fprintln(r.stdout, e.Text())
		return
	}
	for _, s := range e.Sections {
		for _, l := range s.Lines {
			command.JSONLine(r.stdout, effect{s.Title, l})
		}
	}
}

// say prints a line about a step that takes time.
func (r *report) say(label, what string) {
	if !r.options.quiet && r.options.format != "json" {
		fmt.Fprintf(r.stdout, "%-8s %s\n", label, what)
	}
}

// An outcome is how a build ended.
type outcome string

const (
	built   outcome = "built"
	checked outcome = "checked" // -check: nothing is written
	refused outcome = "refused"
)

// summary prints what was read and written.
func (r *report) summary(stats publish.Stats, took time.Duration) {
	r.print()
	how := built
	if r.options.Check {
		how = checked
	}
	r.jobSummary(how, stats)
	switch {
	case r.options.quiet:
	case r.options.format == "json":
		command.JSONLine(r.stdout, r.closing(how, stats))
	default:
		for _, d := range r.done(how, stats) {
			if d.label == "wrote" {
				d.what += " in " + took.Round(time.Millisecond).String()
			}
			fmt.Fprintf(r.stdout, "%-8s %s\n", d.label, d.what)
		}
	}
}

// otherNumbers counts the numbers that are not facts by their evidence.
func otherNumbers(n content.Numbers) string {
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{n.Linked, "linked"}, {n.Quoted, "quoted"}, {n.Excused, "excused"}, {n.Bare, "without evidence"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "; of other numbers " + strings.Join(parts, ", ")
}

// A summaryLine is a line of the summary: what was done, and to what.
type summaryLine struct{ label, what string }

// done returns the lines of the summary.
func (r *report) done(how outcome, stats publish.Stats) []summaryLine {
	s := r.tally
	var list []summaryLine
	add := func(label, what string) { list = append(list, summaryLine{label, what}) }
	add("read", fmt.Sprintf("%s in %s of %s; %s and %s", command.Count(s.Figures, "figure"),
		command.Count(s.Releases, "release"), command.Count(s.Sources, "source"),
		command.Count(s.Articles, "article"), command.Count(s.Standing, "standing page")))
	for _, l := range s.LeftOut {
		add("left out", l.File+": "+l.Reason)
	}
	add("checked", fmt.Sprintf("%s against the figures as known on %s%s", command.Count(s.Facts, "fact"),
		r.options.AsOf, otherNumbers(s.Numbers)))
	if n := s.Claims; n > 0 {
		add("judged", fmt.Sprintf("%s by every edition: %s since, %s not acknowledged", command.Count(n, "claim"),
			command.Count(s.Flips, "flip"), command.Count(s.Unseen, "claim")))
	}
	add("made", command.Count(s.Pages, "page")+" and "+command.Count(s.Charts, "chart"))
	switch how {
	case built:
		if len(s.Without) > 0 && !r.mentions("package.json", "node_modules") {
			add("without", strings.Join(s.Without, "; ")+
				" (neither this program nor package.json brings the libraries)")
		}
		files, size := command.Count(stats.Files, "file"), fmt.Sprintf("%.1f MB", float64(stats.Bytes)/1e6)
		if stats.Written < stats.Files { // the others are as they were
			files, size = dataset.Number(float64(stats.Written), 0)+" of "+files, size+" in all"
		}
		add("wrote", files+", "+size+", into "+r.options.outputs())
	case checked:
		add("wrote", "nothing (-check),")
	}
	return list
}

// A tally counts what a report consists of, for the summary.
type tally struct {
	Title, BaseURL string

	Counts
	Standing, Flips, Unseen int

	LeftOut []links.LeftOut
	Without []string // what the site does without libraries
}

// count returns the tally of a report, as far as it was built.
func count(s *site.Site) *tally {
	return &tally{
		Title: s.Config.Title, BaseURL: s.Config.BaseURL,
		Counts: Counts{
			Figures: len(s.Data.Figures), Releases: len(s.Data.Editions), Sources: len(s.Data.Sources),
			Articles: len(s.Articles), Numbers: s.Numbers, Claims: len(s.Claims), Pages: len(s.Pages), Charts: s.Charts,
		},
		Standing: len(s.Menu), Flips: s.Flips, Unseen: s.Unseen,
		LeftOut: s.LeftOut, Without: s.Without(),
	}
}
