package importer

import (
	"fmt"

	"burdenshare/internal/sheet"
)

// A form is how numbers of a column are written.
type form struct {
	decimal byte // '.' or ','; 0 when nothing tells
	by      *sheet.Cell
	against *sheet.Cell // one that is written the other way
}

// forms finds how the numbers of each column are written. A column that does
// not tell is written like the rest of its block, and a block that does not
// tell like the blocks around it; two ways within a column are an error.
func (r *reader) forms(items []item, around []*block) (byColumn map[int]form, all form) {
	byColumn = map[int]form{}
	switch r.o.Decimal {
	case "point":
		all.decimal = '.'
	case "comma":
		all.decimal = ','
	}
	fixed := all.decimal != 0
	for i := range items {
		it := &items[i]
		if it.cell.Number {
			continue
		}
		fm := byColumn[it.column]
		if fixed {
			byColumn[it.column] = all
			continue
		}
		tells := it.tells()
		switch {
		case tells == 0:
		case fm.decimal == 0:
			fm = form{decimal: tells, by: it.cell}
		case fm.decimal != tells && fm.against == nil:
			fm.against = it.cell
			r.errs.Errorf(it.cell.Pos, "%q has another decimal mark than %q at %s", it.cell.Text, fm.by.Text, sheet.Place(fm.by.Pos)).
				Hint("write the column in one way, or say -decimal point or -decimal comma")
		}
		byColumn[it.column] = fm
	}
	if fixed {
		return byColumn, all
	}
	for _, it := range items {
		fm := byColumn[it.column]
		switch {
		case fm.decimal == 0 || it.cell.Number:
		case all.decimal == 0:
			all = fm
		case all.decimal != fm.decimal && all.against == nil:
			all.against = fm.by
		}
	}
	if all.decimal == 0 {
		all = formAround(around)
	}
	if all.against != nil { // columns differ, so none speaks for another
		return byColumn, form{against: all.against}
	}
	for col, fm := range byColumn {
		if fm.decimal == 0 {
			byColumn[col] = all
		}
	}
	return byColumn, all
}

// formAround finds how the numbers of several blocks are written, if they
// agree.
func formAround(blocks []*block) form {
	var fm form
	for _, b := range blocks {
		for _, e := range b.cells {
			p, problem, _ := takeApart(e.cell.Text)
			if problem != "" || p.none || e.cell.Number {
				continue
			}
			switch tells := p.tells(); {
			case tells == 0 || tells == fm.decimal:
			case fm.decimal == 0:
				fm = form{decimal: tells, by: e.cell}
			default:
				return form{}
			}
		}
	}
	return fm
}

func undivided(digits string) bool {
	for i := range digits {
		if digits[i] == '.' || digits[i] == ',' {
			return false
		}
	}
	return true
}

func spelt(it *item, decimal byte) string {
	s, _ := it.plain(decimal)
	return s
}

// numbers says how the figures of a block are written.
func numbers(b *block, items []item, all form) string {
	written := 0
	for _, it := range items {
		if !it.cell.Number {
			written++
		}
	}
	s := ""
	switch {
	case written == 0:
		s = "numbers of the workbook, as shown"
	case all.against != nil:
		s = "some columns with a decimal comma, some with a point"
	case all.decimal == ',':
		s = "decimal comma"
	case all.decimal == '.':
		s = "decimal point"
	default:
		s = "whole numbers without a comma or point"
	}
	if all.by != nil {
		s += fmt.Sprintf(" (told by %q at %s)", all.by.Text, sheet.Within(all.by.Pos))
	}
	if b.table.Form != "" {
		s += "; cells " + b.table.Form
	}
	return s
}

// unclear reports figures such as 1,234 that nothing around explains: once
// for a block, as one answer goes for all.
func (r *reader) unclear(items []item, forms map[int]form, n int) {
	for i := range items {
		it := &items[i]
		if it.cell.Number || forms[it.column].decimal != 0 || it.tells() != 0 || undivided(it.digits) {
			continue
		}
		more := ""
		if n > 1 {
			more = ", and so may " + count(n-1, "other figure")
		}
		point, comma := spelt(it, '.'), spelt(it, ',')
		r.errs.Errorf(it.cell.Pos, "%q may be %s or %s%s", it.cell.Text, point, comma, more).
			Hint("nothing around tells: say -decimal point for %s, -decimal comma for %s", point, comma)
		return
	}
}
