package pages

import (
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// A yearThenNow compares a year by the first edition that answered it with the newest.
type yearThenNow struct {
	First, Newest *dataset.Tally
	Notes         []report.NoteLine
	Rows          []revised // by the newest figure, highest first
	Sides         []string  // the names of those that have changed sides
	Revised       int       // figures that differ, of those that both have, counted in the same way
	Both          int
}

// thenAndNow compares the editions; nil when there is one only.
func (s *maker) thenAndNow(v *Year) *yearThenNow {
	if len(v.Editions) < 2 {
		return nil
	}
	first := v.Editions[0].Tally
	t := &yearThenNow{First: first, Newest: v.Tally}
	var codes []string
	for _, r := range slices.Concat(v.Tally.Ranked, first.Ranked) {
		codes = lists.With(codes, r.Member.Code)
	}
	var shown []*dataset.Figure
	for _, code := range codes {
		was, _ := first.Edition.Figure(code, v.Year, s.Config.Measure)
		is, _ := v.Tally.Edition.Figure(code, v.Year, s.Config.Measure)
		row := s.revised(was, is)
		for _, standing := range []*report.Standing{row.Was, row.Is} {
			if standing != nil {
				shown = append(shown, standing.Figure)
			}
		}
		if row.Change != "" {
			t.Both++
		}
		if row.by != 0 {
			t.Revised++
		}
		if row.Crossed {
			t.Sides = append(t.Sides, row.Member.Name)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = s.NoteLines(shown)
	return t
}
