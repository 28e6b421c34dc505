package importer

import (
	"fmt"

	"burdenshare/internal/sheet"
)

// A format is how the numbers of a block are written.
type format struct {
	decimal byte        // '.' or ','; 0 when nothing tells
	by      *sheet.Cell // the cell that tells
}

// formatOf returns how the numbers of a block are written. What one of them
// tells goes for all; where none does, what those of the blocks around tell.
// It is not ok when they contradict each other.
func (r *reader) formatOf(items []*item, around []*block) (f format, ok bool) {
	if f.decimal = map[string]byte{"point": '.', "comma": ','}[r.o.Decimal]; f.decimal != 0 {
		return f, true
	}
	for _, it := range items {
		if !f.take(&it.entry) {
			r.errs.Errorf(it.cell.Pos, "%q has another decimal mark than %q at %s", it.cell.Text, f.by.Text, sheet.Place(f.by.Pos)).Hint("write the table in one way, or say -decimal point or -decimal comma")
			return f, false
		}
	}
	if f.decimal != 0 {
		return f, true
	}
	for _, b := range around {
		for i := range b.cells {
			if !f.take(&b.cells[i]) {
				return format{}, true
			}
		}
	}
	return f, true
}

// take adds what a figure tells; it reports false when that is the opposite of
// what another has told.
func (f *format) take(e *entry) bool {
	tells := e.number.mark()
	if e.cell.Number || e.number.problem != "" || tells == 0 {
		return true
	}
	if f.decimal == 0 {
		f.decimal, f.by = tells, e.cell
	}
	return f.decimal == tells
}

// describe returns how the figures of a block are written, for people.
func (f format) describe(b *block, items []*item) string {
	s := map[byte]string{',': "decimal comma", '.': "decimal point", 0: "whole numbers without a comma or point"}[f.decimal]
	if f.by != nil {
		s += fmt.Sprintf(" (told by %q at %s)", f.by.Text, sheet.Within(f.by.Pos))
	}
	written := false
	for _, it := range items {
		written = written || !it.cell.Number
	}
	if !written {
		s = "numbers of the workbook, as shown"
	}
	if b.table.Form != "" {
		s += "; cells " + b.table.Form
	}
	return s
}

// reportUnclear reports figures such as 1,234 that nothing around explains:
// once for a block, as one answer goes for all.
func (r *reader) reportUnclear(items []*item, f format) {
	var first *item
	others := -1
	for _, it := range items {
		if !it.cell.Number && f.decimal == 0 && it.number.unclear() {
			if others++; first == nil {
				first = it
			}
		}
	}
	if first == nil {
		return
	}
	more := ""
	if others > 0 {
		more = ", and so may " + count(others, "other figure")
	}
	point, _ := first.number.plain('.')
	comma, _ := first.number.plain(',')
	r.errs.Errorf(first.cell.Pos, "%q may be %s or %s%s", first.cell.Text, point, comma, more).Hint("nothing around tells: say -decimal point for %s, -decimal comma for %s", point, comma)
}
