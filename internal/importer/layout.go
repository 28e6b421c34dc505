package importer

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

// A block is a part of a table in which each member appears once, or once a year.
type block struct {
	table  *sheet.Table
	header *header
	title  string   // the text above it
	pos    diag.Pos // of its first figure
	cells  []entry
	lone   bool // the only block of its table
}

// String describes where the block is.
func (b *block) String() string {
	if b.lone || b.title == "" {
		return b.table.String()
	}
	return fmt.Sprintf("%s, block %q", b.table, b.heading())
}

// mixed reports whether its rows name their measure.
func (b *block) mixed() bool { _, ok := b.header.at["measure"]; return ok }

// heading returns the nearest row of text above the block.
func (b *block) heading() string { return b.title[strings.LastIndex(b.title, titleSep)+len(titleSep):] }

// titleSep separates the rows of text above a block.
const titleSep = "\n"

// An entry is a cell of figures with the cells that describe it.
type entry struct {
	cell     *sheet.Cell
	number   number
	name     *sheet.Cell
	year     int
	estimate bool // marked as an estimate by its year or its cell
	row      []sheet.Cell
}

// A layout is the search for blocks in one table.
type layout struct {
	*reader
	t            *sheet.Table
	blocks       []*block
	titles       []string                   // rows of text since the last row of figures
	columnValues map[string]map[string]bool // the values in the columns of -where
}

// layout returns the blocks of a table. If there are none, it adds an error with the reason.
func (r *reader) layout(t *sheet.Table, q *Request) []*block {
	l := &layout{reader: r, t: t, columnValues: map[string]map[string]bool{}}
	if q.Year != 0 {
		if h := l.singleHeader(q); h != nil {
			l.scan(h, func(int, *header) *header { return nil })
		}
	} else {
		l.scan(nil, l.headerOf)
	}
	blocks := slices.DeleteFunc(l.blocks, func(b *block) bool { return len(b.cells) == 0 })
	for _, b := range blocks {
		b.lone, b.pos = len(blocks) == 1, b.cells[0].cell.Pos
	}
	if len(blocks) == 0 && !r.errs.Failed() {
		l.reportNothing()
	}
	return blocks
}

// scan scans the table from top to bottom and changes the current layout at each row that is a header.
func (l *layout) scan(h *header, headerOf func(int, *header) *header) {
	filled := func(c sheet.Cell) bool { return c.Text != "" || c.Broken != "" }
	for i, row := range l.t.Rows {
		if !slices.ContainsFunc(row, filled) {
			continue
		}
		if next := headerOf(i, h); next != nil {
			h = next
			h.titles, l.titles = slices.Clone(l.titles), nil
		} else if h == nil {
			l.text(row)
		} else {
			l.row(h, row)
		}
	}
}

// text records a row without figures: a title, a heading, a footnote.
func (l *layout) text(row []sheet.Cell) {
	words := lists.With(nil, labels(row)...)
	words = slices.DeleteFunc(words, func(s string) bool { return s == "" })
	if len(words) > 0 {
		l.titles = append(l.titles, strings.Join(words, " "))
	}
}

// row reads a row under a header. A member, or a year, that appears again under a heading begins another block.
func (l *layout) row(h *header, row []sheet.Cell) {
	figure, number := false, false
	for _, v := range h.values {
		if c := cellAt(row, v.column); c != nil {
			figure = figure || c.Broken != "" || l.looksLikeFigure(c.Text)
			number = number || c.Broken != "" || l.looksLikeFigure(c.Text) && !l.isNone(c.Text)
		}
	}
	name, when := l.nameCell(h, row), h.cell(row, "year")
	year, estimate, isYear := yearIn(when)
	id := ""
	switch {
	case !figure && (name == nil || l.member(name.Text) == nil):
		l.text(row) // a heading, or a footnote that extends to the right
		return
	case !l.wanted(h, row):
		return
	case h.layout != across && name == nil:
		l.errs.Errorf(h.firstFigure(row).Pos, "a figure in a row without a name").
			Hint("each row of figures names its member")
		return
	case when != nil && !isYear && !number:
		l.text(row)
		return
	case when != nil && !isYear:
		l.errs.Errorf(when.Pos, "%q is not a year", when.Text).Hint("write it as 2016, or 2016e for an estimate")
		return
	case h.layout == across:
		id = fmt.Sprint(year)
	case h.layout != long:
		id = l.identity(name.Text)
	}
	if h.block == nil || h.rows[id] && len(l.titles) > 0 {
		l.begin(h)
	}
	l.titles, h.rows[id] = nil, id != ""
	for _, v := range h.values {
		if c := cellAt(row, v.column); c != nil {
			h.block.cells = append(h.block.cells, entry{cell: c, number: l.parse(c.Text, l.t.Flags),
				name: cmp.Or(v.name, name), year: cmp.Or(v.year, year),
				estimate: v.estimate || estimate, row: row})
		}
	}
	l.beyond(h, row)
}

// firstFigure returns the first cell under a column of figures that is not empty.
func (h *header) firstFigure(row []sheet.Cell) *sheet.Cell {
	for _, v := range h.values {
		if c := cellAt(row, v.column); c != nil && (c.Text != "" || c.Broken != "") {
			return c
		}
	}
	return &row[0]
}

// begin starts a block under the titles found so far.
func (l *layout) begin(h *header) {
	title := slices.Concat(h.titles, l.titles)
	if h.block != nil { // the header already had a block: its own titles do not count again
		title = l.titles
	}
	h.block, h.rows = &block{table: l.t, header: h, title: strings.Join(title, titleSep)}, map[string]bool{}
	l.blocks = append(l.blocks, h.block)
}

// beyond reports figures to the right of the last year.
func (l *layout) beyond(h *header, row []sheet.Cell) {
	if h.layout != down {
		return
	}
	for i := h.last() + 1; i < len(row); i++ {
		c := &row[i]
		if (l.looksLikeFigure(c.Text) || c.Broken != "") && (i >= len(h.labels) || h.labels[i] == "") {
			l.errs.Errorf(c.Pos, "%q is not under a year", cmp.Or(c.Text, c.Broken)).
				Hint("the row has more cells than its header: a decimal comma has split a cell, " +
					"or a heading is missing")
		}
	}
}

// wanted reports whether a row is one of those selected by -where.
func (l *layout) wanted(h *header, row []sheet.Cell) bool {
	wanted := true
	for _, key := range slices.Sorted(maps.Keys(l.o.Where)) {
		at := slices.IndexFunc(h.labels, func(s string) bool { return strings.EqualFold(s, key) })
		if at < 0 {
			continue
		}
		l.used[fmt.Sprintf("-where %q", key+"="+l.o.Where[key])] = true
		text := cmp.Or(cellAt(row, at), &sheet.Cell{}).Text
		if l.columnValues[key] == nil {
			l.columnValues[key] = map[string]bool{}
		}
		l.columnValues[key][text] = true
		wanted = wanted && strings.EqualFold(text, l.o.Where[key])
	}
	return wanted
}

// reportNothing reports why a table has no block.
func (l *layout) reportNothing() {
	pos := diag.Pos{File: l.t.File}
	if len(l.t.Rows) > 0 && len(l.t.Rows[0]) > 0 {
		pos = l.t.Rows[0][0].Pos
	}
	for _, key := range slices.Sorted(maps.Keys(l.o.Where)) {
		if values := l.columnValues[key]; len(values) > 0 && !values[l.o.Where[key]] {
			l.errs.Errorf(pos, "no row of figures has %q in the column %s", l.o.Where[key], key).
				Hint("the column has %s", listed(values))
			return
		}
	}
	if l.reportColumns() {
		return
	}
	l.errs.Errorf(pos, "no table of figures in %s", l.t).
		Hint("a table has a row of years above rows of members, a row of members above rows of years, or columns " +
			"for member, year and value (-column member=HEADING names one); for a table of one year add -year 2016")
}

// nameCell returns the cell of a row that names its member: the cell in the column of names, or, if that is empty in
// a table with years across, another to the left of the figures.
func (l *layout) nameCell(h *header, row []sheet.Cell) *sheet.Cell {
	if h.layout == across {
		return nil
	}
	if c := h.cell(row, "member"); c != nil && c.Text != "" {
		return c
	}
	if h.layout != long {
		for i := range min(h.first(), len(row)) {
			if row[i].Text != "" {
				return &row[i]
			}
		}
	}
	return nil
}

// listed lists some of the values of a column.
func listed(values map[string]bool) string {
	var list []string
	for v := range values {
		list = append(list, cmp.Or(v, "nothing"))
	}
	slices.Sort(list)
	if len(list) > 8 {
		return strings.Join(list[:8], ", ") + fmt.Sprintf(" and %d others", len(list)-8)
	}
	return strings.Join(list, ", ")
}

func cellAt(row []sheet.Cell, i int) *sheet.Cell {
	if 0 <= i && i < len(row) {
		return &row[i]
	}
	return nil
}
