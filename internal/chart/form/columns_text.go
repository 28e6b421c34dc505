package form

import (
	"math"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// of returns the number of members that a count is out of, in words.
func (l *columnLayout) of(k *chart.Mark) string {
	if k.Of == 0 {
		return ""
	}
	return l.Message("chart.meeting.of", "n", k.Of)
}

// weight returns the class of values: counts are bold.
func (l *columnLayout) weight() string {
	if l.Frames {
		return "count"
	}
	return "val"
}

// labelled reports whether the value of a column is written: that of each, or in a dense drawing of the highest, the
// lowest below nothing and the last of a panel.
func (l *columnLayout) labelled(panel int, k *chart.Mark) bool {
	if !l.dense {
		return true
	}
	marks := l.panels[panel]
	high, low := chart.Extremes(marks)
	return k == marks[len(marks)-1] || k == high || k == low && math.Signbit(low.Value.V)
}

// standingTexts writes the values beyond the columns' ends and the years below all panels. In a dense drawing the last
// value is beside its column, and the others where they do not meet it.
func (l *columnLayout) standingTexts() {
	limit := l.W
	if l.dense {
		limit = l.right()
	}
	for i, panel := range l.panels {
		edge := -1.0 // where the value before ends
		for _, k := range panel {
			if !l.labelled(i, k) || l.dense && k.Year == l.To {
				continue
			}
			w := l.bold.width(k.Label)
			x := max(inside(l.x(k.Year), w, limit), l.left+w/2)
			if l.dense && x-w/2 < edge {
				continue
			}
			l.write(l.weight(), x, l.valueY(i, k), scene.Middle, k.Label+k.NoteMark())
			edge = x + w/2 + 2
		}
	}
	if l.dense {
		l.lastValues()
	}
	l.denominators()
	for _, t := range l.yearTicks(l.pitch) {
		x := inside(l.x(t.year), l.plain.width(t.label), l.W)
		l.write("tick", x, l.foot+6+0.95*l.size, scene.Middle, t.label)
	}
}

// valueY returns the baseline of a value beyond the end of its column: of one in a frame, above that where the space
// between the two is too low for a number.
func (l *columnLayout) valueY(panel int, k *chart.Mark) float64 {
	if k.Value.V < 0 {
		return l.y(panel, k.Value.V) + 5 + 0.72*l.size
	}
	y := l.y(panel, k.Value.V)
	if all := l.y(panel, float64(k.Of)); l.Frames && y-all < l.size+4 {
		y = all
	}
	return y - 5
}

// lastValues writes the last value of each panel beside its column.
func (l *columnLayout) lastValues() {
	for i, panel := range l.panels {
		k := panel[len(panel)-1]
		if k.Year != l.To {
			continue
		}
		y := l.middle(l.y(i, k.Value.V))
		if k.Of != 0 {
			y = min(y, l.y(i, 0)-1.2*l.size)
			l.write("of", l.right()+5, y+1.2*l.size, scene.Start, l.of(k))
		}
		l.write(l.weight(), l.right()+5, y, scene.Start, k.Label+k.NoteMark())
	}
}

// denominators writes of how many each count is: at the first, where the number changes, and at the last year if there
// is space.
func (l *columnLayout) denominators() {
	if !l.Frames {
		return
	}
	marks := l.panels[0]
	last := len(marks) - 1
	edge := 0.0 // where the text before ends
	for i, k := range marks {
		text := l.of(k)
		switch {
		case i == 0:
		case k.Of != marks[i-1].Of:
			text = strconv.Itoa(k.Of)
		case i == last && !l.dense:
		default:
			continue
		}
		w := l.plain.width(text)
		x := inside(l.x(k.Year), w, l.W)
		if x-w/2 < edge {
			continue
		}
		l.write("of", x, l.annotationHeight(l.flags)+ofBaseline, scene.Middle, text)
		edge = x + w/2 + 4
	}
}

// lyingTexts writes the years before the columns and the values beyond their ends.
func (l *columnLayout) lyingTexts() {
	for i := range l.panels {
		for y := l.From; y <= l.To; y++ {
			l.write("tick", l.left, l.middle(l.rowY(i, y)), scene.End, strconv.Itoa(y))
		}
	}
	for i, panel := range l.panels {
		for _, k := range panel {
			anchor, gap := scene.Start, labelGap
			if k.Value.V < 0 {
				anchor, gap = scene.End, -labelGap
			}
			y := l.middle(l.rowY(i, k.Year))
			l.write(l.weight(), l.v.at(k.Value.V)+gap, y, anchor, k.Label+k.NoteMark())
		}
	}
}
