package pages

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// A Year is what is shown of a year.
type Year struct {
	Year int
	URL  string

	// Counted by the newest edition that answers the year; Tally is nil when
	// none does, and then Singles holds the newest single figures.
	Tally   *dataset.Tally
	Rows    []standingRow
	Singles []standingRow

	Notes      []report.NoteLine // of its figures
	CountNotes []string          // on whose figures the count hangs
	Lines      []editionLine     // what each release made of the year, oldest first
	Editions   []editionLine     // those of them with a count
	ThenNow    *yearThenNow
	Chart      *chart.Chart
	Previous   *Year // the year before
	Next       *Year
}

// A standingRow is a member with its figure.
type standingRow struct {
	Member *Member
	Place  int
	report.Standing
}

// makeYears makes a view of every year for which the report's own source has a member's figure.
func (s *maker) makeYears() {
	for _, y := range s.InYears {
		v := &Year{Year: y, URL: s.YearURL(y)}
		if n := len(s.Years); n > 0 {
			v.Next = s.Years[n-1]
			v.Next.Previous = v
		}
		s.addEditions(v)
		s.Years = append(s.Years, v)
	}
}

// completeYear adds what only the year's own page shows.
func (s *maker) completeYear(v *Year) {
	if v.Tally == nil {
		for _, m := range s.Data.MembersIn(v.Year) {
			if f, ok := s.Today.Figure(s.Config.Source, m.Code, v.Year, s.Config.Measure); ok {
				v.Singles = append(v.Singles, standingRow{s.Members[m.Code], 0, s.Standing(f)})
			}
		}
		return
	}
	v.Chart = s.Draw(chart.Spec{Kind: "distance", Year: v.Year})
	v.ThenNow = s.thenAndNow(v)
	v.Notes, v.CountNotes = s.NoteLines(v.Tally.Figures()), s.CountNotes(v.Tally)
	v.Rows = s.rows(v.Tally, v.Tally.Ranked)
}

// rows returns the rows of some ranked members, by the guideline of a count.
func (s *maker) rows(t *dataset.Tally, ranked []dataset.Standing) []standingRow {
	return lists.Each(ranked, func(r dataset.Standing) standingRow {
		place, _ := t.Place(r.Member.Code)
		return standingRow{s.Members[r.Member.Code], place, s.StandingTo(t.Guideline, r.Figure)}
	})
}

// mostRestated returns the year whose count has changed most often from edition
// to edition, the earliest of several, nil when none has.
func (s *maker) mostRestated() *Year {
	var best *Year
	most := 0
	for _, y := range s.Years {
		n := len(lists.Filter(y.Editions, func(t editionLine) bool { return t.Changed }))
		if n > 0 && n >= most {
			best, most = y, n
		}
	}
	return best
}

// An editionLine is how many members met the guideline by an edition, or a release about the year that is missing here,
// wholly or in part.
type editionLine struct {
	*dataset.Tally          // nil for one that is missing
	Changed        bool     // against the edition before
	Hangs          []string // figures with a marked note, on which it depends
	Day            civil.Date
	Path           string
	NotHeld        string // in the reader's words
}

// addEditions adds the count of a year by each release; that of the newest edition is the year's.
func (s *maker) addEditions(v *Year) {
	for _, e := range slices.Backward(s.Today.Known(s.Source.ID)) {
		r := e.Release
		line := editionLine{Day: r.Date, Path: report.ReleasePath(e)}
		switch {
		case e.Answers(s.Config.Measure, v.Year):
			line.Tally = e.Tally(s.Guideline, v.Year)
			line.Changed, line.Hangs = v.Tally != nil && line.Turned(v.Tally), s.CountNotes(line.Tally)
			v.Tally = line.Tally
		case r.From <= v.Year && v.Year <= r.To:
			line.NotHeld = s.Catalog.Message("data.held_in_part")
		default:
			continue
		}
		v.Lines = append(v.Lines, line)
	}
	v.Editions = lists.Filter(v.Lines, func(line editionLine) bool { return line.Tally != nil })
	for _, m := range s.NotHeld(s.Source) {
		if m.From <= v.Year && v.Year <= m.To {
			v.Lines = append(v.Lines, editionLine{Day: m.Date, Path: "data/#" + s.Source.ID + "-" + m.Date.String(),
				NotHeld: s.Catalog.Message("data.not_held")})
		}
	}
	slices.SortStableFunc(v.Lines, func(a, b editionLine) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.NotHeld, b.NotHeld))
	})
}

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
