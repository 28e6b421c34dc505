package importer_test

import (
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/importer"
	"burdenshare/internal/overlay"
)

// FuzzRead looks for panics, for errors without a message, and for figures that the report would not accept.
func FuzzRead(f *testing.F) {
	for _, c := range golden.Cases(f, "mistakes.txtar") {
		src := readingOf(f, c).src
		f.Add(false, "share", 0, src)
		f.Add(false, "usd", 2018, src)
	}
	b := newBook(f)
	f.Add(true, "share", 0, b.bytes())
	b.style("B2", "C3", "0.00%", true)
	b.must(b.MergeCell(first, "A1", "B1"))
	f.Add(true, "real", 2018, b.bytes())
	d := dataOf(f)
	f.Fuzz(func(t *testing.T, workbook bool, measure string, year int, src string) {
		r := reading{src: src, requests: []importer.Request{{Measure: measure, Year: year}}}
		if workbook {
			r.file = "t.xlsx"
		}
		in, _, errs := r.read(t, d)
		for _, e := range errs {
			if e.Msg == "" {
				t.Errorf("an error without a message at %s", e.Pos)
			}
		}
		if errs.Failed() {
			return
		}
		root := overlay.Root{Base: small, Files: map[string][]byte{
			"data/pact/2020-06-01.csv": in.CSV(),
			"data/pact/source.toml":    append(append([]byte{}, small["data/pact/source.toml"].Data...), "[[release]]\ndate = 2020-06-01\ntitle = \"Pact\"\nurl = \"https://example.org/\"\n"...),
		}}
		if _, wrong := dataset.Load(root); wrong.Failed() {
			t.Errorf("figures that the report does not accept: %v", wrong)
		}
	})
}
