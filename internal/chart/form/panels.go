package form

import (
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// Panels draws each series as a small plot of its own with its name and its last value above it, all of one scale,
// side by side and below each other.
type Panels struct{}

// Lengths of panels, in user units.
const (
	panelWide     = 110.0 // at least
	panelHigh     = 54.0  // of a plot, which is as much higher as it is wider
	mostPanelHigh = 180.0
	panelWords    = 32.0 // above it, for the name and the value
	panelAside    = 12.0 // between two
	panelYears    = 20.0 // below the last of a column
)

// A panelLayout is where things are in one drawing.
type panelLayout struct {
	*sheet
	columns int
	wide    float64
	high    float64
	top     float64
	lo, hi  float64
}

// Layout draws the panels: what is below the guideline shaded in each.
func (Panels) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &panelLayout{sheet: newSheet(m, size)}
	l.columns = min(int((size.Width+panelAside)/(panelWide+panelAside)), len(m.Series))
	l.wide = (size.Width+panelAside)/float64(l.columns) - panelAside
	l.high = min(panelHigh*max(l.wide/panelWide, 1), mostPanelHigh)
	l.lo, l.hi = l.scale()
	lines := (len(m.Series) + l.columns - 1) / l.columns
	if len(m.Refs) > 0 {
		l.Add("below", scene.Rect{Y: size.Text - 4, W: 22, H: 8})
	}
	l.key()
	var below, line scene.Path
	for i := range m.Series {
		x, y := l.at(i)
		for _, r := range m.Refs {
			below = append(below, l.missed(r, y, x.from-3, l.wide)...)
			line = line.Segment(x.from-3, y.at(r.At), x.from-3+l.wide, y.at(r.At))
		}
	}
	l.Add("below", below)
	l.Add("ref-thin", line)
	for i := range m.Series {
		l.panel(i)
	}
	return l.finish(l.notes(l.top + float64(lines)*(panelWords+l.high+panelAside) + panelYears - panelAside))
}

// key draws the explanation of the line and the scale of all panels.
func (l *panelLayout) key() {
	size, x := l.size, 0.0
	for _, r := range l.Refs[:min(1, len(l.Refs))] { // a band has one name
		l.Add("ref-thin", scene.Segment(0, size-4, 22, size-4))
		l.write("ref-name", 28, size, scene.Start, r.Name)
		x = 28 + l.bold.width(r.Name) + 16
	}
	t := chart.Ticks(l.lo, l.hi, mostSteps+1)
	scale := l.Message("chart.each_panel", "from", l.AxisLabel(l.Y.Unit, l.lo, 0),
		"to", l.tickLabels(chart.Steps{Values: []float64{l.hi}, Decimals: t.Decimals}, l.Y.Unit)[0])
	l.top = size + 14
	if x > 0 && x+l.plain.width(scale) > l.W {
		x, l.top = 0, 2*size+20
	}
	l.write("tick", x, l.top-14, scene.Start, scale)
}

// at returns the scales of a panel.
func (l *panelLayout) at(i int) (x, y linear) {
	left := float64(i%l.columns) * (l.wide + panelAside)
	top := l.top + float64(i/l.columns)*(panelWords+l.high+panelAside) + panelWords
	return linear{float64(l.From), float64(l.To), left + 3, left + l.wide - 4}, linear{l.lo, l.hi, top + l.high, top}
}

// Key draws the explanation alone.
func (Panels) Key(m *chart.Model) *scene.Scene {
	return keyOf(m, func(s *sheet) float64 {
		l := &panelLayout{sheet: s}
		l.lo, l.hi = l.scale()
		l.key()
		return l.top - 8
	})
}

// scale returns the ends of the scale of all panels.
func (l *panelLayout) scale() (lo, hi float64) {
	lo, hi = l.Extent(&l.Y)
	return chart.RoundOutward(lo, hi, mostSteps)
}

// panel draws one: its name, its last value, its line and, below the last of a column, the years.
func (l *panelLayout) panel(i int) {
	s, marks := &l.Series[i], l.Of(i)
	x, y := l.at(i)
	size, left, line := l.size, x.from-3, "line "+s.Tone
	if marks[0].Highlighted {
		line += " lead"
	}
	name := l.bold.fit(s.Name, min(l.wide+panelAside-3, (l.W-left)*slack))
	l.Show("ref-name", &scene.Text{X: left, Y: y.to - 17, S: name}, marks[0].Owner())
	l.write("val", left, y.to-3, scene.Start, s.End+marks[len(marks)-1].NoteMark())
	l.Add("axis", scene.Segment(left, y.from, left+l.wide, y.from))
	l.run(line, i, marks, func(k *chart.Mark) (float64, float64) { return x.at(float64(k.Year)), y.at(k.Value.V) })
	for _, k := range marks {
		r := 0.9
		if k.Unlike || k == marks[len(marks)-1] {
			r = 2.2
		}
		l.Show(k.Class("dot"), scene.Circle{X: x.at(float64(k.Year)), Y: y.at(k.Value.V), R: r}, k)
	}
	if i+l.columns >= len(l.Series) {
		l.write("tick", left, y.from+size+4, scene.Start, strconv.Itoa(l.From))
		l.write("tick", left+l.wide, y.from+size+4, scene.End, strconv.Itoa(l.To))
	}
}
