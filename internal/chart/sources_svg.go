package chart

import (
	"math"
)

// Lengths of the sources chart, in user units.
const (
	saidPitch  = 20.0 // from one source to the next
	memberHead = 25.0 // a member's name
	memberGap  = 9.0  // between members
	saidGap    = 9.0  // between a point and its source
	leastEdge  = 18.0 // beside the outermost point, half a tick's label at least
)

// A witnessLayout is where things stand in one drawing.
type witnessLayout struct {
	size
	x      scale
	ticks  steps
	labels [][]string // by member and statement: the source and its figure
	away   [][]string // and how far it is from the guideline, where there is room
	tops   []float64  // of the members
	height float64
}

// left says that a statement's label stands to the left of its point, so that
// no label comes to lie on the guideline.
func (d *witnesses) left(s *statement) bool {
	return d.guideline != nil && !d.guideline.MetBy(s.Value)
}

// draw gives one drawing: a line of its own for each source, so that equal
// figures do not hide each other.
func (d *witnesses) draw(id string, s size, title, desc string) []byte {
	p := newPen(id, s, d.words)
	l := d.layout(p, s)
	p.open(s, l.height, title, desc)
	var rows [][2]float64
	for i := range d.members {
		top := l.tops[i] + memberHead
		rows = append(rows, [2]float64{top - 3, top + saidPitch*float64(len(d.members[i].said))})
	}
	drawValueAxis(p, l.x, l.ticks, d.measure.Unit, s, headHeight-6, rows)
	if d.guideline != nil {
		x := l.x.at(d.guideline.AtLeast)
		p.raw(`<path class="ref" d="`)
		for _, y := range rows {
			p.raw("M").num(x).raw(" ").num(y[0]).raw("V").num(y[1])
		}
		p.raw(`"/>`)
		p.group("ref-name", s.small, "middle")
		p.text(inside(x, p.boldWidth(d.guideline.Name, s.small), s.width), 13, d.guideline.Name)
		p.end()
	}
	d.drawNames(p, &l)
	for _, side := range sides {
		d.drawSide(p, &l, side)
	}
	d.drawLabels(p, &l, true)
	d.drawLabels(p, &l, false)
	return p.close()
}

func (d *witnesses) layout(p *pen, s size) witnessLayout {
	l := witnessLayout{size: s}
	y := headHeight - 8
	lo, hi := math.Inf(1), math.Inf(-1)
	if d.guideline != nil {
		lo, hi = d.guideline.AtLeast, d.guideline.AtLeast
	}
	for i := range d.members {
		t := &d.members[i]
		labels, aways := make([]string, len(t.said)), make([]string, len(t.said))
		for k := range t.said {
			st := &t.said[k]
			figure := " " + d.figure(st.Figure)
			labels[k] = p.fit(st.source.Name, s.small, 0.4*s.width-p.width(figure, s.small)) + figure
			if d.guideline != nil && s.name == wide.name {
				v, places := d.guideline.Distance(st.Figure)
				aways[k] = " " + d.signed(d.measure.Unit, v, places)
			}
			lo, hi = min(lo, st.Value), max(hi, st.Value)
		}
		l.labels, l.away, l.tops = append(l.labels, labels), append(l.away, aways), append(l.tops, y)
		y += memberHead + saidPitch*float64(len(t.said)) + memberGap
	}
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	l.x = d.scale(p, &l, lo, hi)
	l.ticks = ticks(lo, hi, max(3, int((l.x.to-l.x.from)/60)))
	l.height = y
	return l
}

// scale makes the drawing as wide as the labels beside its points allow: each
// pair of labels, one on the left and one on the right, must fit with what is
// between their points.
func (d *witnesses) scale(p *pen, l *witnessLayout, lo, hi float64) scale {
	type end struct{ value, width float64 }
	lefts, rights := []end{{lo, leastEdge}}, []end{{hi, leastEdge}}
	for i := range d.members {
		for k := range d.members[i].said {
			st := &d.members[i].said[k]
			e := end{st.Value, p.width(l.labels[i][k]+l.away[i][k], l.small) + saidGap}
			if d.left(st) {
				lefts = append(lefts, e)
			} else {
				rights = append(rights, e)
			}
		}
	}
	unit := math.Inf(1) // user units for one unit of the measure
	for _, a := range lefts {
		for _, b := range rights {
			if b.value > a.value {
				unit = min(unit, (l.width-a.width-b.width)/(b.value-a.value))
			}
		}
	}
	from := 0.0
	for _, a := range lefts {
		from = max(from, a.width-unit*(a.value-lo))
	}
	return scale{lo, hi, from, from + unit*(hi-lo)}
}

// rowY is the middle of a statement's line.
func (l *witnessLayout) rowY(member, said int) float64 {
	return l.tops[member] + memberHead + saidPitch*(float64(said)+0.5)
}

// drawNames writes the members and, where there is room, how far their
// sources lie apart.
func (d *witnesses) drawNames(p *pen, l *witnessLayout) {
	base := func(i int) float64 { return l.tops[i] + memberHead - 8 }
	p.group("count", l.text, "")
	for i := range d.members {
		p.text(0, base(i), d.members[i].member.Name)
	}
	p.end()
	p.group("tick", l.small, "end")
	for i := range d.members {
		t := &d.members[i]
		v, places := t.spread()
		if len(t.said) == 1 {
			continue
		}
		apart := d.Say("chart.sources.no_difference")
		if v != 0 {
			apart = d.Say("chart.sources.apart_by", "by", d.away(d.measure.Unit, v, places))
		}
		if p.boldWidth(t.member.Name, l.text)+p.width(apart, l.small)+16 <= l.width {
			p.text(l.width, base(i), apart)
		}
	}
	p.end()
}

// drawSide draws the points on one side of the guideline, each with its way
// from it.
func (d *witnesses) drawSide(p *pen, l *witnessLayout, side string) {
	open := false
	each := func(draw func(s *statement, y float64)) {
		for i := range d.members {
			for k := range d.members[i].said {
				if s := &d.members[i].said[k]; sideOf(d.guideline, s.Value) == side {
					if !open {
						p.group("side "+side, 0, "")
						open = true
					}
					draw(s, l.rowY(i, k))
				}
			}
		}
	}
	if d.guideline != nil {
		first := true
		each(func(s *statement, y float64) {
			if first {
				p.raw(`<path class="shaft" d="`)
				first = false
			}
			p.raw("M").num(l.x.at(d.guideline.AtLeast)).raw(" ").num(y).raw("H").num(l.x.at(s.Value))
		})
		if !first {
			p.raw(`"/>`)
		}
	}
	each(func(s *statement, y float64) {
		p.circle(l.x.at(s.Value), y, pointSize).estimate(s.Figure).figure(s.Figure).edition(s.Figure).raw("/>")
	})
	if open {
		p.end()
	}
}

// drawLabels writes the sources on one side of their points.
func (d *witnesses) drawLabels(p *pen, l *witnessLayout, left bool) {
	open := false
	for i := range d.members {
		for k := range d.members[i].said {
			s := &d.members[i].said[k]
			if d.left(s) != left {
				continue
			}
			x, anchor := l.x.at(s.Value)+saidGap, ""
			if left {
				x, anchor = l.x.at(s.Value)-saidGap, "end"
			}
			if !open {
				p.group("said", l.small, anchor)
				open = true
			}
			p.raw(`<text x="`).num(x).raw(`" y="`).num(l.rowY(i, k) + 0.35*l.small).raw(`">`).escape(l.labels[i][k])
			if l.away[i][k] != "" {
				p.raw(`<tspan class="end-value">`).escape(l.away[i][k]).raw("</tspan>")
			}
			p.raw("</text>")
		}
	}
	if open {
		p.end()
	}
}
