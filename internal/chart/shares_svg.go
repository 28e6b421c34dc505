package chart

import (
	"math"

	"burdenshare/internal/dataset"
)

// Lengths of the chart of shares, in user units.
const (
	sharePitch  = 24.0
	shareRadius = 5.0
	strokeHigh  = 15.0 // of the mark of the base
	strokeWide  = 3.5
)

// A shareLayout is where things stand in one drawing: names, the field, and
// two columns of numbers.
type shareLayout struct {
	size
	nameRoom     float64
	x            scale
	doubling     bool    // the scale doubles from line to line
	first, other float64 // right edges of the columns of numbers
	heads        [2][]string
	top          float64
	height       float64
}

func (d *parts) draw(p *pen, s size, open func(height float64)) []byte {
	rows := d.rows()
	l := d.layout(p, s, rows)
	open(l.height)
	d.drawHeads(p, &l)
	l.drawScale(p)
	p.group("name", 0, "end")
	for i := range rows {
		p.text(l.nameRoom, l.baseline(i), p.fit(rows[i].name, s.text, l.nameRoom))
	}
	p.end()
	for _, more := range []bool{true, false} {
		l.drawLinks(p, rows, more)
	}
	for _, estimate := range []bool{false, true} {
		d.drawBases(p, &l, rows, estimate)
		d.drawDots(p, &l, rows, estimate, true)
		d.drawDots(p, &l, rows, estimate, false)
	}
	p.group("count", l.small, "end")
	for i := range rows {
		p.text(l.first, l.baseline(i), d.text(rows[i].ofPart))
	}
	p.end()
	p.group("val", l.small, "end")
	for i := range rows {
		p.text(l.other, l.baseline(i), d.text(rows[i].ofBase))
	}
	p.end()
	return p.close()
}

// at gives the place of a share.
func (l *shareLayout) at(v float64) float64 {
	if !l.doubling {
		return l.x.at(v)
	}
	return scale{math.Log2(l.x.lo), math.Log2(l.x.hi), l.x.from, l.x.to}.at(math.Log2(v))
}

// drawScale draws an even scale as the line of zero, and a doubling one as
// lines with as many of their numbers as there is room for.
func (l *shareLayout) drawScale(p *pen) {
	if !l.doubling {
		p.line("zero", l.x.from, l.top-4, l.x.from, l.height-2)
		return
	}
	p.raw(`<path class="grid" d="`)
	first := math.Exp2(math.Ceil(math.Log2(l.x.lo)))
	for v := first; v <= l.x.hi; v *= 2 {
		p.raw("M").num(l.at(v)).raw(" ").num(l.top - 4).raw("V").num(l.height - 2)
	}
	p.raw(`"/>`)
	p.group("tick", l.small, "middle")
	edge := 0.0
	for v := first; v <= l.x.hi; v *= 2 {
		label := p.Amount(string(dataset.Percent), v, decimalsOfShare(v))
		w := p.width(label, l.small)
		if x := l.at(v); x-w/2 >= edge && x+w/2 <= l.x.to+12 {
			p.text(x, l.top-9, label)
			edge = x + w/2 + 5
		}
	}
	p.end()
}

// decimalsOfShare is how many digits behind the point a power of two has.
func decimalsOfShare(v float64) int {
	n := 0
	for ; v < 1 && n < 9; v *= 2 {
		n++
	}
	return n
}

func (l *shareLayout) y(row int) float64        { return l.top + (float64(row)+0.5)*sharePitch }
func (l *shareLayout) baseline(row int) float64 { return l.y(row) + 0.35*l.small }

func (d *parts) layout(p *pen, s size, rows []share) shareLayout {
	l := shareLayout{size: s}
	number, other := 0.0, 0.0
	for i := range rows {
		l.nameRoom = max(l.nameRoom, p.width(rows[i].name, s.text))
		number = max(number, p.boldWidth(d.text(rows[i].ofPart), s.small))
		other = max(other, p.width(d.text(rows[i].ofBase), s.small))
	}
	l.nameRoom = min(l.nameRoom, 0.36*s.width)
	for i, name := range []string{d.briefName(d.part), d.briefName(d.base)} {
		lines := p.wrap(name, s.small, 70)
		for k, line := range lines {
			lines[k] = p.fit(line, s.small, 66)
			w := p.boldWidth(lines[k], s.small)
			if i == 0 {
				number = max(number, w)
			} else {
				other = max(other, w)
			}
		}
		if len(lines) > 3 {
			lines = append(lines[:2:2], "…")
		}
		l.heads[i] = lines
	}
	l.other = s.width
	l.first = l.other - other - 12
	l.x = scale{from: l.nameRoom + 14, to: l.first - number - 14}
	l.x.lo, l.x.hi, l.doubling = d.doubling()
	l.top = float64(max(len(l.heads[0]), len(l.heads[1])))*lineHeight*s.small + 24
	l.height = l.top + float64(len(rows))*sharePitch + 4
	return l
}

// drawHeads writes the heads of the two columns of numbers with the marks
// that stand for them, which makes them the key of the drawing.
func (d *parts) drawHeads(p *pen, l *shareLayout) {
	bottom := l.top - 18
	for i, x := range []float64{l.first, l.other} {
		class := "count"
		if i == 1 {
			class = "tick end"
		}
		p.group(class, l.small, "end")
		n := len(l.heads[i])
		for k, line := range l.heads[i] {
			p.text(x, bottom-float64(n-1-k)*lineHeight*l.small, line)
		}
		p.end()
	}
	y := l.top - 8
	p.raw(`<circle class="key-dot" cx="`).num(l.first - shareRadius).raw(`" cy="`).num(y).raw(`" r="4"/>`)
	p.rect(l.other-strokeWide, y-strokeHigh/2+1, strokeWide, strokeHigh-2).raw(` class="base"/>`)
}

// drawLinks joins the two marks of a row; its colour says which is larger.
func (l *shareLayout) drawLinks(p *pen, rows []share, more bool) {
	open := false
	for i := range rows {
		x := &rows[i]
		if x.more() != more || math.Abs(x.ofPart-x.ofBase) == 0 {
			continue
		}
		if !open {
			p.raw(`<path class="link-`).raw(upDown(more)).raw(`" d="`)
			open = true
		}
		p.raw("M").num(l.at(x.ofBase)).raw(" ").num(l.y(i)).raw("H").num(l.at(x.ofPart))
	}
	if open {
		p.raw(`"/>`)
	}
}

func upDown(up bool) string {
	if up {
		return "up"
	}
	return "down"
}

// drawBases draws the shares of the base as upright strokes, hollow ones for
// estimates.
func (d *parts) drawBases(p *pen, l *shareLayout, rows []share, estimate bool) {
	p.raw(`<g class="base`)
	if estimate {
		p.raw(" est")
	}
	p.raw(`">`)
	for i := range rows {
		x := &rows[i]
		if x.rough != estimate {
			continue
		}
		p.rect(l.at(x.ofBase)-strokeWide/2, l.y(i)-strokeHigh/2, strokeWide, strokeHigh)
		if x.member != nil {
			p.data(x.member.Code, d.year, plainShare(x.ofBase)).raw(` data-measure="`).escape(d.base.ID).raw(`"`)
		}
		p.raw("/>")
	}
	p.end()
}

// drawDots draws the shares of the whole, hollow ones for estimates.
func (d *parts) drawDots(p *pen, l *shareLayout, rows []share, estimate, more bool) {
	open := false
	for i := range rows {
		x := &rows[i]
		if x.rough != estimate || x.more() != more {
			continue
		}
		if !open {
			p.raw(`<g class="dot-`).raw(upDown(more))
			if estimate {
				p.raw(" est")
			}
			p.raw(`">`)
			open = true
		}
		p.circle(l.at(x.ofPart), l.y(i), shareRadius)
		if x.member != nil {
			p.data(x.member.Code, d.year, plainShare(x.ofPart)).raw(` data-measure="`).escape(d.part.ID).raw(`"`)
		}
		p.raw("/>")
	}
	if open {
		p.end()
	}
}
