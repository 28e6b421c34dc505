package importer

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

// The layouts, as they are named in messages.
const (
	down   = "members down, years across"
	across = "years down, members across"
	long   = "a row for each figure"
)

// A header describes where a row has the parts of its figures: the member and the year of each are in a cell of the
// row or at the head of its column. One header thus describes tables of every layout.
type header struct {
	layout string
	at     map[string]int // a role → the index of the row's cell with it
	values []values       // the columns of figures, from the left
	labels []string       // what the header says of each column

	titles []string        // the text above the table
	block  *block          // the block that rows now belong to
	rows   map[string]bool // the members or years that have had a row in it
}

// values is a column of figures.
type values struct {
	column   int
	year     int         // 0 when the row has it
	estimate bool        // "2026e"
	name     *sheet.Cell // nil when the row has it
}

func (h *header) first() int { return h.values[0].column }
func (h *header) last() int  { return h.values[len(h.values)-1].column }

// cell returns the row's cell with a role, or nil.
func (h *header) cell(row []sheet.Cell, role string) *sheet.Cell {
	if c, ok := h.at[role]; ok {
		return cellAt(row, c)
	}
	return nil
}

// column returns the first column with a label or letter, or -1.
func (h *header) column(name string) int {
	letters := make([]string, len(h.labels))
	for i := range letters {
		letters[i] = sheet.Letters(i + 1)
	}
	if fit := matching(name, h.labels, letters); len(fit) > 0 {
		return fit[0]
	}
	return -1
}

func labels(row []sheet.Cell) []string {
	return lists.Each(row, func(c sheet.Cell) string { return c.Text })
}

// headerOf parses a row as a header. It returns nil if the row is not one.
func (l *layout) headerOf(i int, current *header) *header {
	row := l.t.Rows[i]
	if h := l.longHeader(row); h != nil || current != nil && current.layout == long {
		return h
	}
	if h := l.yearHeader(i); h != nil && (current == nil || current.layout != down || l.isNewHeader(h, current, row)) {
		return h
	}
	return l.memberHeader(i)
}

// words lists the names of the columns in a table with a row for each figure. If several match, the first in the
// table counts.
var words = []struct {
	role string
	list []string
}{
	{"member", []string{"member", "members", "country", "countries", "ally", "donor", "nation", "code", "iso2", "iso3",
		"name", "geo", "entity", "reference area", "ref area", "country code", "country name", "location",
		"pays", "land"}},
	{"year", []string{"year", "time", "period", "time period", "date", "année", "annee", "jahr"}},
	{"value", []string{"value", "figure", "obs value", "observation value", "amount", "observation", "valeur", "wert"}},
	{"measure", []string{"measure", "indicator", "series", "variable", "subject"}},
	{"status", []string{"status", "obs status", "observation status", "flag", "obs flag", "estimate"}},
	{"multiplier", []string{"unit mult", "unit multiplier"}},
}

func isWord(text string, list []string) bool {
	return slices.Contains(list, strings.Join(strings.FieldsFunc(strings.ToLower(text),
		func(c rune) bool { return c == '_' || c == ' ' || c == '-' }), " "))
}

// longHeader recognizes the header of a table with a row for each figure by its words, or by those of -column.
func (l *layout) longHeader(row []sheet.Cell) *header {
	h := &header{layout: long, at: map[string]int{}, labels: labels(row)}
	var other []int
	for c := range row {
		known := row[c].Text == ""
		for _, w := range words {
			fits := isWord(row[c].Text, w.list)
			if _, taken := h.at[w.role]; fits && !taken {
				h.at[w.role] = c
			}
			known = known || fits
		}
		if !known {
			other = append(other, c)
		}
	}
	for role := range l.o.Columns {
		if c := l.roleColumn(h, role); c >= 0 {
			h.at[role] = c
			other = slices.DeleteFunc(other, func(o int) bool { return o == c })
		}
	}
	_, member := h.at["member"]
	_, year := h.at["year"]
	value, ok := h.at["value"]
	if !ok && len(other) == 1 { // "country, year, share of GNI"
		value, ok = other[0], true
	}
	if !member || !year || !ok {
		return nil
	}
	h.values = []values{{column: value}}
	return h
}

// yearHeader recognizes a row of years: to the right of the first year there are only years and words, and to its
// left no member.
func (l *layout) yearHeader(i int) *header {
	row := l.t.Rows[i]
	h := &header{layout: down, labels: labels(row)}
	for c := range row {
		year, estimate, ok := yearIn(&row[c])
		switch {
		case row[c].Text == "":
		case ok:
			h.values = append(h.values, values{column: c, year: year, estimate: estimate})
		case l.named(row[c].Text) != nil, row[c].Number, len(h.values) > 0 && l.looksLikeFigure(row[c].Text):
			return nil
		}
	}
	if len(h.values) == 0 || h.first() == 0 || len(h.values) == 1 && !l.namesBelow(i, h.first()) {
		return nil
	}
	for k, v := range h.values {
		at := slices.IndexFunc(h.values, func(w values) bool { return w.year == v.year })
		if at < k {
			first := sheet.Place(row[h.values[at].column].Pos)
			l.errs.Errorf(row[v.column].Pos, "the year %d is already at %s", v.year, first).
				Hint("a block has each year once; put blocks that are side by side into separate sheets")
			h.values = h.values[:k]
			break
		}
	}
	name := l.nameColumn(l.below(i, h.first()))
	if c := l.roleColumn(h, "member"); c >= 0 {
		name = c
	}
	h.at = map[string]int{"member": name}
	return h
}

// roleColumn returns the column that -column names for a role, or -1.
func (l *layout) roleColumn(h *header, role string) int {
	name := l.o.Columns[role]
	c := h.column(name)
	if c >= 0 {
		l.used[fmt.Sprintf("-column %q", role+"="+name)] = true
	}
	return c
}

// isNewHeader reports whether a row that could be years, below an earlier header of years, is another header. An
// unknown member may have a figure such as 2016. A header has nothing to its left, or the word for its names, or a
// heading above, or repeats the years.
func (l *layout) isNewHeader(h, current *header, row []sheet.Cell) bool {
	if len(h.values) > len(current.values) || len(l.titles) > 0 {
		return true
	}
	same := slices.EqualFunc(h.values, current.values, func(a, b values) bool { return a.year == b.year })
	label := l.nameCell(h, row)
	return same || label == nil || isWord(label.Text, words[0].list)
}

// below returns the rows under a header, as far as its columns of names go.
func (l *layout) below(i, first int) [][]sheet.Cell {
	return lists.Each(l.t.Rows[i+1:], func(row []sheet.Cell) []sheet.Cell { return row[:min(first, len(row))] })
}

// namesBelow reports whether a column has figures with words to their left, unlike a single year in a title.
func (l *layout) namesBelow(i, first int) bool {
	return slices.ContainsFunc(l.t.Rows[i+1:], func(row []sheet.Cell) bool {
		c := cellAt(row, first)
		return c != nil && l.looksLikeFigure(c.Text) && slices.ContainsFunc(row[:first], func(c sheet.Cell) bool {
			return c.Text != "" && !l.looksLikeFigure(c.Text)
		})
	})
}

// nameColumn returns the column with the most members.
func (l *layout) nameColumn(rows [][]sheet.Cell) int {
	return fullest(rows, func(c *sheet.Cell) bool { return !c.Number && l.member(c.Text) != nil })
}

// fullest returns the first column with the most cells of a kind.
func fullest(rows [][]sheet.Cell, is func(*sheet.Cell) bool) int {
	var counts []int
	for _, row := range rows {
		for len(counts) < len(row) {
			counts = append(counts, 0)
		}
		for c := range row {
			if row[c].Text != "" && is(&row[c]) {
				counts[c]++
			}
		}
	}
	if len(counts) == 0 {
		return 0
	}
	return slices.Index(counts, slices.Max(counts))
}

// memberHeader recognizes a row of members: it has at least two, and at least half of its words are members.
func (l *layout) memberHeader(i int) *header {
	row := l.t.Rows[i]
	h := &header{layout: across, labels: labels(row)}
	words, members := 0, 0
	for c := range row {
		switch {
		case row[c].Text == "":
			continue
		case l.member(row[c].Text) != nil:
			members++
		case l.looksLikeFigure(row[c].Text) && !l.isNone(row[c].Text):
			return nil
		}
		words++
		if c > 0 { // the first column has the years
			h.values = append(h.values, values{column: c, name: &row[c]})
		}
	}
	if members < 2 || members*2 < words || len(h.values) == 0 {
		return nil
	}
	years := fullest(l.below(i, h.first()), func(c *sheet.Cell) bool { _, _, ok := yearIn(c); return ok })
	h.at = map[string]int{"year": years}
	return h
}

// singleHeader returns a header for a table of one year, with a column of names and one of figures, or nil if it is
// ambiguous.
func (l *layout) singleHeader(q *Request) *header {
	h := &header{layout: "members down, one year", at: map[string]int{"member": l.nameColumn(l.t.Rows)}}
	figures := map[int]bool{}
	for _, row := range l.t.Rows {
		name := h.cell(row, "member")
		member := name != nil && l.member(name.Text) != nil
		for c := range row {
			for len(h.labels) <= c {
				h.labels = append(h.labels, "")
			}
			switch {
			case c == h.at["member"]:
			case member && l.looksLikeFigure(row[c].Text) && !l.isNone(row[c].Text):
				figures[c] = true
			case !member && !figures[c]:
				h.labels[c] = strings.TrimSpace(h.labels[c] + " " + row[c].Text)
			}
		}
	}
	var columns []int
	var names, letters []string
	for c := range h.labels {
		if figures[c] {
			letter := sheet.Letters(c + 1)
			columns, names, letters = append(columns, c), append(names, letter+" "+h.labels[c]), append(letters, letter)
		}
	}
	if len(columns) == 0 {
		return nil
	}
	i := l.choose(l.t.Rows[0][0].Pos, "column", q.Column, names, letters)
	if i < 0 {
		return nil
	}
	h.values = []values{{column: columns[i], year: q.Year}}
	return h
}
