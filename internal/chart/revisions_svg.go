package chart

import (
	"math"

	"burdenshare/internal/civil"
)

// Lengths of the revisions chart, in user units.
const (
	revisionsTop = 12.0
	firstGap     = 11.0 // between the first figures and their points
	dayGap       = 12.0 // between two dates below the axis
)

// A revisionLayout is where things stand in one drawing.
type revisionLayout struct {
	size
	x, y   scale // x in days
	ticks  steps
	top    float64
	axis   bool       // of values; without it the first and last ones have to do
	firsts []endLabel // the figures that the lines begin with
	lasts  []endLabel
	flags  []pennant
	labelX float64 // of lasts
	height float64
}

// draw gives one drawing.
func (d *revisions) draw(id string, s size, title, desc string) []byte {
	p := newPen(id, s, d.words)
	l := d.layout(p, s)
	p.open(s, l.height, title, desc)
	d.drawGrid(p, &l)
	drawFlags(p, "event-line", l.flags, s.small, l.y.from)
	if d.guideline != nil {
		y := l.y.at(d.guideline.AtLeast)
		p.line("ref", l.x.from-6, y, l.x.to+6, y)
	}
	for i := range d.lines {
		if i != d.lead {
			d.drawLine(p, &l, i)
		}
	}
	d.drawLine(p, &l, d.lead)
	drawStarts(p, l.firsts, l.x.from, s.small)
	drawEnds(p, l.lasts, l.x.to, l.labelX, s.small)
	d.drawDays(p, &l)
	return p.close()
}

func (d *revisions) look(i int) lineLook { return lookOf(i, d.lead) }

func (d *revisions) layout(p *pen, s size) revisionLayout {
	l := revisionLayout{size: s}
	lo, hi := d.bounds()
	lo, hi = outward(lo, hi, mostTicks)
	l.ticks = ticks(lo, hi, mostTicks+1)
	limit, plot := 170.0, 260.0
	if s.name == narrow.name {
		limit, plot = 100, 240
	}
	firstWidth := 0.0
	for i := range d.lines {
		h := &d.lines[i]
		end := endLabel{class: "end " + d.look(i).class(), lines: []string{h.member.Name}, want: h.last().Value, value: d.figure(h.last())}
		switch {
		case d.first == d.last:
		case h.first().Released != d.first: // its first figure has no place on the left
			if h.first() != h.last() {
				end.value = d.Say("chart.revisions.from_to", "first", d.figure(h.first()), "last", end.value)
			}
		default:
			text := d.figure(h.first())
			l.firsts = append(l.firsts, endLabel{class: "end " + d.look(i).class(), lines: []string{text}, want: h.first().Value, height: lineHeight*s.small + 2})
			firstWidth = max(firstWidth, p.boldWidth(text, s.small)+firstGap)
		}
		if h.last().Released != d.last {
			end.value = d.Say("chart.value_in", "value", end.value, "year", h.last().Released.Year)
		}
		l.lasts = append(l.lasts, end)
	}
	if d.guideline != nil {
		l.lasts = append(l.lasts, endLabel{class: "end ref-name", lines: []string{d.guideline.Name}, want: d.guideline.AtLeast})
	}
	right := labelEnds(p, l.lasts, s.small, limit)
	need, tick := 0.0, 0.0
	for i := range l.lasts {
		need += l.lasts[i].height
	}
	if l.axis = s.name == wide.name || len(l.firsts) == 0; l.axis {
		for i := range l.ticks.values {
			tick = max(tick, p.width(p.tick(l.ticks, i, d.measure.Unit), s.small)+8)
		}
	}
	plot = max(plot, need)
	l.labelX = s.width - right - 1
	first, last := dayNumber(d.first), dayNumber(d.last)
	l.x = scale{first, last, tick + 6 + firstWidth, l.labelX - endGap}
	if first == last { // one day stands in the middle
		l.x.from = (l.x.from + l.x.to) / 2
	}
	l.flags = flags(p, d.events, func(day civil.Date) float64 { return l.x.at(dayNumber(day)) }, s.small, 0, s.width)
	l.top = revisionsTop + flagRoom(l.flags, s.small)
	l.y = scale{lo, hi, l.top + plot, l.top}
	l.height = l.top + plot + trendBottom
	for _, labels := range [][]endLabel{l.firsts, l.lasts} {
		for i := range labels {
			labels[i].want = l.y.at(labels[i].want)
		}
		spread(labels, l.top-8, l.top+plot+10)
	}
	return l
}

// bounds gives the lowest and highest value drawn, the guideline among them.
// It does not begin at nothing: what is to be seen is how figures for one year
// move, and that is little.
func (d *revisions) bounds() (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	if d.guideline != nil {
		lo, hi = d.guideline.AtLeast, d.guideline.AtLeast
	}
	for i := range d.lines {
		for _, f := range d.lines[i].said {
			lo, hi = min(lo, f.Value), max(hi, f.Value)
		}
	}
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	return lo, hi
}

func (d *revisions) drawGrid(p *pen, l *revisionLayout) {
	if !l.axis {
		return
	}
	tick := 0.0
	for i := range l.ticks.values {
		tick = max(tick, p.width(p.tick(l.ticks, i, d.measure.Unit), l.small))
	}
	p.raw(`<path class="grid" d="`)
	for _, v := range l.ticks.values {
		p.raw("M").num(l.x.from - 6).raw(" ").num(l.y.at(v)).raw("H").num(l.x.to + 6)
	}
	p.raw(`"/>`)
	p.group("tick", l.small, "end")
	for i, v := range l.ticks.values {
		p.text(tick+1, l.y.at(v)+0.35*l.small, p.tick(l.ticks, i, d.measure.Unit))
	}
	p.end()
}

// drawLine writes one line in steps, and a point for each edition, hollow
// where it called its figure an estimate.
func (d *revisions) drawLine(p *pen, l *revisionLayout, i int) {
	h := &d.lines[i]
	p.group(d.look(i).class(), 0, "")
	p.raw(`<path d="`)
	for k, f := range h.said {
		x, y := l.x.at(dayNumber(f.Released)), l.y.at(f.Value)
		if k == 0 {
			p.raw("M").num(x).raw(" ").num(y)
			continue
		}
		if p.raw("H").num(x); f.Value != h.said[k-1].Value {
			p.raw("V").num(y)
		}
	}
	p.raw(`"/>`)
	for _, f := range h.said {
		p.circle(l.x.at(dayNumber(f.Released)), l.y.at(f.Value), 3.2).estimate(f).figure(f).edition(f).raw("/>")
	}
	p.end()
}

// drawStarts writes the first figures before their points, each with a thin
// line to its point when it stands away from it.
func drawStarts(p *pen, labels []endLabel, to, size float64) {
	for i := range labels {
		l := &labels[i]
		if off := l.y - l.want; off > 4 || off < -4 {
			p.line("leader", to-firstGap+2, l.y, to-4, l.want)
		}
		p.group(l.class, size, "end")
		p.text(to-firstGap, l.y+0.35*size, l.lines[0])
		p.end()
	}
}

// drawDays marks every day of release on the axis, and writes as many as
// there is room for: the first and the last in any case.
func (d *revisions) drawDays(p *pen, l *revisionLayout) {
	days := d.days()
	write := d.monthYear
	if n := len(days) - 1; n > 0 && write(days[0]) == write(days[n]) {
		write = func(day civil.Date) string {
			return d.Say("chart.revisions.day", "day", day.Day, "month", d.ShortMonth(day.Month), "year", day.Year)
		}
	}
	axis := l.y.from
	p.line("year-line", l.x.from-6, axis, l.x.to+6, axis)
	p.raw(`<path class="year-line" d="`)
	for _, day := range days {
		p.raw("M").num(l.x.at(dayNumber(day))).raw(" ").num(axis).raw("v5")
	}
	p.raw(`"/>`)
	middle := func(day civil.Date) (x, w float64) {
		w = p.width(write(day), l.small)
		return inside(l.x.at(dayNumber(day)), w, l.width), w
	}
	p.group(ticksOfTime, l.small, "middle")
	edge, limit := math.Inf(-1), math.Inf(1)
	for i, day := range days {
		x, w := middle(day)
		last := i == len(days)-1
		if !last && i == 0 {
			lx, lw := middle(days[len(days)-1])
			limit = lx - lw/2 - dayGap
		}
		if !last && x+w/2 > limit && i > 0 || x-w/2 < edge+dayGap && !last {
			continue
		}
		p.text(x, axis+8+0.9*l.small, write(day))
		edge = x + w/2
	}
	p.end()
}
