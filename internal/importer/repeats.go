package importer

import (
	"fmt"
	"maps"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

// A repeat is a figure that a release has twice.
type repeat struct {
	first, second *item
	what          string // "GBR 2016 share_of_income"
}

// reportRepeats reports figures that appear twice, once for a block. Rows that differ in another column are of
// different series.
func (r *reader) reportRepeats(b *block, repeats []repeat) {
	if len(repeats) == 0 {
		return
	}
	first, hint := repeats[0], "a release has each figure once: delete a row, or put a heading between two blocks"
	if column, values := series(b, repeats); column >= 0 {
		label := b.header.labels[column]
		hint = fmt.Sprintf("the rows differ in the column %s: add -where %q with one of %s",
			label, label+"=…", listed(values))
	}
	more := ""
	if len(repeats) > 1 {
		more = fmt.Sprintf("; %d figures appear twice", len(repeats))
	}
	r.errs.Errorf(first.second.cell.Pos, "%s is already at %s%s", first.what, sheet.Place(first.first.cell.Pos), more).
		Hint("%s", hint)
}

// series returns the first column in which the rows of repeated figures differ, and its values, or -1.
func series(b *block, repeats []repeat) (column int, texts map[string]bool) {
	taken := lists.Each(b.header.values, func(v values) int { return v.column })
	taken = slices.AppendSeq(taken, maps.Values(b.header.at))
	for c, label := range b.header.labels {
		if label == "" || slices.Contains(taken, c) {
			continue
		}
		texts := map[string]bool{}
		add := func(cell *sheet.Cell) {
			if cell != nil {
				texts[cell.Text] = true
			}
		}
		for _, p := range repeats {
			add(cellAt(p.first.row, c))
			add(cellAt(p.second.row, c))
		}
		if len(texts) > 1 {
			return c, texts
		}
	}
	return -1, nil
}

// styles lists the styles that often mark estimates.
var styles = []struct {
	style    sheet.Style
	in, flag string
}{{sheet.Italic, "in italics", "-italic"}, {sheet.Coloured, "in colour", "-coloured"}}

// reportStyles reports figures in another style than the others if that was not declared to mark estimates.
func (r *reader) reportStyles(items []*item) {
	for _, s := range styles {
		marked := slices.DeleteFunc(slices.Clone(items), func(it *item) bool { return it.cell.Style&s.style == 0 })
		plain := slices.ContainsFunc(marked, func(it *item) bool {
			return !it.estimate && !it.number.estimate && !slices.Contains(r.o.Estimates, it.year)
		})
		if r.o.Style&s.style == 0 && plain && len(marked) < len(items) {
			they := map[bool]string{true: "it is", false: "they are"}[len(marked) == 1]
			r.errs.Warnf(marked[0].cell.Pos, "%s %s, which often marks estimates; %s taken as actual",
				dataset.Counted(len(marked), "figure"), s.in, they).
				Hint("add %s if they are estimates", s.flag)
		}
	}
}
