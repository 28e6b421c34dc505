package raster

import (
	"bytes"
	"image"
	"image/png"
	"math/rand/v2"
	"testing"
)

// TestEncode reads back pictures of all that the encoder has a way for: rows like the one above, further back than the
// window too, runs of every length, patterns, noise, one pixel and one colour.
func TestEncode(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for name, draw := range map[string]struct {
		w, h int
		at   func(x, y int) int
	}{
		"one pixel":  {1, 1, func(x, y int) int { return 0 }},
		"one column": {1, 300, func(x, y int) int { return y % 3 }},
		"one colour": {700, 500, func(x, y int) int { return 7 }},
		"runs":       {1100, 300, func(x, y int) int { return (x / (y + 1)) % 2 }},
		"stripes":    {1000, 60, func(x, y int) int { return (x + y) % 13 / 7 }},
		"far":        {1500, 120, func(x, y int) int { return x / 90 * (y / 40 % 2) * (1 + y%40/39) % 256 }},
		"words":      {1200, 400, func(x, y int) int { return x * y / 50 % 97 * (x / 40 % 2) }},
		"noise":      {400, 300, func(x, y int) int { return rnd.IntN(256) }},
		"rare":       {900, 900, func(x, y int) int { return rnd.IntN(256) * (rnd.IntN(5000) / 4999) }},
	} {
		c := newCanvas(draw.w, draw.h)
		for i := range 256 {
			c.palette = append(c.palette, rgb{uint8(i), uint8(255 - i), uint8(i * 7)})
		}
		for i := range c.pix {
			c.pix[i] = uint8(draw.at(i%c.w, i/c.w))
		}
		file := c.encode()
		img, err := png.Decode(bytes.NewReader(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := img.(*image.Paletted); got.Rect.Dx() != c.w || got.Rect.Dy() != c.h || !bytes.Equal(got.Pix, c.pix) {
			t.Errorf("%s is read back as something else", name)
		}
		if len(file) > 1500+len(c.pix)+len(c.pix)/100 || name == "one colour" && len(file) > 3000 {
			t.Errorf("%s has %d bytes", name, len(file))
		}
		if again := c.encode(); !bytes.Equal(file, again) {
			t.Errorf("%s is encoded in two ways", name)
		}
	}
}

// FuzzEncode reads back pictures of any pixels.
func FuzzEncode(f *testing.F) {
	f.Add([]byte("aaaaaaaabcabcabcabc"), 3)
	f.Fuzz(func(t *testing.T, pixels []byte, w int) {
		if w < 1 || w > len(pixels) {
			return
		}
		c := newCanvas(w, len(pixels)/w)
		c.palette = make([]rgb, 256)
		copy(c.pix, pixels)
		img, err := png.Decode(bytes.NewReader(c.encode()))
		if err != nil {
			t.Fatal(err)
		}
		if got := img.(*image.Paletted); !bytes.Equal(got.Pix, c.pix) {
			t.Error("read back as something else")
		}
	})
}

// TestHuffman holds that codes are of at most 15 bits, and that of each length there are as many as it takes for every
// stream to have one meaning.
func TestHuffman(t *testing.T) {
	steep := make([]int, 40) // whose shortest code would have 39 bits
	for i, a, b := 0, 1, 1; i < len(steep); i, a, b = i+1, b, a+b {
		steep[i] = a
	}
	for _, often := range [][]int{{0, 0, 0}, {0, 5, 0}, {3, 0, 0}, {1, 1}, {9, 1, 1, 1, 0, 4}, steep} {
		sum := 0
		h := newHuffman(often)
		for symbol, n := range h.lengths {
			if n > longestCode || often[symbol] > 0 && n == 0 {
				t.Errorf("%v: symbol %d has %d bits", often, symbol, n)
			}
			if n > 0 {
				sum += 1 << (longestCode - n)
			}
		}
		if sum != 1<<longestCode {
			t.Errorf("%v: the codes %v are not complete", often, h.lengths)
		}
	}
}
