package dataset_test

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

// TestPrice checks that a distance in money is computed from the spending where the edition has it, is not rounded,
// and is approximate otherwise.
func TestPrice(t *testing.T) {
	files := maps.Clone(books)
	files["data/measures.toml"] = strings.Replace(files["data/measures.toml"], "quotient =", "of = \"gni\"\nquotient =", 1)
	files["data/dac/2020-04-16.csv"] = "member,year,measure,value,status\n" +
		"SWE,2019,gni,100000,actual\nSWE,2019,spending,1996,actual\nSWE,2019,share,2.00,actual\n" +
		"SWE,2018,gni,100030,actual\nSWE,2018,share,1.77,actual\n" +
		"SWE,2017,gni,100000,actual\nSWE,2017,spending,2004,actual\nSWE,2017,share,1.99,actual\n" +
		"SWE,2016,share,1.90,actual\n" +
		"SWE,2015,gni,100.0,actual\nSWE,2015,spending,1.9,actual\nSWE,2015,share,1.90,actual\n" +
		"SWE,2014,gni,95,actual\nSWE,2014,spending,2,actual\nSWE,2014,share,2.11,actual\n"
	files[notesFile] = "[[note]]\nmeasure = \"share\"\nkind = \"doubt\"\ntext = \"As printed.\"\n"
	d := sound(files)
	v := d.AsOf(day("2020-12-31"))
	for _, c := range []struct {
		year  int
		want  string
		about bool
		none  bool
	}{
		{2019, "-4.0000", false, false},  // on the mark as printed, 4 short in money
		{2018, "-230.0690", true, false}, // no dollars: 0.23 points of the base
		{2017, "-10.0000", true, false},  // below the mark but above it in money: the two do not agree
		{2016, "", false, true},          // it has no price
		{2015, "-0.1000", false, false},  // spending has a decimal
		{2014, "0.1000", false, true},    // spending may be 1.5
	} {
		f, _ := v.Figure("dac", "SWE", c.year, "share")
		p, ok := v.Price(d.Guidelines["mark"], f)
		got := ""
		if ok {
			got = dataset.Plain(p.Value, 4)
		}
		if got != c.want || p.About != c.about || p.Negligible() != c.none {
			t.Errorf("%d: %s, about %v, none %v; want %s, about %v", c.year, got, p.About, p.Negligible(), c.want, c.about)
		}
	}
	terms := dataset.Terms{Source: "dac", Measure: "share", Guideline: "mark", Collective: "donors"}
	a, err := v.Ask(terms, dataset.Query{Subject: "SWE", Year: 2019, Measure: "shortfall"})
	if err != nil || a.Value != 0 {
		t.Errorf("a share that meets the mark as printed is short of it by %v, %v", a, err)
	}
}
