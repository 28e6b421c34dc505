package site

import (
	"cmp"
	"html/template"
	"maps"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// This file says of what is made of figures, counts, facts and charts, what
// their notes say of it.

// countNotes says of a count on whose figures it hangs although a note speaks
// against them: by another number that is known of the figure, or without it.
func (s *Site) countNotes(t *dataset.Tally) []string {
	var list []string
	for i, r := range t.Ranked {
		meets := i < t.Meeting
		for _, n := range marked(r.Figure) {
			values := []any{"who", r.Member.Name, "value", "", "n", t.Meeting - 1, "guideline", t.Guideline.Name, "year", t.Year}
			other, known := s.otherwise(n, r.Figure)
			if known {
				values[3] = s.amount(s.Data.Measures[r.Figure.Measure], other, r.Figure.Decimals)
				if !meets {
					values[5] = t.Meeting + 1
				}
			}
			switch {
			case known && t.Guideline.MetBy(dataset.Round(other, r.Figure.Decimals)) == meets, !known && !meets:
			case known && n.Kind == dataset.Definition:
				list = append(list, s.Book.Say("note.count_rebased", values...))
			case known:
				list = append(list, s.Book.Say("note.count_worked_out", values...))
			case n.Kind == dataset.Definition || n.Kind == dataset.Break:
				list = append(list, s.Book.Say("note.count_defined", values...))
			case s.Data.DifferenceOf(r.Figure) == nil && t.Guideline.AtLeast == r.Figure.Value:
				list = append(list, s.Book.Say("note.count_doubted", values...))
			}
		}
	}
	return list
}

// otherwise returns what a figure would be but for its note, where that is
// known.
func (s *Site) otherwise(n *dataset.Note, f *dataset.Figure) (float64, bool) {
	switch n.Kind {
	case dataset.Definition:
		if r, ok := s.Today.Rebase(f); ok {
			return r.Value, true
		}
	case dataset.Doubt:
		if d := s.Data.DifferenceOf(f); d != nil && d.Note == n {
			return d.Computed, true
		}
	}
	return 0, false
}

// answerNotes returns what the evidence of an answer says of its figures: their
// notes, and on whom a count hangs.
func (s *Site) answerNotes(a *dataset.Answer) ([]noteLine, []string) {
	if a.Tally == nil {
		return s.noteLines(a.Figures), nil
	}
	return s.noteLines(a.Figures), s.countNotes(a.Tally)
}

// noted reports whether what the fact says hangs on figures with a marked
// note: on some of a few, or on one that decides a count.
func (r *Row) noted() bool {
	few := r.Behind == nil
	return len(r.Counts) > 0 || few && slices.ContainsFunc(r.Notes, func(l noteLine) bool { return l.Mark })
}

// notedMark marks a fact whose evidence has a note.
func (s *Site) notedMark() string {
	return `<sup class="since"><span aria-hidden="true">` + template.HTMLEscapeString(s.Book.Say("note.mark")) +
		`</span><span class="sr"> ` + template.HTMLEscapeString(s.Book.Say("note.below")) + `</span></sup>`
}

// counted are the kinds of chart that say how many members meet the mark.
var counted = []string{"distance", "map", "meeting"}

// Notes are the notes of a chart's figures, and of the counts that it shows.
func (v chartView) Notes() []noteLine {
	s, c := v.Site, v.Chart
	var list []noteLine
	if slices.Contains(counted, c.Kind) && c.Guideline != nil {
		years := map[int]bool{}
		for _, f := range c.Figures() {
			years[f.Year] = true
		}
		for _, y := range slices.Sorted(maps.Keys(years)) {
			for _, text := range s.countNotes(c.Edition.Tally(c.Guideline, y)) {
				if len(years) > 1 {
					text = s.Book.Say("note.in_year", "year", y, "text", text)
				}
				list = append(list, noteLine{Path: cmp.Or(s.yearURL(y), "years/"), Text: text})
			}
		}
	}
	return append(s.noteLines(c.Figures()), append(list, s.notDrawn(c)...)...)
}

// notDrawn says which releases spoke of the figures of a chart over editions
// and are not held here, and which figures are no revisions of the others.
func (s *Site) notDrawn(c *chart.Chart) []noteLine {
	if c.Kind != "revisions" || len(c.Figures()) == 0 {
		return nil
	}
	var list []noteLine
	seen, gaps := map[string]bool{}, map[civil.Date]bool{}
	for _, f := range c.Figures() {
		for _, g := range s.Today.Gaps(f.Source, f.Member, f.Year, f.Measure) {
			gaps[g.Date] = true
		}
		for _, o := range s.Today.Former(f.Source, f.Member, f.Year, f.Measure) {
			text := s.Book.Say("note.former", "who", s.Data.Members[o.Member].Name, "year", o.Year,
				"value", s.amount(s.Data.Measures[o.Measure], o.Value, o.Decimals), "day", o.Released)
			if !seen[text] {
				list = append(list, noteLine{Path: releasePath(s.Data.EditionOf(o)), Text: text})
			}
			seen[text] = true
		}
	}
	if len(gaps) == 0 {
		return list
	}
	var days []string
	for _, day := range slices.SortedFunc(maps.Keys(gaps), civil.Date.Compare) {
		days = append(days, s.Book.Day(day))
	}
	f := c.Figures()[0]
	text := s.Book.Say("note.not_held", "n", len(days), "source", s.Data.Sources[f.Source].Name,
		"year", f.Year, "days", days)
	return append(list, noteLine{Path: "data/#source-" + f.Source, Text: text})
}
