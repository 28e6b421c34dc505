package chart

import (
	"strconv"

	"burdenshare/internal/dataset"
)

// draw gives one drawing.
func (d *growths) draw(id string, s size, title, desc string) []byte {
	p := newPen(id, s, d.words)
	l := d.layout(p, s)
	p.open(s, l.height, title, desc)
	for _, side := range [2]string{"up", "down"} {
		if d.any(side, true) {
			p.hatch(side)
		}
	}
	if l.dense {
		d.drawTicks(p, &l)
	}
	for _, side := range [2]string{"up", "down"} {
		d.drawColumns(p, &l, side, false)
		d.drawColumns(p, &l, side, true)
	}
	d.drawZero(p, &l)
	if len(d.panels) > 1 {
		p.group("count panel", s.text, "")
		for i := range d.panels {
			p.text(0, l.tops[i]-7, d.panels[i].member.Name)
		}
		p.end()
	}
	if l.lying {
		d.drawLyingTexts(p, &l)
	} else {
		d.drawStandingTexts(p, &l)
	}
	return p.close()
}

// growthSide is the class of a column: what has not shrunk stands up.
func growthSide(v float64) string {
	if v < 0 {
		return "down"
	}
	return "up"
}

// any says whether some figure goes to a side, as an estimate or not.
func (d *growths) any(side string, estimate bool) bool {
	for i := range d.panels {
		for _, f := range d.panels[i].figures {
			if growthSide(f.Value) == side && (f.Status == dataset.Estimate) == estimate {
				return true
			}
		}
	}
	return false
}

func (d *growths) drawColumns(p *pen, l *growthLayout, side string, estimate bool) {
	if !d.any(side, estimate) {
		return
	}
	p.raw("<g")
	if estimate {
		p.hatched(side)
	} else {
		p.raw(` class="`).raw(side).raw(`"`)
	}
	p.raw(">")
	for i := range d.panels {
		for _, f := range d.panels[i].figures {
			if growthSide(f.Value) != side || (f.Status == dataset.Estimate) != estimate {
				continue
			}
			x, y, w, h := l.rect(d, i, f.Year, f.Value)
			p.rect(x, y, w, h).figure(f).raw("/>")
		}
	}
	p.end()
}

// drawZero draws the line that columns stand on, in every panel.
func (d *growths) drawZero(p *pen, l *growthLayout) {
	p.raw(`<path class="zero" d="`)
	for i := range d.panels {
		if l.lying {
			p.raw("M").num(l.v.at(0)).raw(" ").num(l.tops[i]).raw("V").num(l.tops[i] + float64(d.to-d.from+1)*l.pitch)
		} else {
			p.raw("M").num(l.left).raw(" ").num(l.y(i, 0)).raw("H").num(l.left + float64(d.to-d.from+1)*l.pitch)
		}
	}
	p.raw(`"/>`)
}

// drawTicks draws an axis of values, which a drawing needs when not every
// column has its own.
func (d *growths) drawTicks(p *pen, l *growthLayout) {
	t := d.ticks()
	right := l.left + float64(d.to-d.from+1)*l.pitch
	p.raw(`<path class="grid" d="`)
	for i := range d.panels {
		for _, v := range t.values {
			if !d.panels[i].spans(v) {
				continue
			}
			p.raw("M").num(l.left - 4).raw(" ").num(l.y(i, v)).raw("H").num(right)
		}
	}
	p.raw(`"/>`)
	p.group("tick", l.small, "end")
	for i := range d.panels {
		for k, v := range t.values {
			if !d.panels[i].spans(v) {
				continue
			}
			p.text(l.left-8, l.y(i, v)+0.35*l.small, d.tick(t, k, d.measure.Unit))
		}
	}
	p.end()
}

// spans says whether a value lies within those of a panel, nothing included.
func (n *panel) spans(v float64) bool {
	high, low := n.extremes()
	return v >= min(low.Value, 0) && v <= max(high.Value, 0)
}

// drawStandingTexts writes the values beyond the columns' ends and the years
// below all panels. In a dense drawing the last value stands beside its
// column, and the others where they do not meet it.
func (d *growths) drawStandingTexts(p *pen, l *growthLayout) {
	p.group("count", l.small, "middle")
	for i := range d.panels {
		n := &d.panels[i]
		edge := -1.0 // where the value before ends
		limit := l.width
		if l.dense {
			limit = l.left + float64(d.to-d.from+1)*l.pitch
		}
		for _, f := range n.figures {
			if !l.told(n, f.Year) || l.dense && f.Year == d.to {
				continue
			}
			text := d.signed(d.measure.Unit, f.Value, f.Decimals)
			w := p.boldWidth(text, l.small)
			x := max(inside(l.x(d, f.Year), w, limit), l.left+w/2)
			if x-w/2 < edge {
				continue
			}
			y := l.y(i, max(f.Value, 0)) - 5
			if f.Value < 0 {
				y = l.y(i, f.Value) + 5 + 0.72*l.small
			}
			p.text(x, y, text)
			if edge = x + w/2 + 2; !l.dense {
				edge = -1
			}
		}
	}
	p.end()
	if l.dense {
		p.group("count", l.small, "")
		for i := range d.panels {
			if f := d.panels[i].last(); f.Year == d.to {
				p.text(l.left+float64(d.to-d.from+1)*l.pitch+5, l.y(i, f.Value)+0.35*l.small, d.signed(d.measure.Unit, f.Value, f.Decimals))
			}
		}
		p.end()
	}
	p.group(ticksOfTime, l.small, "middle")
	for _, t := range yearTicks(p.ruler, d.from, d.to, l.pitch, l.small) {
		p.text(inside(l.x(d, t.year), p.width(t.label, l.small), l.width), l.height-growthFoot+6+0.95*l.small, t.label)
	}
	p.end()
}

// drawLyingTexts writes the years before the columns and the values beyond
// their ends.
func (d *growths) drawLyingTexts(p *pen, l *growthLayout) {
	p.group("tick", l.small, "end")
	for i := range d.panels {
		for y := d.from; y <= d.to; y++ {
			p.text(l.left, l.rowY(d, i, y)+0.35*l.small, strconv.Itoa(y))
		}
	}
	p.end()
	for _, side := range [2]string{"up", "down"} {
		anchor, gap := "", labelGap
		if side == "down" {
			anchor, gap = "end", -labelGap
		}
		if !d.any(side, false) && !d.any(side, true) {
			continue
		}
		p.group("count", l.small, anchor)
		for i := range d.panels {
			for _, f := range d.panels[i].figures {
				if growthSide(f.Value) == side {
					p.text(l.v.at(f.Value)+gap, l.rowY(d, i, f.Year)+0.35*l.small, d.signed(d.measure.Unit, f.Value, f.Decimals))
				}
			}
		}
		p.end()
	}
}
