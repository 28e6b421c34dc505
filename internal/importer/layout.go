package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/sheet"
)

// A block is a part of a table in which each member stands once, or once a
// year.
type block struct {
	table  *sheet.Table
	title  string // what stands above it
	layout string
	pos    diag.Pos // of its first figure
	mixed  bool     // its rows name their measure
	cells  []entry
	lone   bool // the only block of its table
}

// String says where the block is to be found.
func (b *block) String() string {
	if b.lone || b.title == "" {
		return b.table.String()
	}
	return fmt.Sprintf("%s, block %q", b.table, b.heading())
}

// heading is the row of text that stands nearest above.
func (b *block) heading() string {
	rows := strings.Split(b.title, titleSep)
	return rows[len(rows)-1]
}

// titleSep divides the rows of text above a block.
const titleSep = " / "

// An entry is a cell of figures with the cells that say what it is.
type entry struct {
	name    *sheet.Cell
	year    int
	marked  bool // its year or status says that it is an estimate
	measure string
	cell    *sheet.Cell
	column  int // the cells that one hand has written alike
}

// layout finds the blocks of a table. Without any, it says why.
func (r *reader) layout(t *sheet.Table, q *Request) []*block {
	l := &layout{reader: r, t: t}
	if q.Year != 0 {
		l.single(q)
	} else {
		l.scan()
	}
	blocks := slices.DeleteFunc(l.blocks, func(b *block) bool { return len(b.cells) == 0 })
	for _, b := range blocks {
		b.lone = len(blocks) == 1
		b.pos = b.cells[0].cell.Pos
	}
	if len(blocks) == 0 && !r.errs.Failed() {
		pos := diag.Pos{File: t.File}
		if len(t.Rows) > 0 && len(t.Rows[0]) > 0 {
			pos = t.Rows[0][0].Pos
		}
		r.errs.Errorf(pos, "no table of figures in %s", t).
			Hint("a table has a row of years above rows of members, a row of members above rows of years, or columns named member, year and value; for a table of one year say -year 2016")
	}
	return blocks
}

// A layout is the search for blocks in one table.
type layout struct {
	*reader
	t      *sheet.Table
	blocks []*block
	titles []string // rows of text since the last row of figures
}

// scan goes down the table and changes its idea of the layout at each row
// that is a head.
func (l *layout) scan() {
	var h *head
	for i := range l.t.Rows {
		row := l.t.Rows[i]
		if blank(row) {
			continue
		}
		if next := l.headOf(i, h); next != nil {
			h = next
			h.titles, l.titles = slices.Clone(l.titles), nil
			continue
		}
		switch {
		case h == nil:
			l.text(row)
		case h.kind == long:
			l.longRow(h, row)
		case h.kind == across:
			l.acrossRow(h, row)
		default:
			l.downRow(h, row)
		}
	}
	for _, b := range l.blocks {
		for i := range b.cells {
			if b.cells[i].column == 0 {
				b.cells[i].column = b.cells[i].cell.Pos.Col
			}
		}
	}
}

// text keeps a row that holds no figures: a title, a heading, a footnote.
func (l *layout) text(row []sheet.Cell) {
	var words []string
	for _, c := range row {
		if c.Text != "" && !slices.Contains(words, c.Text) {
			words = append(words, c.Text)
		}
	}
	if len(words) > 0 {
		l.titles = append(l.titles, strings.Join(words, " "))
	}
}

// begin starts a block under the titles met so far.
func (l *layout) begin(h *head, layout string) *block {
	title := slices.Concat(h.titles, l.titles)
	if h.block != nil { // the same head has had a block: its own titles do not count again
		title = l.titles
	}
	l.titles = nil
	b := &block{table: l.t, title: strings.Join(title, titleSep), layout: layout}
	h.block, h.members = b, map[string]*sheet.Cell{}
	l.blocks = append(l.blocks, b)
	return b
}

// downRow reads a row of a table with members down and years across.
func (l *layout) downRow(h *head, row []sheet.Cell) {
	name := l.nameCell(h, row)
	held, figures := false, false
	for _, c := range h.columns {
		if cell := cellAt(row, c.col); cell != nil && (cell.Text != "" || cell.Broken != "") {
			held = true
			figures = figures || cell.Broken != "" || looksLikeFigure(cell.Text)
		}
	}
	known := name != nil && l.member(name.Text) != nil
	switch {
	case !held && !known, held && !figures && !known: // a heading, or a footnote that runs on to the right
		l.text(row)
		return
	case name == nil:
		for _, c := range h.columns {
			if cell := cellAt(row, c.col); cell != nil && figures && looksLikeFigure(cell.Text) {
				l.errs.Errorf(cell.Pos, "a figure in a row without a name").
					Hint("each row of figures begins with a member's name")
				return
			}
		}
		return
	}
	id := l.identity(name.Text)
	if h.block == nil || h.members[id] != nil && len(l.titles) > 0 {
		l.begin(h, "members down, years across")
	} else if first := h.members[id]; first != nil {
		l.errs.Errorf(name.Pos, "%q stands at %s already", name.Text, sheet.Place(first.Pos)).
			Hint("a block has each member once; a heading above the row would begin another")
		return
	}
	l.titles = nil
	h.members[id] = name
	for i := range row {
		cell := &row[i]
		c := h.column(cell.Pos.Col, i)
		switch {
		case c != nil:
			h.block.cells = append(h.block.cells, entry{name: name, year: c.year, marked: c.marked, cell: cell, column: i + 1})
		case i > h.last && (cell.Text != "" && looksLikeFigure(cell.Text) || cell.Broken != "") && !h.aside[i]:
			l.errs.Errorf(cell.Pos, "%q stands under no year", cmp.Or(cell.Text, cell.Broken)).
				Hint("%s", h.beyondHint())
		}
	}
}

// acrossRow reads a row of a table with years down and members across.
func (l *layout) acrossRow(h *head, row []sheet.Cell) {
	year, marked, ok := 0, false, false
	for i := range min(h.first, len(row)) {
		if year, marked, ok = l.yearIn(&row[i]); ok {
			break
		}
	}
	if !ok {
		for _, c := range h.columns {
			if cell := cellAt(row, c.col); cell != nil && looksLikeFigure(cell.Text) && !isNone(cell.Text) {
				l.errs.Errorf(row[0].Pos, "%q is not a year", row[0].Text).
					Hint("the row's first cell is a year, as 2016 or 2016e")
				return
			}
		}
		l.text(row)
		return
	}
	id := fmt.Sprint(year)
	if h.block == nil || h.members[id] != nil && len(l.titles) > 0 {
		l.begin(h, "years down, members across")
	} else if first := h.members[id]; first != nil {
		l.errs.Errorf(row[0].Pos, "%d stands at %s already", year, sheet.Place(first.Pos)).
			Hint("a block has each year once")
		return
	}
	l.titles = nil
	h.members[id] = &row[0]
	for _, c := range h.columns {
		if cell := cellAt(row, c.col); cell != nil {
			h.block.cells = append(h.block.cells, entry{name: c.name, year: year, marked: marked, cell: cell, column: c.col + 1})
		}
	}
}

func cellAt(row []sheet.Cell, i int) *sheet.Cell {
	if 0 <= i && i < len(row) {
		return &row[i]
	}
	return nil
}

func blank(row []sheet.Cell) bool {
	for i := range row {
		if row[i].Text != "" || row[i].Broken != "" {
			return false
		}
	}
	return true
}
