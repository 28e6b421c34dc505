package chart

import (
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// Lengths of the trend chart, in user units.
const (
	trendTop    = 12.0
	trendBottom = 28.0 // for the years
	endGap      = 12.0 // between the last year and the end labels
	dotPitch    = 9.0  // a year narrower than this has no dots of its own
	mostTicks   = 6    // of the values, where they are round
)

// A trendLayout is where things stand in one drawing.
type trendLayout struct {
	size
	x, y   scale
	ticks  steps
	top    float64 // of the plot
	labels []endLabel
	flags  []pennant
	labelX float64
	height float64
}

// draw gives one drawing. The leading line is drawn last and strongest: the
// others are there for comparison.
func (d *trends) draw(id string, s size, title, desc string) []byte {
	p := newPen(id, s, d.words)
	l := d.layout(p, s)
	p.open(s, l.height, title, desc)
	d.drawGrid(p, &l)
	drawFlags(p, "event-line", l.flags, s.small, l.y.from)
	if d.guideline != nil {
		y := l.y.at(d.guideline.AtLeast)
		p.line("ref", l.x.from, y, l.x.to+6, y)
	}
	for i := range d.lines {
		if i != d.lead {
			d.lines[i].draw(p, &l, d.look(i).class())
		}
	}
	d.lines[d.lead].draw(p, &l, d.look(d.lead).class())
	drawEnds(p, l.labels, l.x.to, l.labelX, s.small)
	return p.close()
}

func (d *trends) look(i int) lineLook { return lookOf(i, d.lead) }

func (d *trends) layout(p *pen, s size) trendLayout {
	l := trendLayout{size: s}
	lo, hi := d.bounds()
	lo, hi = outward(lo, hi, mostTicks)
	l.ticks = ticks(lo, hi, mostTicks+1)

	limit, plot := 170.0, 320.0
	if s.name == narrow.name {
		limit, plot = 100, 280
	}
	for i := range d.lines {
		last := d.lines[i].last()
		e := endLabel{class: "end " + d.look(i).class(), lines: []string{d.lines[i].member.Name}, want: last.Value,
			value: d.value(d.measure.Unit, last.Value, last.Decimals)}
		if last.Year != d.to {
			e.value = d.Say("chart.value_in", "value", e.value, "year", last.Year)
		}
		l.labels = append(l.labels, e)
	}
	if d.guideline != nil {
		l.labels = append(l.labels, endLabel{class: "end ref-name", lines: []string{d.guideline.Name}, want: d.guideline.AtLeast})
	}
	right := labelEnds(p, l.labels, s.small, limit)
	need := 0.0
	for i := range l.labels {
		need += l.labels[i].height
	}
	plot = max(plot, need)
	tickWidth := 0.0
	for i := range l.ticks.values {
		tickWidth = max(tickWidth, p.width(p.tick(l.ticks, i, d.measure.Unit), s.small))
	}
	l.labelX = s.width - right - 1
	l.x = scale{float64(d.from), float64(d.to), tickWidth + 12, l.labelX - endGap}
	from, to := float64(d.from), float64(d.to)
	l.flags = flags(p, d.events, func(day civil.Date) float64 { return l.x.at(max(from, min(to, yearsAt(day)))) }, s.small, 0, s.width)
	l.top = trendTop + flagRoom(l.flags, s.small)
	l.y = scale{lo, hi, l.top + plot, l.top}
	l.height = l.top + plot + trendBottom
	for i := range l.labels {
		l.labels[i].want = l.y.at(l.labels[i].want)
	}
	spread(l.labels, l.top-8, l.top+plot+10)
	return l
}

// bounds gives the lowest and highest value on the axis: those drawn and the
// guideline, and nothing. Only of large numbers that change little is the
// lower part left out; a small change in a share is to look small.
func (d *trends) bounds() (lo, hi float64) {
	lo = d.lines[0].figures[0].Value
	hi = lo
	for i := range d.lines {
		for _, f := range d.lines[i].figures {
			lo, hi = min(lo, f.Value), max(hi, f.Value)
		}
	}
	if d.guideline != nil {
		lo, hi = min(lo, d.guideline.AtLeast), max(hi, d.guideline.AtLeast)
	}
	if share := d.measure.Unit == dataset.Percent; lo > 0 && (share || lo < hi*0.6) {
		lo = 0
	}
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	return lo, hi
}

func (d *trends) drawGrid(p *pen, l *trendLayout) {
	p.raw(`<path class="grid" d="`)
	for _, v := range l.ticks.values {
		if v != 0 || l.y.lo == 0 {
			p.raw("M").num(l.x.from - 4).raw(" ").num(l.y.at(v)).raw("H").num(l.x.to + 6)
		}
	}
	p.raw(`"/>`)
	if l.y.lo <= 0 {
		p.line("zero", l.x.from-4, l.y.at(0), l.x.to+6, l.y.at(0))
	}
	p.group("tick", l.small, "end")
	for i, v := range l.ticks.values {
		p.text(l.x.from-8, l.y.at(v)+0.35*l.small, p.tick(l.ticks, i, d.measure.Unit))
	}
	p.end()
	pitch := l.x.at(float64(d.from+1)) - l.x.at(float64(d.from))
	if d.from == d.to {
		pitch = l.x.to - l.x.from
	}
	years := yearTicks(p.ruler, d.from, d.to, pitch, l.small)
	axis := l.y.from
	p.raw(`<path class="year-line" d="`)
	for _, t := range years {
		p.raw("M").num(l.x.at(float64(t.year))).raw(" ").num(axis).raw("v5")
	}
	p.raw(`"/>`)
	p.group(ticksOfTime, l.small, "middle")
	for _, t := range years {
		p.text(l.x.at(float64(t.year)), axis+8+0.9*l.small, t.label)
	}
	p.end()
}

// draw writes one line, in pieces where years are missing, and its points. An
// estimate is a hollow point. Where years are close the other points are as
// thin as the line, there for the pointer.
func (line *trendLine) draw(p *pen, l *trendLayout, class string) {
	p.group(class, 0, "")
	p.raw(`<path d="`)
	for i, f := range line.figures {
		if i == 0 || line.next(i-1) == nil {
			p.raw("M")
		} else {
			p.raw("L")
		}
		p.num(l.x.at(float64(f.Year))).raw(" ").num(l.y.at(f.Value))
	}
	p.raw(`"/>`)
	dense := (l.x.to-l.x.from)/max(1, l.x.hi-l.x.lo) < dotPitch
	for i, f := range line.figures {
		alone := line.next(i) == nil && (i == 0 || line.next(i-1) == nil)
		r := 2.6
		switch {
		case f.Status == dataset.Estimate:
			r = 3.2
			p.raw(`<circle class="est"`)
		case dense && !alone:
			r = 0.9
			p.raw("<circle")
		default:
			p.raw("<circle")
		}
		p.raw(` cx="`).num(l.x.at(float64(f.Year))).raw(`" cy="`).num(l.y.at(f.Value)).raw(`" r="`).num(r).raw(`"`)
		p.data(f.Member, f.Year, dataset.Plain(f.Value, f.Decimals)).raw("/>")
	}
	p.end()
}
