package importer

import (
	"slices"
	"strings"

	"burdenshare/internal/sheet"
)

// A kind is a layout.
type kind int

const (
	down   kind = iota // members down, years across
	across             // years down, members across
	long               // a row for each figure
)

// A head is a row that says what the columns below it are.
type head struct {
	kind    kind
	name    int // the column of names
	first   int // the first column of figures
	last    int // and the last
	columns []column
	aside   map[int]bool // columns with a heading of their own that is no year
	titles  []string     // what stands above the head

	member, when, value, measure, status int // columns of a long table; -1 for none

	block   *block                 // the one that rows go to now
	members map[string]*sheet.Cell // who has had a row in it
}

// A column is one of figures.
type column struct {
	col    int
	year   int         // of a head of years
	marked bool        // "2026e"
	name   *sheet.Cell // of a head of members
}

// column gives the column of figures at an index of a row.
func (h *head) column(_, i int) *column {
	for k := range h.columns {
		if h.columns[k].col == i {
			return &h.columns[k]
		}
	}
	return nil
}

func (h *head) beyondHint() string {
	return "the row has more cells than its head; a decimal comma that divides cells does that, or a heading is missing"
}

// headOf reads a row as a head; nil when it is none.
func (l *layout) headOf(i int, current *head) *head {
	row := l.t.Rows[i]
	if h := l.longHead(row); h != nil || current != nil && current.kind == long {
		return h
	}
	if h := l.yearHead(i); h != nil && (current == nil || current.kind != down || l.renews(h, current, row)) {
		return h
	}
	return l.memberHead(row)
}

// yearHead knows a row of years by there being nothing else to the right of
// the first year but words, and no member to its left.
func (l *layout) yearHead(i int) *head {
	row := l.t.Rows[i]
	h := &head{kind: down, aside: map[int]bool{}, first: -1}
	for c := range row {
		cell := &row[c]
		if cell.Text == "" {
			continue
		}
		year, marked, ok := l.yearIn(cell)
		switch {
		case ok:
			if h.first < 0 {
				h.first = c
			}
			h.columns = append(h.columns, column{col: c, year: year, marked: marked})
			h.last = c
		case l.member(cell.Text) != nil, cell.Number, h.first >= 0 && looksLikeFigure(cell.Text):
			return nil
		case h.first >= 0:
			h.aside[c] = true
		}
	}
	if len(h.columns) == 0 || h.first == 0 {
		return nil
	}
	if len(h.columns) == 1 && !l.namesBelow(i, h.first) {
		return nil
	}
	for k := 1; k < len(h.columns); k++ {
		for j := range k {
			if h.columns[j].year == h.columns[k].year {
				l.errs.Errorf(row[h.columns[k].col].Pos, "the year %d stands at %s already", h.columns[k].year, sheet.Place(row[h.columns[j].col].Pos)).
					Hint("a block has each year once; blocks beside each other are read when each is a sheet of its own")
				h.columns = h.columns[:k]
				return h
			}
		}
	}
	h.name = l.nameColumn(l.below(i, h.first))
	return h
}

// renews says whether what could be years under an earlier head of years is
// another head. A member that is not known may have a figure such as 2016: a
// head says nothing to its left, or the word for its names, or has a heading
// above, or repeats the years.
func (l *layout) renews(h, current *head, row []sheet.Cell) bool {
	if len(h.columns) > len(current.columns) {
		return true
	}
	same := len(h.columns) == len(current.columns)
	for k := range h.columns {
		same = same && h.columns[k].year == current.columns[k].year
	}
	label := l.nameCell(h, row)
	return same || len(l.titles) > 0 || label == nil || isWord(label.Text, memberWords)
}

// below gives the rows under a head, as far as its columns of names reach.
func (l *layout) below(i, first int) [][]sheet.Cell {
	var rows [][]sheet.Cell
	for _, row := range l.t.Rows[i+1:] {
		rows = append(rows, row[:min(first, len(row))])
	}
	return rows
}

// namesBelow says whether a column has figures with words to their left, as a
// single year that stands in a title has not.
func (l *layout) namesBelow(i, first int) bool {
	for _, row := range l.t.Rows[i+1:] {
		if c := cellAt(row, first); c == nil || !looksLikeFigure(c.Text) {
			continue
		}
		for c := range first {
			if row[c].Text != "" && !looksLikeFigure(row[c].Text) {
				return true
			}
		}
	}
	return false
}

// nameColumn finds the column that holds the most members.
func (l *layout) nameColumn(rows [][]sheet.Cell) int {
	counts := map[int]int{}
	best := 0
	for _, row := range rows {
		for c := range row {
			if row[c].Text != "" && !row[c].Number && l.member(row[c].Text) != nil {
				counts[c]++
			}
		}
	}
	for c, n := range counts {
		if n > counts[best] || n == counts[best] && c < best {
			best = c
		}
	}
	return best
}

// nameCell gives the cell of a row that names its member: that of the column
// of names, or where it is empty another to the left of the figures.
func (l *layout) nameCell(h *head, row []sheet.Cell) *sheet.Cell {
	if c := cellAt(row, h.name); c != nil && c.Text != "" {
		return c
	}
	for i := range min(h.first, len(row)) {
		if row[i].Text != "" {
			return &row[i]
		}
	}
	return nil
}

// memberHead knows a row of members by there being at least two, and at
// least half of its words.
func (l *layout) memberHead(row []sheet.Cell) *head {
	h := &head{kind: across, aside: map[int]bool{}, first: -1}
	words := 0
	for c := range row {
		cell := &row[c]
		if cell.Text == "" {
			continue
		}
		if words++; l.member(cell.Text) != nil {
			h.columns = append(h.columns, column{})
		} else if looksLikeFigure(cell.Text) && !isNone(cell.Text) {
			return nil
		}
	}
	if len(h.columns) < 2 || len(h.columns)*2 < words {
		return nil
	}
	h.columns = nil
	for c := 1; c < len(row); c++ { // the first column holds the years
		if row[c].Text != "" {
			h.columns = append(h.columns, column{col: c, name: &row[c]})
		}
	}
	if len(h.columns) == 0 {
		return nil
	}
	h.first, h.last = h.columns[0].col, h.columns[len(h.columns)-1].col
	return h
}

// The words that name the columns of a long table.
var (
	memberWords  = []string{"member", "members", "country", "countries", "ally", "nation", "code", "iso3", "name", "geo", "entity", "reference area", "ref area", "country code", "country name", "location"}
	yearWords    = []string{"year", "time", "period", "time period", "date"}
	valueWords   = []string{"value", "figure", "obs value", "amount", "observation"}
	measureWords = []string{"measure", "indicator", "series", "variable", "subject"}
	statusWords  = []string{"status", "obs status", "flag", "estimate"}
)

func isWord(text string, words []string) bool {
	return slices.Contains(words, strings.Join(strings.FieldsFunc(strings.ToLower(text), func(c rune) bool { return c == '_' || c == ' ' || c == '-' }), " "))
}

// longHead knows the head of a table with a row for each figure by its words.
func (l *layout) longHead(row []sheet.Cell) *head {
	h := &head{kind: long, member: -1, when: -1, value: -1, measure: -1, status: -1}
	take := func(at *int, c int) {
		if *at < 0 {
			*at = c
		}
	}
	var other []int
	for c := range row {
		switch text := row[c].Text; {
		case text == "":
		case isWord(text, memberWords):
			take(&h.member, c)
		case isWord(text, yearWords):
			take(&h.when, c)
		case isWord(text, valueWords):
			take(&h.value, c)
		case isWord(text, measureWords):
			take(&h.measure, c)
		case isWord(text, statusWords):
			take(&h.status, c)
		default:
			other = append(other, c)
		}
	}
	if h.member < 0 || h.when < 0 {
		return nil
	}
	if h.value < 0 && len(other) == 1 { // "country, year, share of GDP"
		h.value = other[0]
	}
	if h.value < 0 {
		return nil
	}
	return h
}
