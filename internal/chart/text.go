package chart

import (
	"encoding/binary"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

// A face holds the widths of a typeface's characters, in ems.
type face [lastRune + 1]float32

// lastRune is the last character with a width of its own: the minus sign.
// Latin, Greek and Cyrillic come before it; a character after it counts as
// one em, which is right for Chinese and generous to most.
const lastRune = '\u2212'

// slack allows for a reader's typeface that runs wider than the Go face that
// stands in for all of them. That has the widths of Arial and Helvetica, and
// the style sheet asks for typefaces close to these; Inter and Noto Sans run
// some five per cent wider.
const slack = 1.08

// faces are the regular and the bold face, read once.
var faces = sync.OnceValue(func() (f struct{ regular, bold *face }) {
	f.regular, f.bold = readFace(goregular.TTF), readFace(gobold.TTF)
	return f
})

// A ruler measures text.
type ruler struct{ regular, bold *face }

func newRuler() ruler { return ruler(faces()) }

// width gives the room that a text takes at a font size, both in user units.
func (r ruler) width(s string, size float64) float64 { return r.regular.measure(s) * size }

// boldWidth is width for bold text.
func (r ruler) boldWidth(s string, size float64) float64 { return r.bold.measure(s) * size }

func (f *face) measure(s string) float64 {
	var w float32
	for _, c := range s {
		if c > lastRune {
			w++
			continue
		}
		w += f[c]
	}
	return float64(w) * slack
}

// wrap breaks a text at its spaces into lines no wider than limit, in bold. A
// single word may be wider.
func (r ruler) wrap(s string, size, limit float64) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if longer := line + " " + word; line != "" && r.boldWidth(longer, size) <= limit {
			line = longer
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = word
	}
	return append(lines, line)
}

// inside gives the middle for a text of a width so that it stays within 0 and
// limit, as near to x as can be.
func inside(x, width, limit float64) float64 {
	return max(min(x, limit-width/2), width/2)
}

// fit cuts a text that is wider than limit and ends it with an ellipsis.
func (r ruler) fit(s string, size, limit float64) string {
	if r.width(s, size) <= limit {
		return s
	}
	for s != "" && r.width(s+"…", size) > limit {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return strings.TrimRight(s, " ") + "…"
}

// readFace reads the widths out of a TrueType font: which glyph stands for a
// character (table cmap, format 4) and how far it moves the pen (hmtx). The
// fonts are compiled in and known to be sound.
func readFace(ttf []byte) *face {
	u16 := func(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
	tables := map[string][]byte{}
	for i := range u16(ttf, 4) {
		entry := ttf[12+16*i:]
		tables[string(entry[:4])] = ttf[binary.BigEndian.Uint32(entry[8:]):]
	}
	em, metrics := float32(u16(tables["head"], 18)), u16(tables["hhea"], 34)
	advance := func(glyph int) float32 {
		return float32(u16(tables["hmtx"], 4*min(glyph, metrics-1))) / em
	}
	f := &face{}
	for c := range f {
		f[c] = advance(0)
	}
	cmap := tables["cmap"]
	for i := range u16(cmap, 2) {
		sub := cmap[binary.BigEndian.Uint32(cmap[4+8*i+4:]):]
		if u16(sub, 0) != 4 {
			continue
		}
		seg := u16(sub, 6) // twice the number of segments
		ends, starts := sub[14:], sub[16+seg:]
		deltas, offsets := starts[seg:], starts[2*seg:]
		for k := 0; k < seg; k += 2 {
			for c := u16(starts, k); c <= min(u16(ends, k), lastRune); c++ {
				glyph := c
				if off := u16(offsets, k); off != 0 {
					glyph = u16(offsets, k+off+2*(c-u16(starts, k)))
				}
				f[c] = advance((glyph + u16(deltas, k)) & 0xffff)
			}
		}
	}
	return f
}
