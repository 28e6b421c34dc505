package diag

import (
	"bytes"
	"encoding/csv"
	"errors"
	"iter"
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
	l.count()
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

// AtByte returns the place of a byte given by its line in the text, from 1, and its column in bytes, as other parsers
// count. The text begins a line.
func (l *Lines) AtByte(line, col int) Pos {
	l.count()
	from := l.start[line-1]
	end := min(from+col-1, len(l.Src))
	return Pos{File: l.First.File, Line: l.First.Line + line - 1, Col: utf8.RuneCount(l.Src[from:end]) + 1}
}

// count finds the lines, once.
func (l *Lines) count() {
	if l.start != nil {
		return
	}
	l.start = make([]int, 1, 64)
	end := 0
	for line := range bytes.Lines(l.Src) {
		if end += len(line); bytes.HasSuffix(line, []byte("\n")) {
			l.start = append(l.start, end)
		}
	}
}

// Place returns the place of a byte offset in a text whose first byte is at first.
func Place(first Pos, src []byte, offset int) Pos { return (&Lines{First: first, Src: src}).At(offset) }

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

// What is said of a text that is not read to its end: all of it, and how it begins.
const (
	NotUTF8 = "text that is not UTF-8"
	NotCSV  = "not CSV: "
)

// Text returns a text without a byte order mark, whose lines end with LF, and whether it is UTF-8. If it is not, it
// adds an error. Some spreadsheets end lines with CR alone.
func (l *List) Text(first Pos, src []byte) (text []byte, ok bool) {
	text = bytes.TrimPrefix(src, []byte("\ufeff"))
	if bytes.IndexByte(text, '\r') >= 0 {
		text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	n := Invalid(text)
	if n < len(text) {
		l.Errorf(Place(first, text, n), NotUTF8).Hint("save the file as UTF-8")
	}
	return text, n == len(text)
}

// Control adds an error for the first control character of a text, whose place is at(offset), and reports whether there
// is one.
func (l *List) Control(text []byte, at func(offset int) Pos) bool {
	i := slices.IndexFunc(text, IsControl)
	if i >= 0 {
		l.Errorf(at(i), "a control character (%U)", text[i]).
			Hint("delete it; if you cannot see it, delete the characters around it and type them again")
	}
	return i >= 0
}

// IsControl reports whether a byte is a control character that neither HTML nor a feed may contain, including NUL.
func IsControl(c byte) bool { return c < ' ' && c != '\t' && c != '\n' && c != '\r' }

// Rows yields the rows of a text that is CSV, with a function for the place of a cell; both are valid until the next
// row. Where the text is not UTF-8 or not CSV it adds an error and ends.
func (l *List) Rows(first Pos, src []byte, comma rune) iter.Seq2[[]string, func(cell int) Pos] {
	return func(yield func([]string, func(int) Pos) bool) {
		src, ok := l.Text(first, src)
		if !ok {
			return
		}
		lines, r := Lines{First: first, Src: src}, csv.NewReader(bytes.NewReader(src))
		r.Comma, r.FieldsPerRecord, r.ReuseRecord = comma, -1, true
		place := func(cell int) Pos { return lines.AtByte(r.FieldPos(cell)) }
		for {
			cells, err := r.Read()
			if bad, ok := errors.AsType[*csv.ParseError](err); ok {
				at, what := lines.notCSV(bad)
				l.Errorf(at, NotCSV+what).
					Hint("write a quotation mark within a cell twice, and put the cell in quotation marks")
			}
			if err != nil || !yield(cells, place) {
				return
			}
		}
	}
}

// notCSV returns what keeps a text from being CSV, and where: a cell that is never closed, where its row begins.
func (l *Lines) notCSV(bad *csv.ParseError) (Pos, string) {
	switch {
	case errors.Is(bad.Err, csv.ErrBareQuote):
		return l.AtByte(bad.Line, bad.Column), "a quotation mark in the middle of a cell"
	case bad.Line > bad.StartLine:
		return l.AtByte(bad.StartLine, 1), "a quotation mark that is not closed"
	}
	return l.AtByte(bad.Line, bad.Column), "a quotation mark that does not end its cell"
}
