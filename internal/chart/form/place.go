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

// A segment is a straight line between two points.
type segment struct{ x1, y1, x2, y2 float64 }

// through reports whether the segment runs through a region.
func (s segment) through(a region) bool {
	from, to := 0.0, 1.0
	for _, side := range [2][4]float64{{s.x1, s.x2 - s.x1, a.left, a.right}, {s.y1, s.y2 - s.y1, a.top, a.bottom}} {
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

	placed bool
	cost   float64 // of its place
	form   int     // index in widths
	place
}

// A place is where a text is.
type place struct {
	box    region
	leader bool // it is away from its point, with a line to it
	line   segment
}

// The labels of a drawing are the names of marks beside their points.
type labels []pointLabel

// add adds a label in one or more forms.
func (l *labels) add(s *sheet, k *chart.Mark, class string, p pointLabel, forms ...string) {
	p.height, p.forms, p.class, p.owner = s.size.Small, forms, class, k.Owner()
	for _, f := range forms {
		p.widths = append(p.widths, s.faceOf(k).width(f, s.size.Small))
	}
	*l = append(*l, p)
}

// leaders draws the lines to those that are away from their points.
func (l labels) leaders(s *sheet) {
	for _, p := range l {
		if p.placed && p.leader {
			s.Add("leader", scene.Segment(p.line.x1, p.line.y1, p.line.x2, p.line.y2))
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
	for _, d := range [][3]float64{{1, 0, 0}, {-1, 0, 1}, {0, -1, 1.5}, {0, 1, 1.5},
		{0.7, -0.7, 2}, {0.7, 0.7, 2}, {-0.7, -0.7, 2.5}, {-0.7, 0.7, 2.5}} {
		s = append(s, candidate{d[0], d[1], 3, d[2]})
	}
	for k, distance := range []float64{10, 16, 24, 34, 46, 60, 76, 96, 120, 150, 190, 240, 300} {
		for i := range 16 {
			sin, cos := math.Sincos(float64(i) * math.Pi / 8)
			s = append(s, candidate{cos, sin, distance, 6 + 2.5*float64(k) + 0.3*math.Abs(sin)})
		}
	}
	return s
}()

// at returns the place of a label's form at a candidate.
func (l *pointLabel) at(s candidate, form int) place {
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
	return place{region{left, top, left + w, top + h}, s.distance > 3,
		segment{l.x + s.dx*(l.radius+1), l.y + s.dy*(l.radius+1), ax - s.dx, ay - s.dy}}
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
	best := math.Inf(1) // a place that it had is still there, as the others keep off it
	for form := range l.widths {
		extra := l.short * float64(form)
		for _, s := range candidates {
			cost := s.cost + extra
			if cost >= best {
				break
			}
			p := l.at(s, form)
			if !p.box.within(l.area) || slices.ContainsFunc(taken, p.box.meets) {
				continue
			}
			if cost += p.conflicts(labels, self, best-cost); cost >= best {
				continue
			}
			best = cost
			l.placed, l.cost, l.form, l.place = true, cost, form, p
		}
	}
}

// conflicts is what a place costs for the marks, texts and lines in its way,
// infinite where a text would cover another. It stops counting at enough.
func (p *place) conflicts(labels []pointLabel, self int, enough float64) float64 {
	room := p.box.grown(1)
	for k := range labels {
		if k != self && labels[k].placed && room.meets(labels[k].box) {
			return math.Inf(1)
		}
	}
	l := p.line
	reach := region{min(p.box.left, l.x1), min(p.box.top, l.y1), max(p.box.right, l.x1), max(p.box.bottom, l.y1)}
	cost := 0.0
	for k := range labels {
		if k == self {
			continue
		}
		o := &labels[k]
		mark := region{o.x - o.radius, o.y - o.radius, o.x + o.radius, o.y + o.radius}
		if mark.meets(reach) {
			if p.box.meets(mark) {
				cost += 25
			}
			if p.leader && l.through(mark) {
				cost += 8
			}
		}
		if o.placed && p.leader && o.box.meets(reach) && l.through(o.box) {
			cost += 30
		}
		if o.placed && o.leader {
			if o.line.through(p.box) {
				cost += 30
			}
			if p.leader && l.crosses(o.line) {
				cost += 12
			}
		}
		if cost >= enough {
			break
		}
	}
	return cost
}

// crosses reports whether two segments cross each other.
func (s segment) crosses(o segment) bool {
	side := func(l segment, x, y float64) float64 { return (l.x2-l.x1)*(y-l.y1) - (l.y2-l.y1)*(x-l.x1) }
	return side(s, o.x1, o.y1)*side(s, o.x2, o.y2) < 0 && side(o, s.x1, s.y1)*side(o, s.x2, s.y2) < 0
}
