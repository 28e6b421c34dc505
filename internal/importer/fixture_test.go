package importer_test

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/rogpeppe/go-internal/txtar"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/importer"
	"burdenshare/internal/overlay"
	"burdenshare/internal/sheet"
)

// pact is a report of four members with one edition, and one of a single figure.
var pact = golden.FS("testdata/pact")

// A reading is tables and the options with which they are read.
type reading struct {
	tables   []txtar.File
	requests []importer.Request
	options  importer.Options
	whole    bool              // it is not declared partial
	data     map[string][]byte // files of the report that are others
}

// csv is the reading of a text.
func csv(src string) reading {
	return reading{tables: []txtar.File{{Name: "t.csv", Data: []byte(src)}}}
}

// readingOf returns the reading of a case in testdata: its tables are parts named by their files, a workbook is made by
// the lines of the part "edit", and files below data/ are others of the report. What it is read with is TOML in the part
// "with".
func readingOf(t testing.TB, c golden.Case) (r reading) {
	t.Helper()
	var with struct {
		importer.Options
		Measure *string
		Request []importer.Request
		Whole   bool
	}
	r.data = map[string][]byte{}
	for _, p := range c.Parts {
		switch {
		case p.Name == "with":
			if _, err := toml.Decode(string(p.Data), &with); err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
		case p.Name == "edit":
			r.tables = append(r.tables, txtar.File{Name: "some/b.xlsx", Data: edited(t, string(p.Data))})
		case strings.HasPrefix(p.Name, "data/"):
			r.data[p.Name] = p.Data
		default:
			r.tables = append(r.tables, p)
		}
	}
	r.options, r.requests, r.whole = with.Options, with.Request, with.Whole
	if with.Measure != nil {
		r.requests = []importer.Request{{Measure: *with.Measure}}
	}
	return r
}

// read imports tables into the report and returns the printed errors and warnings.
func (r reading) read(t testing.TB) (*importer.Result, []importer.Comparison, diag.List) {
	t.Helper()
	if r.requests == nil {
		r.requests = []importer.Request{{Measure: "share"}}
	}
	d := golden.Must(dataset.Load(overlay.Root{Base: pact, Files: r.data}))
	r.options.Source, r.options.Released, r.options.Total = "pact", civil.MustParse("2020-06-01"), "ALL"
	r.options.Partial = !r.whole
	var tables []*sheet.Table
	for _, f := range r.tables {
		read, errs := sheet.Read(f.Name, f.Data)
		if errs.Failed() {
			return nil, nil, sheet.Printed(errs)
		}
		tables = append(tables, read...)
	}
	in, errs := importer.Read(d, tables, r.requests, r.options)
	if errs.Failed() {
		return in, nil, sheet.Printed(errs)
	}
	comparisons := in.Compare(d, "pact", r.options.Released)
	errs.Add(in.Validate(d, comparisons, r.options)...)
	errs.Sort()
	return in, comparisons, sheet.Printed(errs)
}

// rows returns the figures of a Result without the header.
func rows(in *importer.Result) string {
	_, rows, _ := strings.Cut(strings.TrimSuffix(string(in.CSV()), "\n"), "\n")
	return rows
}
