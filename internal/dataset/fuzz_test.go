package dataset_test

import (
	"maps"
	"math"
	"slices"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

// everyTable has a file of each kind that data/ may hold.
func everyTable() map[string]string {
	files := maps.Clone(small)
	maps.Copy(files, books)
	files["data/units.toml"] = "[doses]\nplural = \"doses\"\nsymbol = \"d\"\nscale = 1e6\n[eur]\nplural = \"euros\"\ncurrency = \"EUR\"\nrate = true\n"
	files["data/guidelines.toml"] += "due = 2024-09-05\npart_of = 5\n[mark.own]\nFIN = 3\n[band]\nname = \"Between\"\nmeasure = \"rise\"\nat_least = 1\nat_most = 4\nadopted = 2015-01-01\n"
	files["data/dac/notes.toml"] = "[[note]]\nmeasure = [\"share\", \"rise\"]\nmembers = [\"SWE\"]\nfrom = 2019\nto = 2020\nreleased_from = 2020-04-16\nkind = \"break\"\ntext = \"T\"\n"
	files["data/outlines.geojson"] = `{"features":[{"properties":{"member":"SWE"},"geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]}`
	return files
}

// FuzzTables writes one file of data/ anew, whatever kind it is of: no panic, also where what could be read is asked
// all that can be asked; each finding has a place; no figure is outside its range; no answer is a number that is none.
func FuzzTables(f *testing.F) {
	files := everyTable()
	names := slices.Sorted(maps.Keys(files))
	for i, name := range names {
		f.Add(uint8(i), files[name])
		f.Add(uint8(i), "")
		f.Add(uint8(i), "\ufeffmember,year,measure,value,status\r\nSWE,2019,oda,\"0,9\n9\",actual")
		f.Add(uint8(i), "member,year,measure,value,status\nSWE,2019,oda,--1,\"\n\"\"\nx")
	}
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		root := rootOf(files)
		root[names[int(which)%len(names)]] = &fstest.MapFile{Data: []byte(text)}
		d, errs := dataset.Load(root)
		for _, e := range errs {
			if e.Pos.File == "" || e.Msg == "" || e.Pos.Line > 0 && e.Pos.Col < 1 {
				t.Errorf("%v has no place", e)
			}
		}
		for _, f := range d.Figures {
			if m := d.Measures[f.Measure]; f.Value < m.Min || f.Value > m.Max {
				t.Errorf("%v is outside the range", f)
			}
		}
		askAll(t, d)
	})
}

// askAll asks a report every question of two years: of its first members and measures, as one input may name hundreds.
func askAll(t *testing.T, d *dataset.Dataset) {
	v := d.AsOf(day("2026-01-01"))
	first := func(list []string) []string { return slices.Concat(list[:min(len(list), 8)], []string{""}) }
	for _, subject := range first(d.Codes()) {
		for _, measure := range first(d.MeasureIDs()) {
			for _, derived := range append(dataset.Derivations, &dataset.Derived{}) {
				for i, comparison := range []string{"", "change", "growth", "ratio"} {
					if i > 0 && derived.Name != "" && subject != "" {
						continue // it is compared as the figure is
					}
					q := dataset.Query{Subject: subject, Year: 2020, Measure: measure, Derived: derived.Name, Comparison: comparison}
					if comparison != "" {
						q.From = 2019
					}
					a, err := v.Ask(bookTerms, q)
					if err == nil && (math.IsNaN(a.Value) || math.IsInf(a.Value, 0)) {
						t.Errorf("%+v is %v", q, a.Value)
					}
				}
			}
		}
	}
}
