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
	Then, Now     string // the two counts
	Notes         []report.NoteLine
	Rows          []thenNowRow // by the newest figure, highest first
	Sides         []*Member
	Revised       int // figures that differ, of those that both have, counted in the same way
	Both          int
}

// A thenNowRow is a member's figure then and now; either may be missing.
type thenNowRow struct {
	Member    *Member
	Then, Now *report.Standing
	Change    string // "+0.12"; "" where either is missing
	Crossed   bool   // it has changed sides of the guideline
}

// thenAndNow compares the editions; nil when there is one only.
func (s *maker) thenAndNow(v *Year) *yearThenNow {
	if len(v.Editions) < 2 {
		return nil
	}
	first := v.Editions[0].Tally
	t := &yearThenNow{First: first, Newest: v.Tally, Then: s.OutOf(first), Now: s.OutOf(v.Tally)}
	var codes []string
	for _, r := range slices.Concat(v.Tally.Ranked, first.Ranked) {
		codes = lists.With(codes, r.Member.Code)
	}
	var shown []*dataset.Figure
	for _, code := range codes {
		row := thenNowRow{Member: s.Members[code]}
		then, ok1 := t.First.Edition.Figure(code, v.Year, s.Config.Measure)
		now, ok2 := t.Newest.Edition.Figure(code, v.Year, s.Config.Measure)
		if ok1 {
			row.Then, shown = new(s.Standing(then)), append(shown, then)
		}
		if ok2 {
			row.Now, shown = new(s.Standing(now)), append(shown, now)
		}
		if ok1 && ok2 {
			s.revision(t, &row, then, now)
		}
		t.Rows = append(t.Rows, row)
	}
	t.Notes = s.NoteLines(shown)
	return t
}

// revision adds to a row, and to what is counted, how a figure differs from the one that it replaces.
func (s *maker) revision(t *yearThenNow, row *thenNowRow, then, now *dataset.Figure) {
	if dataset.BreakBetween(then, now) == nil { // else the one does not revise the other
		by, places := 0.0, min(then.Decimals, now.Decimals)
		if !then.Agrees(now) {
			places = max(then.Decimals, now.Decimals)
			by = dataset.Round(now.Value-then.Value, places)
			t.Revised++
		}
		row.Change = s.Catalog.Signed(by, places)
		t.Both++
	}
	if row.Crossed = row.Then.Meets != row.Now.Meets; row.Crossed {
		t.Sides = append(t.Sides, row.Member)
	}
}

// Names returns the names of those that have changed sides.
func (t *yearThenNow) Names() []string {
	return lists.Each(t.Sides, func(m *Member) string { return m.Name })
}
