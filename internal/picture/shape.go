package picture

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// shape gives the lines of a rect, circle, line or path, in pixels.
func shape(n *node, m matrix) ([]line, error) {
	switch n.tag {
	case "rect":
		v, err := lengths(n, "x", "y", "width", "height", "rx")
		if err != nil {
			return nil, err
		}
		return []line{rounded(m.apply(point{v[0], v[1]}), v[2]*m.scale, v[3]*m.scale, v[4]*m.scale)}, nil
	case "circle":
		v, err := lengths(n, "cx", "cy", "r")
		if err != nil {
			return nil, err
		}
		return []line{circle(m.apply(point{v[0], v[1]}), v[2]*m.scale)}, nil
	case "line":
		v, err := lengths(n, "x1", "y1", "x2", "y2")
		if err != nil {
			return nil, err
		}
		return []line{{points: []point{m.apply(point{v[0], v[1]}), m.apply(point{v[2], v[3]})}}}, nil
	case "path":
		return readPath(n.get("d"), m)
	}
	return nil, fmt.Errorf("unknown shape <%s>", n.tag)
}

// rounded gives a rectangle with round corners of a radius, which may be 0.
func rounded(at point, w, h, radius float64) line {
	x1, y1 := at.x+w, at.y+h
	if radius <= 0 {
		return line{points: []point{at, {x1, at.y}, {x1, y1}, {at.x, y1}}, closed: true}
	}
	radius = min(radius, w/2, h/2)
	l := line{closed: true}
	for corner, c := range []point{{x1 - radius, y1 - radius}, {at.x + radius, y1 - radius}, {at.x + radius, at.y + radius}, {x1 - radius, at.y + radius}} {
		for i := range 9 {
			sin, cos := math.Sincos(math.Pi / 2 * (float64(corner) + float64(i)/8))
			l.points = append(l.points, point{c.x + radius*cos, c.y + radius*sin})
		}
	}
	return l
}

// draw adds the steps that fill and stroke lines.
func (s *scene) draw(lines []line, st state) error {
	if st.fill != "none" {
		k, err := s.ink(st.fill, st.fillOpacity*st.opacity, st.matrix)
		if err != nil {
			return err
		}
		s.fill(lines, k)
	}
	if st.stroke == "none" || st.width == 0 {
		return nil
	}
	k, err := s.ink(st.stroke, st.lineOpacity*st.opacity, st.matrix)
	if err != nil {
		return err
	}
	if k.hatch != nil {
		return fmt.Errorf("a stroke of a pattern")
	}
	s.stroke(lines, st, k)
	return nil
}

func (s *scene) fill(lines []line, k ink) {
	var polygons [][]point
	boxes := true
	for _, l := range lines {
		if _, _, _, _, ok := l.box(); !ok {
			boxes = false
		}
		if len(l.points) > 2 {
			polygons = append(polygons, l.points)
		}
	}
	if !boxes {
		s.steps = append(s.steps, func(c *canvas) { c.fill(polygons, k) })
		return
	}
	for _, l := range lines {
		x0, y0, x1, y1, _ := l.box()
		s.steps = append(s.steps, func(c *canvas) { c.fillBox(x0, y0, x1, y1, k) })
	}
}

func (s *scene) stroke(lines []line, st state, k ink) {
	width, h := st.width*st.scale, st.width*st.scale/2
	var dash []float64
	for _, v := range st.dash {
		dash = append(dash, v*st.scale)
	}
	for _, l := range lines {
		if len(l.points) < 2 {
			continue
		}
		pieces := []line{l}
		if dash != nil {
			pieces = l.dashed(dash)
		}
		var polygons [][]point
		for _, piece := range pieces {
			if p := piece.points; len(p) == 2 && !st.roundCap && (p[0].x == p[1].x || p[0].y == p[1].y) {
				x0, y0, x1, y1 := min(p[0].x, p[1].x), min(p[0].y, p[1].y), max(p[0].x, p[1].x), max(p[0].y, p[1].y)
				if x0 == x1 {
					x0, x1 = x0-h, x1+h
				} else {
					y0, y1 = y0-h, y1+h
				}
				s.steps = append(s.steps, func(c *canvas) { c.fillBox(x0, y0, x1, y1, k) })
				continue
			}
			polygons = append(polygons, piece.outline(width, st.roundCap)...)
		}
		if len(polygons) > 0 {
			s.steps = append(s.steps, func(c *canvas) { c.fill(polygons, k) })
		}
	}
}

// ink gives what an attribute's value paints with.
func (s *scene) ink(value string, alpha float64, m matrix) (ink, error) {
	if id, ok := strings.CutPrefix(value, "url(#"); ok {
		id = strings.TrimSuffix(id, ")")
		n := s.defs[id]
		if n == nil || n.tag != "pattern" {
			return ink{}, fmt.Errorf("there is no pattern %q", id)
		}
		h, fill, err := s.hatching(n, m)
		if err != nil {
			return ink{}, fmt.Errorf("pattern %q: %w", id, err)
		}
		k, err := s.ink(fill, alpha, m)
		k.hatch = h
		return k, err
	}
	if len(value) != 7 || value[0] != '#' {
		return ink{}, fmt.Errorf("unknown colour %q", value)
	}
	k := ink{colour: rgbOf(value), alpha: alpha}
	s.inks = append(s.inks, k.colour)
	return k, nil
}

// rgbOf reads a colour written as #rrggbb.
func rgbOf(hex string) rgb {
	v, _ := strconv.ParseUint(hex[1:], 16, 32)
	return rgb{uint8(v >> 16), uint8(v >> 8), uint8(v)}
}
