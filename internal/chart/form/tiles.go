package form

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// Tiles puts each member about where it is on a map, those without a place of their own in rows below.
type Tiles struct{ cells }

// Lengths of tiles, in user units.
const (
	widestTile = 70.0
	tileGap    = 2.0
	elsewhere  = 30.0 // above the tiles without a place, for a line that says so
)

// A tileLayout is where things are in one drawing.
type tileLayout struct {
	*sheet
	pitchX, pitchY float64
	left, top      float64
	below          float64 // above the tiles without a place
}

// Layout draws the tiles.
func (Tiles) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &tileLayout{sheet: newSheet(m, size), top: keyHeight + 10}
	columns, lines := len(m.X.Names), len(m.Y.Names)
	l.pitchX = min((size.Width+tileGap)/float64(columns), widestTile)
	l.pitchY = max(min(l.pitchX*0.8, 50), 3*size.Text)
	l.left = (size.Width + tileGap - l.pitchX*float64(columns)) / 2
	if l.Placed > 0 && lines > l.Placed {
		l.below = elsewhere
	}
	l.key(m.Refs[0])
	l.show(func(k *chart.Mark) scene.Shape {
		return scene.Rect{X: l.x(k.Column), Y: l.y(k.Line), W: l.pitchX - tileGap, H: l.pitchY - tileGap}
	})
	l.overlays()
	l.texts()
	if l.below > 0 {
		l.write("tick", l.left, l.y(l.Placed)-7, scene.Start, m.Message("chart.map.elsewhere"))
	}
	return l.finish(l.notes(l.y(lines)))
}

func (l *tileLayout) x(column int) float64 { return l.left + float64(column)*l.pitchX }

func (l *tileLayout) y(line int) float64 {
	y := l.top + float64(line)*l.pitchY
	if line >= l.Placed {
		y += l.below
	}
	return y
}

// overlays hatches the estimates, outlines the members that are to be looked at, and outlines tiles without a figure.
func (l *tileLayout) overlays() {
	var overlay, outline, empty scene.Path
	for _, k := range l.Marks {
		x, y, w, h := l.x(k.Column), l.y(k.Line), l.pitchX-tileGap, l.pitchY-tileGap
		if k.Unlike {
			overlay = overlay.Box(x, y, w, h)
		}
		if k.Highlighted {
			outline = outline.Box(x, y, w, h)
		}
	}
	for _, a := range l.Absent {
		empty = empty.Box(l.x(a.Column)+0.5, l.y(a.Line)+0.5, l.pitchX-tileGap-1, l.pitchY-tileGap-1)
	}
	l.Add("overlay est", overlay)
	l.Add("outline", outline)
	l.Add("no-data", empty)
}

// values returns how the value of each tile is written: where one is too wide, all without their unit, which the key
// names, and else their signs.
func (l *tileLayout) values() func(*chart.Mark) string {
	for _, write := range []func(*chart.Mark) string{
		func(k *chart.Mark) string { return k.Label },
		func(k *chart.Mark) string {
			if k.Value.Unit.Scale != 1 { // thousands or millions, which the number alone does not say
				return k.Label
			}
			return l.Signed(k.Value.V, k.Value.Decimals)
		},
	} {
		tooWide := func(k *chart.Mark) bool { return l.plain.width(write(k)) > l.pitchX-1 }
		if !slices.ContainsFunc(l.Marks, tooWide) {
			return write
		}
	}
	return func(k *chart.Mark) string { return map[bool]string{true: "+", false: "−"}[k.Value.V >= 0] }
}

// texts writes code and value into each tile.
func (l *tileLayout) texts() {
	value := l.values()
	const upper, lower = 0.31, 0.71 // of the height
	write := func(class string, column, line int, at float64, text string) {
		x, y := l.x(column)+(l.pitchX-tileGap)/2, l.middle(l.y(line)+(l.pitchY-tileGap)*at)
		l.write(class, x, y, scene.Middle, text)
	}
	code := func(text string) string {
		if l.bold.width(text) > l.pitchX {
			return l.plain.fit(text, l.pitchX*0.9)
		}
		return text
	}
	for _, k := range l.Marks {
		write("count", k.Column, k.Line, upper, code(k.Short+k.NoteMark()))
	}
	for _, a := range l.Absent {
		write("absent highlighted", a.Column, a.Line, upper, code(chart.TileCode(a.Member)))
	}
	for _, k := range l.Marks {
		write("cell-text", k.Column, k.Line, lower, value(k))
	}
	for _, a := range l.Absent {
		write("absent", a.Column, a.Line, lower, "–")
	}
}
