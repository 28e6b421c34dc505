package chart

import (
	"math"

	"burdenshare/internal/dataset"
)

// draw gives one drawing.
func (d *distances) draw(id string, s size, title, desc string) []byte {
	p := newPen(id, s, d.words)
	l := d.layout(p, s)
	p.open(s, l.height, title, desc)
	up, down := d.hatches()
	if up {
		p.hatch("up")
	}
	if down {
		p.hatch("down")
	}
	d.drawAxis(p, l)
	p.group("name", 0, l.nameAnchor())
	for i := range d.bars {
		p.text(l.nameX(), l.nameY(i), d.bars[i].name)
	}
	p.end()
	d.drawBars(p, l, "up", false)
	d.drawBars(p, l, "up", true)
	d.drawBars(p, l, "down", false)
	d.drawBars(p, l, "down", true)
	d.drawValues(p, l, "up", "")
	d.drawValues(p, l, "down", "end")
	d.drawNotes(p, l)
	return p.close()
}

// drawAxis draws the ticks, every one with its number, and over them the
// guideline's name, on a line of its own so that it meets no tick.
func (d *distances) drawAxis(p *pen, l distanceLayout) {
	top, bottom := headHeight-6, l.height
	t, labels := d.ticks(p, l)
	p.raw(`<path class="grid" d="`)
	for _, v := range t.values {
		if v != 0 {
			p.raw("M").num(l.zero + v*l.k).raw(" ").num(top).raw("V").num(bottom)
		}
	}
	p.raw(`"/>`)
	p.group("tick", l.small, "middle")
	for i, v := range t.values {
		p.text(l.zero+v*l.k, top-5, labels[i])
	}
	p.end()
	if n := len(t.values) - 1; d.unit == dataset.Percent && t.values[n] > 0 {
		if x := l.zero + t.values[n]*l.k + p.width(labels[n], l.small)/2 + 3; x+p.width(d.Say("chart.distance.pts"), l.small) <= l.width {
			p.group("tick", l.small, "")
			p.text(x, top-5, d.Say("chart.distance.pts"))
			p.end()
		}
	}
	p.line("ref", l.zero, top, l.zero, bottom)
	p.group("ref-name", l.small, "middle")
	p.text(inside(l.zero, p.boldWidth(d.guideline.Name, l.small), l.width), 13, d.guideline.Name)
	p.end()
}

// ticks gives as many ticks as there is room for with their labels.
func (d *distances) ticks(p *pen, l distanceLayout) (steps, []string) {
	lo, hi := 0.0, 0.0
	for i := range d.bars {
		lo, hi = min(lo, d.bars[i].value), max(hi, d.bars[i].value)
	}
	for most := int(l.width / 80); ; most-- {
		t := ticks(lo, hi, most)
		labels := make([]string, len(t.values))
		widest := 0.0
		for i, v := range t.values {
			labels[i] = d.tick(v, t.decimals)
			widest = max(widest, p.width(labels[i], l.small))
		}
		if len(t.values) < 3 || most <= 2 || (t.values[1]-t.values[0])*l.k > widest+12 {
			return t, labels
		}
	}
}

// tick writes a tick: a bare zero, and elsewhere the sign.
func (d *distances) tick(v float64, decimals int) string {
	if v == 0 {
		return "0"
	}
	return d.signed(d.unit, v, decimals)
}

// hatches says on which sides there are estimates.
func (d *distances) hatches() (up, down bool) {
	for i := range d.bars {
		if d.bars[i].estimate() {
			if d.bars[i].value < 0 {
				down = true
			} else {
				up = true
			}
		}
	}
	return up, down
}

// drawBars draws the bars of one side, those that are estimates or those that
// are not. A bar of no length keeps a hair's breadth, to be found by the eye
// and the pointer.
func (d *distances) drawBars(p *pen, l distanceLayout, side string, estimate bool) {
	open := false
	for i := range d.bars {
		b := &d.bars[i]
		if b.side() != side || b.estimate() != estimate {
			continue
		}
		if !open {
			p.raw("<g")
			if estimate {
				p.hatched(side)
			} else {
				p.raw(` class="`).raw(side).raw(`"`)
			}
			p.raw(">")
			open = true
		}
		x, w := l.zero, max(math.Abs(b.value)*l.k, 1)
		if b.value < 0 {
			x -= w
		}
		p.rect(x, l.barY(i), w, barHeight).data(b.figure.Member, d.year, b.plain).raw("/>")
	}
	if open {
		p.end()
	}
}

// drawValues writes the values of one side beyond the ends of its bars.
func (d *distances) drawValues(p *pen, l distanceLayout, side, anchor string) {
	open := false
	for i := range d.bars {
		b := &d.bars[i]
		if b.side() != side {
			continue
		}
		if !open {
			p.group("val", l.small, anchor)
			open = true
		}
		x := l.zero + b.value*l.k + labelGap
		if b.value < 0 {
			x -= 2 * labelGap
		}
		p.text(x, l.valueY(i), b.label)
	}
	if open {
		p.end()
	}
}

// drawNotes names the members without a bar and says why, on the side of the
// line where there is more room.
func (d *distances) drawNotes(p *pen, l distanceLayout) {
	if len(d.notes) == 0 {
		return
	}
	left := 0.0
	if !l.stacked {
		left = l.nameEnd + nameGap
	}
	rightRoom, leftRoom := l.width-l.zero-labelGap, l.zero-labelGap-left
	p.group("none", 0, "")
	for i, n := range d.notes {
		row := len(d.bars) + i
		p.raw(`<text class="name"`)
		if !l.stacked {
			p.raw(` text-anchor="end"`)
		}
		p.raw(` x="`).num(l.nameX()).raw(`" y="`).num(l.nameY(row)).raw(`">`).escape(n.name).raw("</text>")
		p.raw(`<text class="why" font-size="`).num(l.small).raw(`"`)
		x, room := l.zero+labelGap, rightRoom
		if w := p.width(n.why, l.small); w > rightRoom && leftRoom > rightRoom {
			p.raw(` text-anchor="end"`)
			x, room = l.zero-labelGap, leftRoom
		}
		p.raw(` x="`).num(x).raw(`" y="`).num(l.valueY(row)).raw(`">`).escape(p.fit(n.why, l.small, room)).raw("</text>")
	}
	p.end()
}
