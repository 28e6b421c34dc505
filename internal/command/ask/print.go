package ask

import (
	"cmp"
	"fmt"
	"io"

	"burdenshare/internal/fact"
	"burdenshare/internal/report"
)

// print prints an answer as text.
func print(w io.Writer, rep *report.Report, f *fact.Fact, r *report.Record) {
	line := func(label, format string, args ...any) {
		fmt.Fprintf(w, "%-8s %s\n", label, fmt.Sprintf(format, args...))
	}
	line("fact", "%s", r.Fact)
	line("figure", "%s", figure(r.Figure))
	line("is", "%s: %s", r.Who, r.What)
	line("known on", "%s", f.AsOf)
	if r.Edition == nil {
		line("edition", "none: days of joining are in data/members.csv")
	} else {
		line("edition", "%s", edition(rep, r.Edition))
	}
	switch {
	case r.Row != nil:
		line("row", "%s:%d", r.Row.File, r.Row.Line)
	case r.Edition != nil:
		line("rests on", "%s", fact.RestsOn(f.Answer))
	}
	for _, note := range r.Notes {
		line("note", "%s", note)
	}
	line("since", "%s", since(rep, f, r))
}

func figure(f report.RecordFigure) string {
	text := f.Text
	if f.Estimate {
		text += " (estimate)"
	}
	if f.Side != "" {
		text += ", " + f.Side
	}
	return text
}

func edition(rep *report.Report, e *report.RecordEdition) string {
	text := rep.Data.Sources[e.Source].Name + ", released " + e.Released
	if e.Title != "" {
		text += ", " + e.Title
	}
	if e.URL != "" {
		text += ", " + e.URL
	}
	return text
}

// since describes how a fact was revised.
func since(rep *report.Report, f *fact.Fact, r *report.Record) string {
	now := rep.AskToday(f.Answer)
	switch {
	case r.Revised != nil:
		at := ""
		if r.Revised.Row != nil {
			at = fmt.Sprintf(", %s:%d", r.Revised.Row.File, r.Revised.Row.Line)
		}
		return fmt.Sprintf("revised to %s (%s, released %s%s)", figure(r.Revised.Figure),
			rep.Data.Sources[r.Revised.Edition.Source].Name, r.Revised.Edition.Released, at)
	case f.Answer.Edition == nil:
		return "as it was"
	case now == nil:
		return "no figure in what was known on " + rep.AsOf.String()
	case now.Edition == f.Answer.Edition:
		return "it is the newest figure"
	case report.Same(f.Answer, now):
		return "the same in " + now.Edition.String()
	}
	return cmp.Or(figure(rep.Record(&fact.Fact{Answer: now}).Figure), "another") + " in " + now.Edition.String() +
		", counted otherwise or at other prices"
}
