package picture

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// A hatch is stripes of one colour, more or less dense, side by side.
type hatch struct {
	sin, cos float64 // of the stripes' angle
	x, y     float64 // where the pattern begins, in pixels
	pitch    float64 // in pixels
	dense    []float64
}

// hatching reads a pattern: rectangles as high as its tile, one beside or
// over the other, all of one colour.
func (s *scene) hatching(n *node, m matrix) (*hatch, string, error) {
	v, err := lengths(n, "width", "height")
	if err != nil {
		return nil, "", err
	}
	angle := 0.0
	if t := n.get("patternTransform"); t != "" {
		inside, ok := strings.CutPrefix(t, "rotate(")
		if angle, err = strconv.ParseFloat(strings.TrimSuffix(inside, ")"), 64); !ok || err != nil {
			return nil, "", fmt.Errorf("unknown transform %q", t)
		}
	}
	if n.get("patternUnits") != "userSpaceOnUse" || v[0] <= 0 {
		return nil, "", fmt.Errorf("unknown units")
	}
	h := &hatch{x: m.x, y: m.y, pitch: v[0] * m.scale}
	h.sin, h.cos = math.Sincos(angle * math.Pi / 180)
	const parts = 64 // of the pitch that are looked up
	h.dense = make([]float64, parts)
	fill := ""
	for _, kid := range n.kids {
		if kid.tag == "" && strings.TrimSpace(kid.text) == "" {
			continue
		}
		st, err := state{matrix: matrix{scale: m.scale}, fill: cmp.Or(n.get("fill"), "#000000"), stroke: "none", opacity: 1, fillOpacity: 1}.with(kid, geometry[kid.tag])
		if err != nil {
			return nil, "", err
		}
		lines, err := shape(kid, st.matrix)
		if err != nil || len(lines) != 1 {
			return nil, "", fmt.Errorf("unknown tile")
		}
		x0, _, x1, high, ok := lines[0].box()
		if !ok || high != v[1]*m.scale || st.stroke != "none" || fill != "" && st.fill != fill {
			return nil, "", fmt.Errorf("a tile that is more than stripes of one colour")
		}
		fill = st.fill
		for i := range h.dense {
			h.dense[i] = 1 - (1-h.dense[i])*(1-st.opacity*st.fillOpacity*covered(float64(i)/parts*h.pitch, x0, x1, h.pitch))
		}
	}
	if fill == "" {
		return nil, "", fmt.Errorf("an empty tile")
	}
	return h, fill, nil
}

// covered says how much of the pixel around u lies between x0 and x1, or a
// pitch further.
func covered(u, x0, x1, pitch float64) float64 {
	sum := 0.0
	for _, turn := range []float64{-pitch, 0, pitch} {
		sum += max(0, min(u+0.5, x1+turn)-max(u-0.5, x0+turn))
	}
	return min(sum, 1)
}

// at gives how dense the hatch is at a place.
func (h *hatch) at(x, y float64) float64 {
	u := ((x-h.x)*h.cos + (y-h.y)*h.sin) / h.pitch
	u -= math.Floor(u)
	return h.dense[int(u*float64(len(h.dense)))%len(h.dense)]
}
