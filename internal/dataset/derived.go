package dataset

import (
	"cmp"
	"math"

	"burdenshare/internal/lists"
	"burdenshare/internal/unit"
)

// A Derived measure is computed from figures when a query asks for it, and never stored. To add one, write its
// function and add it to Derivations, with what is true of all its answers.
type Derived struct {
	Name       string
	Guideline  bool // it is compared with a guideline
	Collective bool // it applies to all members together, not to one
	Others     bool // of one member, but computed from figures of others too
	Priced     bool // it may need figures of another source
	Apart      bool // it is how far one number is from another, which words such as "more" may say
	Signed     bool // it may be negative: words such as "below" determine its sign
	Side       int  // of the guideline that all its answers are on: 1 above, -1 below, 0 for neither
	derive     derivation
}

// A derivation answers a query for a derived measure.
type derivation func(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error)

// Derivations are all derived measures.
var Derivations = []*Derived{
	{Name: "distance", Guideline: true, Apart: true, Signed: true, derive: compared(distance)},
	{Name: "shortfall", Guideline: true, Apart: true, Priced: true, Side: -1, derive: compared(shortfall)},
	{Name: "meets", Guideline: true, derive: compared(truth(true))},
	{Name: "misses", Guideline: true, derive: compared(truth(false))},
	{Name: "rank", Others: true, derive: rank},
	{Name: "share_of_total", Others: true, derive: shareOfTotal},
	{Name: "pace", Guideline: true, Apart: true, Priced: true, Side: 1, derive: compared(pace)},
	{Name: "like_for_like", Others: true, Apart: true, Signed: true, derive: likeForLike},
	{Name: "meeting", Guideline: true, Collective: true, Side: 1, derive: tally((*Tally).Met)},
	{Name: "below", Guideline: true, Collective: true, Side: -1, derive: tally((*Tally).Short)},
	{Name: "median", Collective: true, derive: over(median)},
	{Name: "mean", Collective: true, derive: over(mean)},
	{Name: "weighted_mean", Collective: true, derive: over(weightedMean)},
	{Name: "highest", Collective: true, derive: over(highest)},
	{Name: "lowest", Collective: true, derive: over(lowest)},
	{Name: "sum", Collective: true, derive: over(sum)},
}

func derivedNamed(name string) *Derived {
	return lists.Find(Derivations, func(d *Derived) bool { return d.Name == name })
}

// IsDerived reports whether name is the name of a derived measure.
func IsDerived(name string) bool { return derivedNamed(name) != nil }

// derivedNames returns the names of the derived measures that apply to all members together, or to one.
func derivedNames(collective bool) []string {
	some := lists.Filter(Derivations, func(d *Derived) bool { return d.Collective == collective })
	return lists.Each(some, func(d *Derived) string { return d.Name })
}

// compared returns what is computed from the figure that is compared with the guideline.
func compared(compute func(*Vintage, *Answer, *Figure) error) derivation {
	return func(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
		f, err := v.figure(q, g.Measure)
		if err != nil {
			return nil, err
		}
		a := &Answer{Measure: v.Measures[g.Measure], Guideline: g, Edition: f.Edition, Figures: []*Figure{f}}
		return a, compute(v, a, f)
	}
}

// distance returns how far the figure is from the guideline, in points if it is a share.
func distance(_ *Vintage, a *Answer, f *Figure) error {
	a.Value, a.Decimals = a.Guideline.Distance(f)
	a.Unit = a.Measure.Unit.Apart()
	return nil
}

// truth returns a measure that is 1 if the figure meets the guideline, or misses it, and 0 otherwise.
func truth(meets bool) func(*Vintage, *Answer, *Figure) error {
	return func(_ *Vintage, a *Answer, f *Figure) error {
		a.Unit = Truth
		if a.Guideline.Met(f) == meets {
			a.Value = 1
		}
		return nil
	}
}

// shortfall returns the distance below the guideline in money, and 0 if the figure meets it.
func shortfall(v *Vintage, a *Answer, f *Figure) error {
	p, ok := v.Price(a.Guideline, f)
	if !ok {
		return noAnswer("a shortfall is priced with the base of the measure, its key of in "+measuresFile,
			"no source known on %s prices the shortfall of %s in %d", v.Day, v.Members[f.Member].Name, f.Year)
	}
	a.Unit, a.Priced, a.About = p.Unit, p.Elsewhere, p.About
	if !a.Guideline.Met(f) {
		a.Value = max(0, -a.Guideline.Name.Side.Favour(p.Value))
		a.Decimals = unit.Digits(a.Value)
	}
	a.Figures = append(a.Figures, p.Figures()...)
	return nil
}

// rank returns the place of the member's figure among those of all members in the edition, the highest first.
func rank(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
	m, e, s, err := v.standings(t, q, g)
	if err != nil {
		return nil, err
	}
	place, ok := s.Place(q.Subject)
	switch member := v.Members[q.Subject]; {
	case ok:
	case member.Aggregate:
		return nil, noAnswer("ask for the rank of a member",
			"%s is an aggregate and has no rank among the members", member.Name)
	case member.Joined.Year > q.Year:
		return nil, noAnswer("ask for a later year", "%s joined on %s, so it has no rank among the members of %d",
			member.Name, member.Joined, q.Year)
	default:
		return nil, noAnswer(v.elsewhere(q, m.ID), "%s has no rank among the members of %d in the edition of %s",
			member.Name, q.Year, e)
	}
	a := &Answer{Value: float64(place), Unit: Place, Measure: m, Edition: e, Figures: s.Figures(), Missing: s.Missing}
	if g != nil {
		a.Tally = e.Tally(g, q.Year)
	}
	return a, nil
}

// standings returns the edition's ranking of the members from which a number over all members is computed.
func (v *Vintage) standings(t Terms, q Query, g *Guideline) (*Measure, *Edition, *Standings, error) {
	id := cmp.Or(q.Measure, t.Measure)
	if q.Measure == "" && g != nil {
		id = g.Measure
	}
	e, err := v.edition(q, id)
	if err != nil {
		return nil, nil, nil, err
	}
	return v.Measures[id], e, e.Standings(id, q.Year), nil
}

// Place returns the rank of a member, from 1, and reports whether it has one. Equal figures have the same rank.
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

// shareOfTotal divides a member's spending by that of the aggregate that is the total, or of all members if the
// report names none, in one edition.
func shareOfTotal(v *Vintage, t Terms, q Query, _ *Guideline) (*Answer, error) {
	m := v.Measures[cmp.Or(q.Measure, t.Spending)]
	if m == nil {
		return nil, noAnswer("set spending in config.toml to the measure that shares are computed from",
			"this report has no measure of spending")
	}
	f, err := v.figure(q, m.ID)
	if err != nil {
		return nil, err
	}
	e := f.Edition
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
			return nil, noAnswer("set total in config.toml to the aggregate that is the total",
				"%s has too few figures of %s for %d to make a sum", e, m.ID, q.Year)
		}
		for _, s := range e.Standings(m.ID, q.Year).Ranked {
			whole += s.Figure.Value
			if s.Figure != f {
				a.Figures = append(a.Figures, s.Figure)
			}
		}
	}
	if whole == 0 {
		return nil, noAnswer("", "the total is 0")
	}
	a.Value = f.Value / whole * 100
	return a, nil
}

// Pace returns the annual growth in per cent from one value to another: (to / from)^(1/years) − 1. For a share it is
// growth beyond that of its base. Both values must be positive.
func Pace(from, to float64, years int) float64 {
	return (math.Pow(to/from, 1/float64(years)) - 1) * 100
}

// pace returns the annual growth from the figure to the guideline, over the years from the figure's year to the
// guideline's due year; 0 if the figure meets it.
func pace(_ *Vintage, a *Answer, f *Figure) error {
	g := a.Guideline
	switch {
	case g.Due.IsZero():
		return noAnswer("set due in "+guidelinesFile, "the guideline %q has no due year", g.ID)
	case g.Due.Year <= f.Year:
		return noAnswer("ask for an earlier year", "the guideline %q was due in %d", g.ID, g.Due.Year)
	case f.Value <= 0:
		return noAnswer("", "no growth leads from %s to the guideline", Number(f.Value, f.Decimals))
	}
	if !g.Met(f) {
		a.Value = Pace(f.Value, g.For(f.Member).Edge(f.Value), g.Due.Year-f.Year)
	}
	a.Unit, a.Decimals = Percent, 1
	return nil
}
