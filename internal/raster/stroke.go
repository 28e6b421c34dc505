package raster

import "math"

// A point is a place in pixels.
type point struct{ x, y float64 }

// A line is a run of points; a closed one ends where it begins.
type line struct {
	points []point
	closed bool
}

// circle returns a circle as a line of straight pieces that cannot be seen.
func circle(c point, radius float64) line {
	n := int(min(max(radius*3, 16), 96))
	l := line{closed: true, points: make([]point, n)}
	for i := range l.points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		l.points[i] = point{c.x + radius*cos, c.y + radius*sin}
	}
	return l
}

// way returns the points of a line from its beginning to its end, which of a closed one is the same.
func (l line) way() []point {
	if l.closed {
		return append(l.points[:len(l.points):len(l.points)], l.points[0])
	}
	return l.points
}

// dashed cuts a line into dashes.
func (l line) dashed(pattern []float64) []line {
	points := l.way()
	var out []line
	i, left, on := 0, pattern[0], true
	run := []point{points[0]}
	for k := 1; k < len(points); k++ {
		from, to := points[k-1], points[k]
		length := math.Hypot(to.x-from.x, to.y-from.y)
		for done := 0.0; done < length; {
			step := min(left, length-done)
			done += step
			left -= step
			at := point{from.x + (to.x-from.x)*done/length, from.y + (to.y-from.y)*done/length}
			if on {
				run = append(run, at)
			}
			if left > 0 {
				continue
			}
			if on {
				out = append(out, line{points: run})
			}
			on, run = !on, []point{at}
			i = (i + 1) % len(pattern)
			left = pattern[i]
		}
	}
	if on && len(run) > 1 {
		out = append(out, line{points: run})
	}
	return out
}

// outline returns the area that a stroke of a width covers, as polygons that
// all turn the same way: one for each piece, and a round one for each joint.
func (l line) outline(width float64) [][]point {
	points, h := l.way(), width/2
	var out [][]point
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			continue
		}
		nx, ny := -(b.y-a.y)/length*h, (b.x-a.x)/length*h
		piece := []point{{a.x - nx, a.y - ny}, {b.x - nx, b.y - ny}, {b.x + nx, b.y + ny}, {a.x + nx, a.y + ny}}
		out = append(out, piece)
	}
	if h > 0.6 { // a joint of a thinner line cannot be seen
		for i, p := range points {
			if end := i == 0 || i == len(points)-1; end && !l.closed {
				continue
			}
			out = append(out, circle(p, h).points)
		}
	}
	return out
}

// box returns the rectangle that a line is, if it is one along the axes.
func (l line) box() (x0, y0, x1, y1 float64, ok bool) {
	p := l.points
	if len(p) == 5 && p[4] == p[0] {
		p = p[:4]
	}
	if len(p) != 4 || !(p[0].x == p[1].x && p[1].y == p[2].y && p[2].x == p[3].x && p[3].y == p[0].y ||
		p[0].y == p[1].y && p[1].x == p[2].x && p[2].y == p[3].y && p[3].x == p[0].x) {
		return 0, 0, 0, 0, false
	}
	return min(p[0].x, p[2].x), min(p[0].y, p[2].y), max(p[0].x, p[2].x), max(p[0].y, p[2].y), true
}

// bounds returns the box around polygons, which is empty for none.
func bounds(polygons [][]point) (x0, y0, x1, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range polygons {
		for _, at := range p {
			x0, y0, x1, y1 = min(x0, at.x), min(y0, at.y), max(x1, at.x), max(y1, at.y)
		}
	}
	return x0, y0, x1, y1
}

// clip returns the part of a polygon between two uprights.
func clip(polygon []point, left, right float64) []point {
	switch x0, _, x1, _ := bounds([][]point{polygon}); {
	case x1 <= left || x0 >= right:
		return nil
	case x0 >= left && x1 <= right:
		return polygon
	}
	return cut(cut(polygon, left, 1), right, -1)
}

// cut returns the part of a polygon on one side of an upright: the right for side 1, the left for side -1.
func cut(polygon []point, x, side float64) []point {
	var out []point
	for i, b := range polygon {
		a := polygon[(i+len(polygon)-1)%len(polygon)]
		if inA, inB := (a.x-x)*side >= 0, (b.x-x)*side >= 0; inA != inB {
			out = append(out, point{x, a.y + (b.y-a.y)*(x-a.x)/(b.x-a.x)})
			if inB {
				out = append(out, b)
			}
		} else if inB {
			out = append(out, b)
		}
	}
	return out
}
