package report

import (
	"html/template"
	"slices"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
)

// This file writes the notes on figures that are shown below them.

// A NoteLine is a note as it is shown below the figures that have it.
type NoteLine struct {
	Note *dataset.Note // nil if the line follows from the figures themselves
	Path string        // the path of the page with details
	Text string        // "Luxembourg, from 2023: Measured against …"
	Mark bool          // the figures are marked with it
}

// NotePath returns the address of a note on the site.
func NotePath(n *dataset.Note) string { return "data/#note-" + n.ID }

// fewMembers is the maximum number of members for which remarks are shown below the figures; for more, only notes
// with a mark are shown.
const fewMembers = 3

// NoteLines returns the notes of some figures, those with a mark first.
func (rep *Report) NoteLines(figures []*dataset.Figure) []NoteLine {
	several := slices.ContainsFunc(figures, func(f *dataset.Figure) bool { return f.Edition != figures[0].Edition })
	all := dataset.NotesOf(figures...)
	notes := lists.Filter(all, (*dataset.Note).Qualifies)
	of := func(f *dataset.Figure) string { return f.Member }
	if len(notes) < len(all) && len(lists.Groups(figures, of)) <= fewMembers {
		notes = append(notes, lists.Filter(all, func(n *dataset.Note) bool { return !n.Qualifies() })...)
	}
	var lines []NoteLine
	for _, n := range notes {
		covered := lists.Filter(figures, n.Covers)
		text := rep.Catalog.Message("note.line", "about", rep.AboutNote(n, covered, several), "text", n.Text)
		if len(n.Members) == 0 && n.From == 0 && n.To == 0 && !several {
			text = n.Text
		}
		if more := rep.computedFor(n, covered); more != "" {
			text += " " + more
		}
		lines = append(lines, NoteLine{n, NotePath(n), text, n.Qualifies()})
	}
	return append(lines, rep.repeatedSeries(figures)...)
}

// AboutNote names the figures that a note is about: "Luxembourg, from 2023".
func (rep *Report) AboutNote(n *dataset.Note, covered []*dataset.Figure, editions bool) string {
	b := rep.Catalog
	var names []string
	for _, f := range covered {
		if len(n.Members) > 0 {
			names = lists.With(names, rep.Data.Members[f.Member].Name)
		}
	}
	slices.Sort(names)
	parts := []string{b.Series(names)}
	if len(names) == 0 {
		parts[0] = n.Source.Name
	}
	switch values := []any{"from", n.From, "to", n.To}; {
	case n.From != 0 && n.From == n.To:
		parts = append(parts, b.Message("note.year", values...))
	case n.From != 0 && n.To != 0:
		parts = append(parts, b.Message("note.years", values...))
	case n.From != 0:
		parts = append(parts, b.Message("note.since", values...))
	case n.To != 0:
		parts = append(parts, b.Message("note.until", values...))
	}
	if editions {
		switch values := []any{"from", n.ReleasedFrom, "to", n.ReleasedTo}; {
		case !n.ReleasedFrom.IsZero() && n.ReleasedFrom == n.ReleasedTo:
			parts = append(parts, b.Message("note.edition", values...))
		case !n.ReleasedFrom.IsZero() && !n.ReleasedTo.IsZero():
			parts = append(parts, b.Message("note.editions", values...))
		case !n.ReleasedFrom.IsZero():
			parts = append(parts, b.Message("note.editions_since", values...))
		case !n.ReleasedTo.IsZero():
			parts = append(parts, b.Message("note.editions_until", values...))
		}
	}
	return strings.Join(parts, ", ")
}

// computedFor returns what the figures themselves add to a note, for the newest figure for which they add anything,
// or "".
func (rep *Report) computedFor(n *dataset.Note, covered []*dataset.Figure) string {
	covered = slices.Clone(covered)
	slices.SortStableFunc(covered, func(a, b *dataset.Figure) int { return b.Year - a.Year })
	// What is not known for the figures shown may be known for those of an earlier year.
	if n.Kind == dataset.Definition && n.From != 0 && len(covered) > 0 {
		newest := covered[0]
		for y := newest.Year - 1; y >= n.From; y-- {
			if f, ok := newest.Edition.Figure(newest.Member, y, newest.Measure); ok {
				covered = append(covered, f)
			}
		}
	}
	for _, f := range covered {
		if text := rep.computed(n, f); text != "" {
			return text
		}
	}
	return ""
}

func (rep *Report) computed(n *dataset.Note, f *dataset.Figure) string {
	b, m := rep.Catalog, rep.Data.Measures[f.Measure]
	switch n.Kind {
	case dataset.Definition:
		if r, ok := rep.Today.Rebase(f); ok {
			return b.Message("note.rebased", "measure", rep.Brief(rep.Data.Measures[m.Of]), "year", f.Year,
				"source", rep.Data.Sources[r.Base.Source].Name, "value", b.Amount(m.Unit, r.Value, r.Decimals))
		}
	case dataset.Membership:
		a, err := rep.Today.Ask(rep.Terms, dataset.Query{Subject: f.Member, Year: f.Year, Measure: "like_for_like",
			Source: f.Source, Released: f.Released})
		if err == nil {
			return b.Message("note.like_for_like", "value", b.Amount(m.Unit, a.Value, a.Decimals))
		}
	case dataset.Doubt:
		if d := rep.Data.DifferenceOf(f); d != nil && d.Note == n {
			return b.Message("note.worked_out", "printed", rep.AmountOf(f),
				"value", b.Amount(m.Unit, d.Computed, f.Decimals), "year", f.Year)
		}
	}
	return ""
}

// repeatedSeries returns the lines about sources whose figures repeat those of another source shown with them.
func (rep *Report) repeatedSeries(figures []*dataset.Figure) []NoteLine {
	var list []NoteLine
	for _, f := range figures {
		o := f.Original()
		shown := func(g *dataset.Figure) bool { return g.Source == o.Source && g.Measure == o.Measure }
		if o == nil || !slices.ContainsFunc(figures, shown) {
			continue
		}
		e := f.Edition
		text := rep.Catalog.Message("note.repeats", "source", e.Source.Name,
			"original", rep.Data.Sources[o.Source].Name, "day", o.Released)
		list = lists.With(list, NoteLine{Path: ReleasePath(e), Text: text})
	}
	return list
}

// Marked returns the notes with which a figure is marked.
func Marked(f *dataset.Figure) []*dataset.Note {
	return lists.Filter(f.Notes, (*dataset.Note).Qualifies)
}

// NoteMark returns the mark of a figure's notes, with their text as a tooltip; they are also below the table.
func NoteMark(b *i18n.Catalog, notes []*dataset.Note) template.HTML {
	if len(notes) == 0 {
		return ""
	}
	return template.HTML(`<abbr class="note-mark" title="` + template.HTMLEscapeString(NoteTexts(notes)) + `">` +
		template.HTMLEscapeString(b.Message("note.mark")) + `</abbr>`)
}

// NoteTexts returns the texts of notes, one after the other.
func NoteTexts(notes []*dataset.Note) string {
	return strings.Join(lists.Each(notes, func(n *dataset.Note) string { return n.Text }), " ")
}

// NoteOfCount names, for a chart's data file, the figures that decide a count, and says where it is a lower bound. It
// returns "" if the mark is not a count, or if there is nothing to say of it.
func (rep *Report) NoteOfCount(c *chart.Chart, m *chart.Mark) string {
	if m.Of == 0 || c.Guideline == nil {
		return ""
	}
	note := strings.Join(rep.CountNotes(c.Edition.Tally(c.Guideline, m.Year)), " ")
	if m.Bound {
		note = strings.TrimSpace(rep.Catalog.Message("chart.bounded", "sentence", note))
	}
	return note
}
