// Package importer makes a release of figures from a table as its publisher printed it.
//
// Read takes tables of cells, requests that say what each table contains, and the report's members, measures and
// editions. It returns a Result: the figures in the form in which they are stored, and how every name, mark and
// number was understood. A Result can be compared with the previous edition. Anything that cannot be understood is an
// error at its cell; figures that look wrong are warnings. Nothing is guessed silently, and only Write writes files.
//
// header.go and layout.go find the blocks of a table, whoever published it; names.go reads members, number.go and
// format.go figures; comparison.go and validation.go compare them with what is known.
package importer

import (
	"cmp"
	"fmt"
	"maps"
	"path"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

// A Request describes one block of a table. What it leaves out must follow from the table.
type Request struct {
	File     string // base name, if there are several files
	Sheet    string // name, or number from 1
	Block    string // part of its heading, or number from 1
	Measure  string // id; "" if a column has it
	Year     int    // for a table without years
	Column   string // for such a table: the letter, number or part of the heading of the column
	Decimals *int   // decimals to round figures to; nil keeps them as printed
}

// Options apply to all blocks.
type Options struct {
	Source      string
	Released    civil.Date
	Decimal     string            // "point" or "comma", if the figures themselves are ambiguous
	Estimates   []int             // years whose figures are estimates, as stated in a footnote
	Style       sheet.Style       // the style that marks estimates
	Missing     []string          // further words for a missing figure
	Columns     map[string]string // a role (member, year, value, measure, status) → heading or letter of its column
	Where       map[string]string // a heading → the value of its column in the rows that are read
	As          map[string]string // a name in the table → the code of its member
	Skip        []string          // names in the table that the report does not follow
	OnlyMembers bool              // names that are not members are skipped
	Partial     bool              // the release is declared to have only selected members
	Total       string            // the aggregate that is the sum of the members; may be ""
}

// A Figure is one published number in the form in which it is stored.
type Figure struct {
	Member  string
	Year    int
	Measure string
	Text    string // "2.00": digits as printed
	Value   float64
	Status  dataset.Status
	Pos     diag.Pos // its cell
}

// String returns the member, year and measure: "SWE 2018 oda".
func (f *Figure) String() string { return fmt.Sprintf("%s %d %s", f.Member, f.Year, f.Measure) }

// A Result is what was read.
type Result struct {
	Figures []*Figure // by member, measure and year, as a release file has them
	Blocks  []Block   // the blocks that were read
	Unread  []string  // what was not read, and why
}

// A Block is a part of a table with one measure.
type Block struct {
	Where   string // the table and, the block's heading if it has several
	Layout  string // "members down, years across"
	Measure string // "" if there are several
	Numbers string // how they are written
	Figures int
	None    int // cells that mean there is no figure
}

// Read reads the requested blocks. If the list contains an error, the Result must not be used.
func Read(data *dataset.Dataset, tables []*sheet.Table, requests []Request, o Options) (*Result, diag.List) {
	r := &reader{data: data, o: o, result: &Result{}, used: map[string]bool{}, seen: map[key]*item{},
		as: map[string]*dataset.Member{}, iso2: map[string]*dataset.Member{},
		names: map[string]*unknownName{}, measures: map[string]*unknownName{}}
	r.indexNames()
	for _, t := range tables {
		for _, note := range t.Notes {
			r.result.Unread = append(r.result.Unread, path.Base(t.File)+": "+note)
		}
	}
	taken, found := map[*block]bool{}, map[*sheet.Table][]*block{}
	for i := range requests {
		r.request(tables, &requests[i], found, taken)
	}
	for _, t := range tables {
		for _, b := range found[t] {
			if !taken[b] && !r.errs.Failed() {
				r.result.Unread = append(r.result.Unread, b.String()+": not requested")
			}
		}
	}
	r.reportNames()
	r.reportUnused()
	slices.SortFunc(r.result.Figures, func(a, b *Figure) int {
		return cmp.Or(cmp.Compare(a.Member, b.Member), cmp.Compare(a.Measure, b.Measure), cmp.Compare(a.Year, b.Year))
	})
	if len(r.result.Figures) == 0 && !r.errs.Failed() {
		r.errs.Errorf(diag.Pos{}, "no figure was found: every cell means that there is none").
			Hint("is this the right block?")
	}
	r.errs.Sort()
	return r.result, r.errs
}

type key struct {
	member, measure string
	year            int
}

// A reader is one import.
type reader struct {
	data     *dataset.Dataset
	o        Options
	result   *Result
	as       map[string]*dataset.Member // by the slug of a name
	iso2     map[string]*dataset.Member
	used     map[string]bool // options that were of use, as they are written
	names    map[string]*unknownName
	measures map[string]*unknownName
	seen     map[key]*item // that have been read
	outside  []*Figure     // of the block that is read, those outside the range of their measure
	errs     diag.List
}

// reportUnused reports options that name something that does not exist, so that misspelt ones are not silently ignored.
func (r *reader) reportUnused() {
	if r.errs.Failed() || r.reportColumns() {
		return
	}
	options := lists.Each(r.o.Skip, skipOption)
	for _, name := range slices.Sorted(maps.Keys(r.o.As)) {
		options = append(options, asOption(name, r.o.As[name]))
	}
	for _, option := range options {
		if !r.used[option] {
			r.errs.Errorf(diag.Pos{}, "%s: the name is not in what was read", option).
				Hint("write it as the table does, or delete the option")
		}
	}
}

// reportColumns reports headings of -where and -column that no table has.
func (r *reader) reportColumns() (reported bool) {
	report := func(option, heading string) {
		if !r.used[option] {
			r.errs.Errorf(diag.Pos{}, "%s: no column %q", option, heading).
				Hint("write the heading as the table does, or the letter of the column")
			reported = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(r.o.Where)) {
		report(fmt.Sprintf("-where %q", key+"="+r.o.Where[key]), key)
	}
	for _, role := range slices.Sorted(maps.Keys(r.o.Columns)) {
		report(fmt.Sprintf("-column %q", role+"="+r.o.Columns[role]), r.o.Columns[role])
	}
	return reported
}
