package raster

import (
	"testing"

	"burdenshare/internal/textmetrics"
	"burdenshare/internal/typeface"
)

// TestStretch holds that a character is drawn as wide as it is laid out, in a
// typeface that has other widths.
func TestStretch(t *testing.T) {
	const size = 100
	f := face{typeface.Compiled.Regular, textmetrics.Regular()}
	for _, c := range "WÜ8Ω" {
		g, wanted := f.glyph(glyphKey{64 * size, c, 0, 0}), f.Advance(c)*size
		left, right := columns(g)
		if left+g.left < 0 || float64(right+g.left) > wanted+1 || float64(right-left) < wanted/2 {
			t.Errorf("%q is drawn from %d to %d, laid out in %.0f", c, left+g.left, right+g.left, wanted)
		}
	}
}

// columns returns the first and last column of a glyph that has something in it.
func columns(g *glyph) (left, right int) {
	left = g.mask.Rect.Dx()
	for y := range g.mask.Rect.Dy() {
		for x := range g.mask.Rect.Dx() {
			if g.mask.AlphaAt(x, y).A > 0 {
				left, right = min(left, x), max(right, x+1)
			}
		}
	}
	return left, right
}
