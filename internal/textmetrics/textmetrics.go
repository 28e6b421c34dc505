// Package textmetrics measures text in the typefaces that stand for a
// reader's: those that pictures are written in, and whose widths are those of
// Arial and Helvetica. They are compiled in, so that a drawing is the same on
// every machine.
//
// In comes a text and a size, out comes its width, or its lines within a
// width. The package does not know what is written or where.
package textmetrics

import (
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Face is a typeface.
type Face struct {
	Font *sfnt.Font
	em   fixed.Int26_6
	wide [0x2300]atomic.Uint32 // advances by character, in units of an em plus one; 0 when not asked for yet
}

// The faces, read once.
var (
	Regular = sync.OnceValue(func() *Face { return newFace(goregular.TTF) })
	Bold    = sync.OnceValue(func() *Face { return newFace(gobold.TTF) })
	Italic  = sync.OnceValue(func() *Face { return newFace(goitalic.TTF) })
)

func newFace(ttf []byte) *Face {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err) // it is compiled in and known to be sound
	}
	return &Face{Font: f, em: fixed.Int26_6(f.UnitsPerEm())}
}

// Advance returns how far a character moves the pen, in ems.
func (f *Face) Advance(c rune) float64 {
	if c < 0 || int(c) >= len(f.wide) {
		return float64(f.units(c)) / float64(f.em)
	}
	w := f.wide[c].Load()
	if w == 0 {
		w = uint32(f.units(c)) + 1
		f.wide[c].Store(w)
	}
	return float64(w-1) / float64(f.em)
}

// units returns the advance of a character in the font's units. One that the
// face has no glyph for counts as one em, which is right for Chinese and
// generous to most.
func (f *Face) units(c rune) fixed.Int26_6 {
	var b sfnt.Buffer
	g, err := f.Font.GlyphIndex(&b, c)
	if err != nil || g == 0 {
		return f.em
	}
	w, err := f.Font.GlyphAdvance(&b, g, f.em, font.HintingNone)
	if err != nil || w < 0 {
		return f.em
	}
	return w
}

// Width returns the width of a text at a size.
func (f *Face) Width(s string, size float64) float64 {
	w := 0.0
	for _, c := range s {
		w += f.Advance(c)
	}
	return w * size
}

// Wrap breaks a text at its spaces into lines no wider than a limit. A single
// word may be wider.
func (f *Face) Wrap(s string, size, limit float64) []string {
	var lines []string
	for word := range strings.FieldsSeq(s) {
		if n := len(lines); n > 0 && f.Width(lines[n-1]+" "+word, size) <= limit {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// Balanced wraps a text into as few lines as Wrap does, and as even ones.
func (f *Face) Balanced(s string, size, limit float64) []string {
	lines := f.Wrap(s, size, limit)
	lo, hi := limit/2, limit
	for range 8 {
		mid := (lo + hi) / 2
		narrower := f.Wrap(s, size, mid)
		if len(narrower) > len(lines) || f.Widest(narrower, size) > mid {
			lo = mid
		} else {
			hi, lines = mid, narrower
		}
	}
	return lines
}

// Widest returns the width of the widest of some texts.
func (f *Face) Widest(texts []string, size float64) float64 {
	w := 0.0
	for _, s := range texts {
		w = max(w, f.Width(s, size))
	}
	return w
}

// Fit cuts a text that is wider than a limit and ends it with an ellipsis.
func (f *Face) Fit(s string, size, limit float64) string {
	if f.Width(s, size) <= limit {
		return s
	}
	for s != "" && f.Width(s+"…", size) > limit {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return strings.TrimRight(s, " ") + "…"
}
