package dataset

import (
	"math"

	"burdenshare/internal/lists"
	"burdenshare/internal/unit"
)

// A Price is a distance from a guideline in money.
type Price struct {
	Value     float64 // in Unit, positive above the guideline and negative below it; not rounded
	Unit      Unit    // a unit of money
	Part      *Figure // the spending in the figure's own edition; nil if computed from the share
	Base      *Figure // what the measure is a share of; nil for a measure that is money itself
	Elsewhere *Figure // the base if it is not from the figure's own edition, or nil
	About     bool    // computed from the share as printed, so that its rounding affects the amount
}

// Figures returns the figures that the price is computed from besides the share.
func (p Price) Figures() []*Figure {
	return lists.Filter([]*Figure{p.Part, p.Base}, func(f *Figure) bool { return f != nil })
}

// Negligible reports whether a price may be 0 for all that its figures tell.
func (p Price) Negligible() bool {
	if p.Part == nil {
		return p.Value == 0
	}
	return math.Abs(p.Value) < 0.5*math.Pow10(-p.Part.Decimals)
}

// Price converts a figure's distance from a guideline into money. If the figure's edition has both the spending and
// the base of the share, the price is the spending less the guideline's part of the base. Otherwise it is
// approximately the distance times the base, which is taken from the same edition, from the newest release of another
// source known on the day, or from another edition of the same source. In the last two cases Elsewhere is set.
func (v *Vintage) Price(g *Guideline, f *Figure) (Price, bool) {
	m := v.Measures[g.Measure]
	d, _ := g.Distance(f)
	p, of := Price{Unit: v.Currency(m)}, v.Measures[m.Of]
	switch {
	case of == nil && m.Unit.Money() && m.Unit.Adds():
		return Price{Value: d, Unit: m.Unit}, true
	case p.Unit == nil || !v.findBase(&p, f, of.ID):
		return Price{}, false
	case m.Unit == Percent:
		p.priceShare(g, d, f)
	default: // a rate, such as euros per head times the number of heads
		p.Value, p.About = d*m.Unit.Scale*p.Base.Value*of.Unit.Scale/p.Unit.Scale, true
	}
	return p, true
}

// Currency returns the unit in which distances of a measure are priced, or nil if they have no price.
func (d *Dataset) Currency(m *Measure) Unit {
	switch of := d.Measures[m.Of]; {
	case of == nil:
	case m.Unit == Percent && of.Unit.Money():
		return of.Unit
	case m.Unit.Money() && !of.Unit.Money() && of.Unit.Adds():
		return d.total(m.Unit)
	}
	return nil
}

// total returns the unit for sums of a unit of money: one that the report defines, or otherwise millions of it.
func (d *Dataset) total(u Unit) Unit {
	for _, id := range d.UnitIDs() {
		if t := d.Units[id]; t.Currency == u.Currency && t.Adds() {
			return t
		}
	}
	return &unit.Unit{ID: u.Currency, Symbol: u.Symbol, Before: u.Before, Scale: 1e6,
		Plural: u.Currency, Currency: u.Currency}
}

// priceShare prices a distance of a share of the base.
func (p *Price) priceShare(g *Guideline, distance float64, f *Figure) {
	if part := f.Part(); part != nil && p.Elsewhere == nil {
		exact := part.Value - g.For(f.Member).Edge(f.Value)/100*p.Base.Value
		if met := g.Met(f); g.Name.Side != Between && (met || g.Name.Side.Favour(exact) <= 0) || !met &&
			math.Signbit(exact) == math.Signbit(distance) {
			p.Value, p.Part = exact, part
			return
		} // the spending is above the mark although the share is below it: the two do not agree
	}
	p.Value, p.About = distance/100*p.Base.Value, true
}

// findBase sets the base of the share, from the figure's own edition or another, and reports whether there is one.
func (v *Vintage) findBase(p *Price, f *Figure, of string) bool {
	base, ok := f.Edition.Figure(f.Member, f.Year, of)
	if p.Base = base; !ok {
		p.Base = v.baseElsewhere(f, of)
		p.Elsewhere = p.Base
	}
	return p.Base != nil
}

// baseElsewhere returns the base of a share from another edition, or nil.
func (v *Vintage) baseElsewhere(f *Figure, of string) *Figure {
	var best *Figure
	for _, id := range v.SourceIDs() {
		if id == f.Source {
			continue
		}
		if b, ok := v.Figure(id, f.Member, f.Year, of); ok && (best == nil || b.Released.After(best.Released)) {
			best = b
		}
	}
	if best == nil {
		best, _ = v.Figure(f.Source, f.Member, f.Year, of)
	}
	return best
}
