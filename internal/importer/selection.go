package importer

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
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
		return // reported already
	}
	headings := lists.Each(blocks, (*block).heading)
	titles := lists.Each(blocks, func(b *block) string { return b.title })
	i := r.choose(blocks[0].pos, "block", q.Block, headings, titles)
	if i < 0 {
		return
	}
	switch b := blocks[i]; {
	case taken[b]:
		r.errs.Errorf(b.pos, "%s is requested twice", b).Hint("each block has one measure")
	case q.Measure == "" && !b.mixed():
		r.errs.Errorf(b.pos, "%s: the measure is missing", b).
			Hint("add -measure ID, or measure=ID in -table; %s", r.measureList())
	case q.Measure != "" && r.data.Measures[q.Measure] == nil:
		r.errs.Errorf(diag.Pos{}, "unknown measure %q", q.Measure).Hint("%s", r.data.MeasureHint(q.Measure))
	default:
		taken[b] = true
		r.read(b, q, blocks)
	}
}

// measureList returns the measures of the report as they end a hint.
func (r *reader) measureList() string {
	return "the measures are " + strings.Join(r.data.MeasureIDs(), ", ")
}

// table returns the table that a request means.
func (r *reader) table(tables []*sheet.Table, q *Request) *sheet.Table {
	filled := lists.Filter(tables, func(t *sheet.Table) bool { return len(t.Rows) > 0 })
	files := lists.Each(filled, func(t *sheet.Table) string { return path.Base(t.File) })
	files = slices.Compact(files) // those of a file follow each other
	i := r.choose(diag.Pos{}, "file", q.File, files)
	if i < 0 {
		return nil
	}
	filled = slices.DeleteFunc(filled, func(t *sheet.Table) bool { return path.Base(t.File) != files[i] })
	names := lists.Each(filled, func(t *sheet.Table) string { return t.Name })
	if i = r.choose(diag.Pos{File: filled[0].File}, "sheet", q.Sheet, names); i < 0 {
		return nil
	}
	return filled[i]
}

// choose returns the index of the thing that is wanted, by number, name or part of the name. It returns -1, after
// adding an error, if that is ambiguous.
func (r *reader) choose(pos diag.Pos, what, want string, names ...[]string) int {
	if want == "" && len(names[0]) == 1 {
		return 0
	}
	fit := matching(want, names...)
	if len(fit) == 1 {
		return fit[0]
	}
	hint := fmt.Sprintf("add -%[1]s (%[1]s= in -table) with its number or a part of its name:", what)
	if what == "file" {
		hint = "add file= in -table with its number or a part of its name:"
	}
	for i, name := range names[0] {
		hint += fmt.Sprintf("\n\t      %d  %s", i+1, cmp.Or(name, "(without a name)"))
	}
	switch {
	case want == "":
		r.errs.Errorf(pos, "%d %ss: choose one", len(names[0]), what).Hint("%s", hint)
	case len(fit) == 0:
		r.errs.Errorf(pos, "no %s %q", what, want).Hint("%s", hint)
	default:
		r.errs.Errorf(pos, "%d %ss have %q in their name", len(fit), what, want).Hint("%s", hint)
	}
	return -1
}

// matching returns the indexes of the names that are wanted: by number, or else those that are equal, or else those
// that contain it, in the first list with a match.
func matching(want string, lists ...[]string) []int {
	if want == "" {
		return nil
	}
	if n, err := strconv.Atoi(want); err == nil && 0 < n && n <= len(lists[0]) {
		return []int{n - 1}
	}
	want = strings.ToLower(want)
	for _, fits := range []func(name string) bool{
		func(name string) bool { return name == want },
		func(name string) bool { return strings.Contains(name, want) },
	} {
		for _, names := range lists {
			if fit := fitting(names, fits); len(fit) > 0 {
				return fit
			}
		}
	}
	return nil
}

func fitting(names []string, fits func(name string) bool) (fit []int) {
	for i, name := range names {
		if fits(strings.ToLower(strings.TrimSpace(name))) {
			fit = append(fit, i)
		}
	}
	return fit
}
