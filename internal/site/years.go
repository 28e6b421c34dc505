package site

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// A yearView is what is shown of a year.
type yearView struct {
	Year int
	URL  string

	// Counted by the newest edition that answers the year; Tally is nil when
	// none does, and then Singles holds the newest single figures.
	Tally   *dataset.Tally
	Rows    []standingRow
	Singles []standingRow

	Notes      []report.NoteLine // of its figures
	CountNotes []string          // on whose figures the count hangs
	Told       []telling         // what each edition made of the year, oldest first
	Lines      []toldLine        // the same with the releases that are not held
	ThenNow    *yearThenNow
	Chart      *chart.Chart
	Previous   *yearView // the year before
	Next       *yearView
}

// A standingRow is a member with its figure.
type standingRow struct {
	Member *memberView
	Place  int
	report.Standing
	Edition *dataset.Edition
}

// makeYears makes a view of every year for which the report's own source has
// a member's figure.
func (s *Site) makeYears() {
	for _, y := range s.InYears {
		v := &yearView{Year: y, URL: s.YearURL(y)}
		if n := len(s.Years); n > 0 {
			v.Next = s.Years[n-1]
			v.Next.Previous = v
		}
		known := s.Today.Known(s.Config.Source)
		for i := len(known) - 1; i >= 0; i-- {
			if !known[i].Answers(s.Config.Measure, y) {
				continue
			}
			v.Tally = known[i].Tally(s.Guideline, y)
			changed := len(v.Told) > 0 && v.Told[len(v.Told)-1].Meeting != v.Tally.Meeting
			v.Told = append(v.Told, telling{v.Tally, changed, s.CountNotes(v.Tally)})
		}
		v.Lines = s.toldLines(y, v.Told)
		s.Years = append(s.Years, v)
	}
}

// completeYear adds what only the year's own page shows.
func (s *Site) completeYear(v *yearView) {
	if v.Tally == nil {
		for _, m := range s.Data.MembersIn(v.Year) {
			if f, ok := s.Today.Figure(s.Config.Source, m.Code, v.Year, s.Config.Measure); ok {
				v.Singles = append(v.Singles, standingRow{s.members[m.Code], 0, s.Standing(f), s.Data.EditionOf(f)})
			}
		}
		return
	}
	v.Chart = s.Draw(s.Today, chart.Spec{Kind: "distance", Year: v.Year})
	v.ThenNow = s.thenAndNow(v)
	v.Notes, v.CountNotes = s.NoteLines(v.Tally.Figures()), s.CountNotes(v.Tally)
	place := 0
	for i, r := range v.Tally.Ranked {
		if i == 0 || r.Figure.Value != v.Tally.Ranked[i-1].Figure.Value {
			place = i + 1
		}
		v.Rows = append(v.Rows, standingRow{s.members[r.Member.Code], place, s.Standing(r.Figure), v.Tally.Edition})
	}
}

// mostRestated gives the year whose count has changed most often from edition
// to edition, the earliest of several, nil when none has.
func (s *Site) mostRestated() *yearView {
	var best *yearView
	most := 0
	for _, y := range s.Years {
		n := 0
		for _, t := range y.Told {
			if t.Changed {
				n++
			}
		}
		if n > 0 && n >= most {
			best, most = y, n
		}
	}
	return best
}

// yearSummary says in a sentence how many met the guideline in the year.
func (s *Site) yearSummary(y *yearView) string {
	switch {
	case y.Tally == nil:
		return s.Book.Say("year.summary_singles", "year", y.Year)
	case y.Tally.AtLeast():
		return s.Book.Say("year.summary_least."+report.TallyTense(y.Tally), s.TallyValues(y.Tally)...)
	}
	return s.Book.Say("year.summary."+report.TallyTense(y.Tally), s.TallyValues(y.Tally)...)
}
