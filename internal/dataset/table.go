package dataset

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// A row is a record of a CSV file that knows the places of its cells. It is valid until the next row is read.
type row struct {
	*sheet
	cells []string
}

// A sheet is the CSV file that rows are read from.
type sheet struct {
	file  string
	src   []byte
	r     *csv.Reader
	lines []int // the offset of each line; nil until a place is needed
}

func (r row) cell(i int) string { return r.cells[i] }

// pos returns the place of a cell. The reader counts bytes; columns are counted in characters.
func (r row) pos(i int) diag.Pos {
	line, col := r.r.FieldPos(i)
	if r.lines == nil {
		r.lines = append(r.lines, 0)
		for n, c := range r.src {
			if c == '\n' {
				r.lines = append(r.lines, n+1)
			}
		}
	}
	at := r.lines[line-1]
	return diag.Pos{File: r.file, Line: line, Col: utf8.RuneCount(r.src[at:at+col-1]) + 1}
}

// readTable reads a CSV file that must exist and begin with the header, and yields its rows. The last optional
// columns may be missing; their cells are then empty. It reports errors in the format of the file; the caller checks
// the cells.
func readTable(root fs.FS, file string, header []string, optional int, errs *diag.List) iter.Seq[row] {
	return func(yield func(row) bool) {
		src, err := fs.ReadFile(root, file)
		if err != nil {
			errs.Errorf(diag.Pos{File: file}, "%s", readError(err)).
				Hint("its first line is %s", strings.Join(header, ","))
			return
		}
		parseTable(file, src, header, optional, errs)(yield)
	}
}

// Messages for a file that is not read to its end.
const notUTF8, notCSV = "text that is not UTF-8", "not CSV: "

func parseTable(file string, src []byte, header []string, optional int, errs *diag.List) iter.Seq[row] {
	return func(yield func(row) bool) {
		src = bytes.TrimPrefix(src, []byte("\ufeff"))
		if !utf8.Valid(src) {
			errs.Errorf(invalidAt(file, src), notUTF8).Hint("save the file as UTF-8")
			return
		}
		cr := csv.NewReader(bytes.NewReader(src))
		cr.FieldsPerRecord = -1
		cr.ReuseRecord = true
		sh := &sheet{file: file, src: src, r: cr}
		want := strings.Join(header, ",")
		var missing []string // empty cells for the columns that this file does not have
		for first := true; ; first = false {
			cells, err := cr.Read()
			if err == io.EOF {
				if first {
					errs.Errorf(diag.Pos{File: file, Line: 1, Col: 1}, "the file is empty").
						Hint("its first line is %s", want)
				}
				return
			}
			var bad *csv.ParseError
			if errors.As(err, &bad) {
				errs.Errorf(diag.Pos{File: file, Line: bad.Line, Col: bad.Column}, notCSV+"%v", bad.Err).
					Hint("write a quotation mark within a cell twice, and put the cell in quotation marks")
				return
			}
			r := row{sh, cells}
			if first {
				full := len(header)
				if n := len(cells); n < full && n >= full-optional && slices.Equal(cells, header[:n]) {
					header, want = header[:n], strings.Join(header[:n], ",")
				}
				missing = make([]string, full-len(header))
				if got := strings.Join(cells, ","); got != want {
					hint := "its first line is " + want
					if sep := separator(got); sep != "" {
						hint += "; separate cells with commas, not " + sep
					}
					errs.Errorf(r.pos(firstDifference(cells, header)), "wrong header %q", got).Hint("%s", hint)
					return
				}
				continue
			}
			if len(cells) != len(header) {
				if at := splitNumber(cells, header); at >= 0 {
					errs.Errorf(r.pos(at), "value \"%s,%s\" is not a number", cells[at], cells[at+1]).
						Hint("write %s.%s", cells[at], cells[at+1])
					continue
				}
				errs.Errorf(r.pos(0), "%s, not %d", count(len(cells), "cell"), len(header)).
					Hint("the cells are %s", want)
				continue
			}
			r.cells = append(r.cells, missing...)
			if !yield(r) {
				return
			}
		}
	}
}

// separator returns the name of the character that a spreadsheet has used instead of commas.
func separator(line string) string {
	switch {
	case strings.Count(line, ";") > 2:
		return "semicolons"
	case strings.Count(line, "\t") > 2:
		return "tabs"
	}
	return ""
}

// splitNumber returns the index of the cell in which a decimal comma has split a value into two cells, or -1.
func splitNumber(cells, header []string) int {
	at := slices.Index(header, "value")
	if at < 0 || len(cells) != len(header)+1 || !plainNumber(cells[at]) || !digits(cells[at+1]) {
		return -1
	}
	return at
}

func firstDifference(got, want []string) int {
	for i := range got {
		if i >= len(want) || got[i] != want[i] {
			return i
		}
	}
	return len(got) - 1
}

func invalidAt(file string, src []byte) diag.Pos {
	n := 0
	for n < len(src) {
		r, size := utf8.DecodeRune(src[n:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		n += size
	}
	return diag.Place(diag.Pos{File: file, Line: 1, Col: 1}, src, n)
}

// readError describes why a file could not be read without repeating its name.
func readError(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return "the file is missing"
	}
	return "the file cannot be read: " + plainfile.Cause(err).Error()
}

// count returns "1 cell" or "3 cells".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
