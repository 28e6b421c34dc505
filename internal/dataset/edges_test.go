package dataset_test

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/dataset"
)

var aidTerms = dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Collective: "donors"}

// TestOutlines reads where members are on a map, up to the ends of the earth.
func TestOutlines(t *testing.T) {
	for ring, want := range map[string]string{
		"[[-180,-90],[180,90],[0,0]]":   "",
		"[[-180,-90],[180.1,90],[0,0]]": "not on earth",
		"[[-180,-90],[180,90.1],[0,0]]": "not on earth",
		"[[0,0],[1,1]]":                 "not on earth",
	} {
		d, errs := load(map[string]string{"data/outlines.geojson": fmt.Sprintf(
			`{"features":[{"properties":{"member":"SWE"},"geometry":{"type":"MultiPolygon","coordinates":[[%s,[[5,5],[6,6],[7,5]]]]}}]}`, ring)})
		if (errs == "") != (want == "") || !strings.Contains(errs, want) {
			t.Errorf("%s: %q", ring, errs)
		}
		if lines := d.Members["SWE"].Outline; want == "" && (len(lines) != 1 || len(lines[0]) != 3) || want != "" && lines != nil {
			t.Errorf("%s: %v", ring, lines)
		}
	}
	for feature, want := range map[string]string{
		`{"properties":{"member":"ALL"},"geometry":{"type":"MultiPolygon"}}`: `an outline of "ALL", which is not a member`,
		`{"properties":{"member":"SWE"},"geometry":{"type":"Polygon"}}`:      `the outline of SWE is a "Polygon"`,
		`{`: "the outlines cannot be read",
	} {
		if _, errs := load(map[string]string{"data/outlines.geojson": `{"features":[` + feature + `]}`}); !strings.Contains(errs, want) {
			t.Errorf("%s: %q", feature, errs)
		}
	}
}

// TestFollowing holds that errors that only follow from others are silent: an outline of a member whose row cannot be
// read, and a note on a release whose file or day cannot.
func TestFollowing(t *testing.T) {
	members := strings.Replace(small["data/members.csv"], "SWE,", "SWE\xff,", 1)
	_, errs := load(map[string]string{"data/members.csv": members,
		"data/outlines.geojson": `{"features":[{"properties":{"member":"SWE"},"geometry":{"type":"MultiPolygon"}}]}`})
	if strings.Contains(errs, "outline") || !strings.Contains(errs, "UTF-8") {
		t.Errorf("an outline: %s", errs)
	}
	for old, now := range map[string]string{"date = 2020-04-16": "date = 2020-4-16", "date = 2020-04-16\n": "date = 2020-04-17\n",
		"[[release]]": "[[release]"} {
		changes := aidWith("[[note]]\nmeasure = \"oda\"\ntext = \"x\"\nreleased_from = 2020-04-16\n")
		changes["data/dac/source.toml"] = strings.Replace(aid["data/dac/source.toml"], old, now, 1)
		if _, errs := load(changes); strings.Contains(errs, "released nothing") || errs == "" {
			t.Errorf("%s: %s", now, errs)
		}
	}
	for old, now := range map[string]string{"date = 2020-04-16": "date = 2020-4-16", "[[release]]": "[[releases]]"} {
		changes := map[string]string{"data/dac/source.toml": strings.Replace(aid["data/dac/source.toml"], old, now, 1)}
		if _, errs := load(changes); strings.Contains(errs, "no release") || errs == "" {
			t.Errorf("%s: %s", now, errs)
		}
	}
	changes := aidWith("[[note]]\nmeasure = \"oda\"\ntext = \"x\"\n")
	changes["data/measures.toml"] = "[oda\n"
	if _, errs := load(changes); strings.Contains(errs, "unknown measure") || errs == "" {
		t.Errorf("measures that cannot be read: %s", errs)
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
