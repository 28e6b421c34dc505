package chart

import "burdenshare/internal/dataset"

// Lengths of the quadrant chart, in user units.
const (
	pointRadius   = 4.0
	chosenRadius  = 5.5
	axisSteps     = 10   // to which an axis is rounded outward
	cornerLeading = 18.0 // of the rows above and below the plot
)

// A quadrantLayout is where things stand in one drawing.
type quadrantLayout struct {
	size
	x, y           scale
	xTicks, yTicks steps
	labels         []pointLabel
	texts          [][]string // the forms of each label
	nameX, nameY   float64    // baseline of the upright guideline's name above, of the other's within
	nameAnchor     string
	height         float64
	coded          bool // some labels are codes
}

// layout scales the axes and finds a place for every name. Rows above the
// plot: the upright guideline's name, then the upper corners; below it the
// lower corners, then the ticks.
func (d *quadrants) layout(p *pen, s size) quadrantLayout {
	l := quadrantLayout{size: s}
	plot := 400.0
	if s.name == narrow.name {
		plot = 360
	}
	xLo, xHi := d.bounds(d.x, func(t *point) *dataset.Figure { return t.x })
	yLo, yHi := d.bounds(d.y, func(t *point) *dataset.Figure { return t.y })
	l.yTicks = ticks(yLo, yHi, 6)
	left := 0.0
	for _, v := range l.yTicks.values {
		left = max(left, p.width(d.y.tick(v, l.yTicks.decimals), s.small))
	}
	left += 9
	top := 2*cornerLeading + 4
	l.x = scale{xLo, xHi, left, s.width - 6}
	l.y = scale{yLo, yHi, top + plot, top}
	for most := int((l.x.to - l.x.from) / 70); ; most-- {
		l.xTicks = ticks(xLo, xHi, most)
		n := len(l.xTicks.values)
		if most <= 2 || n < 2 || l.x.at(l.xTicks.values[1])-l.x.at(l.xTicks.values[0]) > p.width(d.x.tick(l.xTicks.values[n-1], l.xTicks.decimals), s.small)+14 {
			break
		}
	}
	l.height = l.y.from + 2*cornerLeading + 8
	d.layoutNames(p, &l)
	if l.coded {
		l.height += cornerLeading
	}
	return l
}

// bounds gives the ends of an axis, round numbers with some air around the
// points; the guideline is among them, and keeps room on both sides.
func (d *quadrants) bounds(a axis, of func(*point) *dataset.Figure) (lo, hi float64) {
	lo, hi = a.guideline.AtLeast, a.guideline.AtLeast
	for i := range d.points {
		v := of(&d.points[i]).Value
		lo, hi = min(lo, v), max(hi, v)
	}
	if lo == hi {
		return lo - 1, hi + 1
	}
	air, least := (hi-lo)*0.06, (hi-lo)*0.1 // around all, and beside the guideline
	from, to := outward(min(lo-air, a.guideline.AtLeast-least), max(hi+air, a.guideline.AtLeast+least), axisSteps)
	if lo >= 0 {
		from = max(from, 0) // no room for what cannot be
	}
	return from, to
}

func (a axis) tick(v float64, decimals int) string {
	if a.measure.Unit == dataset.Percent {
		return a.Amount(string(a.measure.Unit), v, decimals)
	}
	return a.tickLabel(a.measure.Unit, v, decimals)
}

// layoutNames measures the names, puts the level guideline's where it covers
// the fewest points, and solves the rest.
func (d *quadrants) layoutNames(p *pen, l *quadrantLayout) {
	region := rect{l.x.from + 2, l.y.to + 1, l.width, l.y.from - 1}
	line, w := l.y.at(d.y.guideline.AtLeast), p.boldWidth(d.y.guideline.Name, l.small)
	var taken rect
	fewest := len(d.points) + 1
	for _, c := range []struct {
		anchor  string
		x, base float64
	}{{"end", l.width, line - 5}, {"", l.x.from + 4, line - 5}, {"end", l.width, line + 4 + 0.8*l.small}, {"", l.x.from + 4, line + 4 + 0.8*l.small}} {
		r := rect{c.x, c.base - 0.8*l.small, c.x + w, c.base + 0.25*l.small}
		if c.anchor == "end" {
			r.left, r.right = c.x-w, c.x
		}
		n := 0
		for i := range d.points {
			t := &d.points[i]
			x, y := l.x.at(t.x.Value), l.y.at(t.y.Value)
			if r.meets(rect{x - 5, y - 5, x + 5, y + 5}) {
				n++
			}
		}
		if n < fewest {
			fewest, taken = n, r
			l.nameX, l.nameY, l.nameAnchor = c.x, c.base, c.anchor
		}
	}
	for i := range d.points {
		t := &d.points[i]
		lb := pointLabel{x: l.x.at(t.x.Value), y: l.y.at(t.y.Value), radius: pointRadius + 0.5, height: l.small}
		forms := []string{t.member.Name, tileCode(t.member)}
		if t.chosen {
			lb.radius = chosenRadius + 0.5
		} else if l.name == narrow.name {
			forms = forms[1:]
		}
		for _, f := range forms {
			width := p.width(f, l.small)
			if t.chosen {
				width = p.boldWidth(f, l.small)
			}
			lb.widths = append(lb.widths, width)
		}
		l.labels, l.texts = append(l.labels, lb), append(l.texts, forms)
	}
	placeLabels(l.labels, region, []rect{taken.grown(1)}, 2)
	for i, lb := range l.labels {
		l.coded = l.coded || lb.placed && len(l.texts[i])-1 == lb.form && l.texts[i][lb.form] != d.points[i].member.Name
	}
}
