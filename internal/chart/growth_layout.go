package chart

import (
	"math"

	"burdenshare/internal/dataset"
)

// Lengths of the growth chart, in user units.
const (
	panelHead  = 24.0 // a member's name, where there are several
	panelGap   = 12.0
	yearPitch  = 20.0 // from year to year where columns lie down
	mostLying  = 56   // columns lying down in one drawing, after which it is too long
	growthFoot = 26.0 // for the years
	valueRoom  = 19.0 // for a value beyond a column
)

// A growthLayout is where things stand in one drawing. Columns stand where
// there is room for their values side by side; else they lie down, a line for
// each year; and where there are too many years for that they stand again,
// with an axis and the most telling values.
type growthLayout struct {
	size
	lying  bool
	dense  bool    // standing, too many for a value on each
	left   float64 // of the first year's place; of the years' names where columns lie down: their end
	pitch  float64
	column float64   // width of a column
	v      scale     // of values, left to right where columns lie; where they stand, from bottom to top of a panel that shows all
	tops   []float64 // of the panels, below their names
	zeros  []float64 // where columns stand: y of nothing in each panel
	height float64
}

func (d *growths) layout(p *pen, s size) growthLayout {
	l := growthLayout{size: s}
	years := d.to - d.from + 1
	widest := 0.0
	for i := range d.panels {
		for _, f := range d.panels[i].figures {
			widest = max(widest, p.boldWidth(d.signed(d.measure.Unit, f.Value, f.Decimals), s.small))
		}
	}
	switch n := float64(years); {
	case s.width/n >= widest+4:
		l.pitch = min(s.width/n, widestPitch)
	case s.name == narrow.name && years*len(d.panels) <= mostLying:
		l.lying, l.pitch = true, yearPitch
	default:
		l.dense = true
		for _, v := range d.ticks().values {
			l.left = max(l.left, p.width(d.Amount(string(dataset.Percent), v, d.ticks().decimals), s.small)+12)
		}
		l.pitch = (s.width - l.left - widest - 8) / n
	}
	l.column = 0.7 * l.pitch
	head := 0.0
	if len(d.panels) > 1 {
		head = panelHead
	}
	if l.lying {
		d.layDown(p, &l, head)
		return l
	}
	lo, hi := d.bounds()
	plot := 220.0
	if len(d.panels) > 1 {
		plot = 104
	}
	l.v = scale{lo, hi, plot, 0}
	y := 0.0
	for i := range d.panels { // each as high as its own figures need, by one scale
		high, low := d.panels[i].extremes()
		l.tops = append(l.tops, y+head)
		l.zeros = append(l.zeros, y+head+valueRoom+l.v.at(0)-l.v.at(max(high.Value, 0)))
		y = l.zeros[i] + l.v.at(min(low.Value, 0)) - l.v.at(0)
		if low.Value < 0 {
			y += valueRoom
		}
		if y += panelGap; len(d.panels) == 1 {
			y -= panelGap
		}
	}
	l.height = y + growthFoot
	return l
}

// layDown shares out the width for columns that lie: the years have what they
// need, values beyond the longest columns likewise.
func (d *growths) layDown(p *pen, l *growthLayout, head float64) {
	l.left = p.width("2026", l.small)
	l.column = 0.62 * l.pitch
	lo, hi := d.bounds()
	negative, positive := 0.0, 10.0
	for i := range d.panels {
		for _, f := range d.panels[i].figures {
			w := p.boldWidth(d.signed(d.measure.Unit, f.Value, f.Decimals), l.small) + labelGap
			if f.Value < 0 {
				negative = max(negative, w)
			} else {
				positive = max(positive, w)
			}
		}
	}
	l.v = scale{lo, hi, l.left + nameGap + negative, l.width - positive}
	step := head + float64(d.to-d.from+1)*l.pitch + panelGap
	for i := range d.panels {
		l.tops = append(l.tops, head+float64(i)*step)
	}
	l.height = step*float64(len(d.panels)) - panelGap + 2
}

// bounds gives the lowest and highest value and nothing.
func (d *growths) bounds() (lo, hi float64) {
	for i := range d.panels {
		for _, f := range d.panels[i].figures {
			lo, hi = min(lo, f.Value), max(hi, f.Value)
		}
	}
	if lo == hi {
		hi = 1
	}
	return lo, hi
}

func (d *growths) ticks() steps {
	lo, hi := d.bounds()
	most := 5
	if len(d.panels) > 1 {
		most = 3
	}
	return ticks(lo, hi, most)
}

// x is the middle of a year's column where columns stand.
func (l *growthLayout) x(d *growths, year int) float64 {
	return l.left + (float64(year-d.from)+0.5)*l.pitch
}

// rowY is the middle of a year's column where columns lie.
func (l *growthLayout) rowY(d *growths, panel, year int) float64 {
	return l.tops[panel] + (float64(year-d.from)+0.5)*l.pitch
}

// y is the height of a value in a panel where columns stand.
func (l *growthLayout) y(panel int, v float64) float64 {
	return l.zeros[panel] + l.v.at(v) - l.v.at(0)
}

// rect gives the place of a column, which has an edge even when it shows
// nothing.
func (l *growthLayout) rect(d *growths, panel, year int, v float64) (x, y, w, h float64) {
	if l.lying {
		a, b := l.v.at(min(v, 0)), l.v.at(max(v, 0))
		return a, l.rowY(d, panel, year) - l.column/2, max(b-a, 0.8), l.column
	}
	a, b := l.y(panel, max(v, 0)), l.y(panel, min(v, 0))
	return l.x(d, year) - l.column/2, a, l.column, max(b-a, 0.8)
}

// told says whether a column's value is written: each of them, or in a dense
// drawing the highest, the lowest and the last of a panel.
func (l *growthLayout) told(n *panel, year int) bool {
	if !l.dense {
		return true
	}
	high, low := n.extremes()
	return year == n.last().Year || year == high.Year || year == low.Year && math.Signbit(low.Value)
}
