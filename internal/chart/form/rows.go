package form

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/lists"
)

// Rows puts a name at the beginning of each row and its marks on an axis that
// lies down: bars from nothing, bars from where the row before ends, or points.
type Rows struct {
	Axis   bool    // its numbers are above the first row; else each mark has its own
	Dots   bool    // a point is at the end of each bar, which shows a bar of no length too
	Joined bool    // the points of a row are joined by a line
	Keyed  bool    // what the series are is said above the rows
	Pitch  float64 // from row to row
	Thick  float64 // of a bar
}

// Lengths of rows, in user units.
const (
	stackHead  = 18.0 // for a name above its marks
	headHeight = 44.0 // the guideline's name and the ticks, above the first row
	axisHeight = 26.0 // the ticks alone
	bareHead   = 4.0  // above the first row where there is no axis
	footHeight = 6.0
	keyLine    = 20.0 // of the key to the series
	labelGap   = 5.0  // between a bar and its value
	nameGap    = 10.0 // between the names and the drawing
	columnGap  = 16.0 // between columns of numbers
	pointSize  = 4.6  // radius of a point
	strokeHigh = 15.0 // of an upright stroke
	strokeWide = 3.0
	dotPitch2  = 8.0 // from one point to the next that would cover it
)

// A rowLayout is where things are in one drawing.
type rowLayout struct {
	*sheet
	Rows
	x       linear
	top     float64 // of the first row
	nameEnd float64 // x where names end
	pitch   float64
	stacked bool      // names are above their marks
	right   float64   // where the columns of numbers begin
	columns []float64 // right edges of the columns of numbers
	shown   []*chart.Column
	bars    int       // in a row, one below the other
	names   []float64 // their widths
	labels  []label   // of the marks, in their order
	height  float64
}

// A label is what a mark shows, with its place.
type label struct {
	text  string
	width float64
	x     float64
	left  bool // it ends there
}

// Layout draws the rows.
func (r Rows) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &rowLayout{sheet: newSheet(m, size), Rows: r, pitch: r.Pitch}
	if len(m.Marks) == 0 && (len(m.Absent) == 0 || m.Instead != "") {
		return l.nothingToShow()
	}
	l.labels = make([]label, len(m.Marks))
	for i, k := range m.Marks {
		if k.Label != "" {
			text := k.Label + k.NoteMark()
			l.labels[i] = label{text: text, width: l.faceOf(k).width(text)}
		}
	}
	l.bars = len(lists.Filter(m.Series, func(s chart.Series) bool { return s.Draw == chart.AsBar }))
	l.top = l.drawKey()
	l.share()
	for i := range l.labels {
		l.place(&l.labels[i], m.Marks[i])
	}
	if r.Axis {
		l.axis()
	}
	l.connectors()
	for i, name := range m.Y.Names {
		l.name("name", i, name, m.InRow(name)[0])
	}
	l.show(l.markOf)
	l.values()
	if !r.Axis {
		l.Add("axis", scene.Segment(l.x.at(0), l.top, l.x.at(0), l.top+float64(len(m.Y.Names))*l.pitch))
	}
	l.numbers()
	l.absent()
	return l.finish(l.height)
}

// nothingToShow returns a drawing of the message that there is nothing to show.
func (l *rowLayout) nothingToShow() *scene.Scene {
	const leading = 18.0
	lines := l.plain.wrap(l.Instead, l.W-4)
	for i, line := range lines {
		l.Add("name", &scene.Text{Y: float64(i+1) * leading, S: line})
	}
	return l.finish(float64(len(lines))*leading + 14)
}

// divided reports whether bars go both ways from nothing, with the name of each row on the other side.
func (l *rowLayout) divided() bool { return l.Dots && !l.stacked }

// share shares out the width: the names take what the longest needs, the columns of numbers likewise, the values beyond
// the longest bars too, and the marks have the rest.
func (l *rowLayout) share() {
	l.names = make([]float64, len(l.Y.Names))
	for i, name := range l.Y.Names {
		l.names[i] = l.faceOf(l.InRow(name)[0]).width(name)
		l.nameEnd = max(l.nameEnd, l.names[i])
	}
	for _, a := range l.Absent {
		l.nameEnd = max(l.nameEnd, l.plain.width(a.Member.Name))
	}
	left := l.nameEnd + nameGap
	l.right = l.layColumns()
	switch {
	case l.Axis && len(l.Refs) > 0:
		l.top += headHeight
	case l.Axis || len(l.shown) > 0:
		l.top += axisHeight
	default:
		l.top += bareHead
	}
	if l.nameEnd > 0.38*l.W {
		l.stacked, l.pitch, left = true, l.pitch+stackHead, 8
	}
	l.scale(left)
	l.height = l.top + float64(len(l.Y.Names)+len(l.Absent))*l.pitch + footHeight
}

// scale makes the axis as long as what is beside the marks lets it: their
// values, and on an axis that is divided their names.
func (l *rowLayout) scale(left float64) {
	lo, hi := l.Extent(&l.X)
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	if l.divided() {
		left = 0
	}
	need := l.beside(lo, hi)
	from, to := 0.0, (l.right-left)/(hi-lo)
	for range 24 {
		mid := (from + to) / 2
		if before, after := need(mid); left+before+(hi-lo)*mid+after > l.right {
			to = mid
		} else {
			from = mid
		}
	}
	before, _ := need(from)
	l.x = linear{lo, hi, left + before, left + before + (hi-lo)*from}
}

// beside returns what is needed before the lowest and after the highest value of an axis by its scale.
func (l *rowLayout) beside(lo, hi float64) func(scale float64) (before, after float64) {
	type text struct{ off, width float64 } // what begins at a value so far from the end of the axis
	texts := map[bool][]text{}             // by whether they are on the left
	put := func(left bool, at, width float64) {
		off := hi - at
		if left {
			off = at - lo
		}
		texts[left] = append(texts[left], text{off, width})
	}
	for i, k := range l.Marks {
		at, bar := k.From+k.Value.V, l.Series[k.Series].Draw == chart.AsBar
		if l.divided() {
			put(k.Value.V >= 0, 0, l.names[k.Place]+nameGap)
		}
		if k.Label != "" {
			put(l.labelsLeft(k), at, l.labels[i].width+l.gap(k)+2)
		}
		if !bar {
			put(true, at, pointSize+2)
			put(false, at, pointSize+2)
		}
	}
	for _, a := range l.Absent {
		if l.divided() {
			put(true, 0, l.plain.width(a.Member.Name)+nameGap)
		}
	}
	beyond := func(texts []text, scale, least float64) float64 {
		for _, t := range texts {
			least = max(least, t.width-t.off*scale)
		}
		return least
	}
	return func(scale float64) (before, after float64) {
		return beyond(texts[true], scale, 0), beyond(texts[false], scale, 8) // half a tick's label at least
	}
}

// labelsLeft reports whether the value of a mark is written before it: below
// nothing, or below the reference, so that it does not cross that.
func (l *rowLayout) labelsLeft(k *chart.Mark) bool {
	if l.Series[k.Series].Draw != chart.AsBar && len(l.Refs) > 0 {
		return k.Value.V < l.Refs[0].At
	}
	return k.Value.V < 0
}

// gap returns how far the value of a mark is from where the mark ends.
func (l *rowLayout) gap(k *chart.Mark) float64 {
	if l.Dots || l.Series[k.Series].Draw != chart.AsBar {
		return labelGap + pointSize
	}
	return labelGap
}
