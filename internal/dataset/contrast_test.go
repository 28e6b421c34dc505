package dataset_test

import (
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

// TestIncomplete holds what can be asked of an edition in which members are missing: a count is a bound, and not
// compared with another; a rank comes with the members on both sides of the mark.
func TestIncomplete(t *testing.T) {
	d, errs := load(map[string]string{
		"data/members.csv": "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\nSWE,SE,Sweden,member,1965-01-01,Europe,,0,0\nTUR,TR,Türkiye,member,1961-01-01,Europe,,1,0\n" +
			"DNK,DK,Denmark,member,1965-01-01,Europe,,2,0\nFRA,FR,France,member,1961-01-01,Europe,,3,0\n",
		"data/dac/2020-04-16.csv": "member,year,measure,value,status\nSWE,2018,oda,0.99,actual\nTUR,2018,oda,1.15,actual\nDNK,2018,oda,0.60,actual\nFRA,2018,oda,0.40,actual\n" +
			"SWE,2017,oda,0.99,actual\nTUR,2017,oda,1.15,actual\nDNK,2017,oda,0.60,actual\nSWE,2019,oda,0.99,actual\nTUR,2019,oda,1.15,actual\nDNK,2019,oda,0.60,actual\n",
	})
	if errs != "" {
		t.Fatal(errs)
	}
	v, terms := d.AsOf(day("2020-12-31")), dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Collective: "donors"}
	for _, c := range []struct {
		from, year int
		want       string
	}{
		{2018, 2019, "members are missing, so the change is not known"},
		{2017, 2018, "members are missing, so the change is not known"},
	} {
		if _, err := v.Ask(terms, dataset.Query{From: c.from, Year: c.year, Derived: "meeting", Comparison: "change"}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%d to %d: got %v", c.from, c.year, err)
		}
	}
	a, err := v.Ask(terms, dataset.Query{Year: 2019, Derived: "meeting"})
	if err != nil || !a.AtLeast || a.Value != 2 {
		t.Errorf("got %+v, %v", a, err)
	}
	a, err = v.Ask(terms, dataset.Query{Subject: "DNK", Year: 2019, Derived: "rank"})
	if err != nil || a.Value != 3 || a.Tally == nil || a.Tally.Meeting != 2 {
		t.Errorf("got %+v, %v", a, err)
	}
}

// TestIncompleteSum adds up amounts of which one is missing: a bound, unless what is missing may be negative.
func TestIncompleteSum(t *testing.T) {
	none := "no net of France for 2019 in the edition of DAC, released 2020-04-16"
	for min, want := range map[string]string{"": "", "min = -1000\n": none} {
		d, errs := load(map[string]string{
			"data/members.csv": "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n" +
				"SWE,SE,Sweden,member,1965-01-01,Europe,,0,0\nTUR,TR,Türkiye,member,1961-01-01,Europe,,1,0\n" +
				"DNK,DK,Denmark,member,1965-01-01,Europe,,2,0\nFRA,FR,France,member,1961-01-01,Europe,,3,0\n",
			"data/measures.toml": small["data/measures.toml"] + "[net]\nname = \"N\"\nunit = \"usd_million\"\n" + min,
			"data/dac/2020-04-16.csv": "member,year,measure,value,status\n" +
				"SWE,2019,net,9,actual\nTUR,2019,net,7,actual\nDNK,2019,net,4,actual\n",
		})
		if errs != "" {
			t.Fatal(errs)
		}
		q := dataset.Query{Year: 2019, Measure: "net", Derived: "sum"}
		a, err := d.AsOf(day("2020-12-31")).Ask(dataset.Terms{Source: "dac", Measure: "oda"}, q)
		if want == "" && (err != nil || a.Value != 20 || !a.AtLeast) || want != "" && (err == nil || err.Error() != want) {
			t.Errorf("%q: got %+v, %v", min, a, err)
		}
	}
}

// TestSourceMissing names a folder of data/ that no source.toml describes.
func TestSourceMissing(t *testing.T) {
	_, errs := load(map[string]string{"data/bank/2020-01-01.csv": "member,year,measure,value,status\n"})
	const want = "data/bank/source.toml: the file is missing\n\thint: every folder of data/ is a source: add its source.toml with name, publisher and a [[release]] for each file, or move the folder elsewhere"
	if !strings.Contains(errs, want) {
		t.Errorf("got %s", errs)
	}
}
