package form

import (
	"math"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
)

// Lines draws a line for each series over years or days, named at its end. The leading line is drawn last and
// strongest: the others are there for comparison.
type Lines struct {
	Plot    [2]float64 // height of the plot in the wide and the narrow drawing
	Overlay bool       // lines have classes of their own, and their names within the plot
}

// Lengths of lines, in user units.
const (
	linesTop  = 12.0
	linesFoot = 28.0 // for years or days
	nameAbove = 8.0  // the end of a line, within the plot
	endGap    = 12.0 // between the last mark and the end labels
	dotPitch  = 9.0  // a year narrower than this has no dots of its own
	dayGap    = 12.0 // between two days below the axis
	mostSteps = 6    // of the values, where they are round
)

// A lineLayout is where things are in one drawing.
type lineLayout struct {
	*sheet
	Lines
	lines  []chart.Marks
	x, y   linear
	steps  chart.Steps
	ends   []endLabel
	flags  []annotation
	top    float64 // of the plot
	labelX float64 // of ends
	height float64
}

// Layout draws the lines.
func (f Lines) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &lineLayout{sheet: newSheet(m, size), Lines: f, lines: m.Lines()}
	l.share()
	l.shade()
	l.grid()
	l.drawAnnotations("event-line", l.flags, l.y.from)
	for _, r := range m.Refs {
		l.Add("ref", scene.Segment(l.x.from-4, l.y.at(r.At), l.x.to+6, l.y.at(r.At)))
	}
	for i := range l.lines {
		if i != m.Lead {
			l.draw(i)
		}
	}
	if m.Lead >= 0 {
		l.draw(m.Lead)
	}
	l.sheet.ends(l.ends, l.x.to, l.labelX)
	return l.finish(l.height)
}

// at returns the place of a mark.
func (l *lineLayout) at(k *chart.Mark) (x, y float64) {
	if l.X.Scale == chart.Days {
		return l.x.at(chart.DayNumber(k.Day)), l.y.at(k.Value.V)
	}
	return l.x.at(float64(k.Year)), l.y.at(k.Value.V)
}

// share shares out the width between the values, the lines and their names, and places these.
func (l *lineLayout) share() {
	lo, hi := l.Usual(l.Extent(&l.Y))
	if lo == hi {
		space := max(1, 0.1*math.Abs(lo))
		lo, hi = lo-space, hi+space
	}
	lo, hi = chart.RoundOutward(lo, hi, mostSteps)
	l.steps = chart.Ticks(lo, hi, mostSteps+1)
	limit, plot := 170.0, l.Plot[0]
	if l.narrow() {
		limit, plot = 100, l.Plot[1]
	}
	l.labels()
	left := l.tickWidth(l.steps) + 12
	right, high := l.measureEnds(l.ends, limit)
	plot = max(plot, high)
	l.labelX = l.W - right - 1
	from, to := float64(l.From), float64(l.To)
	if l.X.Scale == chart.Days {
		days := l.Days()
		from, to = chart.DayNumber(days[0]), chart.DayNumber(days[len(days)-1])
	}
	l.x = linear{from, to, left, l.labelX - endGap}
	if l.X.Scale == chart.Days && from == to { // one day is in the middle
		l.x.from = (l.x.from + l.x.to) / 2
	}
	l.flags = l.sheet.placeAnnotations(func(day civil.Date) float64 {
		if l.X.Scale == chart.Days {
			return l.x.at(chart.DayNumber(day))
		}
		return l.x.at(l.yearOf(day))
	})
	l.top = linesTop + l.annotationHeight(l.flags)
	l.y = linear{lo, hi, l.top + plot, l.top}
	l.height = l.top + plot + linesFoot
	for i := range l.ends {
		l.ends[i].want = l.y.at(l.ends[i].want)
	}
	spreadLabels(l.ends, l.top-8, l.top+plot+10)
}

// labels makes what is written after the lines.
func (l *lineLayout) labels() {
	for i, marks := range l.lines {
		if l.Overlay {
			break
		}
		s, look := &l.Series[i], l.LineStyle(i)
		l.ends = append(l.ends, endLabel{class: "end " + look.Tone, owner: marks[0].Owner(), lines: []string{s.Name},
			value: s.End + marks[len(marks)-1].NoteMark(), want: marks[len(marks)-1].Value.V})
	}
	for _, r := range l.Refs {
		l.ends = append(l.ends, endLabel{class: "ref-name", lines: []string{r.Name}, want: r.At})
	}
}

// shade colours what misses the guideline, and draws behind everything the
// lines that are there for comparison, as far as they are in the plot.
func (l *lineLayout) shade() {
	if l.Overlay {
		return
	}
	for _, r := range l.Refs {
		l.Add("below", l.missed(r, l.y, l.x.from-4, l.x.to-l.x.from+10))
	}
	lines := l.Behind()
	behind := make(scene.Path, 0, len(lines)*(l.To-l.From+1))
	for _, line := range lines {
		for i := 1; i < len(line); i++ {
			a, b := line[i-1], line[i]
			from, to, ok := clip(a.Value, b.Value, l.y.lo, l.y.hi)
			if !ok || b.Year != a.Year+1 {
				continue
			}
			x := func(part float64) float64 { return math.Round(l.x.at(float64(a.Year) + part)) } // as exact as is seen
			y := func(part float64) float64 { return math.Round(l.y.at(a.Value + part*(b.Value-a.Value))) }
			if n := len(behind); n == 0 || from > 0 || behind[n-1] != (scene.Step{Op: scene.LineTo, X: x(0), Y: y(0)}) {
				behind = behind.Move(x(from), y(from))
			}
			behind = behind.Line(x(to), y(to))
		}
	}
	l.Add("behind", behind)
}

// clip returns which part of the way from a to b is between lo and hi.
func clip(a, b, lo, hi float64) (from, to float64, ok bool) {
	if max(a, b) < lo || min(a, b) > hi {
		return 0, 0, false
	}
	if a == b {
		return 0, 1, true
	}
	at := func(v float64) float64 { return (v - a) / (b - a) }
	return max(0, min(at(lo), at(hi))), min(1, max(at(lo), at(hi))), true
}

// grid draws the values and the years or days.
func (l *lineLayout) grid() {
	left := l.x.from - 4
	l.verticalAxis(l.steps, l.y, span{left, l.x.to + 6}, 4)
	if l.y.lo <= 0 {
		l.Add("axis", scene.Segment(left, l.y.at(0), l.x.to+6, l.y.at(0)))
	}
	if l.X.Scale == chart.Days {
		l.days()
		return
	}
	pitch := l.x.at(float64(l.From+1)) - l.x.at(float64(l.From))
	if l.From == l.To {
		pitch = l.x.to - l.x.from
	}
	years := l.yearTicks(pitch)
	var ticks scene.Path
	for _, t := range years {
		ticks = ticks.Segment(l.x.at(float64(t.year)), l.y.from, l.x.at(float64(t.year)), l.y.from+5)
	}
	l.Add("axis", ticks)
	for _, t := range years {
		l.write("tick", l.x.at(float64(t.year)), l.y.from+8+0.9*l.size, scene.Middle, t.label)
	}
}

// days marks every day on the axis, and writes as many as there is space for: the first and the last in any case.
func (l *lineLayout) days() {
	days := l.Days()
	write := l.MonthYear
	if n := len(days) - 1; n > 0 && write(days[0]) == write(days[n]) {
		write = l.ShortDay
	}
	axis := l.y.from
	l.Add("axis", scene.Segment(l.x.from-6, axis, l.x.to+6, axis))
	var ticks scene.Path
	for _, day := range days {
		x := l.x.at(chart.DayNumber(day))
		ticks = ticks.Segment(x, axis, x, axis+5)
	}
	l.Add("axis", ticks)
	place := func(day civil.Date) (x, w float64) {
		w = l.plain.width(write(day))
		return inside(l.x.at(chart.DayNumber(day)), w, l.W), w
	}
	edge, limit := math.Inf(-1), math.Inf(1)
	if n := len(days) - 1; n > 0 {
		x, w := place(days[n])
		limit = x - w/2 - dayGap
	}
	for i, day := range days {
		x, w := place(day)
		if last := i == len(days)-1; !last && (x+w/2 > limit && i > 0 || x-w/2 < edge+dayGap) {
			continue
		}
		l.write("tick", x, axis+8+0.9*l.size, scene.Middle, write(day))
		edge = x + w/2
	}
}

// draw draws line i, in pieces where years are missing or not compared, and its marks. An estimate is a hollow point.
// Where years are close the other points are as thin as the line, there for the pointer.
func (l *lineLayout) draw(i int) {
	marks, look := l.lines[i], l.LineStyle(i)
	if l.Overlay {
		look.Tone = "line-1 m m-" + marks[0].Member
		look.Class = "line " + look.Tone
	}
	next := func(k int) bool { return l.joined(marks, k) }
	l.run(look.Class, i, marks, l.at)
	dense := (l.x.to-l.x.from)/max(1, l.x.hi-l.x.lo) < dotPitch && l.X.Scale != chart.Days
	for k, mark := range marks {
		r, class := 2.6, "dot "+look.Tone
		switch {
		case mark.Unlike:
			r, class = 3.2, class+" est"
		case l.X.Scale == chart.Days:
			r = 3.2
		case dense && (next(k) || next(k-1)):
			r = 0.9
		}
		x, y := l.at(mark)
		l.Show(class, scene.Circle{X: x, Y: y, R: r}, mark)
	}
	if x, y := l.at(marks[len(marks)-1]); l.Overlay {
		l.write("end "+look.Tone, x, y-nameAbove, scene.End, l.Series[i].Name)
	}
}
