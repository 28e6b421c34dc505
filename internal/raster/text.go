package raster

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"burdenshare/internal/textmetrics"
	"burdenshare/internal/typeface"
)

// A glyph is a character's shape at a size.
type glyph struct {
	mask      *image.Alpha // nil for a space
	left, top int          // of the mask, from the pen's pixel on the baseline
}

type glyphKey struct {
	size int32 // in 64ths of a pixel
	c    rune
	halo uint16 // width of the halo that the shape is grown by, in 64ths of a pixel
	sub  uint8  // offset of the pen from a pixel's edge, in quarters
}

// A face is a style that a text is written in: its outlines, and the widths
// by which it was laid out.
type face struct {
	outlines *typeface.Face
	*textmetrics.Face
}

// glyph returns a character's shape. What has been drawn once is kept: a site
// writes the same few sizes over and over.
func (f face) glyph(key glyphKey) *glyph {
	if g, ok := f.outlines.Drawn.Load(key); ok {
		return g.(*glyph)
	}
	var g *glyph
	if bare := key; key.halo > 0 {
		bare.halo = 0
		g = f.glyph(bare).grown(float64(key.halo) / 64)
	} else {
		g = f.drawGlyph(key)
	}
	f.outlines.Drawn.Store(key, g)
	return g
}

// grown returns a shape with a stroke of a width around it.
func (g *glyph) grown(width float64) *glyph {
	if g.mask == nil {
		return g
	}
	far := int(math.Ceil(width))
	wide, high := g.mask.Rect.Dx(), g.mask.Rect.Dy()
	out := &glyph{image.NewAlpha(image.Rect(0, 0, wide+2*far, high+2*far)), g.left - far, g.top - far}
	for _, o := range ringOf(width) {
		for y := range high {
			to := out.mask.Pix[(y+far+o.Y)*out.mask.Stride+far+o.X:]
			for x, a := range g.mask.Pix[y*g.mask.Stride:][:wide] {
				to[x] = max(to[x], a)
			}
		}
	}
	return out
}

// drawGlyph draws a character, as wide as it was laid out.
func (f face) drawGlyph(key glyphKey) *glyph {
	font, index, advance, ok := f.outlines.Glyph(key.c)
	if !ok {
		return &glyph{}
	}
	stretch := float32(1)
	if wanted := f.Advance(key.c); advance > 0 && math.Abs(wanted/advance-1) > 0.002 {
		stretch = float32(wanted / advance)
	}
	var b sfnt.Buffer
	segments, err := font.LoadGlyph(&b, index, fixed.Int26_6(key.size), nil)
	if err != nil || len(segments) == 0 {
		return &glyph{}
	}
	bounds := segments.Bounds()
	across := func(x fixed.Int26_6) float32 { return float32(x) / 64 * stretch }
	g := &glyph{left: int(math.Floor(float64(across(bounds.Min.X)))) - 1, top: bounds.Min.Y.Floor() - 1}
	w, h := int(math.Ceil(float64(across(bounds.Max.X))))+2-g.left, bounds.Max.Y.Ceil()+1-g.top
	dx, dy := float32(key.sub)/4-float32(g.left), -float32(g.top)
	at := func(p fixed.Point26_6) (float32, float32) { return across(p.X) + dx, float32(p.Y)/64 + dy }
	r := vector.NewRasterizer(w, h)
	r.DrawOp = draw.Src
	for _, s := range segments {
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		x2, y2 := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			r.ClosePath()
			r.MoveTo(x0, y0)
		case sfnt.SegmentOpLineTo:
			r.LineTo(x0, y0)
		case sfnt.SegmentOpQuadTo:
			r.QuadTo(x0, y0, x1, y1)
		case sfnt.SegmentOpCubeTo:
			r.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	r.ClosePath()
	g.mask = image.NewAlpha(image.Rect(0, 0, w, h))
	r.Draw(g.mask, g.mask.Rect, image.Opaque, image.Point{})
	return g
}

// A script is how a text is written.
type script struct {
	face
	size float64
	ink  ink
	halo float64 // by which every shape is grown
}

// write writes a text with its pen at a place, and returns where the pen is then.
func (c *canvas) write(t script, s string, pen point) point {
	base, over := int(math.Round(pen.y)), c.number(t.ink.colour, 0)
	key := glyphKey{size: int32(math.Round(t.size * 64)), halo: uint16(math.Round(t.halo * 64))}
	for _, r := range s {
		quarters := int(math.Floor(pen.x*4 + 0.5))
		key.c, key.sub = r, uint8(quarters&3)
		if g := t.glyph(key); g.mask != nil {
			c.stamp(g.mask, quarters>>2+g.left, base+g.top, t.ink, over)
		}
		pen.x += t.Advance(r) * t.size
	}
	return pen
}

// ringOf returns the pixels around one at a distance: a shape at each of them is a stroke of that width around it.
func ringOf(distance float64) []image.Point {
	var ring []image.Point
	for i := range 12 {
		sin, cos := math.Sincos(math.Pi * float64(i) / 6)
		p := image.Pt(int(math.Round(distance*cos)), int(math.Round(distance*sin)))
		if n := len(ring); n == 0 || ring[n-1] != p {
			ring = append(ring, p)
		}
	}
	return ring
}
