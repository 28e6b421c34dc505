// Package chart makes one chart from a spec and a vintage of figures.
//
// In comes a Spec, which says what is to be seen, and a Vintage, which knows
// what had been published by a day. Out comes a Chart with everything a page
// may want of it: headline, summary and table in words and numbers, a still
// drawing in two widths as SVG, and an option for ECharts. All of them are
// made from the same figures of one edition.
//
// The package does not know what the report is about: names of members,
// measures and guidelines come from the data, and colours from the page's
// style sheet by class. Nor does it know its language: which sentence is said
// is decided here, and how it goes stands in templates/strings.toml. It draws and says nothing the figures do not hold: a
// year without a figure is a gap, and a count with members missing is said to
// be a lower bound.
package chart

import (
	"encoding/json"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/phrase"
)

// A Chart is one picture with its words. It is not changed once made.
type Chart struct {
	ID       string // readable, and the same as long as the spec is
	Kind     string
	Title    string // says the finding, unless the spec has a title
	Subtitle string // measure, unit and period
	Caption  string // the spec's own, may be empty
	Summary  []string
	Table    Table

	Wide, Narrow []byte          // complete svg elements for about 720 and 360 px
	Option       json.RawMessage // for ECharts 6; holds no functions

	Edition      *dataset.Edition  // where all Figures stand
	Figures      []*dataset.Figure // what was drawn, in the order of the drawing
	HasEstimates bool
	EstimateKey  string             // how the drawing shows estimates: "hatched: estimates"; "" without any
	Guideline    *dataset.Guideline // the reference line; nil without one
}

// A Table holds the numbers of a drawing as text.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Cell // as many cells as Columns
}

// A Column is the head of a table's column.
type Column struct {
	Name    string
	Numeric bool // aligned as numbers
}

// A Cell is one text of a table.
type Cell struct {
	Text   string
	Header bool // names its row
}

// A kind is a way of drawing. To add one, write its file, its line in kinds
// and a golden file.
type kind struct {
	name  string
	keys  []string // of a spec, besides those that every kind has
	sorts []string // values of the key sort, the default first
	none  string   // a key of every kind that this one has no use for
	draw  func(*request, *Chart)

	estimates func(words) string // how its drawings show estimates; nil for hatching
}

// kinds are all ways of drawing, by name.
var kinds = []*kind{
	changeKind,
	distanceKind,
	growthKind,
	heatmapKind,
	mapKind,
	meetingKind,
	moneyKind,
	quadrantKind,
	revisionsKind,
	sharesKind,
	sourcesKind,
	trendKind,
}

// Kinds gives the names of all kinds of chart, in alphabetical order.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

// Draw makes a chart of a spec from what was known on the vintage's day, in
// the words of a book. A
// spec that cannot be drawn gives findings at the places of its keys, and no
// Chart; a spec made in Go has no places.
func Draw(v *dataset.Vintage, t dataset.Terms, book *phrase.Book, s Spec) (*Chart, diag.List) {
	r := &request{v: v, t: t, words: words{book}, s: s}
	k := kindNamed(s.Kind)
	if k == nil {
		badKind(&r.errs, s.valuePos("kind"), s.Kind)
		return nil, r.errs
	}
	r.kind = k
	c := &Chart{ID: identity(k, t, s), Kind: k.name, Title: s.Title, Caption: s.Caption}
	if r.resolve(); !r.errs.Failed() {
		named := len(r.errs)
		k.draw(r, c)
		for _, e := range r.errs[named:] {
			e.Figures = true
		}
	}
	if r.errs.Failed() {
		r.errs.Sort()
		return nil, r.errs
	}
	c.Guideline = r.guideline
	for _, f := range c.Figures {
		c.HasEstimates = c.HasEstimates || f.Status == dataset.Estimate
	}
	if c.HasEstimates && c.EstimateKey == "" {
		key := hatched
		if k.estimates != nil {
			key = k.estimates
		}
		c.EstimateKey = key(r.words)
	}
	return c, r.errs
}

// Check says what is wrong with a spec, for those who want no picture of it:
// there is a chart when the findings hold no error.
func Check(v *dataset.Vintage, t dataset.Terms, s Spec) diag.List {
	_, errs := Draw(v, t, &phrase.Book{}, s)
	return errs
}
