package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/importer"
	"burdenshare/internal/overlay"
	"burdenshare/internal/sheet"
)

// TestReleaseFile imports a release file as a table: the result has the same figures in the same form.
func TestReleaseFile(t *testing.T) {
	src := string(small["data/pact/2019-05-01.csv"].Data)
	in, comparisons, errs := reading{requests: []importer.Request{{}}, src: src}.read(t, dataOf(t))
	if len(errs) > 0 || string(in.CSV()) != src {
		t.Fatalf("%v\n%s", errs, in.CSV())
	}
	for _, c := range comparisons {
		if c.New > 0 || len(c.Revised) > 0 || len(c.Removed) > 0 || c.Firm+c.Loose > 0 || c.Same == 0 {
			t.Errorf("%+v", c)
		}
	}
}

// TestCompare counts revised, new and removed figures.
func TestCompare(t *testing.T) {
	d := dataOf(t)
	_, list, errs := reading{src: "Country,2018,2019\nUK,2.10,2.07\nSlovakia,1.20,1.70\n"}.read(t, d)
	if len(errs) > 0 || len(list) != 1 {
		t.Fatal(errs)
	}
	c := list[0]
	if c.Edition.Release.Date.String() != "2019-05-01" { // the later one is partial
		t.Errorf("compared with %s", c.Edition)
	}
	if c.Same != 1 || c.New != 2 || len(c.Revised) != 1 || len(c.Removed) != 1 || c.Left != 1 {
		t.Errorf("%d the same, %d new, %d revised, %d removed, %d left", c.Same, c.New, len(c.Revised), len(c.Removed), c.Left)
	}
	if r := c.Revised[0]; r.Now.Member != "GBR" || r.Now.Text != "2.10" || r.Before.Value != 2.13 {
		t.Errorf("revised: %+v", r)
	}
	if c.Removed[0].Member != "TUR" { // the figure of 2017 is of a year that is not in the table
		t.Errorf("removed: %v", c.Removed[0])
	}
}

// TestMoreDigits counts a figure that lost a digit among those that are the same.
func TestMoreDigits(t *testing.T) {
	_, list, errs := reading{src: "Country,2018\nUK,2.1\nSlovakia,1.2\n"}.read(t, dataOf(t))
	if len(errs) > 0 || len(list) != 1 || list[0].Same+list[0].Firm != 2 || len(list[0].Revised) != 0 {
		t.Error(errs, list)
	}
}

// TestOrderOfRevisions puts the largest first: of shares by percentage points, of money by how much of it.
func TestOrderOfRevisions(t *testing.T) {
	for measure, c := range map[string]struct{ src, want string }{
		"share": {"Country,2018\nSlovakia,1.10\nUK,2.00\n", "GBR SVK"},
		"usd":   {"Country,2018\nUK,61000\nSlovakia,1600\n", "SVK GBR"},
	} {
		_, list, errs := reading{requests: []importer.Request{{Measure: measure}}, src: c.src}.read(t, dataOf(t))
		if len(errs) > 0 || len(list) != 1 || len(list[0].Revised) != 2 {
			t.Fatal(errs, list)
		}
		if got := list[0].Revised[0].Now.Member + " " + list[0].Revised[1].Now.Member; got != c.want {
			t.Errorf("%s: got %s, want %s", measure, got, c.want)
		}
	}
}

// TestNewMeasure compares with nothing, and with an edition of few members where there is no other.
func TestNewMeasure(t *testing.T) {
	_, list, errs := reading{requests: []importer.Request{{Measure: "people"}}, src: "Country,2018\nUK,150000\nSlovakia,13000\n"}.read(t, dataOf(t))
	if len(errs) > 0 || len(list) != 1 || list[0].Edition != nil || list[0].New != 2 {
		t.Error(errs, list)
	}
	d, _ := dataset.Load(overlay.Root{Base: small, Files: map[string][]byte{"data/pact/2020-05-01.csv": []byte("member,year,measure,value,status\nGBR,2019,people,150000,estimate\n")}})
	_, list, errs = reading{requests: []importer.Request{{Measure: "people"}}, src: "Country,2019\nUK,150000\nSlovakia,13000\n"}.read(t, d)
	if len(errs) > 0 || len(list) != 1 || !list[0].Edition.Release.Partial || list[0].Firm != 1 || list[0].New != 1 {
		t.Error(errs, list)
	}
}

// TestSameFile warns of a table that revises nothing.
func TestSameFile(t *testing.T) {
	rows, table := "member,year,measure,value,status\n", [2]string{"Country", "UK"}
	for year := 1990; year < 2010; year++ {
		rows += fmt.Sprintf("GBR,%d,people,150000,actual\n", year)
		table[0], table[1] = table[0]+fmt.Sprint(",", year), table[1]+",150000"
	}
	d := golden.Must(dataset.Load(overlay.Root{Base: small, Files: map[string][]byte{"data/pact/2019-05-01.csv": []byte(rows)}}))
	const want = "t.csv:2:4: warning: every figure is the same as in the previous edition\n\thint: a new edition revises something; check that this is the right file"
	for last, want := range map[string]string{",150000": want, ",150001": "", ",150000e": "", ",..": ""} {
		src := table[0] + "\n" + strings.TrimSuffix(table[1], ",150000") + last + "\n"
		if _, _, errs := (reading{requests: []importer.Request{{Measure: "people"}}, src: src}).read(t, d); errs.Error() != want {
			t.Errorf("%s: got %s, want %s", last, errs.Error(), want)
		}
	}
}

// TestTwoFiles takes the file that a request names.
func TestTwoFiles(t *testing.T) {
	var tables []*sheet.Table
	for _, name := range []string{"a.csv", "b.csv"} {
		read, errs := sheet.Read(name, []byte(map[string]string{"a.csv": "Country,2018\nUK,2.1\n", "b.csv": "Country,2018\nUK,2.2\n"}[name]))
		if errs.Failed() {
			t.Fatal(errs)
		}
		tables = append(tables, read...)
	}
	for file, want := range map[string]string{"b": "GBR,2018,share,2.2,actual", "2": "GBR,2018,share,2.2,actual", "a.csv": "GBR,2018,share,2.1,actual", "": "2 files: choose one\n\thint: add file= in -table with its number or a part of its name:\n\t      1  a.csv\n\t      2  b.csv"} {
		in, errs := importer.Read(dataOf(t), tables, []importer.Request{{Measure: "share", File: file}}, importer.Options{Source: "pact", Released: civil.MustParse("2020-06-01")})
		if got := rows(in) + errs.Error(); got != want {
			t.Errorf("%s: got %s", file, got)
		}
	}
}
