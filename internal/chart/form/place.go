package form

import (
	"cmp"
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// A region is a rectangle of a drawing.
type region struct{ left, top, right, bottom float64 }

func (a region) meets(b region) bool {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
}

func (a region) within(b region) bool {
	return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
}

// grown returns the region with a margin.
func (a region) grown(by float64) region {
	return region{a.left - by, a.top - by, a.right + by, a.bottom + by}
}

// crossed reports whether the straight line between two points runs through the region.
func (a region) crossed(x1, y1, x2, y2 float64) bool {
	from, to := 0.0, 1.0
	for _, side := range [2][4]float64{{x1, x2 - x1, a.left, a.right}, {y1, y2 - y1, a.top, a.bottom}} {
		at, step, lo, hi := side[0], side[1], side[2], side[3]
		enter, leave := (lo-at)/step, (hi-at)/step // infinite along a side, and no number on it
		from, to = max(from, min(enter, leave)), min(to, max(enter, leave))
	}
	return from < to
}

// A pointLabel is a text beside a point. It has a long and a short form, of which placeLabels chooses.
type pointLabel struct {
	x, y   float64   // the point
	radius float64   // of its mark
	widths []float64 // of the forms, the long one first
	height float64
	area   region  // within which it has to be
	short  float64 // what its short form costs: it is taken where the long one would need a line of some length

	forms []string // how it can be written, the long form first
	class string
	owner scene.Marker

	placed         bool
	cost           float64 // of its place
	form           int     // index in widths
	box            region  // of the text
	leader         bool    // it is away from its point, with a line to it
	x1, y1, x2, y2 float64 // the ends of the line
}

// The labels of a drawing are the names of marks beside their points.
type labels []pointLabel

// add adds a label in one or more forms.
func (l *labels) add(s *sheet, k *chart.Mark, class string, p pointLabel, forms ...string) {
	p.height, p.forms, p.class, p.owner = s.size.Small, forms, class, k.Owner()
	for _, f := range forms {
		p.widths = append(p.widths, s.markWidth(k, f, s.size.Small))
	}
	*l = append(*l, p)
}

// leaders draws the lines to those that are away from their points.
func (l labels) leaders(s *sheet) {
	for _, p := range l {
		if p.placed && p.leader {
			s.Add("leader", scene.Segment(p.x1, p.y1, p.x2, p.y2))
		}
	}
}

// write writes those that have a place.
func (l labels) write(s *sheet) {
	for _, p := range l {
		if p.placed {
			t := &scene.Text{X: p.box.left, Y: p.box.top + 0.8*s.size.Small, S: p.forms[p.form], Size: s.size.Small}
			s.Show(p.class, t, p.owner)
		}
	}
}

// A candidate is a place for a label relative to its point: in a direction, and so far from the mark's edge.
type candidate struct {
	dx, dy   float64 // direction, of length 1
	distance float64
	cost     float64
}

// candidates are all places to try, the best first: to the right, to the left,
// above, below, at the corners, then with a line ever further away.
var candidates = func() []candidate {
	var s []candidate
	for i, d := range [][2]float64{{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {0.7, -0.7}, {0.7, 0.7}, {-0.7, -0.7}, {-0.7, 0.7}} {
		s = append(s, candidate{d[0], d[1], 3, []float64{0, 1, 1.5, 1.5, 2, 2, 2.5, 2.5}[i]})
	}
	for k, distance := range []float64{10, 16, 24, 34, 46, 60, 76, 96, 120, 150, 190, 240, 300} {
		for i := range 16 {
			sin, cos := math.Sincos(float64(i) * math.Pi / 8)
			s = append(s, candidate{cos, sin, distance, 6 + 2.5*float64(k) + 0.3*math.Abs(sin)})
		}
	}
	return s
}()

// at returns the region of a label's form at a place, and the ends of its line.
func (l *pointLabel) at(s candidate, form int) (text region, x1, y1, x2, y2 float64) {
	w, h := l.widths[form], l.height
	reach := l.radius + s.distance
	ax, ay := l.x+s.dx*reach, l.y+s.dy*reach // the point of the text nearest to the mark
	left, top := ax-w/2, ay-h/2
	switch {
	case s.dx > 0.3:
		left = ax
	case s.dx < -0.3:
		left = ax - w
	}
	switch {
	case s.dy > 0.3:
		top = ay
	case s.dy < -0.3:
		top = ay - h
	}
	text = region{left, top, left + w, top + h}
	return text, l.x + s.dx*(l.radius+1), l.y + s.dy*(l.radius+1), ax - s.dx, ay - s.dy
}

// placeLabels puts labels into their areas so that no text covers another or a taken region. It takes the points in the
// order of their crowding, each at the best place left, and then lets each move to a better one. A label for which no
// place is left is not placed.
func placeLabels(labels []pointLabel, taken []region, refine int) {
	order, near := make([]int, len(labels)), make([]int, len(labels))
	for i := range labels {
		order[i] = i
		for k := range labels {
			if math.Abs(labels[i].x-labels[k].x) < 60 && math.Abs(labels[i].y-labels[k].y) < 20 {
				near[i]++
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(near[b], near[a]) })
	for range 1 + refine {
		moved := false
		for _, i := range order {
			if labels[i].cost > 0 || !labels[i].placed { // else it has the best place
				was := labels[i].box
				labels[i].choose(labels, i, taken)
				moved = moved || labels[i].box != was
			}
		}
		if !moved {
			return
		}
	}
}

// choose moves a label to the best place that the others leave.
func (l *pointLabel) choose(labels []pointLabel, self int, taken []region) {
	best := math.Inf(1)
	l.placed = false
	for form := range l.widths {
		extra := l.short * float64(form)
		for _, s := range candidates {
			cost := s.cost + extra
			if cost >= best {
				break
			}
			text, x1, y1, x2, y2 := l.at(s, form)
			if !text.within(l.area) || slices.ContainsFunc(taken, text.meets) {
				continue
			}
			leader := s.distance > 3
			if cost += l.conflicts(labels, self, text, leader, x1, y1, x2, y2, best-cost); cost >= best {
				continue
			}
			best = cost
			l.placed, l.cost, l.form, l.box, l.leader = true, cost, form, text, leader
			l.x1, l.y1, l.x2, l.y2 = x1, y1, x2, y2
		}
	}
}

// conflicts is what a place costs for the marks, texts and lines in its way,
// infinite where a text would cover another. It stops counting at enough.
func (l *pointLabel) conflicts(labels []pointLabel, self int, text region, leader bool,
	x1, y1, x2, y2, enough float64) float64 {
	room := text.grown(1)
	for k := range labels {
		if k != self && labels[k].placed && room.meets(labels[k].box) {
			return math.Inf(1)
		}
	}
	reach := region{min(text.left, x1), min(text.top, y1), max(text.right, x1), max(text.bottom, y1)} // of text and line
	cost := 0.0
	for k := range labels {
		if k == self {
			continue
		}
		o := &labels[k]
		mark := region{o.x - o.radius, o.y - o.radius, o.x + o.radius, o.y + o.radius}
		if mark.meets(reach) {
			if text.meets(mark) {
				cost += 25
			}
			if leader && mark.crossed(x1, y1, x2, y2) {
				cost += 8
			}
		}
		if o.placed && leader && o.box.meets(reach) && o.box.crossed(x1, y1, x2, y2) {
			cost += 30
		}
		if o.placed && o.leader {
			if text.crossed(o.x1, o.y1, o.x2, o.y2) {
				cost += 30
			}
			if leader && cross(x1, y1, x2, y2, o.x1, o.y1, o.x2, o.y2) {
				cost += 12
			}
		}
		if cost >= enough {
			break
		}
	}
	return cost
}

// cross reports whether two lines between points cross each other.
func cross(ax, ay, bx, by, cx, cy, dx, dy float64) bool {
	side := func(px, py, qx, qy, rx, ry float64) float64 { return (qx-px)*(ry-py) - (qy-py)*(rx-px) }
	return side(ax, ay, bx, by, cx, cy)*side(ax, ay, bx, by, dx, dy) < 0 &&
		side(cx, cy, dx, dy, ax, ay)*side(cx, cy, dx, dy, bx, by) < 0
}
