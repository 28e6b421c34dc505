package export

import (
	"burdenshare/internal/pages"
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"unicode/utf8"
)

// A table is what a file of rows holds, whatever its format.
type table struct {
	columns []column
	rows    [][]string
}

// A column of numbers holds them as programs write them, or nothing.
type column struct {
	name   string
	number bool
}

// tableBy returns a table whose columns a schema describes.
func tableBy(schema pages.TableSchema, rows [][]string) *table {
	t := &table{rows: rows}
	for _, f := range schema.Fields {
		t.columns = append(t.columns, column{f.Name, slices.Contains([]string{"number", "integer", "year"}, f.Type)})
	}
	return t
}

// byteOrderMark begins a file of texts: without it Excel reads UTF-8 as
// another encoding. A file of codes and numbers does without.
const byteOrderMark = "\ufeff"

// csv returns the table as a file.
func (t *table) csv() []byte {
	var b bytes.Buffer
	if slices.ContainsFunc(t.columns, func(c column) bool { return !c.number }) {
		b.WriteString(byteOrderMark)
	}
	w := csv.NewWriter(&b)
	line := make([]string, len(t.columns))
	for i, c := range t.columns {
		line[i] = c.name
	}
	_ = w.Write(line) // a buffer takes all
	for _, row := range t.rows {
		for i, cell := range row {
			if line[i] = cell; !t.columns[i].number {
				line[i] = literal(cell)
			}
		}
		_ = w.Write(line)
	}
	w.Flush()
	return b.Bytes()
}

// literal returns a text for a cell of a table, with an apostrophe before one that a spreadsheet would take for a
// formula.
func literal(text string) string {
	if first, _ := utf8.DecodeRuneInString(text); text != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + text
	}
	return text
}
