package chart

import (
	"burdenshare/internal/dataset"
)

// draw gives one drawing: guidelines and corners first, points above them,
// names last.
func (d *quadrants) draw(p *pen, s size, open func(height float64)) []byte {
	l := d.layout(p, s)
	open(l.height)
	d.drawField(p, &l)
	d.drawCorners(p, &l)
	for _, label := range l.labels {
		if label.placed && label.leader {
			p.line("leader", label.x1, label.y1, label.x2, label.y2)
		}
	}
	for corner := range d.meets {
		d.drawPoints(p, &l, corner, false)
		d.drawPoints(p, &l, corner, true)
	}
	d.drawNames(p, &l, false)
	d.drawNames(p, &l, true)
	if l.coded {
		p.group("tick", l.small, "")
		p.text(0, l.height-5, d.Say("chart.quadrant.codes"))
		p.end()
	}
	return p.close()
}

// drawField draws the ticks of both axes and the guidelines with their names.
func (d *quadrants) drawField(p *pen, l *quadrantLayout) {
	p.raw(`<path class="grid" d="`)
	for _, v := range l.yTicks.values {
		p.raw("M").num(l.x.from).raw(" ").num(l.y.at(v)).raw("H").num(l.x.to)
	}
	for _, v := range l.xTicks.values {
		p.raw("M").num(l.x.at(v)).raw(" ").num(l.y.to).raw("V").num(l.y.from)
	}
	p.raw(`"/>`)
	p.group("tick", l.small, "end")
	for _, v := range l.yTicks.values {
		p.text(l.x.from-6, l.y.at(v)+0.35*l.small, d.y.tick(v, l.yTicks.decimals))
	}
	p.end()
	p.group("tick", l.small, "middle")
	for _, v := range l.xTicks.values {
		label := d.x.tick(v, l.xTicks.decimals)
		p.text(inside(l.x.at(v), p.width(label, l.small), l.width), l.y.from+2*cornerLeading, label)
	}
	p.end()
	x, y := l.x.at(d.x.guideline.AtLeast), l.y.at(d.y.guideline.AtLeast)
	p.line("ref", x, l.y.to-3, x, l.y.from+3)
	p.line("ref", l.x.from-3, y, l.x.to+3, y)
	p.group("ref-name halo", l.small, "middle")
	p.text(inside(x, p.boldWidth(d.x.guideline.Name, l.small), l.width), l.small-1, d.x.guideline.Name)
	p.end()
	p.group("ref-name halo", l.small, l.nameAnchor)
	p.text(l.nameX, l.nameY, d.y.guideline.Name)
	p.end()
}

// drawCorners says in words what the four corners mean and how many members
// are in each.
func (d *quadrants) drawCorners(p *pen, l *quadrantLayout) {
	above, below := l.y.to-7, l.y.from+4+l.small
	text := func(corner int) string {
		return d.Say("chart.quadrant.corner", "what", d.cornerName(corner), "n", d.meets[corner])
	}
	room := l.x.to - l.x.from - 12
	write := func(left, right int, y float64) {
		a, b := text(left), text(right)
		short := p.width(b, l.small)
		if left == meetsNone {
			short = p.width(a, l.small)
			b = p.fit(b, l.small, room-short)
		} else {
			a = p.fit(a, l.small, room-short)
		}
		p.group("tick", l.small, "")
		p.text(l.x.from, y, a)
		p.end()
		p.group("tick", l.small, "end")
		p.text(l.x.to+5, y, b)
		p.end()
	}
	write(meetsOther, meetsBoth, above)
	write(meetsNone, meetsFirst, below)
}

// cornerClass is the colour of a corner's points: above, below, or between.
var cornerClass = [4]string{"dot-down", "dot-one", "dot-one", "dot-up"}

// drawPoints draws the points of a corner, those that are estimates or those
// that are not.
func (d *quadrants) drawPoints(p *pen, l *quadrantLayout, corner int, estimate bool) {
	open := false
	for i := range d.points {
		t := &d.points[i]
		if t.corner != corner || t.estimate() != estimate {
			continue
		}
		if !open {
			p.raw(`<g class="`).raw(cornerClass[corner])
			if estimate {
				p.raw(" est")
			}
			p.raw(`">`)
			open = true
		}
		r := pointRadius
		if t.chosen {
			r = chosenRadius
		}
		p.circle(l.x.at(t.x.Value), l.y.at(t.y.Value), r).figure(t.x).raw(` data-second="`).raw(dataset.Plain(t.y.Value, t.y.Decimals)).raw(`"/>`)
	}
	if open {
		p.end()
	}
}

// drawNames writes the names, those of the members that the spec names in
// bold.
func (d *quadrants) drawNames(p *pen, l *quadrantLayout, chosen bool) {
	some := false
	for i := range d.points {
		some = some || d.points[i].chosen
	}
	class := "point-name halo"
	switch {
	case chosen:
		class = "count halo"
	case some:
		class = "val halo"
	}
	open := false
	for i, lb := range l.labels {
		if d.points[i].chosen != chosen || !lb.placed {
			continue
		}
		if !open {
			p.group(class, l.small, "")
			open = true
		}
		p.text(lb.box.left, lb.box.top+0.8*l.small, l.texts[i][lb.form])
	}
	if open {
		p.end()
	}
}
