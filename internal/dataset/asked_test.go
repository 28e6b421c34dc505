package dataset_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

// TestMemberHint checks which member is suggested for a word that is not a code.
func TestMemberHint(t *testing.T) {
	for word, want := range map[string]string{
		"Polmark": "write POM, the code of Polmark; codes are in data/members.csv",
		"North":   "write MKR, the code of North Marona; codes are in data/members.csv",
		"Estvlae": "write ESV, the code of Estvale; codes are in data/members.csv",
		"Slo":     "write SVA for Slokia or SVO for Slovoria; codes are in data/members.csv",
		"ESX":     `did you mean "ESA", the code of Sparavia? codes are in data/members.csv`,
		"allies":  "write allies for all members; codes are in data/members.csv",
		"ally":    "write allies for all members; codes are in data/members.csv",
		"members": "write allies for all members; codes are in data/members.csv",
		"zz":      "codes are in data/members.csv, and allies means all of them",
	} {
		if got := whole().MemberHint(word, "allies"); got != want {
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
	d, _ := load(map[string]string{"data/members.csv": small["data/members.csv"] +
		"GBR,GB,United Kingdom,member,1961-01-01,Europe,,2,0\nGRC,GR,Greece,member,1961-01-01,Europe,,3,0\n"})
	for _, c := range [][3]string{
		{"team", "teams", "write teams for all members; codes are in data/members.csv"},
		{"tab", "teams", "codes are in data/members.csv, and teams means all of them"},
		{"cab", "crew", "codes are in data/members.csv, and crew means all of them"},
		{"SWX", "crew", `did you mean "SWE", the code of Sweden? codes are in data/members.csv`},
		{"XWE", "crew", "codes are in data/members.csv, and crew means all of them"},
	} {
		if got := d.MemberHint(c[0], c[1]); got != c[2] {
			t.Errorf("%s of %s: got %q, want %q", c[0], c[1], got, c[2])
		}
	}
	for word, want := range map[string]string{
		"UK": "write GBR, the code of United Kingdom; codes are in data/members.csv",
		"EL": "write GRC, the code of Greece; codes are in data/members.csv",
	} {
		if got := d.MemberHint(word); got != want { // codes of two letters in use that are not those of ISO 3166
			t.Errorf("%s: got %q, want %q", word, got, want)
		}
	}
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

// TestDoubts checks which queries an unreadable row may affect.
func TestDoubts(t *testing.T) {
	d, errs := load(map[string]string{"data/dac/2020-04-16.csv": small["data/dac/2020-04-16.csv"] + "SWE,2018,oda,much,actual\n"})
	if errs == "" {
		t.Fatal("the row with the error was read")
	}
	for _, c := range []struct {
		q    dataset.Query
		want bool
	}{
		{dataset.Query{Source: "dac", Subject: "SWE", Year: 2018}, true},
		{dataset.Query{Source: "dac", Subject: "SWE", Year: 2019}, false},
		{dataset.Query{Source: "dac", Subject: "TUR", Year: 2018}, false},
		{dataset.Query{Source: "dac", Subject: "TUR", Against: "SWE", Year: 2018}, true},
		{dataset.Query{Source: "dac", Year: 2018}, true},
		{dataset.Query{Source: "dac", Subject: "TUR", Year: 2018, Derived: "rank"}, true},
		{dataset.Query{Source: "dac", Subject: "TUR", Year: 2018, Derived: "share_of_total"}, true},
		{dataset.Query{Source: "dac", Subject: "ALL", Year: 2018, Derived: "like_for_like"}, true},
		{dataset.Query{Source: "dac", Subject: "TUR", Year: 2018, Derived: "distance"}, false},
		{dataset.Query{Source: "dac", Subject: "SWE", From: 2018, Year: 2019}, true},
		{dataset.Query{Source: "dac", Subject: "SWE", From: 2017, Year: 2018}, true},
		{dataset.Query{Source: "dac", Subject: "SWE", From: 2017, Year: 2019}, false},
		{dataset.Query{Source: "bank", Subject: "SWE", Year: 2018}, false},
		{dataset.Query{Source: "bank", Subject: "SWE", Year: 2018, Derived: "shortfall"}, true},
	} {
		if got := d.Doubts.Touch(c.q); got != c.want {
			t.Errorf("%+v: %t", c.q, got)
		}
	}
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
