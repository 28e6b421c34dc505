package form

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/lists"
)

// Columns puts a column on each year, up and down from nothing, a panel for each series.
type Columns struct {
	Frames bool // each is part of a count, which is drawn around it
}

// Lengths of columns, in user units.
const (
	ofBaseline  = 13.0  // of the row with the totals
	frameHead   = 38.0  // above the highest frame
	panelHead   = 24.0  // a panel's name, where there are several
	panelGap    = 12.0  // between panels
	yearPitch   = 20.0  // from year to year where columns lie down
	mostLying   = 56    // columns lying down in one drawing, after which it is too long
	columnsFoot = 26.0  // for the years
	valueRoom   = 19.0  // for a value beyond a column
	widestPitch = 110.0 // of few years
)

// A columnLayout is where things are in one drawing. Columns are vertical if there is space for their values side by
// side; otherwise they are horizontal, a line for each year; and if there are too many years for that they are
// vertical with an axis and the most important values.
type columnLayout struct {
	*sheet
	Columns
	down   bool // columns lie
	dense  bool // vertical, too many for a value on each
	panels []chart.Marks
	flags  []annotation
	left   float64 // of the first year's place; where columns lie, the end of the years' names
	pitch  float64
	foot   float64   // y of the years
	column float64   // width of a column
	v      linear    // of values: left to right, or from bottom to top of a panel that shows all
	tops   []float64 // of the panels, below their names
	scales []linear  // of vertical columns, in each panel
	height float64
}

// Layout draws the columns.
func (c Columns) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &columnLayout{sheet: newSheet(m, size), Columns: c, panels: m.Lines()}
	l.share()
	l.drawAnnotations("event-tick", l.flags, l.annotationHeight(l.flags))
	if l.dense {
		l.ticks()
	}
	l.frames()
	l.show(func(k *chart.Mark) scene.Shape { return l.rect(k.Series, k.Year, k.Value.V) })
	l.within()
	l.zero()
	if len(l.panels) > 1 {
		for i, s := range m.Series {
			l.Show("count", &scene.Text{Y: l.tops[i] - 7, S: s.Name}, l.panels[i][0].Owner())
		}
	}
	if l.down {
		l.lyingTexts()
	} else {
		l.standingTexts()
	}
	return l.finish(l.height)
}

// share chooses the direction of columns and divides the width.
func (l *columnLayout) share() {
	years := float64(l.To - l.From + 1)
	widest, of, gap := 0.0, 0.0, 2.0
	for _, k := range l.Marks {
		widest = max(widest, l.plain.width(k.Label+k.NoteMark()))
		of = max(of, l.plain.width(l.of(k)))
	}
	if l.Frames {
		gap = 3
	}
	switch {
	case l.W/years >= widest+gap:
		l.pitch = min(l.W/years, widestPitch)
	case l.narrow() && !l.Frames && int(years)*len(l.panels) <= mostLying:
		l.down, l.pitch = true, yearPitch
	default:
		l.dense = true
		l.left = l.tickWidth(l.steps()) + 12
		l.pitch = (l.W - l.left - max(widest, of) - 8) / years
	}
	l.column = 0.7 * l.pitch
	if l.down {
		l.layDown()
		return
	}
	l.flags = l.sheet.placeAnnotations(func(day civil.Date) float64 {
		return l.left + (l.yearOf(day)-float64(l.From)+0.5)*l.pitch
	})
	l.standUp()
}

// standUp divides the height of vertical columns: each panel is as high as its own values need, by one scale.
func (l *columnLayout) standUp() {
	head, gap, above, plot := 0.0, 0.0, valueRoom, 220.0
	if len(l.panels) > 1 {
		head, gap, plot = panelHead, panelGap, 104
	}
	if l.Frames {
		above, plot = frameHead, 200
		if l.narrow() {
			plot = 180
		}
	}
	lo, hi := l.all()
	l.v = linear{lo, hi, plot, 0}
	y := l.annotationHeight(l.flags)
	for i := range l.panels {
		low, high := extent(l.panels[i])
		l.tops = append(l.tops, y+head)
		zero := y + head + above + l.v.at(0) - l.v.at(high)
		off := zero - l.v.at(0)
		l.scales = append(l.scales, linear{lo, hi, l.v.from + off, l.v.to + off})
		y = zero + l.v.at(low) - l.v.at(0)
		if low < 0 {
			y += valueRoom
		}
		y += gap
	}
	l.foot = y
	l.height = y + columnsFoot
}

// layDown shares out the width of columns that lie: the years have what they
// need, values beyond the longest columns likewise.
func (l *columnLayout) layDown() {
	l.left = l.plain.width("2026")
	l.column = 0.62 * l.pitch
	negative, positive, head := 0.0, 10.0, 0.0
	for _, k := range l.Marks {
		if k.Value.V < 0 {
			negative = max(negative, l.plain.width(k.Label+k.NoteMark())+labelGap)
		} else {
			positive = max(positive, l.plain.width(k.Label+k.NoteMark())+labelGap+1)
		}
	}
	if len(l.panels) > 1 {
		head = panelHead
	}
	lo, hi := l.all()
	l.v = linear{lo, hi, l.left + nameGap + negative, l.W - positive}
	step := head + float64(l.To-l.From+1)*l.pitch + panelGap
	for i := range l.panels {
		l.tops = append(l.tops, head+float64(i)*step)
	}
	l.height = step*float64(len(l.panels)) - panelGap + 2
}

// extent returns the lowest and highest value of some marks, their frames and nothing.
func extent(marks chart.Marks) (lo, hi float64) {
	for _, k := range marks {
		lo, hi = min(lo, k.Value.V), max(hi, k.Value.V, float64(k.Of))
	}
	return lo, hi
}

// all returns the extent of all marks; a drawing of nothing else has some height.
func (l *columnLayout) all() (lo, hi float64) {
	if lo, hi = extent(l.Marks); lo == hi {
		hi = 1
	}
	return lo, hi
}

func (l *columnLayout) steps() chart.Steps {
	lo, hi := l.all()
	most := 5
	if len(l.panels) > 1 {
		most = 3
	}
	return chart.Ticks(lo, hi, most)
}

// x returns the middle of a year's vertical column.
func (l *columnLayout) x(year int) float64 { return l.left + (float64(year-l.From)+0.5)*l.pitch }

// right returns where the last year ends.
func (l *columnLayout) right() float64 { return l.left + float64(l.To-l.From+1)*l.pitch }

// rowY returns the middle of a year's column where columns lie.
func (l *columnLayout) rowY(panel, year int) float64 {
	return l.tops[panel] + (float64(year-l.From)+0.5)*l.pitch
}

// y returns the height of a value in a panel of vertical columns.
func (l *columnLayout) y(panel int, v float64) float64 { return l.scales[panel].at(v) }

// rect returns the place of a year's column up to a value, which has an edge even when it shows nothing.
func (l *columnLayout) rect(panel, year int, v float64) scene.Rect {
	if l.down {
		a, b := l.v.at(min(v, 0)), l.v.at(max(v, 0))
		return scene.Rect{X: a, Y: l.rowY(panel, year) - l.column/2, W: max(b-a, 0.8), H: l.column}
	}
	a, b := l.y(panel, max(v, 0)), l.y(panel, min(v, 0))
	least := 0.8
	if l.Frames {
		least = 0
	}
	return scene.Rect{X: l.x(year) - l.column/2, Y: a, W: l.column, H: max(b-a, least)}
}

// frames draws around each column what it is a part of.
func (l *columnLayout) frames() {
	if !l.Frames {
		return
	}
	var all scene.Path
	for _, k := range l.panels[0] {
		x, top, zero := l.x(k.Year)-l.column/2, l.y(0, float64(k.Of)), l.y(0, 0)
		all = all.Move(x, zero).Line(x, top).Line(x+l.column, top).Line(x+l.column, zero)
	}
	l.Add("frame", all)
}

// within draws in each column how much of it meets a stricter guideline too, and says so below the years.
func (l *columnLayout) within() {
	if len(l.Within) == 0 {
		return
	}
	for _, k := range l.panels[0] {
		if n := l.Within[k.Year]; n > 0 {
			l.Add("bar ink", l.rect(0, k.Year, float64(n)))
		}
	}
	l.height = l.stricter(l.height)
}

// stricter writes below a height what is within the columns, and returns where that ends.
func (s *sheet) stricter(bottom float64) float64 {
	s.Add("bar ink", scene.Rect{Y: bottom + keyLine - 14, W: 10, H: 10})
	for _, line := range s.plain.wrap(s.Stricter, s.W-16) {
		bottom += keyLine
		s.write("tick", 16, bottom-5, scene.Start, line)
	}
	return bottom
}

// Key draws what is within the columns alone; nil where nothing is.
func (Columns) Key(m *chart.Model) *scene.Scene {
	if len(m.Within) == 0 {
		return nil
	}
	return keyOf(m, func(s *sheet) float64 { return s.stricter(0) })
}

// zero draws the line that columns begin at, in every panel.
func (l *columnLayout) zero() {
	var line scene.Path
	for i := range l.panels {
		if l.down {
			line = line.Segment(l.v.at(0), l.tops[i], l.v.at(0), l.tops[i]+float64(l.To-l.From+1)*l.pitch)
		} else {
			line = line.Segment(l.left, l.y(i, 0), l.right(), l.y(i, 0))
		}
	}
	l.Add("axis", line)
}

// ticks draws an axis of values, which a drawing needs when not every column has its own.
func (l *columnLayout) ticks() {
	all := l.steps()
	for i := range l.panels {
		lo, hi := extent(l.panels[i])
		within := lists.Filter(all.Values, func(v float64) bool { return v >= lo && v <= hi })
		t := chart.Steps{Values: within, Decimals: all.Decimals}
		l.verticalAxis(t, l.scales[i], span{l.left - 4, l.right()}, 4)
	}
}
