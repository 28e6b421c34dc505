package typeface

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// pack makes a WOFF file of a font, every other table compressed.
func pack(font []byte) []byte {
	be := binary.BigEndian
	n := int(be.Uint16(font[4:]))
	woff := append([]byte("wOFF"), font[:4]...)
	woff = append(woff, make([]byte, woffHeader-8+n*woffEntry)...)
	be.PutUint16(woff[12:], uint16(n))
	for i := range n {
		from := font[sfntHeader+i*sfntEntry:]
		at, length := be.Uint32(from[8:]), be.Uint32(from[12:])
		table := font[at : at+length]
		if i%2 == 0 {
			var b bytes.Buffer
			z := zlib.NewWriter(&b)
			_, _ = z.Write(table)
			_ = z.Close()
			if b.Len() < len(table) {
				table = b.Bytes()
			}
		}
		to := woff[woffHeader+i*woffEntry:]
		copy(to, from[:4])
		be.PutUint32(to[4:], uint32(len(woff)))
		be.PutUint32(to[8:], uint32(len(table)))
		be.PutUint32(to[12:], length)
		copy(to[16:], from[4:8])
		woff = append(woff, table...)
	}
	return woff
}

// TestSet holds that a set has the glyphs of its files, and is told apart by them.
func TestSet(t *testing.T) {
	woff := pack(goregular.TTF)
	s := New([][]byte{[]byte("no font"), woff}, nil, nil, nil)
	for _, c := range "Aü2−Ω" {
		_, _, want, _ := Compiled.Regular.Glyph(c)
		if _, _, got, ok := s.Regular.Glyph(c); !ok || got != want || want == 0 {
			t.Errorf("%q is %v wide, want %v", c, got, want)
		}
		own, _, _, _ := s.Regular.Glyph(c)
		compiled, _, _, _ := Compiled.Regular.Glyph(c)
		bold, _, _, _ := s.Bold.Glyph(c)
		if stand, _, _, _ := Compiled.Bold.Glyph(c); own == compiled || bold != stand {
			t.Errorf("%q is of another face", c)
		}
	}
	if _, _, _, ok := s.Regular.Glyph('中'); ok {
		t.Error("it has a Chinese character")
	}
	if s.Sum == "" || s.Sum == New([][]byte{woff}, nil, nil, nil).Sum || Compiled.Sum != "" {
		t.Errorf("its sum is %q", s.Sum)
	}
}

// FuzzParse holds that no file, however damaged, does more than fail.
func FuzzParse(f *testing.F) {
	woff := pack(goregular.TTF)[:4096]
	f.Add(woff)
	f.Add([]byte("wOFF"))
	f.Add(append([]byte("wOFF\x00\x01\x00\x00\x00\x00\x00\x00\xff\xff"), make([]byte, 60)...))
	f.Fuzz(func(t *testing.T, data []byte) {
		if font, err := parse(data); err == nil {
			_, _ = font.GlyphIndex(nil, 'A')
		}
	})
}
