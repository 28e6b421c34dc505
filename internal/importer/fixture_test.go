package importer_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/importer"
	"burdenshare/internal/sheet"
)

// small is a report of four members with one edition.
var small = fstest.MapFS{
	"data/members.csv": {Data: []byte("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row,aliases\n" +
		"GBR,GB,United Kingdom,member,1949-04-04,Europe,,0,0,UK\n" +
		"ISL,IS,Iceland,member,1949-04-04,Europe,no armed forces,1,0,\n" +
		"SVK,SK,Slovakia,member,2004-03-29,Europe,,2,0,Slovak Republic\n" +
		"TUR,TR,Türkiye,member,1952-02-18,Europe,,3,0,Turkey\n" +
		"ALL,,All members,aggregate,,,,,,Total\n")},
	"data/measures.toml": {Data: []byte("[share]\nname = \"Share of GNI\"\nunit = \"percent\"\ndecimals = 2\n" +
		"[real]\nname = \"Real change\"\nunit = \"percent\"\ndecimals = 2\nmin = -100\nmax = 200\n" +
		"[usd]\nname = \"Spending\"\nunit = \"usd_million\"\n" +
		"[people]\nname = \"Armed forces\"\nunit = \"persons\"\n")},
	"data/guidelines.toml":  {},
	"data/pact/source.toml": {Data: []byte("name = \"Pact\"\npublisher = \"The Pact\"\n[[release]]\ndate = 2019-05-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n[[release]]\ndate = 2020-05-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\npartial = true\n")},
	"data/pact/2019-05-01.csv": {Data: []byte("member,year,measure,value,status\n" +
		"ALL,2018,usd,76000,actual\nGBR,2018,real,1.50,actual\nGBR,2017,share,2.10,actual\nGBR,2018,share,2.13,estimate\nGBR,2018,usd,60000,actual\n" +
		"SVK,2018,real,-3.20,actual\nSVK,2018,share,1.20,actual\nSVK,2018,usd,1500,actual\nTUR,2018,share,1.82,actual\nTUR,2018,usd,14500,actual\n")},
	"data/pact/2020-05-01.csv": {Data: []byte("member,year,measure,value,status\nGBR,2019,share,2.07,estimate\n")},
}

func dataOf(t testing.TB) *dataset.Dataset {
	t.Helper()
	d := golden.Must(dataset.Load(small))
	return d
}

// A reading is a table and the options with which it is read.
type reading struct {
	file, src string
	requests  []importer.Request
	options   importer.Options
	whole     bool // it is not declared partial
}

// readingOf returns the reading of a case in testdata: the table is a part named by its file, what it is read with is
// TOML in the part "with".
func readingOf(t testing.TB, c golden.Case) (r reading) {
	t.Helper()
	var with struct {
		importer.Options
		Measure *string
		Request []importer.Request
		Whole   bool
	}
	for _, p := range c.Parts {
		if p.Name != "with" {
			r.file, r.src = p.Name, string(p.Data)
		} else if _, err := toml.Decode(string(p.Data), &with); err != nil {
			t.Fatalf("%s: %v", c.Name, err)
		}
	}
	r.options, r.requests, r.whole = with.Options, with.Request, with.Whole
	if with.Measure != nil {
		r.requests = []importer.Request{{Measure: *with.Measure}}
	}
	return r
}

// read imports a table into the report and returns the printed errors and warnings.
func (r reading) read(t testing.TB, d *dataset.Dataset) (*importer.Result, []importer.Comparison, diag.List) {
	t.Helper()
	if r.file == "" {
		r.file = "t.csv"
	}
	if r.requests == nil {
		r.requests = []importer.Request{{Measure: "share"}}
	}
	r.options.Source, r.options.Released, r.options.Total = "pact", civil.MustParse("2020-06-01"), "ALL"
	r.options.Partial = !r.whole
	tables, errs := sheet.Read(r.file, []byte(r.src))
	if errs.Failed() {
		return nil, nil, sheet.Printed(errs)
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

// rows returns the figures of a Result without the header, separated by "; ".
func rows(in *importer.Result) string {
	lines := strings.Split(strings.TrimSuffix(string(in.CSV()), "\n"), "\n")
	return strings.Join(lines[1:], "; ")
}
