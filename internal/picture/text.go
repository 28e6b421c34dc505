package picture

import (
	"image"
	"image/draw"
	"math"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// A face is one of the typefaces of a picture. They are compiled in, so that
// a picture is the same on every machine.
type face struct {
	font  *sfnt.Font
	em    fixed.Int26_6
	wide  [0x2300]atomic.Uint32 // how far a character moves the pen, in units of an em plus one; 0 when not asked for yet
	cache sync.Map              // glyphKey → *glyph
}

var (
	regular = sync.OnceValue(func() *face { return newFace(goregular.TTF) })
	bold    = sync.OnceValue(func() *face { return newFace(gobold.TTF) })
	italic  = sync.OnceValue(func() *face { return newFace(goitalic.TTF) })
)

func newFace(ttf []byte) *face {
	f, err := opentype.Parse(ttf)
	if err != nil {
		panic(err) // it is compiled in and known to be sound
	}
	return &face{font: f, em: fixed.Int26_6(f.UnitsPerEm())}
}

// advance gives how far a character moves the pen, in ems. One that the face
// has no glyph for is a box.
func (f *face) advance(c rune) float64 {
	if c < 0 || int(c) >= len(f.wide) {
		return float64(f.units(c)) / float64(f.em)
	}
	if w := f.wide[c].Load(); w != 0 {
		return float64(w-1) / float64(f.em)
	}
	w := f.units(c)
	f.wide[c].Store(uint32(w) + 1)
	return float64(w) / float64(f.em)
}

func (f *face) units(c rune) fixed.Int26_6 {
	var b sfnt.Buffer
	g, err := f.font.GlyphIndex(&b, c)
	if err != nil {
		return f.em / 2
	}
	w, err := f.font.GlyphAdvance(&b, g, f.em, font.HintingNone)
	if err != nil || w < 0 {
		return f.em / 2
	}
	return w
}

// width gives the room that a text takes at a size.
func (f *face) width(s string, size float64) float64 {
	w := 0.0
	for _, c := range s {
		w += f.advance(c)
	}
	return w * size
}

// wrap breaks a text at its spaces into lines no wider than limit. A single
// word may be wider.
func (f *face) wrap(s string, size, limit float64) []string {
	var lines []string
	for _, word := range strings.Fields(s) {
		if n := len(lines); n > 0 && f.width(lines[n-1]+" "+word, size) <= limit {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// balanced wraps a text into as few lines as wrap does, and as even ones.
func (f *face) balanced(s string, size, limit float64) []string {
	lines := f.wrap(s, size, limit)
	lo, hi := limit/2, limit
	for range 8 {
		mid := (lo + hi) / 2
		narrower := f.wrap(s, size, mid)
		widest := 0.0
		for _, l := range narrower {
			widest = max(widest, f.width(l, size))
		}
		if len(narrower) > len(lines) || widest > mid {
			lo = mid
		} else {
			hi, lines = mid, narrower
		}
	}
	return lines
}

// A glyph is a character's shape at a size.
type glyph struct {
	mask      *image.Alpha // nil for a space
	left, top int          // of the mask, from the pen's pixel on the baseline
}

type glyphKey struct {
	size int // in 64ths of a pixel
	c    rune
	sub  uint8 // how far right of a pixel's edge the pen stands, in quarters
}

// glyph gives a character's shape. What has been drawn once is kept: a site
// writes the same few sizes over and over.
func (f *face) glyph(c rune, size float64, sub uint8) *glyph {
	key := glyphKey{int(math.Round(size * 64)), c, sub}
	if g, ok := f.cache.Load(key); ok {
		return g.(*glyph)
	}
	g := f.drawGlyph(key)
	f.cache.Store(key, g)
	return g
}

func (f *face) drawGlyph(key glyphKey) *glyph {
	var b sfnt.Buffer
	index, err := f.font.GlyphIndex(&b, key.c)
	if err != nil {
		return &glyph{}
	}
	segments, err := f.font.LoadGlyph(&b, index, fixed.Int26_6(key.size), nil)
	if err != nil || len(segments) == 0 {
		return &glyph{}
	}
	bounds := segments.Bounds()
	g := &glyph{left: bounds.Min.X.Floor() - 1, top: bounds.Min.Y.Floor() - 1}
	w, h := bounds.Max.X.Ceil()+2-g.left, bounds.Max.Y.Ceil()+1-g.top
	dx, dy := float32(key.sub)/4-float32(g.left), -float32(g.top)
	at := func(p fixed.Point26_6) (float32, float32) { return float32(p.X)/64 + dx, float32(p.Y)/64 + dy }
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

// write writes a text with its pen at a place, and returns where the pen is
// then.
func (c *canvas) write(f *face, s string, x, y, size float64, k ink, halo float64, ground ink) float64 {
	base := int(math.Round(y))
	each := func(do func(g *glyph, left int)) float64 {
		pen := x
		for _, r := range s {
			quarters := int(math.Floor(pen*4 + 0.5))
			if g := f.glyph(r, size, uint8(quarters&3)); g.mask != nil {
				do(g, quarters>>2)
			}
			pen += f.advance(r) * size
		}
		return pen
	}
	if halo > 0 {
		ring := ringOf(halo)
		each(func(g *glyph, left int) {
			for _, o := range ring {
				c.stamp(g.mask, left+g.left+o.X, base+g.top+o.Y, ground)
			}
		})
	}
	return each(func(g *glyph, left int) { c.stamp(g.mask, left+g.left, base+g.top, k) })
}

// ringOf gives the pixels around one at a distance: a shape stamped at each
// of them is a stroke of that width around it.
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
