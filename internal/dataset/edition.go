package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"burdenshare/internal/civil"
	"burdenshare/internal/lists"
)

// An Edition is one release of one source, with its figures. One edition
// feeds a whole count, rank or chart; editions are not mixed.
type Edition struct {
	Source   *Source
	Release  *Release
	SeriesOf *Edition // the edition whose series it repeats, or nil

	d       *Dataset
	all     []Figure // in the order of its file
	figures map[key]*Figure
	years   map[string][]int // by measure: the years for which the edition answers, in order
	spans   map[string][]int // by measure: the years with any figure of a member, in order
	ranked  sync.Map         // Standings computed before, by count, because articles ask for the same ones repeatedly
}

// A count is what members are counted or ranked by.
type count struct {
	measure string
	year    int
}

func newEdition(d *Dataset, s *Source, r *Release, figures []Figure) *Edition {
	e := &Edition{Source: s, Release: r, d: d, all: figures, figures: make(map[key]*Figure, len(figures)),
		years: map[string][]int{}, spans: map[string][]int{}}
	held := map[count]int{}
	counted := func(m *Member) bool { return m.Exempt == "" }
	for i := range figures {
		f := &figures[i]
		e.figures[f.key], f.Edition = f, e
		if m := d.Members[f.Member]; !m.Aggregate {
			n := 0
			if m.Exempt == "" && m.Joined.Year <= f.Year {
				n = 1
			}
			held[count{f.Measure, f.Year}] += n
		}
	}
	for c, n := range held {
		e.spans[c.measure] = append(e.spans[c.measure], c.year)
		if !r.Partial && n > 0 && n*4 >= len(lists.Filter(d.MembersIn(c.year), counted))*3 {
			e.years[c.measure] = append(e.years[c.measure], c.year)
		}
	}
	for m := range e.spans {
		slices.Sort(e.spans[m])
		slices.Sort(e.years[m])
	}
	return e
}

// String returns the name of the edition for errors and source lines: "DAC, released 2019-05-01".
func (e *Edition) String() string {
	return fmt.Sprintf("%s, released %s", e.Source.Name, e.Release.Date)
}

// Len returns the number of figures.
func (e *Edition) Len() int { return len(e.figures) }

// Row returns the row of a figure in the published file of its release, which has the order of data/. The header is
// row 1.
func (f *Figure) Row() int {
	in := func(g Figure, line int) int { return g.Pos.Line - line }
	i, _ := slices.BinarySearchFunc(f.Edition.all, f.Pos.Line, in)
	return i + 2
}

// Figure returns the edition's figure for a member, year and measure.
func (e *Edition) Figure(member string, year int, measure string) (*Figure, bool) {
	who, what := e.d.Members[member], e.d.Measures[measure]
	if who == nil || what == nil {
		return nil, false
	}
	f, ok := e.figures[keyOf(who, what, year)]
	return f, ok
}

// quotient returns the two figures of a quotient, if the edition has both and the whole is positive.
func (e *Edition) quotient(member string, year int, q Quotient) (part, whole *Figure, ok bool) {
	part, ok = e.Figure(member, year, q.Part)
	whole, too := e.Figure(member, year, q.Whole)
	return part, whole, ok && too && whole.Value > 0
}

// Answers reports whether the edition can answer a count, rank, statistic or chart of the measure and year: whether
// it is not partial and has figures of at least three quarters of that year's members that are not exempt.
func (e *Edition) Answers(measure string, year int) bool {
	_, ok := slices.BinarySearch(e.Years(measure), year)
	return ok
}

// Years returns, in order, the years for which the edition answers the measure. The slice must not be changed.
func (e *Edition) Years(measure string) []int { return e.years[measure] }

// Span returns, in order, the years for which the edition has a figure of the measure for any member, even if the
// edition is partial. The slice must not be changed.
func (e *Edition) Span(measure string) []int { return e.spans[measure] }

// A Standing is a member with its figure.
type Standing struct {
	Member *Member
	Figure *Figure
}

// Standings are the members of a year, each exactly once: ranked, exempt or missing.
type Standings struct {
	Edition *Edition
	Year    int
	Ranked  []Standing // highest figure first, equal figures by name
	Exempt  []*Member  // without a figure of their own, by name
	Missing []*Member  // not in the edition, by name: a count is a lower bound
}

// Of returns the number of members of the year.
func (s *Standings) Of() int { return len(s.Ranked) + len(s.Exempt) + len(s.Missing) }

// Figures returns the ranked figures.
func (s *Standings) Figures() []*Figure { return FiguresOf(s.Ranked) }

// FiguresOf returns the figures of some members.
func FiguresOf(standings []Standing) []*Figure {
	return lists.Each(standings, func(s Standing) *Figure { return s.Figure })
}

// Standings returns the members of a year ranked by their figures of a measure. Exempt members are not ranked, even
// if a source has figures of them. The Standings are shared and must not be changed.
func (e *Edition) Standings(measure string, year int) *Standings {
	of := count{measure, year}
	s, ok := e.ranked.Load(of)
	if !ok {
		s, _ = e.ranked.LoadOrStore(of, e.standings(measure, year))
	}
	return s.(*Standings)
}

func (e *Edition) standings(measure string, year int) *Standings {
	s := &Standings{Edition: e, Year: year}
	for _, m := range e.d.MembersIn(year) {
		f, ok := e.Figure(m.Code, year, measure)
		switch {
		case m.Exempt != "":
			s.Exempt = append(s.Exempt, m)
		case ok:
			s.Ranked = append(s.Ranked, Standing{m, f})
		default:
			s.Missing = append(s.Missing, m)
		}
	}
	slices.SortStableFunc(s.Ranked, func(a, b Standing) int { return cmp.Compare(b.Figure.Value, a.Figure.Value) })
	return s
}

// A Tally counts the members that met a guideline in a year, according to one edition.
type Tally struct {
	*Standings
	Guideline *Guideline
	Meeting   int
}

// AtLeast reports whether members are missing, so that the count is a lower bound.
func (t *Tally) AtLeast() bool { return len(t.Missing) > 0 }

// Turned reports whether a count is another than that of an earlier edition, whatever the members without a figure do.
func (t *Tally) Turned(from *Tally) bool {
	return t.Meeting > from.Meeting+len(from.Missing) || from.Meeting > t.Meeting+len(t.Missing)
}

// Estimates reports whether some of the ranked figures are estimates.
func (s *Standings) Estimates() bool { return anyEstimate(s.Figures()) }

// AllEstimates reports whether every figure of the tally is an estimate.
func (t *Tally) AllEstimates() bool { return AllEstimates(t.Figures()) }

// AllEstimates reports whether there are figures, and all of them are estimates.
func AllEstimates(figures []*Figure) bool {
	return len(figures) > 0 && !slices.ContainsFunc(figures, func(f *Figure) bool { return f.Status != Estimate })
}

// Met returns the members that meet the guideline, highest first.
func (t *Tally) Met() []Standing { return t.where(true) }

// Short returns the members that do not meet the guideline, highest first.
func (t *Tally) Short() []Standing { return t.where(false) }

func (t *Tally) where(met bool) []Standing {
	return lists.Filter(t.Ranked, func(s Standing) bool { return t.Guideline.Met(s.Figure) == met })
}

// Tally returns the count of members that meet a guideline in a year.
func (e *Edition) Tally(g *Guideline, year int) *Tally {
	t := &Tally{Standings: e.Standings(g.Measure, year), Guideline: g}
	t.Meeting = len(t.Met())
	return t
}

// ended reports whether a year was over on the edition's cut-off day, or on the day of its release if there is no
// cut-off.
func (e *Edition) ended(year int) bool {
	day := cmp.Or(e.Release.Cutoff, e.Release.Date)
	return day.After(civil.Date{Year: year, Month: 12, Day: 31})
}

// Expected reports whether a figure is a forecast: whether its year was not over at the cut-off of its edition. An
// estimate may be of a year that was over.
func (f *Figure) Expected() bool { return !f.Edition.ended(f.Year) }

// Expected reports whether the figures of the year are forecasts.
func (s *Standings) Expected() bool { return !s.Edition.ended(s.Year) }

// Tense returns how a figure is spoken of: "actual", "estimated" or "expected".
func (f *Figure) Tense() string { return TenseOf([]*Figure{f}) }

// Tense returns the same of a count, which is estimated where some of its figures are estimates.
func (t *Tally) Tense() string { return tense(t.Expected(), t.Estimates()) }

// TenseOf returns the same of figures together, which are estimated where all of them are.
func TenseOf(figures []*Figure) string {
	return tense(slices.ContainsFunc(figures, (*Figure).Expected), AllEstimates(figures))
}

func tense(expected, estimated bool) string {
	switch {
	case expected:
		return "expected"
	case estimated:
		return "estimated"
	}
	return "actual"
}
