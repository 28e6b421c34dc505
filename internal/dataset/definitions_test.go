package dataset_test

import (
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

// TestDerivations lists which derived measures are compared with a guideline, and which are of all members.
func TestDerivations(t *testing.T) {
	var guideline, all []string
	for _, d := range dataset.Derivations {
		if d.Guideline {
			guideline = append(guideline, d.Name)
		}
		if d.Collective {
			all = append(all, d.Name)
		}
	}
	if got, want := strings.Join(guideline, " "), "distance shortfall meets misses pace meeting below"; got != want {
		t.Errorf("with a guideline: %s, want %s", got, want)
	}
	if got, want := strings.Join(all, " "), "meeting below median mean weighted_mean highest lowest sum"; got != want {
		t.Errorf("of all: %s, want %s", got, want)
	}
}

// TestSourceWith holds which source answers a year on a day: none where nobody had joined.
func TestSourceWith(t *testing.T) {
	d := sound(map[string]string{release: small[release] + "SWE,1950,oda,0.50,actual\n"})
	for _, c := range []struct {
		year      int
		day, want string
	}{{0, "2021-01-01", "dac"}, {2019, "2021-01-01", "dac"}, {2019, "2020-01-01", ""}, {0, "2020-01-01", ""}, {1950, "2021-01-01", ""}} {
		if got := d.SourceWith("oda", c.year, day(c.day)); got != c.want {
			t.Errorf("%d on %s: counted by %q, want %q", c.year, c.day, got, c.want)
		}
	}
}

// TestCurrency lists in which unit the distances of a measure are priced.
func TestCurrency(t *testing.T) {
	d, errs := load(map[string]string{
		"data/units.toml": "[eur]\nplural = \"euros\"\ncurrency = \"EUR\"\nrate = true\n[meur]\nplural = \"million euros\"\nscale = 1000000\ncurrency = \"EUR\"\n[usd]\nplural = \"dollars a head\"\ncurrency = \"CHF\"\nrate = true\n",
		"data/measures.toml": small["data/measures.toml"] + "of = \"gni\"\n[gni]\nname = \"G\"\nunit = \"usd_million\"\n[heads]\nname = \"H\"\nunit = \"persons\"\n" +
			"[part]\nname = \"P\"\nunit = \"percent\"\nof = \"heads\"\n[aid]\nname = \"A\"\nunit = \"eur\"\nof = \"heads\"\n[francs]\nname = \"F\"\nunit = \"usd\"\nof = \"heads\"\n" +
			"[odd]\nname = \"O\"\nunit = \"eur\"\nof = \"gni\"\n[men]\nname = \"M\"\nunit = \"persons\"\nof = \"heads\"\n[rated]\nname = \"R\"\nunit = \"eur\"\nof = \"part\"\n",
		"data/guidelines.toml":    small["data/guidelines.toml"] + "[sum]\nname = \"900\"\nmeasure = \"gni\"\nat_least = 900\nadopted = 1980-01-01\n",
		"data/dac/2020-04-16.csv": small["data/dac/2020-04-16.csv"] + "SWE,2019,gni,800,actual\n",
	})
	if errs != "" {
		t.Fatal(errs)
	}
	for measure, want := range map[string]string{"oda": "usd_million", "gni": "", "part": "", "aid": "meur", "francs": "CHF", "odd": "", "men": "", "rated": ""} {
		got := ""
		if u := d.Currency(d.Measures[measure]); u != nil {
			got = u.ID
		}
		if got != want {
			t.Errorf("%s is priced in %q, want %q", measure, got, want)
		}
	}
	v := d.AsOf(day("2021-01-01"))
	f, _ := v.Figure("dac", "SWE", 2019, "gni")
	if p, ok := v.Price(d.Guidelines["sum"], f); !ok || p.Value != -100 || p.Unit.ID != "usd_million" || len(p.Figures()) > 0 {
		t.Errorf("money itself: %+v, %t", p, ok)
	}
	if got := d.SourceWith("oda", 0, day("2021-01-01")); got != "dac" {
		t.Errorf("one year is counted by %q", got)
	}
	if d, _ := load(map[string]string{"data/dac/none.txt": ""}); d.Doubts.Any() {
		t.Error("a file that is not used makes figures doubtful")
	}
}

// TestDecisiveDifference holds that a doubt about a figure that does not follow from others decides a count where the
// computed figure is on the other side of the mark.
func TestDecisiveDifference(t *testing.T) {
	for spending, want := range map[string]bool{"18": true, "30": false} {
		files := maps.Clone(books)
		files["data/dac/2020-04-16.csv"] = "member,year,measure,value,status\nSWE,2019,gni,1000,actual\nSWE,2019,spending," + spending + ",actual\nSWE,2019,share,2.0,actual\n"
		files[notesFile] = "[[note]]\nmeasure = \"share\"\nkind = \"doubt\"\ntext = \"As printed.\"\n"
		d := sound(files)
		v := d.AsOf(day("2020-12-31"))
		list := v.DecisiveFigures(v.Known("dac")[0].Tally(d.Guidelines["mark"], 2019))
		if (len(list) == 1) != want || want && (!list[0].Known || dataset.Round(list[0].Other, 1) != 1.8 || !list[0].Meets) {
			t.Errorf("with a spending of %s: %+v", spending, list)
		}
	}
}
