package dataset_test

import (
	"maps"
	"strings"
	"testing"
)

// TestRebase computes a share anew where a note says that its base is not the one it is defined by: with the base of
// another source, if that has no such note itself.
func TestRebase(t *testing.T) {
	files := maps.Clone(books)
	files["data/measures.toml"] = strings.Replace(files["data/measures.toml"], "quotient =", "of = \"gni\"\nquotient =", 1)
	figures := "member,year,measure,value,status\n"
	for _, year := range []string{"2015", "2016", "2017", "2018", "2019"} {
		figures += "SWE," + year + ",gni,100000,actual\nSWE," + year + ",spending,2000,actual\nSWE," + year + ",share,2.00,actual\n"
	}
	files["data/dac/2020-04-16.csv"] = strings.Replace(strings.Replace(figures, "SWE,2016,spending,2000,actual\n", "", 1), "SWE,2015,gni,100000,actual\n", "", 1)
	files["data/bank/source.toml"] = "name = \"Bank\"\npublisher = \"The Bank\"\n[[release]]\ndate = 2020-05-01\ntitle = \"Income\"\nurl = \"https://example.org/income\"\n"
	files["data/bank/2020-05-01.csv"] = "member,year,measure,value,status\nSWE,2015,gni,125000,actual\nSWE,2016,gni,125000,actual\nSWE,2017,gni,0,actual\nSWE,2019,gni,125000,actual\n"
	const note = "[[note]]\nmeasure = %s\nkind = \"%k\"\ntext = \"Measured against gross national income.\"\n"
	of := func(measures, kind string) string {
		return strings.NewReplacer("%s", measures, "%k", kind).Replace(note)
	}
	for _, c := range []struct {
		dac, bank string
		year      int
		want      float64
	}{
		{of(`["share", "gni"]`, "definition"), "", 2019, 1.6},
		{of(`["share", "gni"]`, "definition"), "", 2018, 0}, // the bank has no base
		{of(`["share", "gni"]`, "definition"), "", 2017, 0}, // nothing is no base
		{of(`["share", "gni"]`, "definition"), "", 2016, 0}, // there is no part
		{of(`["share", "gni"]`, "definition"), "", 2015, 0}, // nor a base of its own
		{of(`["share", "gni"]`, "break"), "", 2019, 0},
		{of(`"share"`, "definition"), "", 2019, 0},
		{of(`"gni"`, "definition"), "", 2019, 0},
		{of(`["share", "gni"]`, "definition"), of(`"gni"`, "definition"), 2019, 0},
		{of(`["share", "gni"]`, "definition"), of(`"gni"`, "break"), 2019, 1.6},
	} {
		files["data/dac/notes.toml"], files["data/bank/notes.toml"] = c.dac, c.bank
		d, errs := load(files)
		v := d.AsOf(day("2020-12-31"))
		f, found := v.Figure("dac", "SWE", c.year, "share")
		if !found {
			t.Fatal(errs)
		}
		r, ok := v.Rebase(f)
		if ok != (c.want > 0) || r.Value != c.want || ok && (r.Decimals != 2 || r.Base.Source != "bank") {
			t.Errorf("%d, %s%s: got %+v, %t, want %v", c.year, c.dac, c.bank, r, ok, c.want)
		}
	}
}

// TestNewestYear holds which edition answers a measure for the newest year.
func TestNewestYear(t *testing.T) {
	d, errs := load(map[string]string{
		"data/dac/source.toml":    small["data/dac/source.toml"] + "[[release]]\ndate = 2021-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n",
		"data/dac/2021-04-16.csv": "member,year,measure,value,status\nSWE,2018,oda,0.99,actual\nTUR,2018,oda,1.15,actual\nSWE,2019,oda,0.99,actual\nTUR,2019,oda,1.15,actual\n",
	})
	if errs != "" {
		t.Fatal(errs)
	}
	for _, c := range []struct{ day, source, measure, want string }{
		{"2020-04-16", "dac", "oda", "DAC, released 2020-04-16"},
		{"2021-04-16", "dac", "oda", "DAC, released 2021-04-16"}, // the newest of those with that year
		{"2020-04-15", "dac", "oda", ""},
		{"2021-04-16", "bank", "oda", ""},
		{"2021-04-16", "dac", "gni", ""},
	} {
		year, e, ok := d.AsOf(day(c.day)).NewestYear(c.source, c.measure)
		got := ""
		if ok {
			got = e.String()
		}
		if got != c.want || ok != (year == 2019) {
			t.Errorf("%+v: %d, %s", c, year, got)
		}
	}
}
