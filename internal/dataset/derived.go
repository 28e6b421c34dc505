package dataset

import (
	"cmp"
	"math"
	"strings"
)

// A Derived measure is computed from figures when it is asked for, and never
// stored. To add one, write its function and its line in derived.
type Derived struct {
	Name       string
	Guideline  bool // it is held against a guideline
	Collective bool // said of all members together, not of one
	derive     func(*Vintage, Terms, Query, *Guideline) (*Answer, error)
}

// Derivations returns every derived measure, in the order of the dictionary.
func Derivations() []*Derived { return derived }

var derived = []*Derived{
	{"distance", true, false, distance},
	{"shortfall", true, false, shortfall},
	{"meets", true, false, truth(true)},
	{"misses", true, false, truth(false)},
	{"rank", false, false, rank},
	{"share_of_total", false, false, shareOfTotal},
	{"pace", true, false, pace},
	{"like_for_like", false, false, likeForLike},
	{"meeting", true, true, meeting},
	{"below", true, true, below},
	{"median", false, true, median},
	{"mean", false, true, mean},
	{"weighted_mean", false, true, weightedMean},
	{"highest", false, true, extreme(true)},
	{"lowest", false, true, extreme(false)},
	{"sum", false, true, sum},
}

func derivedNamed(name string) *Derived {
	for _, d := range derived {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// IsDerived reports whether a name is that of a derived measure.
func IsDerived(name string) bool { return derivedNamed(name) != nil }

// derivedNames returns the names of the derived measures of one sort.
func derivedNames(collective bool) []string {
	var names []string
	for _, d := range derived {
		if d.Collective == collective {
			names = append(names, d.Name)
		}
	}
	return names
}

func quoteList(names []string) string { return strings.Join(names, ", ") }

// held returns the figure that a guideline is held against, and starts an
// answer with it.
func (v *Vintage) held(q Query, g *Guideline) (*Figure, *Answer, error) {
	if g == nil {
		return nil, nil, noAnswer("all guidelines are in "+guidelinesFile, "no guideline is a mark for %s", q.Measure)
	}
	f, err := v.figure(q, g.Measure)
	if err != nil {
		return nil, nil, err
	}
	return f, &Answer{Measure: v.Measures[g.Measure], Guideline: g, Edition: f.edition, Figures: []*Figure{f}}, nil
}

func distance(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
	f, a, err := v.held(q, g)
	if err != nil {
		return nil, err
	}
	a.Value, a.Decimals = g.Distance(f)
	a.Unit = a.Measure.Unit
	if a.Unit == Percent {
		a.Unit = Points
	}
	return a, nil
}

func truth(meets bool) func(*Vintage, Terms, Query, *Guideline) (*Answer, error) {
	return func(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
		f, a, err := v.held(q, g)
		if err != nil {
			return nil, err
		}
		a.Unit = Truth
		if g.Met(f) == meets {
			a.Value = 1
		}
		return a, nil
	}
}

func shortfall(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
	f, a, err := v.held(q, g)
	if err != nil {
		return nil, err
	}
	p, ok := v.Price(g, f)
	if !ok {
		return nil, noAnswer("a shortfall is priced by what the measure is a share of, its key of in "+measuresFile, "no source known on %s prices the shortfall of %s in %d", v.Day, v.Members[q.Subject].Name, q.Year)
	}
	a.Unit, a.Priced, a.About = p.Unit, p.Elsewhere, p.About
	if !g.Met(f) {
		a.Value = max(0, -g.Name.Side.Favour(p.Value))
	}
	a.Figures = append(a.Figures, p.Figures()...)
	return a, nil
}

func rank(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
	m, e, s, err := v.standings(t, q, g)
	if err != nil {
		return nil, err
	}
	place, ok := s.Place(q.Subject)
	if member := v.Members[q.Subject]; !ok && !member.Aggregate && member.Joined.Year > q.Year {
		return nil, noAnswer("ask of a later year", "%s joined on %s, so it has no place among the members of %d", member.Name, member.Joined, q.Year)
	}
	if member := v.Members[q.Subject]; !ok && member.Aggregate {
		return nil, noAnswer("ask for the place of a member", "%s is a group, and has no place among the members", member.Name)
	}
	if !ok {
		return nil, noAnswer(v.elsewhere(q, m.ID), "%s has no place among the members of %d in the edition of %s", v.Members[q.Subject].Name, q.Year, e)
	}
	a := &Answer{Value: float64(place), Unit: Place, Measure: m, Edition: e, Figures: s.Figures(), Missing: s.Missing}
	if g != nil {
		a.Tally = e.Tally(g, q.Year)
	}
	return a, nil
}

// standings finds the edition that a number over all members is made from,
// and puts them in order.
func (v *Vintage) standings(t Terms, q Query, g *Guideline) (*Measure, *Edition, *Standings, error) {
	id := q.Measure
	switch {
	case id != "":
	case g != nil:
		id = g.Measure
	default:
		id = t.Measure
	}
	e, err := v.edition(q, id)
	if err != nil {
		return nil, nil, nil, err
	}
	return v.Measures[id], e, e.Standings(id, q.Year), nil
}

// Place returns a member's place, from 1; equal figures share one.
func (s *Standings) Place(member string) (int, bool) {
	place := 0
	for i, r := range s.Ranked {
		if i == 0 || r.Figure.Value != s.Ranked[i-1].Figure.Value {
			place = i + 1
		}
		if r.Member.Code == member {
			return place, true
		}
	}
	return 0, false
}

// shareOfTotal divides a member's spending by that of the aggregate that is
// the whole, or of all members where the report names none, in one edition.
func shareOfTotal(v *Vintage, t Terms, q Query, _ *Guideline) (*Answer, error) {
	m := v.Measures[cmp.Or(q.Measure, t.Spending)]
	if m == nil {
		return nil, noAnswer("set spending in config.toml to the measure that shares are made of", "this report has no measure of spending")
	}
	f, err := v.figure(q, m.ID)
	if err != nil {
		return nil, err
	}
	e := f.edition
	a := &Answer{Unit: Percent, Decimals: 1, Measure: m, Edition: e, Figures: []*Figure{f}}
	whole := 0.0
	if t.Total != "" {
		total, ok := e.Figure(t.Total, q.Year, m.ID)
		if !ok {
			return nil, noAnswer("", "no %s of %s for %d in the edition of %s", m.ID, t.Total, q.Year, e)
		}
		whole = total.Value
		a.Figures = append(a.Figures, total)
	} else {
		if !e.Answers(m.ID, q.Year) {
			return nil, noAnswer("name the aggregate that is the whole as total in config.toml", "%s holds too little %s for %d to make a sum", e, m.ID, q.Year)
		}
		for _, s := range e.Standings(m.ID, q.Year).Ranked {
			whole += s.Figure.Value
			if s.Figure != f {
				a.Figures = append(a.Figures, s.Figure)
			}
		}
	}
	if whole == 0 {
		return nil, noAnswer("", "the whole is nothing")
	}
	a.Value = f.Value / whole * 100
	return a, nil
}

// Pace returns the growth a year that leads from one value to another, in per
// cent: (to / from)^(1/years) − 1. Of a share it is growth beyond that of what
// it is a share of. Both values must be above zero.
func Pace(from, to float64, years int) float64 {
	return (math.Pow(to/from, 1/float64(years)) - 1) * 100
}

// pace is the growth from the figure to the guideline, with the years from
// the figure's to the guideline's due year; nothing for one that is there.
func pace(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
	f, a, err := v.held(q, g)
	if err != nil {
		return nil, err
	}
	switch {
	case g.Due.IsZero():
		return nil, noAnswer("a guideline has its due day in "+guidelinesFile, "the guideline %q has no due year", g.ID)
	case g.Due.Year <= f.Year:
		return nil, noAnswer("ask of an earlier year", "the guideline %q was due in %d", g.ID, g.Due.Year)
	case f.Value <= 0:
		return nil, noAnswer("", "no growth leads from %s to the guideline", Number(f.Value, f.Decimals))
	}
	if !g.Met(f) {
		a.Value = Pace(f.Value, g.For(f.Member).Edge(f.Value), g.Due.Year-f.Year)
	}
	a.Unit, a.Decimals = Percent, 1
	return a, nil
}
