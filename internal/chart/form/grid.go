package form

import (
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/lists"
)

// Grid puts a cell on each row and year.
type Grid struct{ cells }

// Lengths of a grid, in user units.
const (
	cellPitch   = 20.0 // from row to row
	gridHead    = 22.0 // for the years
	gappedPitch = 7.0  // cells narrower than this touch each other
	widestCell  = 108.0
)

// A gridLayout is where things are in one drawing.
type gridLayout struct {
	*sheet
	cells     []chart.Marks // by row and year; nil where there is no figure
	years     int
	left, top float64 // of the first cell
	pitch     float64 // from year to year
	gap       float64 // between cells
	nameRoom  float64
	written   bool // values are in the cells
}

// Layout draws the grid.
func (Grid) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &gridLayout{sheet: newSheet(m, size), years: m.To - m.From + 1, top: keyHeight + gridHead}
	for range m.Y.Names {
		l.cells = append(l.cells, make(chart.Marks, l.years))
	}
	for _, k := range m.Marks {
		l.cells[k.Place][k.Year-m.From] = k
	}
	l.share()
	l.key(m.Refs[0])
	for _, t := range l.yearTicks(l.pitch) {
		x := l.x(t.year-m.From) + l.pitch/2
		l.write("tick", inside(x, l.plain.width(t.label), size.Width), l.top-7, scene.Middle, t.label)
	}
	for i, name := range m.Y.Names {
		k := m.InRow(name)[0]
		name = l.faceOf(k).fit(name, l.nameRoom)
		t := &scene.Text{X: l.left - 8, Y: l.baseline(i), S: name, Anchor: scene.End}
		l.Show(named("name", k), t, k.Owner())
	}
	l.gaps()
	l.show(func(k *chart.Mark) scene.Shape {
		return scene.Rect{X: l.x(k.Year - m.From), Y: l.y(k.Place), W: l.pitch - l.gap, H: cellPitch - 1}
	})
	l.hatch()
	l.outline()
	l.texts()
	return l.finish(l.y(len(l.cells)) + 4)
}

func (l *gridLayout) x(year int) float64       { return l.left + float64(year)*l.pitch }
func (l *gridLayout) y(row int) float64        { return l.top + float64(row)*cellPitch }
func (l *gridLayout) baseline(row int) float64 { return l.middle(l.y(row) + cellPitch/2 - 0.5) }

// share divides the width: names get what they need, cells the rest.
func (l *gridLayout) share() {
	cell, last := 0.0, 0.0
	for _, name := range l.Y.Names {
		l.nameRoom = max(l.nameRoom, l.faceOf(l.InRow(name)[0]).width(name))
	}
	for _, k := range l.Marks {
		w := l.plain.width(k.Label + k.NoteMark())
		if cell = max(cell, w); k.Year == l.To {
			last = max(last, w)
		}
	}
	l.nameRoom = min(l.nameRoom, 0.4*l.W)
	l.left = l.nameRoom + 8
	n := float64(l.years)
	pitch := (l.W - l.left - 1) / n
	if l.written = pitch >= cell+5; !l.written {
		pitch = (l.W - l.left - last - 7) / n
	}
	l.pitch = min(pitch, widestCell)
	if l.written && l.pitch < cell+5 {
		l.pitch = cell + 5
	}
	if l.gap = 1; l.pitch < gappedPitch {
		l.gap = 0
	}
}

// gaps draws a hairline in cells without a figure, those before a row begins none.
func (l *gridLayout) gaps() {
	var path scene.Path
	for i, row := range l.cells {
		for y, k := range row {
			if k == nil && l.From+y >= l.Begins[l.Y.Names[i]] {
				path = path.Box(l.x(y)+0.5, l.y(i)+0.5, max(l.pitch-l.gap-1, 0.2), cellPitch-2)
			}
		}
	}
	l.Add("gap", path)
}

// hatch hatches the estimates, runs of neighbours as one.
func (l *gridLayout) hatch() {
	var path scene.Path
	for i, row := range l.cells {
		for _, r := range runs(len(row), func(y int) bool { return row[y] != nil && row[y].Unlike }) {
			path = path.Box(l.x(r[0]), l.y(i), l.pitch*float64(r[1]+1-r[0])-l.gap, cellPitch-1)
		}
	}
	l.Add("overlay est", path)
}

// runs returns the first and the last place of the longest runs of those for which a condition holds.
func runs(n int, holds func(at int) bool) [][2]int {
	var list []int
	for at := range n {
		if holds(at) {
			list = append(list, at)
		}
	}
	return lists.Runs(list)
}

// met reports whether a cell meets the guideline; one outside of the grid does not.
func (l *gridLayout) met(row, year int) bool {
	if row < 0 || row >= len(l.cells) || year < 0 || year >= l.years {
		return false
	}
	k := l.cells[row][year]
	return k != nil && strings.HasPrefix(k.Tone, "up")
}

// outline draws the border between cells that meet the guideline and all else,
// so that meeting it is seen without any colour.
func (l *gridLayout) outline() {
	var path scene.Path
	off := l.gap / 2
	for i := range len(l.cells) + 1 { // upper edges
		for _, r := range runs(l.years, func(y int) bool { return l.met(i, y) != l.met(i-1, y) }) {
			path = path.Segment(l.x(r[0])-off, l.y(i)-0.5, l.x(r[1]+1)-off, l.y(i)-0.5)
		}
	}
	for y := range l.years + 1 { // left edges
		for _, r := range runs(len(l.cells), func(i int) bool { return l.met(i, y) != l.met(i, y-1) }) {
			path = path.Segment(l.x(y)-off, l.y(r[0])-0.5, l.x(y)-off, l.y(r[1]+1)-0.5)
		}
	}
	l.Add("outline", path)
}

// texts writes the values into their cells, or that of the last year beside the row.
func (l *gridLayout) texts() {
	for i, row := range l.cells {
		for y, k := range row {
			switch {
			case k == nil:
			case l.written:
				l.write("cell-text", l.x(y)+(l.pitch-l.gap)/2, l.baseline(i)-0.5, scene.Middle, k.Label+k.NoteMark())
			case y == l.years-1:
				l.write("val", l.W-1, l.baseline(i), scene.End, k.Label+k.NoteMark())
			}
		}
	}
}
