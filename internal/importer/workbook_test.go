package importer_test

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

const first = "Table 1"

// edited returns a workbook whose first sheet has a header with the years 2017 and 2018 and two members, changed by
// lines such as "set B2 2.1".
func edited(t testing.TB, lines string) []byte {
	t.Helper()
	b := excelize.NewFile()
	defer b.Close()
	err := b.SetSheetName("Sheet1", first)
	for row, cells := range [][]any{{"Country", 2017, "2018e"}, {"United Kingdom", 2.1, 2.13}, {"Slovak Republic", 1.1, 1.2}} {
		err = errors.Join(err, b.SetSheetRow(first, fmt.Sprint("A", row+1), &cells))
	}
	for line := range strings.Lines(lines) {
		name, of, _ := strings.Cut(strings.TrimSpace(line), " ")
		at, rest, _ := strings.Cut(of, " ")
		err = errors.Join(err, edits[name](b, at, rest))
	}
	var buf bytes.Buffer
	if err = errors.Join(err, b.Write(&buf)); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// edits are what a line may do to the cell, row, column or sheet that it names first.
var edits = map[string]func(b *excelize.File, at, rest string) error{
	"set":     func(b *excelize.File, at, value string) error { return b.SetCellValue(first, at, valueOf(value)) },
	"formula": func(b *excelize.File, at, formula string) error { return b.SetCellFormula(first, at, formula) },
	"merge":   func(b *excelize.File, from, to string) error { return b.MergeCell(first, from, to) },
	"insert": func(b *excelize.File, row, _ string) error {
		n, _ := strconv.Atoi(row)
		return b.InsertRows(first, n, 1)
	},
	"hide-row": func(b *excelize.File, row, _ string) error {
		n, _ := strconv.Atoi(row)
		return b.SetRowVisible(first, n, false)
	},
	"hide-column": func(b *excelize.File, column, _ string) error { return b.SetColVisible(first, column, false) },
	"add-sheet": func(b *excelize.File, name, value string) error {
		_, err := b.NewSheet(name)
		return errors.Join(err, b.SetCellValue(name, "A1", value))
	},
	"hide-sheet": func(b *excelize.File, name, _ string) error { return b.SetSheetVisible(name, false) },
	"raise": func(b *excelize.File, at, rest string) error { // the second of two texts
		text, raised, _ := strings.Cut(rest, " ")
		return b.SetCellRichText(first, at, []excelize.RichTextRun{{Text: text}, {Text: raised, Font: &excelize.Font{VertAlign: "superscript"}}})
	},
	"format": func(b *excelize.File, at, format string) error {
		return style(b, at, &excelize.Style{CustomNumFmt: &format})
	},
	"italics": func(b *excelize.File, at, _ string) error {
		return style(b, at, &excelize.Style{Font: &excelize.Font{Italic: true}})
	},
}

// style sets the style of a cell, or of those from one to another: "B2:C3".
func style(b *excelize.File, at string, s *excelize.Style) error {
	from, to, ok := strings.Cut(at, ":")
	if !ok {
		to = from
	}
	id, err := b.NewStyle(s)
	return errors.Join(err, b.SetCellStyle(first, from, to, id))
}

// valueOf returns the number, the day, the truth or the text that a cell is set to; nothing is none.
func valueOf(text string) any {
	if n, err := strconv.ParseFloat(text, 64); err == nil {
		return n
	}
	if day, err := time.Parse(time.DateOnly, text); err == nil {
		return day
	}
	switch text {
	case "":
		return nil
	case "true":
		return true
	}
	return text
}
