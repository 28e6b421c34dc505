package importer

import (
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
	"burdenshare/internal/sheet"
)

// longRow reads a row of a table that has one for each figure.
func (l *layout) longRow(h *head, row []sheet.Cell) {
	cell, name, when := cellAt(row, h.value), cellAt(row, h.member), cellAt(row, h.when)
	if name == nil || when == nil || cell == nil || name.Text == "" && when.Text == "" && cell.Text == "" {
		if len(row) > 0 && (when == nil || when.Text == "") { // a footnote has a cell or two
			l.text(row)
			return
		}
		l.errs.Errorf(row[0].Pos, "a row that is too short").Hint("each row has a member, a year and a value")
		return
	}
	if when.Text == "" && cell.Text == "" {
		l.text(row)
		return
	}
	if name.Text == "" {
		l.errs.Errorf(name.Pos, "a figure in a row without a name").Hint("each row of figures names its member")
		return
	}
	if h.block == nil {
		l.begin(h, "a row for each figure")
		h.block.mixed = h.measure >= 0
	}
	e := entry{name: name, cell: cell, column: h.value + 1}
	var ok bool
	if e.year, e.marked, ok = l.yearIn(when); !ok {
		l.errs.Errorf(when.Pos, "%q is not a year", when.Text).Hint("write it as 2016, or 2016e for an estimate")
		return
	}
	if c := cellAt(row, h.status); h.status >= 0 && c != nil {
		switch strings.ToLower(c.Text) {
		case "", "a", "actual", "final", "normal":
		case "e", "estimate", "estimated", "est", "est.", "true", "yes":
			e.marked = true
		case "false", "no":
		default:
			l.errs.Errorf(c.Pos, "unknown status %q", c.Text).
				Hint("%s", diag.DidYouMean(c.Text, []string{"actual", "estimate"}, "a status is actual or estimate"))
			return
		}
	}
	if h.measure >= 0 {
		c := cellAt(row, h.measure)
		if c == nil {
			c = name
		}
		if e.measure = l.measureNamed(c.Text); e.measure == "" {
			l.errs.Errorf(c.Pos, "unknown measure %q", c.Text).
				Hint("%s", diag.DidYouMean(c.Text, l.data.MeasureIDs(), "all measures are in data/measures.toml"))
			return
		}
	}
	h.block.cells = append(h.block.cells, e)
}

// measureNamed gives the id of a measure by id or name.
func (r *reader) measureNamed(text string) string {
	if r.data.Measures[text] != nil {
		return text
	}
	for _, id := range r.data.MeasureIDs() {
		if address.Slug(r.data.Measures[id].Name) == address.Slug(text) {
			return id
		}
	}
	return ""
}
