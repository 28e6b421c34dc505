package dataset_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestMemberHint holds which member is suggested for a word that is not a code: in the report with allies, else in a
// small one whose members are called so.
func TestMemberHint(t *testing.T) {
	more, _ := load(map[string]string{"data/members.csv": small["data/members.csv"] +
		"GBR,GB,United Kingdom,member,1961-01-01,Europe,,2,0\nGRC,GR,Greece,member,1961-01-01,Europe,,3,0\n"})
	golden.CheckLines(t, "hints.txt", func(line string) string {
		word, all, _ := strings.Cut(line, " of ")
		if all == "allies" {
			return whole().MemberHint(word, all)
		}
		return more.MemberHint(word, strings.Fields(all)...)
	})
}

// TestEditionOver checks that the newest edition with more than one year is found, and one with a single year only if
// there is no other.
func TestEditionOver(t *testing.T) {
	release := func(day string, years ...int) (string, string) {
		rows := "member,year,measure,value,status\n"
		for _, year := range years {
			rows += fmt.Sprintf("SWE,%d,oda,0.99,actual\nTUR,%[1]d,oda,1.15,actual\n", year)
		}
		return "data/dac/" + day + ".csv", rows
	}
	for _, c := range []struct {
		years    [][]int // by release, the oldest first
		from, to int
		want     string
	}{
		{[][]int{{2018, 2019}, {2019}}, 0, 0, "2020-04-16"},
		{[][]int{{2019}, {2018, 2019}}, 0, 0, "2021-04-16"},
		{[][]int{{2018}, {2019}}, 0, 0, "2021-04-16"},
		{[][]int{{2018, 2019}, {2019, 2020}}, 2018, 0, "2020-04-16"},
		{[][]int{{2018, 2019}, {2019, 2020}}, 0, 2020, "2021-04-16"},
		{[][]int{{2018, 2019}, {2019, 2020}}, 2018, 2020, ""},
	} {
		files := map[string]string{"data/dac/source.toml": small["data/dac/source.toml"] + "[[release]]\ndate = 2021-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"}
		for i, years := range c.years {
			name, rows := release([]string{"2020-04-16", "2021-04-16"}[i], years...)
			files[name] = rows
		}
		d := sound(files)
		got := ""
		if e, ok := d.AsOf(day("2022-01-01")).EditionOver("dac", "oda", c.from, c.to); ok {
			got = e.Release.Date.String()
		}
		if got != c.want {
			t.Errorf("%v from %d to %d: %q, want %q", c.years, c.from, c.to, got, c.want)
		}
	}
}

// TestDoubts holds which queries an unreadable row may affect: that of Sweden in 2018.
func TestDoubts(t *testing.T) {
	d, errs := load(map[string]string{"data/dac/2020-04-16.csv": small["data/dac/2020-04-16.csv"] + "SWE,2018,oda,much,actual\n"})
	if errs == "" {
		t.Fatal("the row with the error was read")
	}
	golden.CheckLines(t, "doubts.txt", func(line string) string {
		q, _, _ := queryOf(t, aidTerms, line)
		return map[bool]string{true: "in doubt"}[d.Doubts.Touch(q)]
	})
}

// TestNothing loads a root without data.
func TestNothing(t *testing.T) {
	for _, root := range []fstest.MapFS{{}, {"data": {Data: []byte("a file")}}} {
		if _, errs := dataset.Load(root); !strings.Contains(errs.Error(), "data: ") || !strings.Contains(errs.Error(), "a report needs a folder data with members.csv") {
			t.Errorf("%v: %v", root, errs)
		}
	}
}

// TestPriceOfRate prices a distance in euros per head with a population counted in thousands.
func TestPriceOfRate(t *testing.T) {
	files := maps.Clone(small)
	files["data/units.toml"] = "[eur]\nsymbol = \"€\"\nbefore = true\nplural = \"euros\"\ncurrency = \"EUR\"\nrate = true\n[keur]\nplural = \"thousand euros\"\nscale = 1000\ncurrency = \"EUR\"\n[dkk]\nplural = \"kroner\"\ncurrency = \"DKK\"\n[thousands]\nscale = 1000\nplural = \"people\"\n"
	files["data/measures.toml"] = "[oda]\nname = \"Aid a head\"\nunit = \"eur\"\nof = \"heads\"\nmax = 1000\n[heads]\nname = \"People\"\nunit = \"thousands\"\nmax = 1000000\n"
	files["data/guidelines.toml"] = "[un]\nname = \"100 euros a head\"\nmeasure = \"oda\"\nat_least = 100\nadopted = 1970-10-24\n"
	files["data/dac/2020-04-16.csv"] = "member,year,measure,value,status\nSWE,2019,oda,90,actual\nSWE,2019,heads,10000,actual\nTUR,2019,oda,110,actual\n"
	d := sound(files)
	v := d.AsOf(day("2020-12-31"))
	f, _ := v.Figure("dac", "SWE", 2019, "oda")
	// Ten euros short for each of ten million people: 100 million euros.
	if p, ok := v.Price(d.Guidelines["un"], f); !ok || p.Value*p.Unit.Scale != -100e6 || p.Unit.ID != "keur" || !p.About {
		t.Errorf("%+v, %t", p, ok)
	}
	f, _ = v.Figure("dac", "TUR", 2019, "oda")
	if p, ok := v.Price(d.Guidelines["un"], f); ok {
		t.Errorf("without heads: %+v", p)
	}
}
