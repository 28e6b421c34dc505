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
		src := string(readingOf(f, c).tables[0].Data)
		f.Add(false, "share", 0, src)
		f.Add(false, "usd", 2018, src)
	}
	f.Add(true, "share", 0, string(edited(f, "")))
	f.Add(true, "real", 2018, string(edited(f, "italics B2:C3\nmerge A1 B1\n")))
	f.Fuzz(func(t *testing.T, workbook bool, measure string, year int, src string) {
		r := csv(src)
		r.requests = []importer.Request{{Measure: measure, Year: year}}
		if workbook {
			r.tables[0].Name = "t.xlsx"
		}
		in, _, errs := r.read(t)
		for _, e := range errs {
			if e.Msg == "" {
				t.Errorf("an error without a message at %s", e.Pos)
			}
		}
		if errs.Failed() {
			return
		}
		root := overlay.Root{Base: pact, Files: map[string][]byte{
			"data/pact/2020-06-01.csv": in.CSV(),
			"data/pact/source.toml":    append(append([]byte{}, pact["data/pact/source.toml"].Data...), "[[release]]\ndate = 2020-06-01\ntitle = \"Pact\"\nurl = \"https://example.org/\"\n"...),
		}}
		if _, wrong := dataset.Load(root); wrong.Failed() {
			t.Errorf("figures that the report does not accept: %v", wrong)
		}
	})
}
