// Package textmetrics measures text in the typefaces that are used in pictures, whose widths are those of Arial and
// Helvetica. They are compiled in, so that a drawing is the same on every machine.
//
// Its functions take a text and a size and return its width, or its lines within a width. The package does not know
// what is written or where.
package textmetrics

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// widths are the advances of each style, a line for each character; what the typeface lacks has those of the compiled
// one. go test -update writes them.
//
//go:embed widths.txt
var widths []byte

// perEm is how many units an em has in the table.
const perEm = 1000

// A Face is a style of the typeface.
type Face struct {
	advances [0x2300]uint16 // by character, in units of an em; 0 for one that it does not have
}

// The styles, read once. An italic is as wide as the regular style.
var (
	Regular = sync.OnceValue(func() *Face { return readFace(0) })
	Bold    = sync.OnceValue(func() *Face { return readFace(1) })
	Serif   = sync.OnceValue(func() *Face { return readFace(2) }) // bold too
)

// readFace reads a column of the table.
func readFace(style int) *Face {
	f := &Face{}
	for line := range strings.Lines(string(widths)) {
		cells := strings.Fields(line)
		c, err1 := strconv.ParseUint(cells[0], 16, 16)
		w, err2 := strconv.ParseUint(cells[1+style], 10, 16)
		if err1 != nil || err2 != nil {
			panic("widths.txt: " + line) // it is compiled in and known to be sound
		}
		f.advances[c] = uint16(w) + 1
	}
	return f
}

// Advance returns how far a character moves the pen, in ems. One that the typeface does not have counts as one em,
// which is right for Chinese and generous to most, but for marks on a letter and those that only say how to read.
func (f *Face) Advance(c rune) float64 {
	if c < 0 || int(c) >= len(f.advances) || f.advances[c] == 0 {
		if unicode.In(c, unicode.Mn, unicode.Cf) {
			return 0
		}
		return 1
	}
	return float64(f.advances[c]-1) / perEm
}

// Width returns the width of a text at a size.
func (f *Face) Width(s string, size float64) float64 {
	w := 0.0
	for _, c := range s {
		w += f.Advance(c)
	}
	return w * size
}

// Wrap breaks a text at its spaces, but for those that keep words together, into lines no wider than limit. A line of a
// single word may be wider.
func (f *Face) Wrap(s string, size, limit float64) []string {
	var lines []string
	breaks := func(c rune) bool { return c == ' ' || c == '\n' }
	for word := range strings.FieldsFuncSeq(s, breaks) {
		if n := len(lines); n > 0 && f.Width(lines[n-1]+" "+word, size) <= limit {
			lines[n-1] += " " + word
			continue
		}
		lines = append(lines, word)
	}
	return lines
}

// Balanced wraps a text into as few lines as Wrap does, of widths as equal as possible.
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

// Fit truncates a text that is wider than limit and appends an ellipsis. Where no letter has room it returns "".
func (f *Face) Fit(s string, size, limit float64) string {
	if f.Width(s, size) <= limit {
		return s
	}
	for s != "" && f.Width(s+"…", size) > limit {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	if s == "" {
		return ""
	}
	return strings.TrimRight(s, " ") + "…"
}
