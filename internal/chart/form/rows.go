package form

import (
	"math"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
)

// Rows puts a name at the beginning of each row and its marks on an axis that
// lies down: bars from nothing, or points.
type Rows struct {
	Axis   bool    // its numbers are above the first row; else each mark has its own
	Joined bool    // the points of a row are joined by a line
	Key    bool    // what the series are is said above the rows
	Pitch  float64 // from row to row
	Thick  float64 // of a bar
}

// Lengths of rows, in user units.
const (
	stackHead  = 18.0 // for a name above its marks
	headHeight = 44.0 // the guideline's name and the ticks, above the first row
	bareHead   = 4.0  // above the first row where there is no axis
	footHeight = 6.0
	keyLine    = 20.0 // of the key to the series
	labelGap   = 5.0  // between a bar and its value
	nameGap    = 10.0 // between the names and the drawing
	columnGap  = 16.0 // between columns of numbers
	pointSize  = 4.6  // radius of a point
	strokeHigh = 11.0 // of an upright stroke
	strokeWide = 3.0
	dotPitch2  = 8.0 // from one point to the next that would cover it
)

// A rowLayout is where things are in one drawing.
type rowLayout struct {
	*sheet
	Rows
	x       linear
	key     [][]int // series by line of the key
	head    float64 // of the axis
	top     float64 // of the first row
	nameEnd float64 // x where names end
	pitch   float64
	stacked bool      // names are above their marks
	right   float64   // where the columns of numbers begin
	columns []float64 // right edges of the columns of numbers
	shown   []*chart.Column
	bars    int // in a row, one below the other
	rows    map[string]int
	height  float64
}

// Layout draws the rows.
func (r Rows) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &rowLayout{sheet: newSheet(m, size), Rows: r, pitch: r.Pitch, rows: map[string]int{}}
	if len(m.Marks) == 0 && len(m.Absent) == 0 || len(m.Marks) == 0 && m.Instead != "" {
		return l.instead()
	}
	for i, name := range m.Y.Names {
		l.rows[name] = i
	}
	for _, s := range m.Series {
		if s.Draw == chart.AsBar {
			l.bars++
		}
	}
	l.share()
	l.drawKey()
	if r.Axis {
		l.axis()
	}
	for i, name := range m.Y.Names {
		l.name("name", i, name, m.InRow(name)[0].Member)
	}
	l.shafts()
	l.marks()
	l.values()
	if !r.Axis {
		l.Add("axis", scene.Segment(l.x.at(0), l.top, l.x.at(0), l.top+float64(len(m.Y.Names))*l.pitch))
	}
	l.numbers()
	l.absent()
	return l.finish(l.height)
}

// instead says in place of a picture that there is nothing to show.
func (l *rowLayout) instead() *scene.Scene {
	const leading = 18.0
	lines := l.wrapPlain(l.Instead, l.size.Text, l.size.Width-4)
	for i, line := range lines {
		l.Add("name", scene.Text{Y: float64(i+1) * leading, S: line})
	}
	return l.finish(float64(len(lines))*leading + 14)
}

// share shares out the width: the names take what the longest needs, the
// columns of numbers likewise, the values beyond the longest bars too, and the
// marks have the rest.
func (l *rowLayout) share() {
	if l.head = l.layKey(); l.Axis {
		l.top = l.head + headHeight
	} else {
		l.top = l.head + bareHead
	}
	for _, name := range l.Y.Names {
		l.nameEnd = max(l.nameEnd, l.width(name, l.size.Text))
	}
	for _, a := range l.Absent {
		l.nameEnd = max(l.nameEnd, l.width(a.Member.Name, l.size.Text))
	}
	left, right := l.nameEnd+nameGap, l.layColumns()
	l.right = right
	if l.nameEnd > 0.38*l.size.Width {
		l.stacked, l.pitch, left = true, l.pitch+stackHead, 8
	}
	negative, positive := 0.0, 0.0
	for i := range l.Marks {
		k := &l.Marks[i]
		w := pointSize + 6
		if l.Series[k.Series].Draw == chart.AsBar {
			w = l.width(k.Label, l.size.Small) + labelGap
		}
		if k.Value.V < 0 || l.bars == 0 {
			negative = max(negative, w)
		}
		if k.Value.V >= 0 {
			positive = max(positive, w)
		}
	}
	lo, hi := l.Extent(&l.X)
	if lo == hi {
		lo, hi = lo-1, hi+1
	}
	l.x = linear{lo, hi, left + negative, right - max(positive+2, 8)} // half a tick's label at least
	l.height = l.top + float64(len(l.Y.Names)+len(l.Absent))*l.pitch + footHeight
}

// layKey breaks the key into lines and returns its height.
func (l *rowLayout) layKey() float64 {
	if !l.Key {
		return 0
	}
	x := 0.0
	for i, s := range l.Series {
		w := l.width(s.Name, l.size.Small) + 34
		if i == 0 || x+w > l.size.Width {
			l.key, x = append(l.key, nil), 0
		}
		n := len(l.key) - 1
		l.key[n] = append(l.key[n], i)
		x += w
	}
	return float64(len(l.key))*keyLine + 4
}

// drawKey shows how the marks of each series look, with its name.
func (l *rowLayout) drawKey() {
	for n, line := range l.key {
		x, y := 8.0, float64(n)*keyLine+10
		for _, i := range line {
			s := &l.Series[i]
			l.Add(roleOf(s.Draw)+" "+s.Tone, l.mark(s.Draw, x, y, 16))
			l.small("tick", x+14, middle(y, l.size.Small), scene.Start, s.Name)
			x += l.width(s.Name, l.size.Small) + 34
		}
	}
}

// roleOf is the role of a mark in the style sheet.
func roleOf(d chart.Draw) string {
	if d == chart.AsBar {
		return "bar"
	}
	return "dot"
}

// mark is the shape of a mark at a point, of a bar as wide as is asked.
func (l *rowLayout) mark(d chart.Draw, x, y, w float64) scene.Shape {
	switch d {
	case chart.AsBar:
		return scene.Rect{X: x - w/2, Y: y - 5, W: w, H: 10}
	case chart.AsTick:
		return scene.Rect{X: x - strokeWide/2, Y: y - strokeHigh/2, W: strokeWide, H: strokeHigh}
	}
	return scene.Circle{X: x, Y: y, R: pointSize}
}

// layColumns puts the columns of numbers on the right and returns where they
// begin.
func (l *rowLayout) layColumns() float64 {
	right := l.size.Width
	for i := len(l.Columns) - 1; i >= 0; i-- {
		c := &l.Columns[i]
		if c.Wide && l.narrow() {
			continue
		}
		w := l.width(c.Head, l.size.Small)
		for _, cell := range c.Cells {
			if c.Bold {
				w = max(w, l.boldWidth(cell, l.size.Small))
			} else {
				w = max(w, l.width(cell, l.size.Small))
			}
		}
		l.shown, l.columns = append(l.shown, c), append(l.columns, right)
		right -= w + columnGap
	}
	return right
}

// numbers writes the columns of numbers under their heads.
func (l *rowLayout) numbers() {
	for i, c := range l.shown {
		l.small("tick", l.columns[i], l.top-11, scene.End, c.Head)
		class := "tick"
		if c.Bold {
			class = "count"
		}
		for _, name := range l.Y.Names {
			if cell := c.Cells[name]; cell != "" {
				l.small(class, l.columns[i], middle(l.rowY(l.rows[name]), l.size.Small), scene.End, cell)
			}
		}
	}
}

// rowY is the middle of a row's marks.
func (l *rowLayout) rowY(row int) float64 {
	y := l.top + float64(row)*l.pitch
	if l.stacked {
		return y + stackHead + (l.pitch-stackHead)/2
	}
	return y + l.pitch/2
}

// name writes the name of a row.
func (l *rowLayout) name(class string, row int, name, member string) {
	t := scene.Text{X: l.nameEnd, Y: middle(l.rowY(row), l.size.Text), S: name, Anchor: scene.End}
	if l.stacked {
		t = scene.Text{Y: l.top + float64(row)*l.pitch + l.size.Text, S: l.fit(name, l.size.Text, l.size.Width)}
	}
	l.Show(class, t, chart.Whose(member))
}

// axis draws the ticks, every one with its number, and over them the names of
// the references, on a line of their own so that they meet no tick.
func (l *rowLayout) axis() {
	top, bottom := l.top-6, l.height
	if l.X.Unit == dataset.Points {
		l.distances(top, bottom)
	} else {
		t := chart.Ticks(l.x.lo, l.x.hi, max(2, int((l.x.to-l.x.from)/45)))
		l.lying(t, l.X.Unit, l.x, top, l.right, [][2]float64{{top, bottom}})
	}
	for _, r := range l.Refs {
		l.acrossRef(r, l.x.at(r.At), top, bottom)
	}
}

// distances draws an axis of distances, whose numbers have signs.
func (l *rowLayout) distances(top, bottom float64) {
	t, labels := l.ticks()
	var grid scene.Path
	for _, v := range t.Values {
		if v != 0 {
			grid = grid.Segment(l.x.at(v), top, l.x.at(v), bottom)
		}
	}
	l.Add("grid", grid)
	for i, v := range t.Values {
		l.small("tick", l.x.at(v), top-5, scene.Middle, labels[i])
	}
	if n := len(t.Values) - 1; t.Values[n] > 0 {
		unit := l.Say("chart.distance.pts")
		if x := l.x.at(t.Values[n]) + l.width(labels[n], l.size.Small)/2 + 3; x+l.width(unit, l.size.Small) <= l.size.Width {
			l.small("tick", x, top-5, scene.Start, unit)
		}
	}
}

// ticks returns as many ticks as there is room for with their labels.
func (l *rowLayout) ticks() (chart.Steps, []string) {
	for most := int(l.size.Width / 80); ; most-- {
		t := chart.Ticks(l.x.lo, l.x.hi, most)
		labels := make([]string, len(t.Values))
		widest := 0.0
		for i, v := range t.Values {
			labels[i] = l.AxisLabel(l.X.Unit, v, t.Decimals)
			widest = max(widest, l.width(labels[i], l.size.Small))
		}
		if len(t.Values) < 3 || most <= 2 || l.x.at(t.Values[1])-l.x.at(t.Values[0]) > widest+12 {
			return t, labels
		}
	}
}

// shafts joins the points of each row, in the colour of the last.
func (l *rowLayout) shafts() {
	if !l.Joined {
		return
	}
	paths, order := map[string]scene.Path{}, []string(nil)
	for _, name := range l.Y.Names {
		row := l.InRow(name)
		lo, hi := math.Inf(1), math.Inf(-1)
		for _, k := range row {
			lo, hi = min(lo, k.Value.V), max(hi, k.Value.V)
		}
		if lo == hi {
			continue
		}
		class := "shaft " + row[len(row)-1].Tone
		if len(l.Series) > 2 {
			class = "shaft soft"
		}
		if paths[class] == nil {
			order = append(order, class)
		}
		y := l.rowY(l.rows[name])
		paths[class] = paths[class].Segment(l.x.at(lo), y, l.x.at(hi), y)
	}
	for _, class := range order {
		l.Add(class, paths[class])
	}
}

// marks draws the marks, those of one look together. A bar of no length keeps
// a hair's breadth, to be found by the eye and the pointer.
func (l *rowLayout) marks() {
	for i, s := range l.Series {
		role := roleOf(s.Draw)
		for _, class := range l.classes(role) {
			for n := range l.Marks {
				k := &l.Marks[n]
				if k.Series != i || k.Class(role) != class {
					continue
				}
				x, y := l.x.at(k.Value.V), l.rowY(l.rows[k.Row])
				if s.Draw == chart.AsBar {
					l.Show(class, l.bar(i, k, y), k)
				} else {
					l.Show(class, l.mark(s.Draw, x, y+l.aside(k), 0), k)
				}
			}
		}
	}
}

// bar is the rectangle of a bar; several of a row are one below the other.
func (l *rowLayout) bar(series int, k *chart.Mark, y float64) scene.Rect {
	x, w := l.x.at(k.From), max(math.Abs(l.x.at(k.From+k.Value.V)-l.x.at(k.From)), 1)
	if k.Value.V < 0 {
		x -= w
	}
	thick := l.Thick / float64(l.bars)
	return scene.Rect{X: x, Y: y - l.Thick/2 + float64(series)*thick, W: w, H: thick}
}

// aside is how far a point is moved up or down, because another of its row
// would cover it.
func (l *rowLayout) aside(k *chart.Mark) float64 {
	if len(l.Series) <= 2 {
		return 0
	}
	n, at := 0, 0
	for _, other := range l.InRow(k.Row) {
		if math.Abs(l.x.at(other.Value.V)-l.x.at(k.Value.V)) < dotPitch2 {
			if other == k {
				at = n
			}
			n++
		}
	}
	return (float64(at) - float64(n-1)/2) * dotPitch2
}

// values writes the value of each bar beyond its end.
func (l *rowLayout) values() {
	for _, side := range []float64{1, -1} {
		for i := range l.Marks {
			k := &l.Marks[i]
			if l.Series[k.Series].Draw != chart.AsBar || k.Value.V < 0 != (side < 0) {
				continue
			}
			anchor := scene.Start
			if side < 0 {
				anchor = scene.End
			}
			r := l.bar(k.Series, k, l.rowY(l.rows[k.Row]))
			l.small("val", l.x.at(k.From+k.Value.V)+side*labelGap, middle(r.Y+r.H/2, l.size.Small), anchor, k.Label)
		}
	}
}

// absent names the members without a mark and says why, on the side of the
// guideline where there is more room.
func (l *rowLayout) absent() {
	left := 0.0
	if !l.stacked {
		left = l.nameEnd + nameGap
	}
	at := left - labelGap
	switch {
	case l.bars > 0:
		at = l.x.at(0)
	case len(l.Refs) > 0 && l.size.Width-l.x.at(l.Refs[0].At) > l.x.at(l.Refs[0].At)-left:
		at = l.x.at(l.Refs[0].At)
	}
	right, room := l.size.Width-at-labelGap, at-labelGap-left
	for i, a := range l.Absent {
		row := len(l.Y.Names) + i
		l.name("absent", row, a.Member.Name, a.Member.Code)
		x, space, anchor := at+labelGap, right, scene.Start
		if w := l.width(a.Why, l.size.Small); w > right && room > right {
			x, space, anchor = at-labelGap, room, scene.End
		}
		l.small("why", x, middle(l.rowY(row), l.size.Small), anchor, l.fit(a.Why, l.size.Small, space))
	}
}

// classes returns the looks of the marks in a role, each once, in the order
// in which they come.
func (s *sheet) classes(role string) []string {
	var list []string
	seen := map[string]bool{}
	for i := range s.Marks {
		if c := s.Marks[i].Class(role); !seen[c] {
			seen[c] = true
			list = append(list, c)
		}
	}
	return list
}
