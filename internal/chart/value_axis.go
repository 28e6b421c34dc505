package chart

import "burdenshare/internal/dataset"

// drawValueAxis draws the lines of an axis that lies down, each in pieces from
// one height to another, and its numbers above top, of which the last says the
// unit. Numbers that would meet the one before are left out.
func drawValueAxis(p *pen, x scale, t steps, u dataset.Unit, s size, top float64, pieces [][2]float64) {
	p.raw(`<path class="grid" d="`)
	for _, v := range t.values {
		for _, y := range pieces {
			p.raw("M").num(x.at(v)).raw(" ").num(y[0]).raw("V").num(y[1])
		}
	}
	p.raw(`"/>`)
	p.group("tick", s.small, "middle")
	edge := -100.0
	for i, v := range t.values {
		label := p.tick(t, i, u)
		w := p.width(label, s.small)
		at := inside(x.at(v), w, s.width)
		if at-w/2 < edge+6 {
			continue
		}
		p.text(at, top-5, label)
		edge = at + w/2
	}
	p.end()
}

// tick writes tick i of an axis; the last says the unit.
func (w words) tick(t steps, i int, u dataset.Unit) string {
	if u == dataset.Percent && i == len(t.values)-1 {
		return w.Amount(string(u), t.values[i], t.decimals)
	}
	return w.tickLabel(u, t.values[i], t.decimals)
}

// circle writes the geometry of a circle, without closing its tag.
func (p *pen) circle(x, y, r float64) *pen {
	return p.raw(`<circle cx="`).num(x).raw(`" cy="`).num(y).raw(`" r="`).num(r).raw(`"`)
}

// estimate writes the class of a mark that shows an estimate.
func (p *pen) estimate(f *dataset.Figure) *pen {
	if f.Status == dataset.Estimate {
		p.raw(` class="est"`)
	}
	return p
}

// figure writes the data of a mark that shows a published figure.
func (p *pen) figure(f *dataset.Figure) *pen {
	return p.data(f.Member, f.Year, dataset.Plain(f.Value, f.Decimals))
}

// edition writes, in a drawing of several editions, that of a mark.
func (p *pen) edition(f *dataset.Figure) *pen {
	return p.raw(` data-source="`).escape(f.Source).raw(`" data-released="`).raw(f.Released.String()).raw(`"`)
}
