package export

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
)

// A table is what a file of rows holds, whatever its format.
type table struct {
	columns []column
	rows    [][]string
	schema  pages.TableSchema // of columns that are described in datapackage.json
}

// A column of numbers holds them as programs write them, or nothing.
type column struct {
	name   string
	number bool
}

// tableOf returns a table of data/, whose columns its schema describes.
func (s *Export) tableOf(name string, rows [][]string) *table {
	schema := pages.SchemaOf(s.Report, name)
	return &table{rows: rows, schema: schema, columns: lists.Each(schema.Fields, func(f pages.Field) column {
		return column{f.Name, slices.Contains([]string{"number", "integer", "year"}, f.Type)}
	})}
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
	line := lists.Each(t.columns, func(c column) string { return c.name })
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

// noteIDs names the notes of a figure in a file: separated by spaces.
func noteIDs(f *dataset.Figure) string {
	return strings.Join(lists.Each(f.Notes, func(n *dataset.Note) string { return n.ID }), " ")
}

// pricesOf returns the year at whose prices a figure is; "" at current prices, and where it is not known.
func pricesOf(f *dataset.Figure) string { return yearCell(f.PriceYear()) }

func yearCell(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}

// noteTable returns notes.csv: every note, with the figures that it belongs to.
func (s *Export) noteTable() *table {
	var rows [][]string
	for _, n := range pages.AllNotes(s.Report) {
		rows = append(rows, []string{n.ID, n.Source.ID, strings.Join(n.Note.Measures, " "),
			strings.Join(n.Members, " "), yearCell(n.From), yearCell(n.To), n.ReleasedFrom.String(),
			n.ReleasedTo.String(), string(n.Kind), n.Text, n.URL})
	}
	return s.tableOf("notes", rows)
}
