package article

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file leads from a number to the rows of the release files it is made of.

// members are the figures behind a number that is made of several.
type members struct {
	Summary string
	Text    Segments // a list of them, each with its row
}

// inputs lists what a number is made of; nil where it is a single figure.
func (s *maker) inputs(a *dataset.Answer) *members {
	b := lister{maker: s}
	switch {
	case a.Tally != nil:
		t := a.Tally
		of := func(r dataset.Standing) input { return input{name: r.Member.Name, figure: r.Figure} }
		b.list(s.Catalog.Message("evidence.inputs.above", "guideline", t.Guideline.Name), lists.Each(t.Met(), of))
		b.list(s.Catalog.Message("evidence.inputs.below", "guideline", t.Guideline.Name), lists.Each(t.Short(), of))
		if rest := slices.Concat(t.Exempt, t.Missing); len(rest) > 0 {
			why := func(m *dataset.Member) input { return input{name: m.Name, words: m.Exempt} }
			b.list(s.Catalog.Message("evidence.inputs.none"), lists.Each(rest, why))
		}
		sides := []any{"above", t.Meeting, "below", len(t.Short()), "without", t.Of() - len(t.Ranked),
			"guideline", t.Guideline.Name}
		if t.Of() > len(t.Ranked) {
			return b.members(s.Catalog.Message("evidence.inputs.sides_and_none", sides...))
		}
		return b.members(s.Catalog.Message("evidence.inputs.sides", sides...))
	case len(a.Figures) > 1:
		first := a.Figures[0]
		years := slices.ContainsFunc(a.Figures, func(f *dataset.Figure) bool { return f.Year != first.Year })
		measures := slices.ContainsFunc(a.Figures, func(f *dataset.Figure) bool { return f.Measure != first.Measure })
		b.list("", lists.Each(a.Figures, func(f *dataset.Figure) input {
			name := s.Data.Members[f.Member].Name
			if years {
				name = s.Catalog.Message("evidence.inputs.year", "who", name, "year", f.Year)
			}
			if measures {
				measure := s.Data.Measures[f.Measure].Name
				name = s.Catalog.Message("evidence.inputs.measure", "who", name, "measure", measure)
			}
			return input{name: name, figure: f}
		}))
		return b.members(s.Catalog.Message("evidence.inputs.figures", "n", len(a.Figures)))
	case a.Edition == nil:
		in := s.Data.MembersIn(a.Query.Year)
		joined := func(m *dataset.Member) input { return input{name: m.Name, words: strconv.Itoa(m.Joined.Year)} }
		b.list(s.Catalog.Message("evidence.inputs.joined"), lists.Each(in, joined))
		return b.members(s.Catalog.Message("evidence.inputs.by_name", "n", len(in)))
	}
	return nil
}

// A lister writes lists. It is in Go, because an article may hold hundreds of
// such lines and a template takes long over each.
type lister struct {
	*maker
	b    strings.Builder
	done Segments
}

// An input is a line of a list: a name with a figure, else with words.
type input struct {
	name, words string
	figure      *dataset.Figure
}

func (l *lister) list(words string, inputs []input) {
	if words != "" {
		l.b.WriteString("<p>" + html.EscapeString(words) + "</p>\n")
	}
	l.b.WriteString("<ul>\n")
	for _, in := range inputs {
		l.b.WriteString("<li>" + html.EscapeString(in.name) + " <span>" + html.EscapeString(in.words))
		if in.figure != nil {
			l.figure(in.figure)
		}
		l.b.WriteString("</span></li>\n")
	}
	l.b.WriteString("</ul>\n")
}

// figure writes a figure, which leads to its row.
func (l *lister) figure(f *dataset.Figure) {
	l.b.WriteString(`<a href="`)
	l.done = append(l.done, Segment{HTML: l.b.String()}, Segment{Path: l.RowOf(f).Path()})
	l.b.Reset()
	l.b.WriteString(`">` + html.EscapeString(l.AmountOf(f)) + "</a>")
	if f.Status == dataset.Estimate {
		l.b.WriteString(`<abbr title="` + html.EscapeString(l.Catalog.Message("evidence.estimate")) + `">` +
			html.EscapeString(l.Catalog.Message("evidence.estimate_mark")) + `</abbr>`)
	}
}

func (l *lister) members(summary string) *members {
	return &members{summary, append(l.done, Segment{HTML: l.b.String()})}
}
