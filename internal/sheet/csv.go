package sheet

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/diag"
)

// readCSV reads a text file of cells separated by commas, semicolons or tabs.
func readCSV(file string, data []byte, errs *diag.List) []*Table {
	start := diag.Pos{File: file, Line: 1, Col: 1}
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		errs.Errorf(start, "text in UTF-16").Hint("save the file as UTF-8")
		return nil
	}
	t, before := &Table{File: file}, len(*errs)
	var comma rune
	comma, t.Form = divider(data)
	for cells, place := range errs.Rows(start, data, comma) {
		row := make([]Cell, len(cells))
		for i, text := range cells {
			row[i] = Cell{Text: shown(text), Pos: place(i)}
		}
		t.Rows = append(t.Rows, row)
	}
	if len(*errs) > before {
		return nil
	}
	if len(t.Rows) > 0 {
		t.splitKeys()
	}
	return []*Table{t}
}

// splitKeys splits the first column of a Eurostat table, which contains several keys, into columns:
// "freq,unit,geo\\TIME_PERIOD" over "A,PC_GNI,BE".
func (t *Table) splitKeys() {
	keys, _, ok := strings.Cut(t.Rows[0][0].Text, `\`)
	n := strings.Count(keys, ",") + 1
	if !ok || len(t.Rows[0]) < 2 {
		return
	}
	t.Flags = true
	for i, row := range t.Rows {
		text, _, _ := strings.Cut(row[0].Text, `\`)
		cells := make([]Cell, 0, n+len(row)-1)
		for k, part := range strings.SplitN(text, ",", n) {
			c := Cell{Text: shown(part), Pos: row[0].Pos}
			if k > 0 {
				c.Pos.Col = cells[k-1].Pos.Col + utf8.RuneCountInString(cells[k-1].Text) + 1
			}
			cells = append(cells, c)
		}
		for len(cells) < n {
			cells = append(cells, Cell{Pos: row[0].Pos})
		}
		t.Rows[i] = append(cells, row[1:]...)
	}
}

// quoted matches a text in quotation marks, or the part of one that is in a line.
var quoted = regexp.MustCompile(`"[^"]*"?`)

// divider returns the separator of cells: the one that most lines contain. A tab is rarely part of a text, and a
// semicolon is used where the comma is the decimal mark, so they are tried first.
func divider(data []byte) (rune, string) {
	lines, tabs, semicolons := 0, 0, 0
	for _, line := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		lines++
		line = quoted.ReplaceAll(line, nil)
		if bytes.Contains(line, []byte("\t")) {
			tabs++
		}
		if bytes.Contains(line, []byte(";")) {
			semicolons++
		}
	}
	switch {
	case tabs*2 > lines:
		return '\t', "separated by tabs"
	case semicolons*2 > lines:
		return ';', "separated by semicolons"
	}
	return ',', "separated by commas"
}
