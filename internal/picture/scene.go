package picture

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A scene is a drawing understood: a list of steps that paint it. Whatever
// this room does not know in a drawing is found while the scene is made, so
// that painting cannot fail and leaves nothing out.
type scene struct {
	w, h  float64 // of the drawing, in its own units
	scale float64 // pixels to a unit
	steps []func(*canvas)
	defs  map[string]*node // by id
	inks  []rgb            // every colour there is
}

// A matrix moves and scales evenly, which is all that drawings ask for.
type matrix struct{ scale, x, y float64 }

func (m matrix) apply(p point) point { return point{m.scale*p.x + m.x, m.scale*p.y + m.y} }

// A state is what an element has from those around it.
type state struct {
	matrix
	fill, stroke             string
	width                    float64
	dash                     []float64
	roundCap                 bool
	fillOpacity, lineOpacity float64
	opacity                  float64
	size                     float64
	bold, italic             bool
	anchor                   string
	haloed                   bool // a text's stroke lies under its fill
}

// newScene understands an svg element.
func newScene(svg *node, scale float64) (*scene, error) {
	s := &scene{scale: scale, defs: map[string]*node{}}
	var err error
	if s.w, err = strconv.ParseFloat(svg.get("width"), 64); err != nil {
		return nil, fmt.Errorf("width of the drawing: %w", err)
	}
	if s.h, err = strconv.ParseFloat(svg.get("height"), 64); err != nil {
		return nil, fmt.Errorf("height of the drawing: %w", err)
	}
	s.collect(svg)
	st := state{matrix: matrix{scale: scale}, fill: "#000000", stroke: "none", width: 1, fillOpacity: 1, lineOpacity: 1, opacity: 1, size: 16}
	return s, s.element(svg, st)
}

func (s *scene) collect(n *node) {
	if id := n.get("id"); id != "" {
		s.defs[id] = n
	}
	for _, kid := range n.kids {
		s.collect(kid)
	}
}

// paint paints the scene. What lies lowest in it covers all of the canvas.
func (s *scene) paint() *canvas {
	c := newCanvas(int(math.Round(s.w*s.scale)), int(math.Round(s.h*s.scale)))
	for _, k := range s.inks { // the colours themselves are to be in the palette before their shades
		c.number(k)
	}
	for _, step := range s.steps {
		step(c)
	}
	return c
}

// rowsAttr is an attribute of our own, on a group of a card: the rows of
// pixels outside of which the group is not painted.
const rowsAttr = "rows"

// geometry are the attributes that elements have of their own.
var geometry = map[string][]string{
	"svg":    {"xmlns", "viewBox", "width", "height", "role", "aria-labelledby"},
	"g":      {"transform", "role", "aria-hidden", rowsAttr},
	"rect":   {"x", "y", "width", "height", "rx"},
	"circle": {"cx", "cy", "r"},
	"path":   {"d"},
	"text":   {"x", "y"},
	"tspan":  {"x", "y"},
	"line":   {"x1", "y1", "x2", "y2"},
}

func (s *scene) element(n *node, st state) error {
	switch n.tag {
	case "title", "desc", "pattern", "defs":
		return nil // words for others than the eye, and what is drawn only where it is named
	case "":
		if strings.TrimSpace(n.text) != "" {
			return fmt.Errorf("the text %q stands outside of a text element", n.text)
		}
		return nil
	}
	own, known := geometry[n.tag]
	if !known {
		return fmt.Errorf("unknown element <%s>", n.tag)
	}
	st, err := st.with(n, own)
	if err != nil {
		return err
	}
	switch n.tag {
	case "svg", "g":
		if rows := n.get(rowsAttr); rows != "" {
			top, bottom := 0, 0
			if _, err := fmt.Sscan(rows, &top, &bottom); err != nil {
				return fmt.Errorf("%s=%q: %w", rowsAttr, rows, err)
			}
			s.steps = append(s.steps, func(c *canvas) { c.top, c.bottom = max(top, 0), min(bottom, c.h) })
			defer func() { s.steps = append(s.steps, func(c *canvas) { c.top, c.bottom = 0, c.h }) }()
		}
		for _, kid := range n.kids {
			if err := s.element(kid, st); err != nil {
				return err
			}
		}
		return nil
	case "text":
		return s.text(n, st)
	}
	if len(n.kids) > 0 {
		for _, kid := range n.kids {
			if kid.tag != "title" && (kid.tag != "" || strings.TrimSpace(kid.text) != "") {
				return fmt.Errorf("<%s> with something in it", n.tag)
			}
		}
	}
	lines, err := shape(n, st.matrix)
	if err != nil {
		return err
	}
	return s.draw(lines, st)
}

// with gives the state in an element.
func (st state) with(n *node, own []string) (state, error) {
	for _, a := range n.attrs {
		var err error
		switch a.name {
		case "fill":
			st.fill = a.value
		case "stroke":
			st.stroke = a.value
		case "stroke-width":
			st.width, err = strconv.ParseFloat(a.value, 64)
		case "stroke-dasharray":
			st.dash, err = readDash(a.value)
		case "stroke-linejoin": // joints are round; at these widths a mitred one looks the same
		case "stroke-linecap":
			st.roundCap = a.value == "round"
		case "fill-opacity":
			st.fillOpacity, err = strconv.ParseFloat(a.value, 64)
		case "stroke-opacity":
			st.lineOpacity, err = strconv.ParseFloat(a.value, 64)
		case "opacity":
			var o float64
			o, err = strconv.ParseFloat(a.value, 64)
			st.opacity *= o
		case "font-size":
			st.size, err = strconv.ParseFloat(a.value, 64)
		case "font-weight":
			st.bold = a.value == "bold" || a.value >= "600" && len(a.value) == 3
		case "font-style":
			st.italic = a.value == "italic"
		case "font-family": // there is one family, of the widths that are asked for
		case "text-anchor":
			st.anchor = a.value
		case "paint-order":
			st.haloed = strings.HasPrefix(a.value, "stroke")
		case "transform":
			st.matrix, err = st.matrix.then(a.value)
		default:
			if a.name != "id" && !strings.HasPrefix(a.name, "data-") && !slices.Contains(own, a.name) {
				err = fmt.Errorf("unknown")
			}
		}
		if err != nil {
			return st, fmt.Errorf("<%s %s=%q>: %w", n.tag, a.name, a.value, err)
		}
	}
	return st, nil
}

func readDash(value string) ([]float64, error) {
	if value == "none" {
		return nil, nil
	}
	r := pathReader{src: value}
	var list []float64
	sum := 0.0
	for r.space(); r.at < len(r.src); r.space() {
		v, err := r.number()
		if err != nil || v < 0 {
			return nil, fmt.Errorf("no list of lengths")
		}
		list, sum = append(list, v), sum+v
	}
	if sum == 0 {
		return nil, nil
	}
	if len(list)%2 == 1 {
		list = append(list, list...)
	}
	return list, nil
}

// then reads a transform: translate(x y) and scale(s).
func (m matrix) then(s string) (matrix, error) {
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		name, rest, _ := strings.Cut(s, "(")
		inside, after, found := strings.Cut(rest, ")")
		r := pathReader{src: inside}
		x, err := r.number()
		y := 0.0
		if r.space(); r.at < len(r.src) && err == nil {
			y, err = r.number()
		}
		switch {
		case err != nil || !found:
			return m, fmt.Errorf("unknown transform")
		case name == "translate":
			p := m.apply(point{x, y})
			m.x, m.y = p.x, p.y
		case name == "scale" && y == 0:
			m.scale *= x
		default:
			return m, fmt.Errorf("unknown transform")
		}
		s = after
	}
	return m, nil
}

// lengths reads attributes that are lengths; one that is absent is 0.
func lengths(n *node, names ...string) ([]float64, error) {
	list := make([]float64, len(names))
	for i, name := range names {
		s := n.get(name)
		if s == "" {
			continue
		}
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			return nil, fmt.Errorf("<%s %s=%q>: no length", n.tag, name, s)
		}
		list[i] = v
	}
	return list, nil
}
