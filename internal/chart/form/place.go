package form

import (
	"cmp"
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/lists"
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

// crosses reports whether two segments cross each other.
func (s segment) crosses(o segment) bool {
	side := func(l segment, x, y float64) float64 { return (l.x2-l.x1)*(y-l.y1) - (l.y2-l.y1)*(x-l.x1) }
	return side(s, o.x1, o.y1)*side(s, o.x2, o.y2) < 0 && side(o, s.x1, s.y1)*side(o, s.x2, s.y2) < 0
}

// A pointLabel is a text beside a point. It has a long and a short form, of which placeLabels chooses.
type pointLabel struct {
	x, y   float64   // the point
	radius float64   // of its mark
	widths []float64 // of the forms, the long one first
	height float64
	area   region               // within which it has to be
	on     bool                 // it may be on its point
	below  func(region) float64 // what a place costs for what is below it, infinite where it cannot be; nil for nothing

	forms []string // how it can be written, the long form first
	class string
	owner scene.Marker

	placed bool
	cost   float64 // of its place, when it was chosen
	way    way
	place
}

// A place is where a text is.
type place struct {
	box    region
	leader bool // it is away from its point, with a line to it
	line   segment
	over   float64 // what it costs for what is below it, and its line for the texts of the drawing that it runs through
}

// text returns the form in which it is written.
func (l *pointLabel) text() string { return l.forms[l.way.form] }

// The labels of a drawing are the names of marks beside their points.
type labels []pointLabel

// add adds a label in one or more forms.
func (all *labels) add(s *sheet, k *chart.Mark, class string, p pointLabel, forms ...string) {
	p.height, p.forms, p.class, p.owner = s.size, forms, class, k.Owner()
	p.widths = lists.Each(forms, func(f string) float64 { return s.faceOf(k).width(f) })
	*all = append(*all, p)
}

// leaders draws the lines to those that are away from their points.
func (all labels) leaders(s *sheet) {
	for _, p := range all {
		if p.placed && p.leader {
			s.Add("leader", scene.Segment(p.line.x1, p.line.y1, p.line.x2, p.line.y2))
		}
	}
}

// write writes those that have a place.
func (all labels) write(s *sheet) {
	for _, p := range all {
		if p.placed {
			t := &scene.Text{X: p.box.left, Y: p.box.top + 0.8*s.size, S: p.text()}
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

// candidates are all places to try, the best first: on the point, to the right, to the left, above, below, at the
// corners, then with a line ever further away.
var candidates = func() []candidate {
	s := []candidate{{}}
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

// at returns the place of a label, and whether it may be there.
func (l *pointLabel) at(s way, taken []region) (p place, free bool) {
	if s.form >= len(l.widths) || s.distance == 0 && !l.on {
		return p, false
	}
	w, h := l.widths[s.form], l.height
	reach := l.radius + s.distance
	ax, ay := l.x+s.dx*reach, l.y+s.dy*reach // the point of the text nearest to the mark
	begin := func(towards, at, size float64) float64 {
		switch {
		case towards > 0.3:
			return at
		case towards < -0.3:
			return at - size
		}
		return at - size/2
	}
	left, top := begin(s.dx, ax, w), begin(s.dy, ay, h)
	p = place{box: region{left, top, left + w, top + h}, leader: s.distance > 3,
		line: segment{l.x + s.dx*(l.radius+1), l.y + s.dy*(l.radius+1), ax - s.dx, ay - s.dy}}
	if !p.box.within(l.area) {
		return p, false
	}
	for _, text := range taken {
		if p.box.meets(text) {
			return p, false
		}
		if p.leader && p.line.through(text) {
			p.over += throughText
		}
	}
	if l.below != nil {
		p.over += l.below(p.box)
	}
	return p, !math.IsInf(p.over, 1)
}

// A way is how a label may be written: in a form, at a candidate.
type way struct {
	candidate
	form int
}

// waysOf returns all ways of labels that have so many forms, the best first. Each shorter form costs more.
func waysOf(forms int, short float64) []way {
	all := make([]way, 0, forms*len(candidates))
	for form := range forms {
		for _, c := range candidates {
			c.cost += short * float64(form)
			all = append(all, way{c, form})
		}
	}
	slices.SortStableFunc(all, func(a, b way) int { return cmp.Compare(a.cost, b.cost) })
	return all
}
