// Package sheet reads tables as publishers print them: a CSV file, or the sheets of an XLSX workbook.
//
// Read takes the bytes of a file and returns Tables of cells as a reader sees them, each with its place, and errors
// for what cannot be trusted: an error value, a formula that was never computed, a file that is not a table. The
// package knows spreadsheets; it does not know what a member or a year is.
package sheet

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"burdenshare/internal/diag"
)

// A Table is a CSV file or a sheet of a workbook.
type Table struct {
	File  string
	Name  string // of the sheet; "" for a CSV file
	Form  string // how its cells are separated, for messages: "separated by semicolons"
	Flags bool   // figures may have SDMX flags after a space, such as "1.9 bp"
	Rows  [][]Cell
	Notes []string // what was not read, and why
}

// A Cell is one cell as a reader sees it.
type Cell struct {
	Text   string   // without white space around it
	Number bool     // a workbook's own number, which is shown as 1,234.5 in every country
	Raw    string   // what is stored of a Number
	Style  Style    // the distinguishing style of the text
	Wide   bool     // merged from several cells
	Broken string   // why the cell cannot be read, such as "the error #REF!"; usually ""
	Hint   string   // what to do about it
	Pos    diag.Pos // in a workbook also by row and column; see Printed
}

// A Style is a set of ways in which a publisher marks some figures.
type Style int

// The styles.
const (
	Italic   Style = 1 << iota
	Coloured       // the text has a colour other than black
)

// String returns the name of the table.
func (t *Table) String() string {
	file := path.Base(t.File)
	if t.Name == "" {
		return file
	}
	return fmt.Sprintf("%s, sheet %q", file, t.Name)
}

// Read reads the tables of a file, whose name determines its kind.
func Read(name string, data []byte) (tables []*Table, errs diag.List) {
	switch ext := strings.ToLower(path.Ext(name)); ext {
	case ".csv", ".tsv", ".txt":
		tables = readCSV(name, data, &errs)
	case ".xlsx", ".xlsm":
		tables = readWorkbook(name, data, &errs)
	default:
		errs.Errorf(diag.Pos{File: name}, "a file of an unsupported kind: %q", ext).
			Hint("save it from a spreadsheet program as .xlsx or .csv")
	}
	filled := func(t *Table) bool { return len(t.Rows) > 0 }
	if !errs.Failed() && !slices.ContainsFunc(tables, filled) {
		errs.Errorf(diag.Pos{File: name}, "the file is empty").Hint("a table has rows of members and their figures")
	}
	return tables, errs
}

// inSheet separates the file's name from the sheet's in a place.
const inSheet = "\x00"

func place(file, name string, row, col int) diag.Pos {
	if name != "" {
		file += inSheet + name
	}
	return diag.Pos{File: file, Line: row, Col: col}
}

// Place returns a place as people write it: line and column of a text file, or the letter and number of a sheet's cell.
func Place(p diag.Pos) string { return printed(p).String() }

// Within is like Place, without the file and the sheet.
func Within(p diag.Pos) string {
	if strings.Contains(p.File, inSheet) {
		return reference(p.Line, p.Col)
	}
	return fmt.Sprintf("line %d", p.Line)
}

// Printed returns the errors in order, with places as people write them. Before, places in a sheet are numbers, so
// that errors can be sorted.
func Printed(errs diag.List) diag.List {
	out := errs.Clone()
	for _, e := range out {
		e.Pos = printed(e.Pos)
	}
	return out
}

func printed(p diag.Pos) diag.Pos {
	file, name, ok := strings.Cut(p.File, inSheet)
	switch {
	case !ok:
		return p
	case p.Line == 0:
		return diag.Pos{File: file + ":" + name}
	}
	return diag.Pos{File: fmt.Sprintf("%s:%s!%s", file, name, reference(p.Line, p.Col))}
}

// reference returns the name of a sheet's cell by row and column, from 1: C12. Without a column it returns only the
// row.
func reference(row, col int) string { return fmt.Sprintf("%s%d", Letters(col), row) }

// Letters returns the name of a column of a sheet, from 1: A, Z, AA; "" for one that no sheet has.
func Letters(col int) string {
	name, _ := excelize.ColumnNumberToName(col)
	return name
}

// shown removes characters without width and the white space around a text.
func shown(s string) string {
	s = strings.Map(func(c rune) rune {
		switch c {
		case '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad':
			return -1
		case '\u00a0', '\u202f', '\u2007', '\u2009', '\u200a':
			return c // distinguished when a number is read
		case '\r', '\n', '\t':
			return ' '
		}
		return c
	}, s)
	return strings.TrimSpace(s)
}
