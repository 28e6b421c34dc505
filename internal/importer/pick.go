package importer

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/sheet"
)

// request finds the block that a request means and reads it.
func (r *reader) request(tables []*sheet.Table, q *Request, found map[*sheet.Table][]*block, taken map[*block]bool) {
	t := r.table(tables, q)
	if t == nil {
		return
	}
	blocks, known := found[t]
	if !known || q.Year != 0 {
		blocks = r.layout(t, q)
		found[t] = blocks
	}
	if len(blocks) == 0 {
		return // said already
	}
	b := r.pick(t, blocks, q)
	if b == nil {
		return
	}
	if taken[b] {
		r.errs.Errorf(b.pos, "%s is asked for twice", b).Hint("each block holds one measure")
		return
	}
	taken[b] = true
	if !b.mixed && r.data.Measures[q.Measure] == nil {
		hint := diag.DidYouMean(q.Measure, r.data.MeasureIDs(), "all measures are in data/measures.toml")
		if q.Measure == "" {
			r.errs.Errorf(b.pos, "%s: its measure is not given", b).
				Hint("say -measure ID, or measure=ID in -table; the measures are %s", strings.Join(r.data.MeasureIDs(), ", "))
			return
		}
		r.errs.Errorf(diag.Pos{}, "unknown measure %q", q.Measure).Hint("%s", hint)
		return
	}
	r.read(b, q, blocks)
}

// table finds the table that a request means.
func (r *reader) table(tables []*sheet.Table, q *Request) *sheet.Table {
	var files, names []string
	var fit []*sheet.Table
	for _, t := range tables {
		base := t.File[strings.LastIndex(t.File, "/")+1:]
		if !slices.Contains(files, base) {
			files = append(files, base)
		}
		if q.File != "" && q.File != base && q.File != t.File {
			continue
		}
		if t.Name != "" {
			names = append(names, t.Name)
		}
		fit = append(fit, t)
	}
	if len(fit) == 0 {
		r.errs.Errorf(diag.Pos{}, "no file %q among those given", q.File).
			Hint("%s", diag.DidYouMean(q.File, files, "the files are "+strings.Join(files, ", ")))
		return nil
	}
	if q.Sheet == "" {
		var full []*sheet.Table
		for _, t := range fit {
			if len(t.Rows) > 0 {
				full = append(full, t)
			}
		}
		switch {
		case len(full) == 1:
			return full[0]
		case len(full) == 0:
			r.errs.Errorf(diag.Pos{File: fit[0].File}, "there is nothing in it")
		case len(files) > 1 && q.File == "":
			r.errs.Errorf(diag.Pos{}, "%d files, and it is not said which is meant", len(files)).
				Hint("say file=NAME in -table; the files are %s", strings.Join(files, ", "))
		default:
			r.errs.Errorf(diag.Pos{File: fit[0].File}, "%d sheets, and it is not said which is meant", len(names)).
				Hint("say -sheet NAME, or sheet=NAME in -table; the sheets are %s", strings.Join(names, ", "))
		}
		return nil
	}
	for _, t := range fit {
		if strings.EqualFold(strings.TrimSpace(t.Name), q.Sheet) {
			return t
		}
	}
	if n := ordinal(q.Sheet); n > 0 && n <= len(fit) && fit[n-1].Name != "" {
		return fit[n-1]
	}
	if len(names) == 0 {
		r.errs.Errorf(diag.Pos{File: fit[0].File}, "a CSV file has no sheet %q", q.Sheet).Hint("leave sheet out")
		return nil
	}
	r.errs.Errorf(diag.Pos{File: fit[0].File}, "no sheet %q", q.Sheet).
		Hint("%s", diag.DidYouMean(q.Sheet, names, "the sheets are "+strings.Join(names, ", ")))
	return nil
}

// pick finds the block that a request means.
func (r *reader) pick(t *sheet.Table, blocks []*block, q *Request) *block {
	var titles []string
	for i, b := range blocks {
		titles = append(titles, fmt.Sprintf("\n\t      %d  %s", i+1, cmp.Or(b.heading(), "(without a heading)")))
	}
	list := "say -block (block= in -table) with its number, or a part of its heading:" + strings.Join(titles, "")
	if q.Block == "" {
		if len(blocks) == 1 {
			return blocks[0]
		}
		r.errs.Errorf(blocks[1].pos, "%s has %d blocks, and it is not said which is meant", t, len(blocks)).
			Hint("%s", list)
		return nil
	}
	if n := ordinal(q.Block); n > 0 && n <= len(blocks) {
		return blocks[n-1]
	}
	var fit []*block
	for _, over := range []func(*block) string{(*block).heading, func(b *block) string { return b.title }} {
		for _, b := range blocks {
			if strings.Contains(strings.ToLower(over(b)), strings.ToLower(q.Block)) {
				fit = append(fit, b)
			}
		}
		if len(fit) > 0 {
			break // a title of the whole table may name what each block holds
		}
	}
	switch len(fit) {
	case 1:
		return fit[0]
	case 0:
		r.errs.Errorf(blocks[0].pos, "%s has no block %q", t, q.Block).Hint("%s", list)
	default:
		r.errs.Errorf(fit[1].pos, "%s has %d blocks with %q in their heading", t, len(fit), q.Block).Hint("%s", list)
	}
	return nil
}

// ordinal reads a number from 1; 0 when it is none.
func ordinal(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' || n > 9999 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
