package chart

import (
	"math"
	"strconv"
)

// draw gives one drawing.
func (d *changes) draw(id string, s size, title, desc string) []byte {
	p := newPen(id, s, d.words)
	l := d.layout(p, s)
	p.open(s, l.height, title, desc)
	d.drawAxis(p, &l)
	anchor, x := "end", l.nameEnd
	if l.stacked {
		anchor, x = "", 0
	}
	p.group("name", 0, anchor)
	for i := range d.moves {
		p.text(x, l.nameY(i), d.moves[i].member.Name)
	}
	p.end()
	for _, side := range sides {
		d.drawSide(p, &l, side)
	}
	d.drawYears(p, &l)
	d.drawNumbers(p, &l)
	d.drawNotes(p, &l)
	return p.close()
}

// drawAxis draws the ticks and the guideline with its name.
func (d *changes) drawAxis(p *pen, l *changeLayout) {
	top, bottom := headHeight-6, l.height
	drawValueAxis(p, l.x, l.ticks, d.measure.Unit, l.size, top, [][2]float64{{top, bottom}})
	if d.guideline != nil {
		x := l.x.at(d.guideline.AtLeast)
		p.line("ref", x, top, x, bottom)
		p.group("ref-name", l.small, "middle")
		p.text(inside(x, p.boldWidth(d.guideline.Name, l.small), l.width), 13, d.guideline.Name)
		p.end()
	}
}

// drawSide draws the ways that end on one side of the guideline, and the
// points of both years that stand there.
func (d *changes) drawSide(p *pen, l *changeLayout, side string) {
	open := false
	begin := func() {
		if !open {
			p.group("side "+side, 0, "")
			open = true
		}
	}
	shafts := false
	for i := range d.moves {
		m := &d.moves[i]
		if m.first == nil || d.side(m.last) != side || m.first.Value == m.last.Value {
			continue
		}
		if begin(); !shafts {
			p.raw(`<path class="shaft" d="`)
			shafts = true
		}
		p.raw("M").num(l.x.at(m.first.Value)).raw(" ").num(l.rowY(i)).raw("H").num(l.x.at(m.last.Value))
	}
	if shafts {
		p.raw(`"/>`)
	}
	for i := range d.moves {
		if f := d.moves[i].first; f != nil && d.side(f) == side {
			begin()
			p.rect(l.x.at(f.Value)-1.5, l.rowY(i)-5.5, 3, 11)
			p.estimate(f).figure(f).raw("/>")
		}
	}
	for i := range d.moves {
		if f := d.moves[i].last; d.side(f) == side {
			begin()
			p.circle(l.x.at(f.Value), l.rowY(i), pointSize).estimate(f).figure(f).raw("/>")
		}
	}
	if open {
		p.end()
	}
}

// drawYears names the two marks of the first row, above it, so that no key is
// needed: apart from each other, and within the drawing.
func (d *changes) drawYears(p *pen, l *changeLayout) {
	m := &d.moves[0]
	y := changeHead - 4
	if l.stacked {
		y = changeHead - 6
	}
	to := l.x.at(m.last.Value)
	if m.first == nil {
		return
	}
	from := l.x.at(m.first.Value)
	w := p.width("0000", l.small)
	if gap := w + 8; to >= from && to-from < gap {
		mid := (from + to) / 2
		from, to = mid-gap/2, mid+gap/2
	} else if to < from && from-to < gap {
		mid := (from + to) / 2
		from, to = mid+gap/2, mid-gap/2
	}
	if g := d.guideline; g != nil && m.first.Value != m.last.Value { // not on the guideline
		from, to = beside(l.x.at(g.AtLeast), from, w/2+4, m.first.Value < g.AtLeast), beside(l.x.at(g.AtLeast), to, w/2+4, m.last.Value < g.AtLeast)
		if apart := to - from; apart < w+8 && apart > -w-8 {
			from = to - (w+8)*sign(m.last.Value-m.first.Value)
		}
	}
	lo, hi := l.x.from-6, l.x.to+6
	if off := lo - (min(from, to) - w/2); off > 0 {
		from, to = from+off, to+off
	}
	if off := max(from, to) + w/2 - hi; off > 0 {
		from, to = from-off, to-off
	}
	p.group("val", l.small, "middle")
	p.text(from, y, strconv.Itoa(d.from))
	p.text(to, y, strconv.Itoa(d.to))
	p.end()
}

// beside moves x away from a line until it is a distance off, to the left of
// it or to the right.
func beside(line, x, distance float64, left bool) float64 {
	if left {
		return min(x, line-distance)
	}
	return max(x, line+distance)
}

func sign(v float64) float64 { return math.Copysign(1, v) }

// drawNumbers writes the change, and in a wide drawing the two figures, in
// columns on the right.
func (d *changes) drawNumbers(p *pen, l *changeLayout) {
	n := len(l.columns)
	top := headHeight - 11.0
	p.group("tick", l.small, "end")
	if n > 1 {
		p.text(l.columns[0], top, strconv.Itoa(d.from))
		p.text(l.columns[1], top, strconv.Itoa(d.to))
	}
	p.text(l.columns[n-1], top, d.Say("chart.change.column_change"))
	p.end()
	y := func(row int) float64 { return l.rowY(row) + 0.35*l.small }
	if n > 1 {
		p.group("tick", l.small, "end")
		for i := range d.moves {
			m := &d.moves[i]
			if m.first != nil {
				p.text(l.columns[0], y(i), d.figure(m.first))
			}
			p.text(l.columns[1], y(i), d.figure(m.last))
		}
		p.end()
	}
	p.group("count", l.small, "end")
	for i := range d.moves {
		if m := &d.moves[i]; m.first != nil {
			p.text(l.columns[n-1], y(i), d.label(m))
		}
	}
	p.end()
	if len(d.both()) == len(d.moves) {
		return
	}
	p.group("tick", l.small, "end")
	for i := range d.moves {
		if m := &d.moves[i]; m.first == nil {
			p.text(l.columns[n-1], y(i), d.label(m))
		}
	}
	p.end()
}

// drawNotes names the members without a row and says why, on the side of the
// guideline where there is more room.
func (d *changes) drawNotes(p *pen, l *changeLayout) {
	if len(d.notes) == 0 {
		return
	}
	left, from := 0.0, 0.0
	if !l.stacked {
		left = l.nameEnd + nameGap
	}
	if from = left; d.guideline != nil {
		if x := l.x.at(d.guideline.AtLeast) + labelGap; l.width-x > x-left {
			from = x
		}
	}
	p.group("none", 0, "")
	for i, n := range d.notes {
		row := len(d.moves) + i
		p.raw(`<text class="name"`)
		x := 0.0
		if !l.stacked {
			p.raw(` text-anchor="end"`)
			x = l.nameEnd
		}
		p.raw(` x="`).num(x).raw(`" y="`).num(l.nameY(row)).raw(`">`).escape(n.name).raw("</text>")
		p.raw(`<text class="why" font-size="`).num(l.small).raw(`" x="`).num(from).raw(`" y="`).num(l.rowY(row) + 0.35*l.small).raw(`">`)
		p.escape(p.fit(n.why, l.small, l.width-from)).raw("</text>")
	}
	p.end()
}
