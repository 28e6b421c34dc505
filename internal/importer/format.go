package importer

import (
	"fmt"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

// A format describes how the numbers of a block are written.
type format struct {
	decimal byte        // '.' or ','; 0 if unknown
	by      *sheet.Cell // the cell that shows it
}

// formatOf returns how the numbers of a block are written. What one of them shows applies to all; if none does, what
// those of the blocks around show. It reports false if they contradict each other.
func (r *reader) formatOf(items []*item, around []*block) (f format, ok bool) {
	if f.decimal = map[string]byte{"point": '.', "comma": ','}[r.o.Decimal]; f.decimal != 0 {
		return f, true
	}
	for _, it := range items {
		if !f.take(&it.entry) {
			r.errs.Errorf(it.cell.Pos, "%q has another decimal mark than %q at %s",
				it.cell.Text, f.by.Text, sheet.Place(f.by.Pos)).
				Hint("write all numbers in one way, or add -decimal point or -decimal comma")
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

// take takes into account what a figure shows. It reports false if that contradicts another figure.
func (f *format) take(e *entry) bool {
	mark := e.number.mark()
	if e.cell.Number || e.number.problem != "" || mark == 0 {
		return true
	}
	if f.decimal == 0 {
		f.decimal, f.by = mark, e.cell
	}
	return f.decimal == mark
}

// describe describes how the figures of a block are written, for messages.
func (f format) describe(b *block, items []*item) string {
	s := map[byte]string{',': "decimal comma", '.': "decimal point",
		0: "whole numbers without a comma or point"}[f.decimal]
	if f.by != nil {
		s += fmt.Sprintf(" (seen in %q at %s)", f.by.Text, sheet.Within(f.by.Pos))
	}
	if !slices.ContainsFunc(items, func(it *item) bool { return !it.cell.Number }) {
		s = "numbers of the workbook, as shown"
	}
	if b.table.Form != "" {
		s += "; cells " + b.table.Form
	}
	return s
}

// reportUnclear reports figures such as 1,234 that nothing around explains, once for a block, because one answer
// applies to all.
func (r *reader) reportUnclear(items []*item, f format) {
	unclear := lists.Filter(items, func(it *item) bool { return !it.cell.Number && it.number.unclear() })
	if f.decimal != 0 || len(unclear) == 0 {
		return
	}
	first, more := unclear[0], ""
	if others := len(unclear) - 1; others > 0 {
		more = ", and so may " + dataset.Counted(others, "other figure")
	}
	point, _ := first.number.plain('.')
	comma, _ := first.number.plain(',')
	r.errs.Errorf(first.cell.Pos, "%q may be %s or %s%s", first.cell.Text, point, comma, more).
		Hint("no other figure decides it: add -decimal point for %s, -decimal comma for %s", point, comma)
}
