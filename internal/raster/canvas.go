package raster

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"math"
	"slices"
	"sync"

	"github.com/klauspost/compress/zlib"
	"golang.org/x/image/vector"
)

// An rgb is a colour without transparency: a picture has a ground of its own.
type rgb struct{ r, g, b uint8 }

// shades is how many steps lie between a colour and what is under it at the edge of a shape. Sixteen look as smooth as
// 256 and leave space in a palette.
const shades = 16

// A canvas is a picture of at most 256 colours, drawn in palette numbers: it
// takes a quarter of the memory of one in RGB, and as much less to encode.
type canvas struct {
	w, h    int
	top     int // rows above it and from bottom on are not painted
	bottom  int
	pix     []uint8
	palette []rgb
	numbers map[rgb]uint8
	blends  [256]*[256 * shades]uint16 // by the colour above: number+1 by the colour below and shade

	raster   *vector.Rasterizer
	mask     []uint8
	deflater *zlib.Writer
	packed   bytes.Buffer // the pixels, compressed
}

// canvases are those that pictures are painted on, one after the other.
var canvases = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(nil, zlib.BestSpeed) // there is such a level, and enough for even areas
	return &canvas{numbers: map[rgb]uint8{}, raster: &vector.Rasterizer{}, deflater: w}
}}

// newCanvas returns an empty canvas, which may be put back into canvases when it is done with.
func newCanvas(w, h int) *canvas {
	c := canvases.Get().(*canvas)
	clear(c.numbers)
	for over := range c.palette {
		if t := c.blends[over]; t != nil {
			clear(t[:])
		}
	}
	c.w, c.h, c.top, c.bottom, c.palette = w, h, 0, h, c.palette[:0]
	c.pix = slices.Grow(c.pix[:0], w*h)[:w*h]
	clear(c.pix)
	return c
}

// number returns a colour's place in the palette, or that of one which is at most so far from it; when the palette is
// full, the place of the nearest.
func (c *canvas) number(v rgb, far int) uint8 {
	if n, ok := c.numbers[v]; ok && (far > 0 || c.palette[n] == v || len(c.palette) == 256) {
		return n
	}
	best, least := len(c.palette), far
	if best == 256 {
		least = math.MaxInt
	}
	for i, p := range c.palette {
		dr, dg, db := int(p.r)-int(v.r), int(p.g)-int(v.g), int(p.b)-int(v.b)
		if d := 3*dr*dr + 6*dg*dg + db*db; d < least {
			best, least = i, d
		}
	}
	if best == len(c.palette) {
		c.palette = append(c.palette, v)
	}
	c.numbers[v] = uint8(best)
	return uint8(best)
}

// alike is the distance below which two shades look the same: one is enough, so that faint lines across each other
// leave space in the palette for what is painted later.
const alike = 40

// blendsOver returns the numbers of a colour laid over others that have been asked for.
func (c *canvas) blendsOver(over uint8) *[256 * shades]uint16 {
	if c.blends[over] == nil {
		c.blends[over] = new([256 * shades]uint16)
	}
	return c.blends[over]
}

// blend returns the number of a colour laid over another in a shade, from 0 to
// shades-1, which covers it.
func (c *canvas) blend(under, over uint8, shade int) uint8 {
	if n := c.blendsOver(over)[int(under)*shades+shade]; n != 0 {
		return uint8(n - 1)
	}
	return c.newBlend(under, over, shade)
}

// newBlend finds what blend returns from then on.
func (c *canvas) newBlend(under, over uint8, shade int) uint8 {
	a, b := c.palette[under], c.palette[over]
	between := func(a, b uint8) uint8 {
		return uint8((int(a)*(shades-1-shade) + int(b)*shade + (shades-1)/2) / (shades - 1))
	}
	n := under
	switch {
	case shade == 0 || under == over:
	case shade == shades-1:
		n = over
	default:
		n = c.number(rgb{between(a.r, b.r), between(a.g, b.g), between(a.b, b.b)}, alike)
	}
	c.blends[over][int(under)*shades+shade] = uint16(n) + 1
	return n
}

// dot lays a colour over one pixel.
func (c *canvas) dot(at int, over uint8, shade int) {
	c.pix[at] = c.blend(c.pix[at], over, max(0, min(shade, shades-1)))
}

// An ink is what a shape is filled with.
type ink struct {
	colour rgb
	alpha  float64
	hatch  *hatch // nil for an even colour
}

// at returns how much of the ink lies on a pixel, from 0 to 1.
func (k *ink) at(x, y int) float64 {
	if k.hatch == nil {
		return k.alpha
	}
	return k.alpha * k.hatch.at(float64(x)+0.5, float64(y)+0.5)
}

// fillBox fills a rectangle along the axes; its edges may lie within pixels.
func (c *canvas) fillBox(x0, y0, x1, y1 float64, k ink) {
	over := c.number(k.colour, 0)
	x0, y0, x1, y1 = max(x0, 0), max(y0, float64(c.top)), min(x1, float64(c.w)), min(y1, float64(c.bottom))
	if x1 <= x0 || y1 <= y0 {
		return
	}
	left, right := int(math.Ceil(x0)), int(x1) // the pixels covered from side to side
	for y := int(y0); y < int(math.Ceil(y1)); y++ {
		high := min(y1, float64(y+1)) - max(y0, float64(y))
		row := c.pix[y*c.w : (y+1)*c.w]
		from, to := int(x0), int(math.Ceil(x1))
		if left < right && k.hatch == nil {
			if shade := int(high*k.alpha*(shades-1) + 0.5); shade >= shades-1 {
				cover(row[left:right], over)
			} else {
				c.blendRun(row[left:right], over, shade)
			}
			for x := from; x < left; x++ {
				c.dot(y*c.w+x, over, int(high*(float64(left)-x0)*k.alpha*(shades-1)+0.5))
			}
			from = right
		}
		for x := from; x < to; x++ {
			part := high * (min(x1, float64(x+1)) - max(x0, float64(x)))
			c.dot(y*c.w+x, over, int(part*k.at(x, y)*(shades-1)+0.5))
		}
	}
}

// cover fills pixels, twice as many with each copy.
func cover(pixels []uint8, over uint8) {
	pixels[0] = over
	for n := 1; n < len(pixels); n *= 2 {
		copy(pixels[n:], pixels[:n])
	}
}

// blendRun lays a colour over pixels, all in one shade. Most are as the one before.
func (c *canvas) blendRun(pixels []uint8, over uint8, shade int) {
	last, n := pixels[0], c.blend(pixels[0], over, shade)
	for x, under := range pixels {
		if under != last {
			last, n = under, c.blend(under, over, shade)
		}
		pixels[x] = n
	}
}

// strip is how many pixels wide the pieces are in which polygons are filled: a long line goes through few rows of each,
// and through all of the box around it.
const strip = 64

// fill fills polygons. All of them together are one shape, so that pieces
// that touch leave no seam.
func (c *canvas) fill(polygons [][]point, k ink) {
	x0, _, x1, _ := bounds(polygons)
	var within [][]point
	for left := int(max(math.Floor(x0), 0)); float64(left) < min(x1, float64(c.w)); left += strip {
		within = within[:0]
		for _, p := range polygons {
			if p = clip(p, float64(left), float64(left+strip)); len(p) > 2 {
				within = append(within, p)
			}
		}
		c.fillStrip(within, left, k)
	}
}

// fillStrip fills polygons that lie in one strip.
func (c *canvas) fillStrip(polygons [][]point, left int, k ink) {
	_, y0, x1, y1 := bounds(polygons)
	top := int(max(math.Floor(y0), float64(c.top)))
	w, h := int(min(math.Ceil(x1), float64(c.w)))-left, int(min(math.Ceil(y1), float64(c.bottom)))-top
	if w <= 0 || h <= 0 {
		return
	}
	c.raster.Reset(w, h)
	c.raster.DrawOp = draw.Src
	for _, p := range polygons {
		for i, at := range p {
			x, y := float32(at.x-float64(left)), float32(at.y-float64(top))
			if i == 0 {
				c.raster.MoveTo(x, y)
			} else {
				c.raster.LineTo(x, y)
			}
		}
		c.raster.ClosePath()
	}
	if len(c.mask) < w*h {
		c.mask = make([]uint8, w*h)
	}
	mask := &image.Alpha{Pix: c.mask[:w*h], Stride: w, Rect: image.Rect(0, 0, w, h)}
	c.raster.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	c.stamp(mask, left, top, k, c.number(k.colour, 0))
}

// stamp fills what a mask covers, which is put at a place; over is the number of the ink's colour.
func (c *canvas) stamp(mask *image.Alpha, left, top int, k ink, over uint8) {
	even := k.hatch == nil && k.alpha == 1
	from, until := max(0, -left), min(mask.Rect.Dx(), c.w-left)
	if from >= until {
		return
	}
	for y := max(0, c.top-top); y < min(mask.Rect.Dy(), c.bottom-top); y++ {
		covers, at := mask.Pix[y*mask.Stride+from:y*mask.Stride+until], (top+y)*c.w+left+from
		if even {
			c.stampRow(covers, at, over)
			continue
		}
		for x, a := range covers {
			if a > 0 {
				c.dot(at+x, over, int(float64(a)/255*k.at(left+from+x, top+y)*(shades-1)+0.5))
			}
		}
	}
}

// stampRow lays a colour over the pixels of a row, as much as each is covered. It looks up itself what blend does:
// calls for each pixel would take a tenth of painting. Of a strip a line covers few pixels.
func (c *canvas) stampRow(covers []uint8, at int, over uint8) {
	for len(covers) >= 8 && binary.NativeEndian.Uint64(covers) == 0 {
		covers, at = covers[8:], at+8
	}
	for n := len(covers); n >= 8 && binary.NativeEndian.Uint64(covers[n-8:]) == 0; n -= 8 {
		covers = covers[:n-8]
	}
	pixels, blends := c.pix[at:at+len(covers)], c.blendsOver(over)
	for x, a := range covers {
		under, shade := pixels[x], int(shadeOf[a])
		n := blends[int(under)*shades+shade&(shades-1)]
		if n == 0 {
			n = uint16(c.newBlend(under, over, shade)) + 1
		}
		pixels[x] = uint8(n - 1)
	}
}

// shadeOf is the shade of each coverage.
var shadeOf = func() (table [256]uint8) {
	for a := range table {
		table[a] = uint8((a*(shades-1) + 127) / 255)
	}
	return table
}()
