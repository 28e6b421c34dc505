package chart

import (
	"strconv"

	"burdenshare/internal/civil"
)

// Lengths of the meeting chart, in user units.
const (
	ofBaseline    = 13.0  // of the row that says how many members there are
	meetingTop    = 38.0  // top of the highest column
	meetingBottom = 26.0  // for the years
	widestPitch   = 110.0 // of few years
	columnPart    = 0.7   // of the pitch
)

// A meetingLayout is where things stand in one drawing.
type meetingLayout struct {
	size
	top    float64 // below the band of flags
	flags  []pennant
	left   float64 // of the first year's place
	pitch  float64 // from year to year
	column float64 // width of a column
	y      scale
	height float64
	dense  bool // too many years for a number on each
}

func (l *meetingLayout) x(d *meetings, year int) float64 {
	return l.left + (float64(year-d.from)+0.5)*l.pitch
}

// draw gives one drawing.
func (d *meetings) draw(id string, s size, title, desc string) []byte {
	p := newPen(id, s, d.words)
	l := d.layout(p, s)
	p.open(s, l.height, title, desc)
	if len(d.years(func(c *column) bool { return c.estimate })) > 0 {
		p.hatch("met")
	}
	drawFlags(p, "event-tick", l.flags, s.small, l.top)
	if l.dense {
		d.drawTicks(p, &l)
	}
	d.drawAll(p, &l)
	d.drawMet(p, &l, false)
	d.drawMet(p, &l, true)
	d.drawCounts(p, &l)
	d.drawOf(p, &l)
	p.line("zero", l.left, l.y.from, l.left+l.pitch*float64(d.to-d.from+1), l.y.from)
	p.group(ticksOfTime, l.small, "middle")
	for _, t := range yearTicks(p.ruler, d.from, d.to, l.pitch, l.small) {
		p.text(inside(l.x(d, t.year), p.width(t.label, l.small), l.width), l.y.from+6+0.95*l.small, t.label)
	}
	p.end()
	return p.close()
}

// of says how many members there are.
func (d *meetings) of(n int) string { return d.Say("chart.meeting.of", "n", n) }

func (d *meetings) layout(p *pen, s size) meetingLayout {
	l := meetingLayout{size: s}
	n := float64(d.to - d.from + 1)
	widest, most := 0.0, 0
	for i := range d.columns {
		widest = max(widest, p.boldWidth(d.columns[i].label, s.small))
		most = max(most, d.columns[i].Of())
	}
	right := s.width
	if l.dense = s.width/n < widest+3; l.dense {
		l.left = p.width(strconv.Itoa(most), s.small) + 10
		right -= p.width(d.of(most), s.small) + 10
	}
	l.pitch = min((right-l.left)/n, widestPitch)
	l.column = l.pitch * columnPart
	plot := 200.0
	if s.name == narrow.name {
		plot = 180
	}
	l.flags = flags(p, d.events, func(day civil.Date) float64 {
		return l.left + (max(0, min(float64(d.to-d.from), yearsAt(day)-float64(d.from)))+0.5)*l.pitch
	}, s.small, 0, s.width)
	l.top = flagRoom(l.flags, s.small)
	l.y = scale{0, float64(most), l.top + meetingTop + plot, l.top + meetingTop}
	l.height = l.top + meetingTop + plot + meetingBottom
	return l
}

// drawTicks draws an axis of counts, which a drawing needs when its columns
// have no numbers of their own.
func (d *meetings) drawTicks(p *pen, l *meetingLayout) {
	t := ticks(0, l.y.hi, 5)
	right := l.left + l.pitch*float64(d.to-d.from+1)
	p.raw(`<path class="grid" d="`)
	for _, v := range t.values {
		p.raw("M").num(l.left - 4).raw(" ").num(l.y.at(v)).raw("H").num(right)
	}
	p.raw(`"/>`)
	p.group("tick", l.small, "end")
	for _, v := range t.values {
		p.text(l.left-8, l.y.at(v)+0.35*l.small, strconv.Itoa(int(v)))
	}
	p.end()
}

// drawAll draws the columns of all members of each year.
func (d *meetings) drawAll(p *pen, l *meetingLayout) {
	p.raw(`<path class="all" d="`)
	for i := range d.columns {
		x, h := l.x(d, d.columns[i].Year)-l.column/2, l.y.from-l.y.at(float64(d.columns[i].Of()))
		p.raw("M").num(x).raw(" ").num(l.y.from).raw("v-").num(h).raw("h").num(l.column).raw("v").num(h)
	}
	p.raw(`"/>`)
}

// drawMet draws the columns of those that met the guideline, years with
// estimates or years without.
func (d *meetings) drawMet(p *pen, l *meetingLayout, estimate bool) {
	open := false
	for i := range d.columns {
		c := &d.columns[i]
		if c.estimate != estimate {
			continue
		}
		if !open {
			p.raw("<g")
			if estimate {
				p.hatched("met")
			} else {
				p.raw(` class="met"`)
			}
			p.raw(">")
			open = true
		}
		y := l.y.at(float64(c.Meeting))
		p.rect(l.x(d, c.Year)-l.column/2, y, l.column, l.y.from-y)
		p.data(d.collective, c.Year, strconv.Itoa(c.Meeting)).raw(` data-of="`).raw(strconv.Itoa(c.Of())).raw(`"/>`)
	}
	if open {
		p.end()
	}
}

// drawCounts writes the counts above their columns; in a dense drawing only
// the highest and, beside it, the last.
func (d *meetings) drawCounts(p *pen, l *meetingLayout) {
	p.group("count", l.small, "middle")
	peak := d.extreme(func(a, b int) bool { return a > b })
	for i := range d.columns {
		c := &d.columns[i]
		if !l.dense || c == peak[0] && c != d.last() {
			p.text(l.x(d, c.Year), l.countY(c), c.label)
		}
	}
	p.end()
	if l.dense {
		c := d.last()
		x, y := l.x(d, c.Year)+l.pitch/2+5, min(l.y.at(float64(c.Meeting))+0.35*l.small, l.y.from-1.2*l.small)
		p.group("count", l.small, "")
		p.text(x, y, c.label)
		p.end()
		p.group("of", l.small, "")
		p.text(x, y+1.2*l.small, d.of(c.Of()))
		p.end()
	}
}

// countY is the baseline of a count: above its column, or above that of all
// members where the room between the two is too low for a number.
func (l *meetingLayout) countY(c *column) float64 {
	met, all := l.y.at(float64(c.Meeting)), l.y.at(float64(c.Of()))
	if met-all < l.small+4 {
		return all - 5
	}
	return met - 5
}

// drawOf writes how many members there are in each year. Where the columns
// are too narrow for that, it says so where the number changes, and at the
// last year if there is room.
func (d *meetings) drawOf(p *pen, l *meetingLayout) {
	of := func(i int) string { return d.of(d.columns[i].Of()) }
	last := len(d.columns) - 1
	each := p.width(of(last), l.small)+6 <= l.pitch
	p.group("of", l.small, "middle")
	edge := 0.0 // where the text before ends
	place := func(i int, s string) bool {
		w := p.width(s, l.small)
		x := inside(l.x(d, d.columns[i].Year), w, l.width)
		if x-w/2 < edge {
			return false
		}
		p.text(x, l.top+ofBaseline, s)
		edge = x + w/2 + 4
		return true
	}
	for i := range d.columns {
		switch {
		case each, i == 0:
			place(i, of(i))
		case d.columns[i].Of() != d.columns[i-1].Of():
			place(i, strconv.Itoa(d.columns[i].Of()))
		case i == last && !l.dense:
			place(i, of(i))
		}
	}
	p.end()
}
