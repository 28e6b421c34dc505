package raster

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"slices"
	"sync"

	"github.com/klauspost/compress/flate"
)

// deflaters compress pictures one after the other in the same memory. The fastest level is enough: pictures are even
// areas.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.BestSpeed)
	if err != nil {
		panic(err) // there is such a level
	}
	return w
}}

// encode returns the picture as a PNG file, in which each row is as it is painted. Package image/png takes twice the
// time, having a slower compressor and checksum.
func (c *canvas) encode() ([]byte, error) {
	header := binary.BigEndian.AppendUint32(nil, uint32(c.w))
	header = append(binary.BigEndian.AppendUint32(header, uint32(c.h)), 8, 3, 0, 0, 0) // 8 bits, by palette
	var colours []byte
	for _, v := range c.palette {
		colours = append(colours, v.r, v.g, v.b)
	}
	pixels := bytes.NewBuffer(make([]byte, 0, 64<<10))
	pixels.WriteString("\x78\x01") // of zlib, fastest
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(pixels)
	sum, unfiltered := checksum{a: 1}, []byte{0}
	for row := range slices.Chunk(c.pix, c.w) {
		for _, part := range [][]byte{unfiltered, row} {
			sum.add(part)
			if _, err := w.Write(part); err != nil {
				return nil, err
			}
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	data := binary.BigEndian.AppendUint32(pixels.Bytes(), sum.b<<16|sum.a)

	file := make([]byte, 0, len(data)+1024)
	file = append(file, "\x89PNG\r\n\x1a\n"...)
	for _, chunk := range []struct {
		name string
		data []byte
	}{{"IHDR", header}, {"PLTE", colours}, {"IDAT", data}, {"IEND", nil}} {
		file = binary.BigEndian.AppendUint32(file, uint32(len(chunk.data)))
		start := len(file)
		file = append(append(file, chunk.name...), chunk.data...)
		file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[start:]))
	}
	return file, nil
}

// A checksum is the Adler-32 of zlib: a is one more than the sum of all bytes, b the sum of each a.
type checksum struct{ a, b uint32 }

// add adds a part of at most 5,552 bytes: of more the sums have no room. It takes eight at once, those with even and
// those with odd numbers as four of 16 bits each; of a product the highest of the four is their sum, by weights.
func (s *checksum) add(part []byte) {
	a, b := s.a, s.b
	for ; len(part) >= 8; part = part[8:] {
		const ones, evenWeights, oddWeights = 1<<48 | 1<<32 | 1<<16 | 1, 8<<48 | 6<<32 | 4<<16 | 2, 7<<48 | 5<<32 | 3<<16 | 1
		eight := binary.LittleEndian.Uint64(part)
		even, odd := eight&(255*ones), eight>>8&(255*ones)
		b += 8*a + uint32((even*evenWeights+odd*oddWeights)>>48)
		a += uint32((even + odd) * ones >> 48)
	}
	for _, v := range part {
		a += uint32(v)
		b += a
	}
	const prime = 65521
	s.a, s.b = a%prime, b%prime
}
