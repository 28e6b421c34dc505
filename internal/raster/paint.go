package raster

import (
	"cmp"
	"math"
	"strconv"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/lists"
	"burdenshare/internal/textmetrics"
)

// A painter paints scenes on a canvas.
type painter struct {
	*canvas
	theme *scene.Theme
	looks map[string]scene.Style // by class
}

// A frame is where a scene is on the canvas: its origin in pixels, the pixels
// to a unit, and its own size of text.
type frame struct{ x, y, scale, text float64 }

func (f frame) at(x, y float64) point { return point{f.x + x*f.scale, f.y + y*f.scale} }

// paint paints every item of a scene over those before it.
func (p *painter) paint(s *scene.Scene, f frame) {
	for i := range s.Items {
		it := &s.Items[i]
		look, ok := p.looks[it.Class]
		if !ok {
			look = p.theme.Style(it.Class)
			p.looks[it.Class] = look
		}
		p.shape(it.Shape, it.Class, look, f)
	}
}

// shape paints one shape.
func (p *painter) shape(shape scene.Shape, class string, look scene.Style, f frame) {
	switch shape := shape.(type) {
	case scene.Shapes:
		for _, s := range shape {
			p.shape(s, class, look, f)
		}
	case scene.Drawing:
		at := f.at(shape.X, shape.Y)
		if shape.Bottom > 0 {
			p.top, p.bottom = int(f.at(0, shape.Top).y), int(f.at(0, shape.Bottom).y)
		}
		p.paint(shape.Scene, frame{at.x, at.y, f.scale * cmp.Or(shape.Scale, 1), shape.Text})
		p.top, p.bottom = 0, p.h
	case *scene.Text:
		p.text(shape, look, f)
	case scene.Rect:
		a, b := f.at(shape.X, shape.Y), f.at(shape.X+shape.W, shape.Y+shape.H)
		p.area([]line{{[]point{a, {b.x, a.y}, b, {a.x, b.y}}, true}}, class, look, f)
	case scene.Circle:
		p.area([]line{circle(f.at(shape.X, shape.Y), shape.R*f.scale)}, class, look, f)
	case scene.Path:
		p.area(linesOf(shape, f), class, look, f)
	}
}

// linesOf returns the pieces of a path in pixels.
func linesOf(path scene.Path, f frame) []line {
	var lines []line
	for _, s := range path {
		switch s.Op {
		case scene.MoveTo:
			lines = append(lines, line{points: []point{f.at(s.X, s.Y)}})
		case scene.LineTo:
			l := &lines[len(lines)-1]
			l.points = append(l.points, f.at(s.X, s.Y))
		case scene.Close:
			lines[len(lines)-1].closed = true
		}
	}
	return lines
}

// area fills and strokes a shape.
func (p *painter) area(lines []line, class string, look scene.Style, f frame) {
	alpha := cmp.Or(look.Opacity, 1)
	if tone := scene.Hatch(class); tone != "" {
		p.hatch(lines, tone, f)
	} else if look.Fill != "none" {
		fill := cmp.Or(look.Fill, p.theme.Colour("ink"))
		p.fillLines(lines, ink{colour: rgbOf(fill), alpha: alpha})
	}
	if look.Stroke != "" && look.Stroke != "none" {
		p.stroke(lines, look, ink{colour: rgbOf(look.Stroke), alpha: alpha}, f)
	}
}

// hatch fills a shape with stripes of a tone, or those of the overlay.
func (p *painter) hatch(lines []line, tone string, f frame) {
	for _, s := range scene.Stripes(tone) {
		look := p.theme.Style(s.Class)
		k := ink{colour: rgbOf(cmp.Or(look.Fill, p.theme.Colour(tone))), alpha: cmp.Or(look.Opacity, 1)}
		if s.Width < scene.StripePitch {
			k.hatch = newHatch(f, s.Width)
		}
		p.fillLines(lines, k)
	}
}

// fillLines fills what lines enclose: rectangles along the axes as such, and
// all others together.
func (p *painter) fillLines(lines []line, k ink) {
	var polygons [][]point
	for _, l := range lines {
		if x0, y0, x1, y1, ok := l.box(); ok {
			p.fillBox(x0, y0, x1, y1, k)
		} else if len(l.points) > 2 {
			polygons = append(polygons, l.points)
		}
	}
	p.fill(polygons, k)
}

func (p *painter) stroke(lines []line, look scene.Style, k ink, f frame) {
	width := cmp.Or(look.Width, 1) * f.scale
	for _, l := range lines {
		if len(l.points) < 2 {
			continue
		}
		pieces := []line{l}
		if look.Dash != nil {
			pieces = l.dashed(lists.Each(look.Dash, func(d float64) float64 { return d * f.scale }))
		}
		var polygons [][]point
		for _, piece := range pieces {
			if n := piece.points; len(n) == 2 && (n[0].x == n[1].x || n[0].y == n[1].y) {
				p.straight(n[0], n[1], width, k)
			} else {
				polygons = append(polygons, piece.outline(width)...)
			}
		}
		p.fill(polygons, k)
	}
}

// straight strokes a line along an axis.
func (p *painter) straight(a, b point, width float64, k ink) {
	x0, y0, x1, y1 := min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)
	if x0 == x1 {
		x0, x1 = x0-width/2, x1+width/2
	} else {
		y0, y1 = y0-width/2, y1+width/2
	}
	p.fillBox(x0, y0, x1, y1, k)
}

// text writes a text and its tail.
func (p *painter) text(t *scene.Text, look scene.Style, f frame) {
	size := cmp.Or(t.Size, f.text) * f.scale
	tail := p.theme.Style("tail")
	face, at := p.face(look), f.at(t.X, t.Y)
	width := face.Width(t.S, size) + p.face(tail).Width(t.Tail, size)
	switch t.Anchor {
	case scene.Middle:
		at.x -= width / 2
	case scene.End:
		at.x -= width
	}
	if look.Halo {
		p.write(script{face, size, opaque(p.theme.Colour("paper")), 1.5 * f.scale}, t.S, at)
	}
	colour := opaque(cmp.Or(look.Fill, p.theme.Colour("ink")))
	at = p.write(script{face, size, colour, 0}, t.S, at)
	if t.Tail != "" {
		p.write(script{p.face(tail), size, opaque(tail.Fill), 0}, t.Tail, at)
	}
}

// opaque returns the ink of a colour, through which nothing is seen.
func opaque(hex string) ink { return ink{colour: rgbOf(hex), alpha: 1} }

// face returns the style that a look is written in.
func (p *painter) face(l scene.Style) face {
	set := p.theme.Typeface()
	switch {
	case l.Serif:
		return face{set.Serif, textmetrics.Serif()}
	case l.Bold:
		return face{set.Bold, textmetrics.Bold()}
	case l.Italic:
		return face{set.Italic, textmetrics.Regular()}
	}
	return face{set.Regular, textmetrics.Regular()}
}

// rgbOf reads a colour written as #rrggbb.
func rgbOf(hex string) rgb {
	v, _ := strconv.ParseUint(hex[1:], 16, 32)
	return rgb{uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

// A hatch is stripes side by side, at an angle.
type hatch struct {
	sin, cos float64
	x, y     float64 // where the pattern begins, in pixels
	pitch    float64 // in pixels
	dense    []float64
}

// newHatch returns the hatch of a frame with stripes of a width.
func newHatch(f frame, width float64) *hatch {
	const parts = 64 // of the pitch that are looked up
	h := &hatch{x: f.x, y: f.y, pitch: scene.StripePitch * f.scale, dense: make([]float64, parts)}
	h.sin, h.cos = math.Sincos(math.Pi / 4)
	for i := range h.dense {
		h.dense[i] = covered(float64(i)/parts*h.pitch, width*f.scale, h.pitch)
	}
	return h
}

// covered returns how much of the pixel around u a stripe covers, that begins
// with each pitch.
func covered(u, width, pitch float64) float64 {
	sum := 0.0
	for _, turn := range []float64{-pitch, 0, pitch} {
		sum += max(0, min(u+0.5, width+turn)-max(u-0.5, turn))
	}
	return min(sum, 1)
}

// at returns how dense the hatch is at a place.
func (h *hatch) at(x, y float64) float64 {
	u := ((x-h.x)*h.cos + (y-h.y)*h.sin) / h.pitch
	return h.dense[int((u-math.Floor(u))*float64(len(h.dense)))%len(h.dense)]
}
