package form

import (
	"fmt"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// A yearTick is a year and how an axis writes it.
type yearTick struct {
	year  int
	label string
}

// yearTicks chooses the years to write below an axis on which one year takes pitch units: all of them, all of them
// shortly (2014 15 16), or one in so many.
func (s *sheet) yearTicks(pitch float64) []yearTick {
	from, to := s.From, s.To
	full, short := s.plain.width("2026"), s.plain.width("26")
	every := func(step, remainder int, brief bool) []yearTick {
		var t []yearTick
		for y := from; y <= to; y++ {
			if y%step != remainder%step {
				continue
			}
			label := strconv.Itoa(y)
			if brief && y > from && y%100 != 0 {
				label = fmt.Sprintf("%02d", y%100)
			}
			t = append(t, yearTick{y, label})
		}
		return t
	}
	switch {
	case from == to || pitch >= full+8:
		return every(1, 0, false)
	case pitch >= (full+short)/2+5:
		return every(1, 0, true)
	}
	for step := 2; step <= 4; step++ { // a short period: the newest year counts
		if to-from <= 6*step && float64(step)*pitch >= full+8 {
			return every(step, to, false)
		}
	}
	for _, step := range []int{5, 10, 20, 25, 50, 100} {
		if t := every(step, 0, false); float64(step)*pitch >= full+8 && len(t) > 1 {
			return t
		}
	}
	return []yearTick{{from, strconv.Itoa(from)}, {to, strconv.Itoa(to)}}
}

// tickLabels writes the ticks of an axis of values, those of distances with their sign; the last says the unit.
func (s *sheet) tickLabels(t chart.Steps, u dataset.Unit) []string {
	signed := s.Y.Scale == chart.Names && s.Marks[0].Value.Signed
	labels := lists.Each(t.Values, func(v float64) string {
		if signed && v != 0 {
			return s.SignedIn(chart.Number{V: v, Decimals: t.Decimals, Unit: u})
		}
		return s.AxisLabel(u, v, t.Decimals)
	})
	if n := len(labels) - 1; n >= 0 && u == dataset.Percent {
		labels[n] = s.Amount(u, t.Values[n], t.Decimals)
	}
	return labels
}

// tickWidth returns the space that the numbers of a vertical axis take.
func (s *sheet) tickWidth(t chart.Steps) float64 { return s.plain.widest(s.tickLabels(t, s.Y.Unit)) }

// ticks returns as many ticks of an axis that lies as there is space for with their labels.
func (s *sheet) ticks(x linear) chart.Steps {
	before := 0 // how many were too many
	for most := max(3, int((x.to-x.from)/45)); ; most-- {
		t := chart.Ticks(x.lo, x.hi, most)
		n := len(t.Values)
		switch {
		case most > 2 && (n == before || s.X.Unit == dataset.Count && t.Decimals > 0):
		case n < 3 || most <= 2 || x.at(t.Values[1])-x.at(t.Values[0]) > s.plain.widest(s.tickLabels(t, s.X.Unit))+12:
			return t
		default:
			before = n
		}
	}
}

// verticalAxis draws a vertical axis of values: its lines from side to side, and its numbers before them.
func (s *sheet) verticalAxis(t chart.Steps, y linear, lines span, gap float64) {
	var grid scene.Path
	for _, v := range t.Values {
		grid = grid.Segment(lines.from, y.at(v), lines.to, y.at(v))
	}
	s.Add("grid", grid)
	for i, label := range s.tickLabels(t, s.Y.Unit) {
		s.write("tick", lines.from-gap, s.middle(y.at(t.Values[i])), scene.End, label)
	}
}

// horizontalAxis draws an axis of values that lies: its lines from top to bottom, and its numbers at a height, of which
// the last says the unit. Numbers stay within a limit, and those that would meet the one before are left out.
func (s *sheet) horizontalAxis(x linear, lines span, base, limit float64) {
	t := s.ticks(x)
	grid := make(scene.Path, 0, 2*len(t.Values))
	for _, v := range t.Values {
		grid = grid.Segment(x.at(v), lines.from, x.at(v), lines.to)
	}
	s.Add("grid", grid)
	edge := -100.0
	for i, label := range s.tickLabels(t, s.X.Unit) {
		w := s.plain.width(label)
		at := inside(x.at(t.Values[i]), w, limit)
		if at-w/2 < edge+6 {
			continue
		}
		s.write("tick", at, base, scene.Middle, label)
		edge = at + w/2
	}
}
