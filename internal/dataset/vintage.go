package dataset

import (
	"cmp"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/lists"
)

// A Vintage is what was known on a day: the editions that each source had released by then.
type Vintage struct {
	*Dataset
	Day civil.Date

	bySource map[string][]*Edition // newest first
}

// AsOf returns what was known on a day.
func (d *Dataset) AsOf(day civil.Date) *Vintage {
	v := &Vintage{Dataset: d, Day: day, bySource: make(map[string][]*Edition, len(d.Sources))}
	for _, e := range d.Editions {
		if !e.Release.Date.After(day) {
			v.bySource[e.Source.ID] = append(v.bySource[e.Source.ID], e)
		}
	}
	return v
}

// Known returns the editions of a source known on the day, newest first.
func (v *Vintage) Known(source string) []*Edition { return v.bySource[source] }

// Released returns the edition that a source released on a given day, if it was known on the day of the vintage.
func (v *Vintage) Released(source string, day civil.Date) (*Edition, bool) {
	e := lists.Find(v.bySource[source], func(e *Edition) bool { return e.Release.Date == day })
	return e, e != nil
}

// Edition returns the newest edition of a source that answers for a measure and year.
func (v *Vintage) Edition(source, measure string, year int) (*Edition, bool) {
	e := lists.Find(v.bySource[source], func(e *Edition) bool { return e.Answers(measure, year) })
	return e, e != nil
}

// NewestYear returns the newest year for which any edition of the source answers the measure, and the newest such
// edition.
func (v *Vintage) NewestYear(source, measure string) (year int, e *Edition, ok bool) {
	for _, c := range v.bySource[source] {
		if ys := c.Years(measure); len(ys) > 0 && ys[len(ys)-1] > year {
			year, e = ys[len(ys)-1], c
		}
	}
	return year, e, e != nil
}

// EditionOver returns the newest edition of a source that answers a measure from one year to another: for both years
// if they are given, and for at least two years if any edition has so many. A zero from or to is open.
func (v *Vintage) EditionOver(source, measure string, from, to int) (*Edition, bool) {
	var single *Edition
	for _, e := range v.bySource[source] {
		ys := e.Years(measure)
		if len(ys) == 0 || from != 0 && !e.Answers(measure, from) || to != 0 && !e.Answers(measure, to) {
			continue
		}
		if len(ys) > 1 {
			return e, true
		}
		single = cmp.Or(single, e)
	}
	return single, single != nil
}

// Figure returns the newest figure that a source has for a member, year and measure, including those of partial
// releases.
func (v *Vintage) Figure(source, member string, year int, measure string) (*Figure, bool) {
	for _, e := range v.bySource[source] {
		if f, ok := e.Figure(member, year, measure); ok {
			return f, true
		}
	}
	return nil, false
}

// History returns all figures that a source has published for a member, year and measure, oldest release first: how
// it was revised. Those that are not revisions of each other are former: those at the prices of a different year from
// the newest's, and those before a change of definition.
func (v *Vintage) History(source, member string, year int, measure string) (history, former []*Figure) {
	for _, e := range v.bySource[source] {
		f, ok := e.Figure(member, year, measure)
		switch {
		case !ok:
		case len(history) == 0 || f.SameBase(history[0]) && BreakBetween(f, history[0]) == nil:
			history = append(history, f)
		default:
			former = append(former, f)
		}
	}
	slices.Reverse(history)
	slices.Reverse(former)
	return history, former
}

// SameBase reports whether two figures of a measure are at the prices of one year, or both at current prices. If they
// are not, their difference is not a revision.
func (f *Figure) SameBase(g *Figure) bool { return f.PriceYear() == g.PriceYear() }

// PriceYear returns the year of a figure's constant prices; 0 for current prices and if the release does not say.
func (f *Figure) PriceYear() int {
	if !f.Edition.d.Measures[f.Measure].Constant {
		return 0
	}
	return f.Edition.Release.PriceYear
}
