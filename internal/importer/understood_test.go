package importer_test

import (
	"bytes"
	"fmt"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestUnderstood reads tables as people print them, and says how each block was understood and what was not taken. None
// has an error.
func TestUnderstood(t *testing.T) {
	d := dataOf(t)
	golden.CheckCases(t, "understood.txtar", func(c golden.Case) string {
		in, _, errs := readingOf(t, c).read(t, d)
		if errs.Failed() {
			return errs.Error()
		}
		said := strings.Split(rows(in), "; ")
		for _, b := range in.Blocks {
			said = append(said, fmt.Sprintf("%s: %s, %q, %s, %d and %d", b.Where, b.Layout, b.Measure, b.Numbers, b.Figures, b.None))
		}
		return strings.Join(append(said, in.Unread...), "\n")
	})
}

// TestMistakes reads tables that cannot be read as they are, and TestDoubts such as look wrong beside the edition before.
func TestMistakes(t *testing.T) { saysOf(t, "mistakes.txtar") }
func TestDoubts(t *testing.T)   { saysOf(t, "doubts.txtar") }

func saysOf(t *testing.T, name string) {
	t.Helper()
	d := dataOf(t)
	golden.CheckCases(t, name, func(c golden.Case) string {
		_, _, errs := readingOf(t, c).read(t, d)
		return errs.Error()
	})
}

// TestWindowsText reads text as some programs save it.
func TestWindowsText(t *testing.T) {
	in, _, errs := reading{src: "\ufeffCountry,2017,2018\r\nUK,2.10,2.13\r\n"}.read(t, dataOf(t))
	if got := rows(in); errs.Failed() || got != "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual" {
		t.Errorf("got %s, %v", got, errs)
	}
	for src, want := range map[string]string{
		"Country,2018\nT\xfcrkiye,1.8\n": "t.csv:2:2: text that is not UTF-8\n\thint: save the file as UTF-8",
		"\xff\xfeC\x00":                  "t.csv:1:1: text in UTF-16\n\thint: save the file as UTF-8",
	} {
		if _, _, errs := (reading{src: src}).read(t, dataOf(t)); errs.Error() != want {
			t.Errorf("%q: got %v", src, errs)
		}
	}
}

// TestEuropeanCodes reads the codes of two letters that Eurostat has for two countries.
func TestEuropeanCodes(t *testing.T) {
	files := maps.Clone(small)
	files["data/members.csv"] = &fstest.MapFile{Data: append(bytes.Replace(small["data/members.csv"].Data, []byte(",UK\n"), []byte(",\n"), 1),
		"GRC,GR,Greece,member,1952-02-18,Europe,,4,0,\n"...)}
	d := golden.Must(dataset.Load(files))
	in, _, errs := reading{src: "geo,2018\nEL,2.40\nUK,2.13\n"}.read(t, d)
	if got, want := rows(in), "GBR,2018,share,2.13,actual; GRC,2018,share,2.40,actual"; errs.Failed() || got != want {
		t.Errorf("got %s, %v, want %s", got, errs, want)
	}
}
