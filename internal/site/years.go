package site

import (
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
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

	Notes      []noteLine // of its figures
	CountNotes []string   // on whose figures the count hangs
	Told       []telling  // what each edition made of the year, oldest first
	Lines      []toldLine // the same with the releases that are not held
	ThenNow    *yearThenNow
	Chart      *chart.Chart
	Previous   *yearView // the year before
	Next       *yearView
}

// A standingRow is a member with its figure.
type standingRow struct {
	Member *memberView
	Place  int
	standing
	Edition *dataset.Edition
}

func (s *Site) yearURL(year int) string {
	for _, y := range s.Years {
		if y.Year == year {
			return y.URL
		}
	}
	return ""
}

// makeYears makes a view of every year for which the report's own source has
// a member's figure.
func (s *Site) makeYears() {
	has := map[int]bool{}
	last := 0
	for _, e := range s.Today.Known(s.Config.Source) {
		for _, y := range e.Span(s.Config.Measure) {
			if len(s.Data.MembersIn(y)) > 0 {
				has[y] = true
				last = max(last, y)
			}
		}
	}
	for y := last; len(has) > 0; y-- {
		if !has[y] {
			continue
		}
		delete(has, y)
		v := &yearView{Year: y, URL: "years/" + strconv.Itoa(y) + "/"}
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
			v.Told = append(v.Told, telling{v.Tally, changed, s.countNotes(v.Tally)})
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
				v.Singles = append(v.Singles, standingRow{s.members[m.Code], 0, s.standing(f), s.Data.EditionOf(f)})
			}
		}
		return
	}
	v.Chart = s.draw(s.Today, chart.Spec{Kind: "distance", Year: v.Year})
	v.ThenNow = s.thenAndNow(v)
	v.Notes, v.CountNotes = s.noteLines(v.Tally.Figures()), s.countNotes(v.Tally)
	place := 0
	for i, r := range v.Tally.Ranked {
		if i == 0 || r.Figure.Value != v.Tally.Ranked[i-1].Figure.Value {
			place = i + 1
		}
		v.Rows = append(v.Rows, standingRow{s.members[r.Member.Code], place, s.standing(r.Figure), v.Tally.Edition})
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

// tallyValues are what a message about a count may show.
func (s *Site) tallyValues(t *dataset.Tally) []any {
	return []any{"n", t.Meeting, "of", t.Of(), "allies", s.Config.Plural, "guideline", t.Guideline.Name, "year", t.Year, "day", t.Edition.Release.Date}
}

// yearSummary says in a sentence how many met the guideline in the year.
func (s *Site) yearSummary(y *yearView) string {
	switch {
	case y.Tally == nil:
		return s.Book.Say("year.summary_singles", "year", y.Year)
	case y.Tally.AtLeast():
		return s.Book.Say("year.summary_least."+tallyTense(y.Tally), s.tallyValues(y.Tally)...)
	}
	return s.Book.Say("year.summary."+tallyTense(y.Tally), s.tallyValues(y.Tally)...)
}
