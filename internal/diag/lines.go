package diag

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// Lines converts byte offsets in a text to places. It counts the lines only once, for texts in which many places are
// looked up.
type Lines struct {
	First Pos // of the text's first byte
	Src   []byte

	start []int // offset of each line; nil until asked for

	// The last answer. Places are mostly looked up in order, so a long line need not be counted from its start each
	// time.
	last    Pos
	lastOff int
}

// At returns the place of a byte offset. For an offset outside the text it returns the place of the nearer end.
func (l *Lines) At(offset int) Pos {
	if l.start == nil {
		l.start = lineStarts(l.Src)
	}
	offset = min(max(offset, 0), len(l.Src))
	i, found := slices.BinarySearch(l.start, offset)
	if !found {
		i--
	}
	from, col := l.start[i], 1
	if i == 0 {
		col = l.First.Col
	}
	if l.last.Line == l.First.Line+i && l.lastOff <= offset {
		from, col = l.lastOff, l.last.Col
	}
	l.last = Pos{File: l.First.File, Line: l.First.Line + i, Col: col + utf8.RuneCount(l.Src[from:offset])}
	l.lastOff = offset
	return l.last
}

func lineStarts(src []byte) []int {
	starts := make([]int, 1, 64)
	for i := 0; ; {
		n := bytes.IndexByte(src[i:], '\n')
		if n < 0 {
			return starts
		}
		i += n + 1
		starts = append(starts, i)
	}
}

// Place returns the place of a byte offset in a text whose first byte is at first.
func Place(first Pos, src []byte, offset int) Pos {
	return (&Lines{First: first, Src: src}).At(offset)
}

// Invalid returns the offset of the first byte of a text that is not UTF-8, or its length if all are.
func Invalid(src []byte) int {
	n := 0
	for n < len(src) {
		r, size := utf8.DecodeRune(src[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return n
}
