package picture

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A point is a place in pixels.
type point struct{ x, y float64 }

// A line is a run of points; a closed one ends where it begins.
type line struct {
	points []point
	closed bool
}

// readPath reads the data of a path into lines, with curves broken into
// pieces. It knows the commands M, L, H, V, C and Z in both cases.
func readPath(d string, m matrix) ([]line, error) {
	r := pathReader{src: d, m: m}
	for r.space(); r.at < len(r.src); r.space() {
		if err := r.command(); err != nil {
			return nil, err
		}
	}
	return r.lines, nil
}

type pathReader struct {
	src   string
	at    int
	m     matrix
	pen   point // in the drawing's own units
	first point // where the line began
	last  byte
	lines []line
}

func (r *pathReader) space() {
	for r.at < len(r.src) && (r.src[r.at] == ' ' || r.src[r.at] == ',' || r.src[r.at] == '\n') {
		r.at++
	}
}

// number reads one number: "-12.5".
func (r *pathReader) number() (float64, error) {
	r.space()
	from := r.at
	for r.at < len(r.src) && (r.src[r.at] >= '0' && r.src[r.at] <= '9' || r.src[r.at] == '.' || r.src[r.at] == '-' && r.at == from) {
		r.at++
	}
	v, err := strconv.ParseFloat(r.src[from:r.at], 64)
	if err != nil {
		return 0, fmt.Errorf("no number at byte %d of the path %q", from, r.src)
	}
	return v, nil
}

func (r *pathReader) numbers(n int) ([]float64, error) {
	list := make([]float64, n)
	for i := range list {
		v, err := r.number()
		if err != nil {
			return nil, err
		}
		list[i] = v
	}
	return list, nil
}

var arguments = map[byte]int{'M': 2, 'L': 2, 'H': 1, 'V': 1, 'C': 6, 'Z': 0}

// command reads a command, or the next numbers of the one before.
func (r *pathReader) command() error {
	c := r.src[r.at]
	if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
		r.at++
	} else if c = r.last; c == 'M' || c == 'm' {
		c-- // to L: numbers after those of a move draw lines
	}
	upper := strings.ToUpper(string(c))[0]
	n, known := arguments[upper]
	if !known || c == 0 {
		return fmt.Errorf("unknown command %q in the path %q", c, r.src)
	}
	v, err := r.numbers(n)
	if err != nil {
		return err
	}
	origin := point{}
	if c != upper {
		origin = r.pen
	}
	switch upper {
	case 'M':
		r.pen = point{origin.x + v[0], origin.y + v[1]}
		r.first = r.pen
		r.lines = append(r.lines, line{points: []point{r.m.apply(r.pen)}})
	case 'L':
		r.to(point{origin.x + v[0], origin.y + v[1]})
	case 'H':
		r.to(point{origin.x + v[0], r.pen.y})
	case 'V':
		r.to(point{r.pen.x, origin.y + v[0]})
	case 'C':
		r.curve(point{origin.x + v[0], origin.y + v[1]}, point{origin.x + v[2], origin.y + v[3]}, point{origin.x + v[4], origin.y + v[5]})
	case 'Z':
		if len(r.lines) > 0 {
			r.lines[len(r.lines)-1].closed = true
			r.pen = r.first
		}
	}
	if len(r.lines) == 0 {
		return fmt.Errorf("the path %q does not begin with M", r.src)
	}
	r.last = c
	return nil
}

func (r *pathReader) to(p point) {
	if n := len(r.lines); n > 0 {
		if r.lines[n-1].closed {
			r.lines = append(r.lines, line{points: []point{r.m.apply(r.first)}})
			n++
		}
		r.lines[n-1].points = append(r.lines[n-1].points, r.m.apply(p))
	}
	r.pen = p
}

// curve breaks a cubic curve into pieces of about three units.
func (r *pathReader) curve(a, b, end point) {
	from := r.pen
	n := int(min(max(math.Hypot(end.x-from.x, end.y-from.y)/3, 8), 64))
	for i := 1; i <= n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		r.to(point{w0*from.x + w1*a.x + w2*b.x + w3*end.x, w0*from.y + w1*a.y + w2*b.y + w3*end.y})
	}
}

// circle gives a circle as a line of straight pieces that cannot be seen.
func circle(c point, radius float64) line {
	n := int(min(max(radius*3, 16), 96))
	l := line{closed: true, points: make([]point, n)}
	for i := range l.points {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		l.points[i] = point{c.x + radius*cos, c.y + radius*sin}
	}
	return l
}

// dashed cuts a line into dashes.
func (l line) dashed(pattern []float64) []line {
	points := l.points
	if l.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
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

// outline gives the area that a stroke of a width covers, as polygons that
// all turn the same way: one for each piece, and a round one for each joint.
func (l line) outline(width float64, roundCap bool) [][]point {
	points := l.points
	if l.closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	h := width / 2
	var out [][]point
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			continue
		}
		nx, ny := -(b.y-a.y)/length*h, (b.x-a.x)/length*h
		out = append(out, []point{{a.x - nx, a.y - ny}, {b.x - nx, b.y - ny}, {b.x + nx, b.y + ny}, {a.x + nx, a.y + ny}})
	}
	if h > 0.6 { // a joint of a thinner line cannot be seen
		for i, p := range points {
			if end := i == 0 || i == len(points)-1; end && !roundCap && !l.closed {
				continue
			}
			out = append(out, circle(p, h).points)
		}
	}
	return out
}

// box gives the rectangle that a line is, if it is one along the axes.
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
