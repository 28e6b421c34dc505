package pages

import (
	"math"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// paceOver is how many years back a member's own pace is taken from; fewer where the edition does not reach so far.
const paceOver = 5

// farthest is how many years ahead a pace is extrapolated; beyond that it is not meaningful.
const farthest = 30

// A projection compares the growth that a member needs to reach the next dated guideline with the growth it has had.
// Both are in per cent a year, of the measure itself: growth beyond that of what the measure is a share of.
type projection struct {
	Guideline *dataset.Guideline
	Met       bool          // it meets it already
	Part      string        // of a share: what is divided, in few words, whose growth beyond the
	Base      string        // base's is the share's; "" if it is not a share
	needed    float64       // from the newest figure to the due year
	From      int           // the year that had begins in; 0 when the edition has one year only
	had       float64       // from then to the newest figure
	broken    *dataset.Note // because of which years before From are not compared
	reached   int           // the year in which had leads there; 0 when it does not within farthest
}

// nextDated returns the guideline of the report's measure that is due next after a year, and not before the newest
// release; nil when none is.
func (s *maker) nextDated(year int) *dataset.Guideline {
	newest := s.NewestDay()
	ahead := func(g *dataset.Guideline) bool { return g.Due.Year > year && !g.Due.Before(newest) }
	later := lists.Filter(s.Agreed(), ahead)
	if len(later) == 0 {
		return nil
	}
	return slices.MinFunc(later, func(a, b *dataset.Guideline) int { return a.Due.Compare(b.Due) })
}

// projection returns the projection of a member from its newest figure, or nil if no guideline is due later or it
// cannot be computed.
func (s *maker) projection(e *dataset.Edition, f *dataset.Figure) *projection {
	g := s.nextDated(f.Year)
	if g == nil || f.Value <= 0 {
		return nil
	}
	edge := g.For(f.Member).Edge(f.Value)
	o := &projection{Guideline: g, Met: g.Met(f), needed: dataset.Pace(f.Value, edge, g.Due.Year-f.Year)}
	o.Part, o.Base = s.shareOf(f)
	for y := f.Year - paceOver; y < f.Year; y++ {
		past, ok := e.Figure(f.Member, y, f.Measure)
		if !ok || past.Value <= 0 {
			continue
		}
		if n := dataset.BreakBetween(past, f); n != nil {
			o.broken = n
			continue
		}
		o.From, o.had = y, dataset.Pace(past.Value, f.Value, f.Year-y)
		break
	}
	if o.had*o.needed > 0 && !o.Met {
		// A hair less, so that a mark reached to the dot is not a year late.
		years := math.Ceil(math.Log(edge/f.Value)/math.Log1p(o.had/100) - 1e-9)
		if years <= farthest {
			o.reached = f.Year + int(years)
		}
	}
	return o
}

// paceDecimals returns the digits behind the point of a growth: one, or as many as show that there is some.
func paceDecimals(v float64) int {
	n := 1
	for v != 0 && n < 6 && dataset.Round(v, n) == 0 {
		n++
	}
	return n
}

// shareOf names what a share is computed from, in few words; "" if the measure is not a share, or the base differs
// from its measure's.
func (s *maker) shareOf(f *dataset.Figure) (part, base string) {
	m := s.Data.Measures[f.Measure]
	for _, q := range m.Quotients {
		own, ok := f.Edition.Figure(f.Member, f.Year, q.Whole)
		if q.Whole != m.Of || ok && own.Redefined() {
			continue
		}
		return s.Brief(s.Data.Measures[q.Part]), s.Brief(s.Data.Measures[q.Whole])
	}
	return "", ""
}
