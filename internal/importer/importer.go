// Package importer makes a release of figures from a table as its publisher
// printed it.
//
// In come tables of cells, what each is said to hold, and the report's
// members, measures and editions so far. Out comes a Result: the figures in
// the form in which they are kept, what was made of every name, mark and
// number, and how they differ from the edition before. Whatever is not
// understood is a finding at its cell; what is understood and looks wrong all
// the same is a warning. Nothing is guessed in silence, and nothing is
// written here but by Write.
//
// layout.go finds the blocks of a table, name.go reads members, number.go
// figures; compare.go and doubt.go hold them against what is known.
package importer

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/sheet"
)

// A Request says what one block of a table holds. What is left out must
// follow from the table.
type Request struct {
	File    string // base name, where there are several files
	Sheet   string // name, or number from 1
	Block   string // part of its heading, or number from 1
	Measure string // id; "" in a long table with a column for it
	Year    int    // of a table that has no years in it
	Column  string // of such a table: its letter, number or part of its heading
}

// Options are what holds for all blocks.
type Options struct {
	Source    string
	Released  civil.Date
	Decimal   string   // "point" or "comma", where the figures themselves do not tell
	Estimates []int    // years whose figures are estimates, as a footnote says
	Italic    bool     // figures that lean are estimates
	Skip      []string // names in the table that the report does not follow
	Partial   bool     // the release is said to hold selected members only
	Total     string   // the aggregate that is the sum of the members; may be ""
}

// A Figure is one published number in the form in which it is kept.
type Figure struct {
	Member  string
	Year    int
	Measure string
	Text    string // "2.00": digits as printed
	Value   float64
	Status  dataset.Status
	Pos     diag.Pos // its cell
}

// String names what the figure is of: "GBR 2016 share_of_gdp".
func (f *Figure) String() string { return fmt.Sprintf("%s %d %s", f.Member, f.Year, f.Measure) }

func (f *Figure) compare(g *Figure) int {
	return cmp.Or(strings.Compare(f.Member, g.Member), strings.Compare(f.Measure, g.Measure), cmp.Compare(f.Year, g.Year))
}

// A Result is what was understood.
type Result struct {
	Figures []Figure // by member, measure and year, as a release file has them
	Blocks  []Block  // what was read
	Aside   []string // what was not, and why
}

// A Block is a part of a table that holds one measure.
type Block struct {
	Where   string // the table and, where it has several, the block's heading
	Layout  string // "members down, years across"
	Measure string // "" for several
	Numbers string // how they are written
	Figures int
	None    int // cells that say there is no figure
}

// Read reads what is asked for. When the list holds an error the Result must
// not be used.
func Read(data *dataset.Dataset, tables []*sheet.Table, requests []Request, o Options) (*Result, diag.List) {
	r := &reader{data: data, o: o, in: &Result{}, seen: map[key]*Figure{}, skipped: map[string]bool{}}
	for _, t := range tables {
		for _, note := range t.Notes {
			r.in.Aside = append(r.in.Aside, path.Base(t.File)+": "+note)
		}
	}
	taken := map[*block]bool{}
	found := map[*sheet.Table][]*block{}
	for i := range requests {
		r.request(tables, &requests[i], found, taken)
	}
	for _, t := range tables {
		for _, b := range found[t] {
			if !taken[b] && !r.errs.Failed() {
				r.in.Aside = append(r.in.Aside, b.String()+": not asked for")
			}
		}
	}
	for _, name := range o.Skip {
		if !r.skipped[name] && !r.errs.Failed() {
			r.errs.Errorf(diag.Pos{}, "-skip %q stands nowhere in what was read", name).
				Hint("take it out of -skip, or write it as the table does")
		}
	}
	slices.SortFunc(r.in.Figures, func(a, b Figure) int { return a.compare(&b) })
	if len(r.in.Figures) == 0 && !r.errs.Failed() {
		r.errs.Errorf(diag.Pos{}, "no figure was found: every cell says that there is none").
			Hint("is it the right block?")
	}
	r.errs.Sort()
	return r.in, r.errs
}

type key struct {
	member, measure string
	year            int
}

// A reader is one reading.
type reader struct {
	data    *dataset.Dataset
	o       Options
	in      *Result
	seen    map[key]*Figure
	skipped map[string]bool
	errs    diag.List
}
