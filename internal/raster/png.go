package raster

import (
	"encoding/binary"
	"hash/crc32"
	"math/bits"
)

// This file writes PNG. The encoder of the standard library looks at every byte of a picture for what may be the same
// anywhere before it; in a picture of a chart that is what is above or to the left, and most rows are the row above.

// encode returns the picture as a PNG file.
func (c *canvas) encode() []byte {
	file := make([]byte, 0, 64<<10)
	file = append(file, "\x89PNG\r\n\x1a\n"...)
	header := binary.BigEndian.AppendUint32(nil, uint32(c.w))
	header = binary.BigEndian.AppendUint32(header, uint32(c.h))
	file = appendChunk(file, "IHDR", append(header, 8, 3, 0, 0, 0)) // numbers of a palette, a byte each
	var palette []byte
	for _, v := range c.palette {
		palette = append(palette, v.r, v.g, v.b)
	}
	file = appendChunk(file, "PLTE", palette)
	file = appendChunk(file, "IDAT", c.compress())
	return appendChunk(file, "IEND", nil)
}

// appendChunk appends a part of a PNG file.
func appendChunk(file []byte, name string, data []byte) []byte {
	file = binary.BigEndian.AppendUint32(file, uint32(len(data)))
	from := len(file)
	file = append(append(file, name...), data...)
	return binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[from:]))
}

// A row of a PNG begins with how it was changed before it was compressed.
const (
	asItIs    = 0
	lessAbove = 2 // its bytes less those above
)

// compress returns the pixels as a zlib stream. A row that is the one above is written as the difference from it, which
// is nothing, and every other one as it is, so that what is written is in the window for those below.
func (c *canvas) compress() []byte {
	z := newCompressor()
	defer compressors.Put(z)
	plain := 0 // the last row that was written as it is
	for y := range c.h {
		row := c.pix[y*c.w : (y+1)*c.w]
		if y > 0 && string(row) == string(c.pix[(y-1)*c.w:y*c.w]) {
			z.literal(lessAbove)
			z.literal(0)
			z.run(c.w-1, 0)
			continue
		}
		z.literal(asItIs)
		z.row(c, y, plain)
		plain = y
	}
	return z.stream()
}

// window is how far back a match may begin; longest is its greatest length.
const (
	window  = 32 << 10
	longest = 258
)

// row writes a row as it is: runs of one colour, what is above, what was seen nearby, and single pixels.
func (z *compressor) row(c *canvas, y, plain int) {
	row := c.pix[y*c.w : (y+1)*c.w]
	var above []uint8
	far := (y - plain) * (c.w + 1)
	if y > plain && far <= window {
		above = c.pix[plain*c.w : (plain+1)*c.w]
	}
	for x := 0; x < c.w; {
		run, same := 0, 0
		if x > 0 {
			run = alikeFor(row[x-1:], row[x:])
		}
		if above != nil && run < 32 {
			same = alikeFor(above[x:], row[x:])
		}
		switch {
		case run >= 3 && run+8 >= same:
			z.run(run, row[x])
			x += run
			continue
		case same >= 5:
			z.match(row[x:x+same], far)
			x += same
			continue
		}
		n, back := z.seen(c, y, x)
		if n >= 4 {
			z.match(row[x:x+n], back)
			x += n
			continue
		}
		z.literal(row[x])
		x++
	}
}

// seen looks up four pixels, and returns how many are the same as at the place in a row where they were written last,
// and how far back that is.
func (z *compressor) seen(c *canvas, y, x int) (n, back int) {
	if x+4 > c.w {
		return 0, 0
	}
	at := y*c.w + x
	place := &z.places[binary.LittleEndian.Uint32(c.pix[at:])*2654435761>>(32-placeBits)]
	was := int(*place) - 1
	*place = int32(at + 1)
	if was < 0 {
		return 0, 0
	}
	back = at - was + y - was/c.w // with the bytes that begin rows
	if back > window {
		return 0, 0
	}
	return alikeFor(c.pix[was:(was/c.w+1)*c.w], c.pix[at:(y+1)*c.w]), back
}

// alikeFor returns for how many bytes from their beginning two texts are the same.
func alikeFor(a, b []uint8) int {
	n := min(len(a), len(b))
	a, b = a[:n], b[:n]
	i := 0
	for ; i+8 <= n; i += 8 {
		if differs := binary.LittleEndian.Uint64(a[i:]) ^ binary.LittleEndian.Uint64(b[i:]); differs != 0 {
			return i + bits.TrailingZeros64(differs)/8
		}
	}
	for ; i < n && a[i] == b[i]; i++ {
	}
	return i
}
