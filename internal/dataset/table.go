package dataset

import (
	"errors"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/plainfile"
)

// A row is a record of a CSV file that knows the places of its cells. It is valid until the next row is read.
type row struct {
	cells []string
	pos   func(cell int) diag.Pos
}

func (r row) cell(i int) string { return r.cells[i] }

// parseTable parses a CSV file that must begin with the header, and yields its rows. The last optional columns may be
// missing; their cells are then empty. It reports errors in the format of the file; the caller checks the cells.
func parseTable(file string, src []byte, header []string, optional int, errs *diag.List) iter.Seq[row] {
	return func(yield func(row) bool) {
		start, before := diag.Pos{File: file, Line: 1, Col: 1}, len(*errs)
		var columns, missing []string // the second are empty cells for the columns that this file does not have
		for cells, pos := range errs.Rows(start, src, ',') {
			r := row{cells, pos}
			if columns == nil {
				if columns = r.header(header, optional, errs); columns == nil {
					return
				}
				missing = make([]string, len(header)-len(columns))
				continue
			}
			if !r.fits(columns, errs) {
				continue
			}
			r.cells = append(r.cells, missing...)
			if !yield(r) {
				return
			}
		}
		if columns == nil && len(*errs) == before {
			errs.Errorf(start, "the file is empty").Hint("its first line is %s", strings.Join(header, ","))
		}
	}
}

// header returns the columns of a file whose first row this is, of which the last optional ones may be missing. It
// returns nil for a wrong header.
func (r row) header(want []string, optional int, errs *diag.List) []string {
	if n := len(r.cells); n < len(want) && n >= len(want)-optional && slices.Equal(r.cells, want[:n]) {
		return want[:n]
	}
	line, got := strings.Join(want, ","), strings.Join(r.cells, ",")
	if got == line {
		return want
	}
	hint := "its first line is " + line
	if sep := separator(got); sep != "" {
		hint += "; separate cells with commas, not " + sep
	}
	errs.Errorf(r.pos(firstDifference(r.cells, want)), "wrong header %q", got).Hint("%s", hint)
	return nil
}

// fits reports whether a row has a cell for each column, and adds an error if not.
func (r row) fits(columns []string, errs *diag.List) bool {
	if len(r.cells) == len(columns) {
		return true
	}
	if at := splitNumber(r.cells, columns); at >= 0 {
		errs.Errorf(r.pos(at), "value \"%s,%s\" is not a number", r.cells[at], r.cells[at+1]).
			Hint("%s", numberHint(r.cells[at]+","+r.cells[at+1]))
		return false
	}
	errs.Errorf(r.pos(0), "%s, not %d", Counted(len(r.cells), "cell"), len(columns)).
		Hint("the cells are %s", strings.Join(columns, ","))
	return false
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

const noFile = "the file is missing"

// readError describes why a file could not be read without repeating its name.
func readError(err error) string {
	if errors.Is(err, fs.ErrNotExist) {
		return noFile
	}
	return "the file cannot be read: " + plainfile.Cause(err).Error()
}

// Counted returns a number and its noun: "1 cell", "1,204 cells".
func Counted(n int, noun string) string {
	s := Number(float64(n), 0) + " " + noun
	if n != 1 {
		s += "s"
	}
	return s
}
