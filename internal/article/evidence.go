package article

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
)

// This file leads from a number to the rows of the release files it is made of.

// members are the figures behind a number that is made of several.
type members struct {
	Summary string
	Text    Segments // a list of them, each with its row
}

// inputs lists what a number is made of; nil where it is a single figure.
func (s *maker) inputs(a *dataset.Answer) *members {
	var b lister
	switch {
	case a.Tally != nil:
		t := a.Tally
		at := func(side string, group []dataset.Standing) {
			b.list(side, func() {
				for _, r := range group {
					b.figure(s, r.Member.Name, r.Figure)
				}
			})
		}
		at(s.Catalog.Message("evidence.inputs.above", "guideline", t.Guideline.Name), t.Met())
		at(s.Catalog.Message("evidence.inputs.below", "guideline", t.Guideline.Name), t.Short())
		if rest := slices.Concat(t.Exempt, t.Missing); len(rest) > 0 {
			b.list(s.Catalog.Message("evidence.inputs.none"), func() {
				for _, m := range rest {
					b.item(m.Name, m.Exempt)
				}
			})
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
		b.list("", func() {
			for _, f := range a.Figures {
				name := s.Data.Members[f.Member].Name
				if years {
					name = s.Catalog.Message("evidence.inputs.year", "who", name, "year", f.Year)
				}
				if measures {
					measure := s.Data.Measures[f.Measure].Name
					name = s.Catalog.Message("evidence.inputs.measure", "who", name, "measure", measure)
				}
				b.figure(s, name, f)
			}
		})
		return b.members(s.Catalog.Message("evidence.inputs.figures", "n", len(a.Figures)))
	case a.Edition == nil:
		in := s.Data.MembersIn(a.Query.Year)
		b.list(s.Catalog.Message("evidence.inputs.joined"), func() {
			for _, m := range in {
				b.item(m.Name, strconv.Itoa(m.Joined.Year))
			}
		})
		return b.members(s.Catalog.Message("evidence.inputs.by_name", "n", len(in)))
	}
	return nil
}

// A lister writes lists. It is in Go, because an article may hold hundreds of
// such lines and a template takes long over each.
type lister struct {
	b    strings.Builder
	done Segments
}

func (l *lister) list(words string, items func()) {
	if words != "" {
		l.b.WriteString("<p>" + html.EscapeString(words) + "</p>\n")
	}
	l.b.WriteString("<ul>\n")
	items()
	l.b.WriteString("</ul>\n")
}

func (l *lister) item(name, value string) {
	l.b.WriteString("<li>" + html.EscapeString(name) + " <span>" + html.EscapeString(value) + "</span></li>\n")
}

// figure writes a member with its figure, which leads to its row.
func (l *lister) figure(s *maker, name string, f *dataset.Figure) {
	l.b.WriteString("<li>" + html.EscapeString(name) + ` <span><a href="`)
	l.done = append(l.done, Segment{HTML: l.b.String()}, Segment{Path: s.RowOf(f).Path()})
	l.b.Reset()
	l.b.WriteString(`">` + html.EscapeString(s.AmountOf(f)) + "</a>")
	if f.Status == dataset.Estimate {
		l.b.WriteString(`<abbr title="` + html.EscapeString(s.Catalog.Message("evidence.estimate")) + `">` +
			html.EscapeString(s.Catalog.Message("evidence.estimate_mark")) + `</abbr>`)
	}
	l.b.WriteString("</span></li>\n")
}

func (l *lister) members(summary string) *members {
	return &members{summary, append(l.done, Segment{HTML: l.b.String()})}
}
