package typeface

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"

	"golang.org/x/image/font/sfnt"
)

// The layout of WOFF 1.0 (https://www.w3.org/TR/WOFF/): a header, a directory
// of tables, and the tables, each compressed by zlib where that is shorter.
const (
	woffMagic  = 0x774F4646 // "wOFF"
	woffHeader = 44
	woffEntry  = 20
	sfntHeader = 12
	sfntEntry  = 16
	mostTables = 64
	mostBytes  = 8 << 20 // of a font when it is unpacked
)

var errWOFF = errors.New("not a WOFF file")

// parse reads a font from a WOFF file.
func parse(woff []byte) (*sfnt.Font, error) {
	src, err := unpack(woff)
	if err != nil {
		return nil, err
	}
	return sfnt.Parse(src)
}

// unpack returns the font that a WOFF file holds.
func unpack(woff []byte) ([]byte, error) {
	be := binary.BigEndian
	if len(woff) < woffHeader || be.Uint32(woff) != woffMagic {
		return nil, errWOFF
	}
	n := int(be.Uint16(woff[12:]))
	if n == 0 || n > mostTables || len(woff) < woffHeader+n*woffEntry {
		return nil, errWOFF
	}
	font := make([]byte, sfntHeader+n*sfntEntry)
	copy(font, woff[4:8]) // which kind of font
	be.PutUint16(font[4:], uint16(n))
	for i := range n {
		entry := woff[woffHeader+i*woffEntry:]
		table, err := unpackTable(woff, be.Uint32(entry[4:]), be.Uint32(entry[8:]), be.Uint32(entry[12:]))
		if err != nil || len(font)+len(table) > mostBytes {
			return nil, errWOFF
		}
		to := font[sfntHeader+i*sfntEntry:]
		copy(to, entry[:4])        // tag
		copy(to[4:], entry[16:20]) // checksum
		be.PutUint32(to[8:], uint32(len(font)))
		be.PutUint32(to[12:], uint32(len(table)))
		font = append(font, table...)
		for len(font)%4 != 0 {
			font = append(font, 0)
		}
	}
	return font, nil
}

// unpackTable returns a table of a WOFF file.
func unpackTable(woff []byte, at, packed, length uint32) ([]byte, error) {
	end := uint64(at) + uint64(packed)
	if end > uint64(len(woff)) || packed > length || length > mostBytes {
		return nil, errWOFF
	}
	if packed == length {
		return woff[at:end], nil
	}
	r, err := zlib.NewReader(bytes.NewReader(woff[at:end]))
	if err != nil {
		return nil, err
	}
	table := make([]byte, length)
	_, err = io.ReadFull(r, table)
	return table, err
}
