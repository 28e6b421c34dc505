package dataset

import (
	"slices"

	"burdenshare/internal/civil"
)

// A Vintage is what was known on a day: of each source, what it had released
// by then.
type Vintage struct {
	*Dataset
	Day civil.Date

	bySource map[string][]*Edition // newest first
}

// AsOf returns what was known on a day.
func (d *Dataset) AsOf(day civil.Date) *Vintage {
	v := &Vintage{Dataset: d, Day: day, bySource: make(map[string][]*Edition, len(d.Sources))}
	for _, e := range d.editions {
		if !e.Release.Date.After(day) {
			v.bySource[e.Source.ID] = append(v.bySource[e.Source.ID], e)
		}
	}
	return v
}

// Known returns the editions of a source known on the day, newest first.
func (v *Vintage) Known(source string) []*Edition { return v.bySource[source] }

// Released returns the edition that a source released on a given day, if that
// was known on the vintage's own.
func (v *Vintage) Released(source string, day civil.Date) (*Edition, bool) {
	for _, e := range v.bySource[source] {
		if e.Release.Date == day {
			return e, true
		}
	}
	return nil, false
}

// Edition returns the newest edition of a source that answers a count, rank,
// statistic or chart of a measure and year.
func (v *Vintage) Edition(source, measure string, year int) (*Edition, bool) {
	for _, e := range v.bySource[source] {
		if e.Answers(measure, year) {
			return e, true
		}
	}
	return nil, false
}

// NewestYear returns the newest year that any edition of the source answers for
// the measure, and the newest such edition.
func (v *Vintage) NewestYear(source, measure string) (year int, e *Edition, ok bool) {
	for _, c := range v.bySource[source] {
		if ys := c.Years(measure); len(ys) > 0 && ys[len(ys)-1] > year {
			year, e = ys[len(ys)-1], c
		}
	}
	return year, e, e != nil
}

// EditionOver returns the newest edition of a source that answers a measure
// over years: from and to themselves where they are given, and at least two
// years if any edition has so many. A zero from or to is left open.
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
		if single == nil {
			single = e
		}
	}
	return single, single != nil
}

// Figure returns the newest figure that a source has for a member, year and
// measure; partial releases count.
func (v *Vintage) Figure(source, member string, year int, measure string) (*Figure, bool) {
	for _, e := range v.bySource[source] {
		if f, ok := e.Figure(member, year, measure); ok {
			return f, true
		}
	}
	return nil, false
}

// History returns every figure that a source has had for a member, year and
// measure, oldest release first: how it was revised. Figures that are no
// revisions of each other are left out, see Former.
func (v *Vintage) History(source, member string, year int, measure string) []*Figure {
	history, _ := v.history(source, member, year, measure)
	return history
}

// Former returns the figures that History leaves out, oldest release first:
// those at the prices of another year than the newest's, and those on the
// other side of a change in what is counted.
func (v *Vintage) Former(source, member string, year int, measure string) []*Figure {
	_, former := v.history(source, member, year, measure)
	return former
}

func (v *Vintage) history(source, member string, year int, measure string) (history, former []*Figure) {
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

// SameBase reports whether two figures of a measure are at the prices of one
// year, as two at current prices are: else their difference is no revision.
func (f *Figure) SameBase(g *Figure) bool {
	return !f.edition.d.Measures[f.Measure].Constant || f.PriceYear() == g.PriceYear()
}

// PriceYear returns the year at whose prices a figure is; 0 for one at
// current prices, and where the release does not say.
func (f *Figure) PriceYear() int {
	if !f.edition.d.Measures[f.Measure].Constant {
		return 0
	}
	return f.edition.Release.PriceYear
}

// EditionOf returns the edition that a figure stands in.
func (d *Dataset) EditionOf(f *Figure) *Edition { return f.edition }
