package dataset_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
)

// BenchmarkLoad loads editions of a dozen years.
func BenchmarkLoad(b *testing.B) {
	root := os.DirFS("../../testdata/report")
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := dataset.Load(root); errs.Failed() {
			b.Fatal(errs)
		}
	}
	b.ReportMetric(float64(len(whole().Figures))*float64(b.N)/b.Elapsed().Seconds(), "figures/s")
}

// BenchmarkLoadMany loads a million figures, of 400 members in 32 editions.
func BenchmarkLoadMany(b *testing.B) {
	root := many(400, 94, 32)
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := dataset.Load(root); errs.Failed() {
			b.Fatal(errs)
		}
	}
}

// many returns the data of a report on many members.
func many(members, years, editions int) fstest.MapFS {
	root := fstest.MapFS{
		"data/measures.toml":   {Data: []byte("[share]\nname = \"Share\"\nunit = \"percent\"\ndecimals = 2\ndefinition = \"A share.\"\n")},
		"data/guidelines.toml": {Data: []byte("[mark]\nname = \"the mark\"\nmeasure = \"share\"\nat_least = 1\nadopted = 1900-01-01\nevent = \"Founding\"\n")},
	}
	code := func(i int) string { return string([]byte{'A' + byte(i/26/26), 'A' + byte(i/26%26), 'A' + byte(i%26)}) }
	var list, source strings.Builder
	list.WriteString("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n")
	for i := range members {
		fmt.Fprintf(&list, "%s,%s,Member %s,member,1900-01-01,All,,%d,%d\n", code(i), code(i)[1:], code(i), i%20, i/20)
	}
	root["data/members.csv"] = &fstest.MapFile{Data: []byte(list.String())}
	source.WriteString("name = \"Office\"\npublisher = \"Office\"\ndefinition = \"As reported.\"\nlicense = \"Free.\"\nredistribute = true\n")
	for e := range editions {
		fmt.Fprintf(&source, "\n[[release]]\ndate = %d-01-01\ntitle = \"Edition\"\nurl = \"https://example.org/\"\n", 1990+e)
		var rows strings.Builder
		rows.WriteString("member,year,measure,value,status\n")
		for i := range members {
			for y := range years - editions + e {
				fmt.Fprintf(&rows, "%s,%d,share,%d.%02d,actual\n", code(i), 1990-years+editions+y, (i+y)%3, (i*7+y*3)%100)
			}
		}
		root[fmt.Sprintf("data/office/%d-01-01.csv", 1990+e)] = &fstest.MapFile{Data: []byte(rows.String())}
	}
	root["data/office/source.toml"] = &fstest.MapFile{Data: []byte(source.String())}
	return root
}

// BenchmarkAsk asks for a figure, a count and a rank.
func BenchmarkAsk(b *testing.B) {
	v := whole().AsOf(day("2026-07-31"))
	for name, q := range map[string]dataset.Query{
		"figure": {Subject: "GBL", Year: 2016},
		"count":  {Year: 2016, Measure: "meeting"},
		"rank":   {Subject: "GBL", Year: 2016, Measure: "rank"},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := v.Ask(terms, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
