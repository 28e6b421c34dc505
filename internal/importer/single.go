package importer

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/sheet"
)

// single reads a table of one year, which has a column of names and one of
// figures.
func (l *layout) single(q *Request) {
	h := &head{kind: down, first: 1}
	counts := map[int]int{} // figures by column, in rows of members
	heads := map[int]string{}
	nameCol := l.nameColumn(l.t.Rows)
	for _, row := range l.t.Rows {
		member := nameCol < len(row) && l.member(row[nameCol].Text) != nil
		for i := range row {
			switch {
			case i == nameCol || row[i].Text == "":
			case member && looksLikeFigure(row[i].Text) && !isNone(row[i].Text):
				counts[i]++
			case !member && counts[i] == 0:
				heads[i] = strings.TrimSpace(heads[i] + " " + row[i].Text)
			}
		}
	}
	var columns []int
	for c := range counts {
		columns = append(columns, c)
	}
	slices.Sort(columns)
	if len(columns) == 0 {
		return
	}
	var names []string
	chosen := -1
	for _, c := range columns {
		names = append(names, strings.TrimSpace(sheet.Letters(c+1)+" "+heads[c]))
		if q.Column != "" && (strings.EqualFold(q.Column, sheet.Letters(c+1)) || ordinal(q.Column) == c+1 || strings.Contains(strings.ToLower(heads[c]), strings.ToLower(q.Column))) && chosen < 0 {
			chosen = c
		}
	}
	if q.Column == "" && len(columns) == 1 {
		chosen = columns[0]
	}
	if chosen < 0 {
		msg := fmt.Sprintf("%d columns of figures, and it is not said which is meant", len(columns))
		if q.Column != "" {
			msg = fmt.Sprintf("no column %q of figures", q.Column)
		}
		l.errs.Errorf(l.t.Rows[0][0].Pos, "%s", msg).
			Hint("say -column (column= in -table) with its letter or a part of its heading; the columns are %s", strings.Join(names, ", "))
		return
	}
	h.name, h.first, h.last = nameCol, chosen, max(chosen, len(columns)+chosen)
	h.columns = []column{{col: chosen, year: q.Year}}
	h.aside = map[int]bool{}
	for _, c := range columns {
		h.aside[c] = true
	}
	for _, row := range l.t.Rows {
		if !blank(row) {
			l.downRow(h, row)
		}
	}
	for _, b := range l.blocks {
		b.layout = fmt.Sprintf("members down, the figures of %d", q.Year)
	}
}
