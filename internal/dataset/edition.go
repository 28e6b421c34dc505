package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"sync"
)

// An Edition is one release of one source, with its figures. One edition
// feeds a whole count, rank or chart; editions are not mixed.
type Edition struct {
	Source  *Source
	Release *Release

	d        *Dataset
	all      []Figure // in the order of its file
	original *Edition // whose series it repeats; nil for its own
	figures  map[key]*Figure
	years    map[int16][]int // by measure: the years the edition answers, in order
	spans    map[int16][]int // by measure: the years with any figure of a member, in order
	ranked   sync.Map        // Standings asked for before, by key without member: articles ask the same again and again
}

func newEdition(d *Dataset, s *Source, r *Release, figures []Figure) *Edition {
	e := &Edition{Source: s, Release: r, d: d, all: figures, figures: make(map[key]*Figure, len(figures)),
		years: map[int16][]int{}, spans: map[int16][]int{}}
	type cell struct{ measure, year int16 }
	held := map[cell]int{}
	for i := range figures {
		f := &figures[i]
		e.figures[f.key], f.edition = f, e
		if m := d.Members[f.Member]; !m.Aggregate {
			n := 0
			if m.Exempt == "" && m.Joined.Year <= f.Year {
				n = 1
			}
			held[cell{f.key.measure, f.key.year}] += n
		}
	}
	due := map[int16]int{} // by year: members with a figure to give
	for c, n := range held {
		e.spans[c.measure] = append(e.spans[c.measure], int(c.year))
		if r.Partial {
			continue
		}
		if _, ok := due[c.year]; !ok {
			for _, m := range d.MembersIn(int(c.year)) {
				if m.Exempt == "" {
					due[c.year]++
				}
			}
		}
		if n > 0 && n*4 >= due[c.year]*3 {
			e.years[c.measure] = append(e.years[c.measure], int(c.year))
		}
	}
	for _, years := range e.years {
		slices.Sort(years)
	}
	for _, years := range e.spans {
		slices.Sort(years)
	}
	return e
}

// String names the edition as errors and source lines have it: "DAC,
// released 2016-07-04".
func (e *Edition) String() string {
	return fmt.Sprintf("%s, released %s", e.Source.Name, e.Release.Date)
}

// Len returns the number of figures.
func (e *Edition) Len() int { return len(e.figures) }

// Figure returns what the edition says of a member, year and measure.
func (e *Edition) Figure(member string, year int, measure string) (*Figure, bool) {
	k, ok := e.d.key(member, year, measure)
	if !ok {
		return nil, false
	}
	f, ok := e.figures[k]
	return f, ok
}

// key packs a member, year and measure. Without the member it is still the
// key of the measure and year.
func (d *Dataset) key(member string, year int, measure string) (key, bool) {
	ms, counted := d.Measures[measure]
	if !counted {
		return key{-1, -1, int16(year)}, false
	}
	m, known := d.Members[member]
	if !known {
		return key{-1, ms.id, int16(year)}, false
	}
	return key{m.id, ms.id, int16(year)}, true
}

// Answers reports whether the edition answers a count, rank, statistic or chart
// of the measure and year: it is not partial, and holds at least three
// quarters of that year's members that are not exempt.
func (e *Edition) Answers(measure string, year int) bool {
	_, ok := slices.BinarySearch(e.Years(measure), year)
	return ok
}

// Years returns the years for which the edition answers the measure, in order.
// The slice must not be changed.
func (e *Edition) Years(measure string) []int {
	if m, ok := e.d.Measures[measure]; ok {
		return e.years[m.id]
	}
	return nil
}

// Span returns the years for which the edition has any member's figure of the
// measure, in order; it may be partial. The slice must not be changed.
func (e *Edition) Span(measure string) []int {
	if m, ok := e.d.Measures[measure]; ok {
		return e.spans[m.id]
	}
	return nil
}

// A Standing is a member with its figure.
type Standing struct {
	Member *Member
	Figure *Figure
}

// Standings are all members of a year, each once, by what is known of it.
type Standings struct {
	Edition *Edition
	Year    int
	Ranked  []Standing // highest figure first, equal ones by name
	Exempt  []*Member  // without a figure of their own, by name
	Missing []*Member  // not in the edition, by name: what is counted is a lower bound
}

// Of returns the number of members of the year.
func (s *Standings) Of() int { return len(s.Ranked) + len(s.Exempt) + len(s.Missing) }

// Figures returns the ranked figures.
func (s *Standings) Figures() []*Figure {
	list := make([]*Figure, len(s.Ranked))
	for i, r := range s.Ranked {
		list[i] = r.Figure
	}
	return list
}

// Standings returns the members of a year by their figure of a measure. Exempt
// members have no place among them, whatever a source says of them. The
// Standings are shared and must not be changed.
func (e *Edition) Standings(measure string, year int) *Standings {
	k, _ := e.d.key("", year, measure)
	if s, ok := e.ranked.Load(k); ok {
		return s.(*Standings)
	}
	s, _ := e.ranked.LoadOrStore(k, e.standings(measure, year))
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

// A Tally is how many members met a guideline in a year, by one edition.
type Tally struct {
	*Standings
	Guideline *Guideline
	Meeting   int
}

// AtLeast says that members are missing, so that the count is a lower bound.
func (t *Tally) AtLeast() bool { return len(t.Missing) > 0 }

// Estimates reports whether figures that the count rests on are estimates.
func (s *Standings) Estimates() bool {
	return slices.ContainsFunc(s.Ranked, func(r Standing) bool { return r.Figure.Status == Estimate })
}

// AllEstimates reports whether every figure of the tally is an estimate.
func (t *Tally) AllEstimates() bool {
	return len(t.Ranked) > 0 && !slices.ContainsFunc(t.Ranked, func(s Standing) bool { return s.Figure.Status != Estimate })
}

// Met returns the members that meet the guideline, highest first.
func (t *Tally) Met() []Standing { return t.where(true) }

// Short returns the members that do not, highest first.
func (t *Tally) Short() []Standing { return t.where(false) }

func (t *Tally) where(met bool) []Standing {
	var list []Standing
	for _, r := range t.Ranked {
		if t.Guideline.Met(r.Figure) == met {
			list = append(list, r)
		}
	}
	return list
}

// Tally counts the members that meet a guideline in a year.
func (e *Edition) Tally(g *Guideline, year int) *Tally {
	t := &Tally{Standings: e.Standings(g.Measure, year), Guideline: g}
	for _, r := range t.Ranked {
		if g.Met(r.Figure) {
			t.Meeting++
		}
	}
	return t
}
