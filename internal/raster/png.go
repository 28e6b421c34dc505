package raster

import (
	"encoding/binary"
	"hash/crc32"
	"slices"
)

// encode returns the picture as a PNG file, in which each row is as it is painted. Package image/png takes twice the
// time, having a slower compressor.
func (c *canvas) encode() ([]byte, error) {
	header := binary.BigEndian.AppendUint32(nil, uint32(c.w))
	header = append(binary.BigEndian.AppendUint32(header, uint32(c.h)), 8, 3, 0, 0, 0) // 8 bits, by palette
	var colours []byte
	for _, v := range c.palette {
		colours = append(colours, v.r, v.g, v.b)
	}
	c.packed.Reset()
	c.deflater.Reset(&c.packed)
	unfiltered := []byte{0}
	for row := range slices.Chunk(c.pix, c.w) {
		_, _ = c.deflater.Write(unfiltered) // Close returns what has gone wrong
		_, _ = c.deflater.Write(row)
	}
	if err := c.deflater.Close(); err != nil {
		return nil, err
	}
	file := make([]byte, 0, c.packed.Len()+1024)
	file = append(file, "\x89PNG\r\n\x1a\n"...)
	for _, chunk := range []struct {
		name string
		data []byte
	}{{"IHDR", header}, {"PLTE", colours}, {"IDAT", c.packed.Bytes()}, {"IEND", nil}} {
		file = binary.BigEndian.AppendUint32(file, uint32(len(chunk.data)))
		start := len(file)
		file = append(append(file, chunk.name...), chunk.data...)
		file = binary.BigEndian.AppendUint32(file, crc32.ChecksumIEEE(file[start:]))
	}
	return file, nil
}
