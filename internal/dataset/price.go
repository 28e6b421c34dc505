package dataset

// A Price is a distance from a guideline in money.
type Price struct {
	Value     float64 // millions of US dollars, above (positive) or below the guideline; not rounded
	Part      *Figure // what was spent, of the figure's own edition; nil when worked out from the share
	Base      *Figure // what the measure is a share of
	Elsewhere *Figure // the base when it is not from the figure's own edition; else nil
	About     bool    // worked out from the share as printed, whose rounding is money too
}

// Figures returns what the price rests on besides the share.
func (p Price) Figures() []*Figure {
	if p.Part == nil {
		return []*Figure{p.Base}
	}
	return []*Figure{p.Part, p.Base}
}

// Price puts a figure's distance from a guideline into money. Where the
// figure's edition holds what was spent and what that is a share of, it is
// what was spent less the mark's part of the whole. Else it is about the
// distance times the whole, which is then taken from the same edition, from
// the newest release of another source known on the day, or from another
// edition of the same source; the last two are in Elsewhere.
func (v *Vintage) Price(g *Guideline, f *Figure) (Price, bool) {
	of := v.Measures[g.Measure].Of
	if of == "" || v.Measures[of].Unit != USDMillion {
		return Price{}, false
	}
	base, ok := f.edition.Figure(f.Member, f.Year, of)
	if part := f.Part(); part != nil {
		p := Price{Value: part.Value - g.AtLeast/100*base.Value, Part: part, Base: base}
		if g.MetBy(f.Value) || p.Value <= 0 {
			return p, true
		} // a share below the mark is not above it in money: the two do not go together
	}
	p := Price{Base: base, About: true}
	if !ok {
		p.Base = v.baseElsewhere(f, of)
		p.Elsewhere = p.Base
	}
	if p.Base == nil {
		return Price{}, false
	}
	d, _ := g.Distance(f)
	p.Value = d / 100 * p.Base.Value
	return p, true
}

// baseElsewhere returns what a figure is a share of from another edition.
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
