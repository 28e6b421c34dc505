package dataset_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

var aidTerms = dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Collective: "donors"}

// TestOutlines holds that a member's outline is its outer rings, and none where one of them is not on earth.
func TestOutlines(t *testing.T) {
	for ring, want := range map[string]int{"[[-180,-90],[180,90],[0,0]]": 1, "[[0,0],[1,1]]": 0} {
		d, _ := load(map[string]string{"data/outlines.geojson": fmt.Sprintf(
			`{"features":[{"properties":{"member":"SWE"},"geometry":{"type":"MultiPolygon","coordinates":[[%s,[[5,5],[6,6],[7,5]]]]}}]}`, ring)})
		if lines := d.Members["SWE"].Outline; len(lines) != want || want == 1 && len(lines[0]) != 3 {
			t.Errorf("%s: %v", ring, lines)
		}
	}
}

// TestFollowing holds that errors that only follow from others are silent: an outline of a member whose row cannot be
// read.
func TestFollowing(t *testing.T) {
	_, errs := load(map[string]string{"data/members.csv": strings.Replace(small["data/members.csv"], "SWE,", "SWE\xff,", 1),
		"data/outlines.geojson": `{"features":[{"properties":{"member":"SWE"},"geometry":{"type":"MultiPolygon"}}]}`})
	if strings.Contains(errs, "outline") || !strings.Contains(errs, "UTF-8") {
		t.Errorf("an outline: %s", errs)
	}
}

// TestDoubtsOfFirstRow holds that the first row of a file is doubted alone, and the whole file where its header is
// wrong.
func TestDoubtsOfFirstRow(t *testing.T) {
	q := dataset.Query{Source: "dac", Subject: "TUR", Year: 2019}
	for file, want := range map[string]bool{
		"member,year,measure,value,status\nSWE,2019,oda,much,actual\n": false,
		"member,jahr,measure,value,status\nSWE,2019,oda,1,actual\n":    true,
	} {
		d, errs := load(map[string]string{"data/dac/2020-04-16.csv": file})
		if errs == "" || d.Doubts.Touch(q) != want {
			t.Errorf("%q: %v, %s", file, d.Doubts.Touch(q), errs)
		}
	}
}

// TestPriceFromEarlier prices a figure by what an earlier release of its own source says of the whole, and rather by
// another source.
func TestPriceFromEarlier(t *testing.T) {
	files := maps.Clone(small)
	files["data/measures.toml"] = "[oda]\nname = \"Aid\"\nunit = \"percent\"\ndecimals = 2\nof = \"gni\"\n[gni]\nname = \"Income\"\nunit = \"usd_million\"\n"
	files["data/dac/source.toml"] = small["data/dac/source.toml"] + "[[release]]\ndate = 2019-04-16\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n"
	files["data/dac/2019-04-16.csv"] = "member,year,measure,value,status\nSWE,2019,gni,1000,actual\n"
	files["data/dac/2020-04-16.csv"] = "member,year,measure,value,status\nSWE,2019,oda,0.60,actual\n"
	price := func() (dataset.Price, bool) {
		t.Helper()
		d := sound(files)
		v := d.AsOf(day("2021-01-01"))
		f, _ := v.Figure("dac", "SWE", 2019, "oda")
		return v.Price(d.Guidelines["un"], f)
	}
	if p, ok := price(); !ok || dataset.Plain(p.Value, 2) != "-1.00" || p.Elsewhere == nil || p.Elsewhere.Source != "dac" {
		t.Errorf("by an earlier release: %+v, %v", p, ok)
	}
	files["data/bank/source.toml"] = strings.ReplaceAll(small["data/dac/source.toml"], "DAC", "Bank")
	files["data/bank/2020-04-16.csv"] = "member,year,measure,value,status\nSWE,2019,gni,2000,actual\n"
	if p, ok := price(); !ok || dataset.Plain(p.Value, 2) != "-2.00" || p.Elsewhere == nil || p.Elsewhere.Source != "bank" {
		t.Errorf("by another source: %+v, %v", p, ok)
	}
}
