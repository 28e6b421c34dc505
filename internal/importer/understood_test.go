package importer_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/importer"
)

// TestUnderstood reads tables as people print them, and says how each block was understood and what was not taken. None
// has an error.
func TestUnderstood(t *testing.T) {
	saysOf(t, "understood.txtar", func(in *importer.Result, _ []importer.Comparison, errs diag.List) string {
		if errs.Failed() {
			return errs.Error()
		}
		said := []string{rows(in)}
		for _, b := range in.Blocks {
			said = append(said, fmt.Sprintf("%s: %s, %q, %s, %d and %d", b.Where, b.Layout, b.Measure, b.Numbers, b.Figures, b.None))
		}
		return strings.Join(append(said, in.Unread...), "\n")
	})
}

// TestMistakes reads tables that cannot be read as they are, and TestDoubts such as look wrong beside the edition before.
func TestMistakes(t *testing.T) { saysOf(t, "mistakes.txtar", onlyErrors) }
func TestDoubts(t *testing.T)   { saysOf(t, "doubts.txtar", onlyErrors) }

func onlyErrors(_ *importer.Result, _ []importer.Comparison, errs diag.List) string {
	return errs.Error()
}

// TestWorkbooks covers features of spreadsheets: what is shown counts, and what cannot be trusted is reported with the
// name of the cell.
func TestWorkbooks(t *testing.T) {
	saysOf(t, "workbooks.txtar", func(in *importer.Result, _ []importer.Comparison, errs diag.List) string {
		if errs.Failed() {
			return errs.Error()
		}
		return strings.TrimSpace(strings.Join(append([]string{errs.Error(), rows(in)}, in.Unread...), "\n"))
	})
}

// TestCompared holds how figures differ from those of the edition before.
func TestCompared(t *testing.T) {
	saysOf(t, "compared.txtar", func(_ *importer.Result, list []importer.Comparison, errs diag.List) string {
		said := errs.Error()
		for _, c := range list {
			said += c.Measure.ID + " is new"
			if c.Edition != nil {
				said = strings.TrimSuffix(said, "is new") + "beside " + c.Edition.String()
			}
			said += fmt.Sprintf(": %d the same, %d now firm, %d now estimates, %d new, %d of other years\n", c.Same, c.Firm, c.Loose, c.New, c.Left)
			for _, r := range c.Revised {
				said += fmt.Sprintf("revised from %s: %s, %s\n", r.Before.Plain(), r.Now, r.Now.Text)
			}
			for _, f := range c.Removed {
				said += fmt.Sprintf("removed: %s %d\n", f.Member, f.Year)
			}
		}
		return said
	})
}

func saysOf(t *testing.T, name string, said func(*importer.Result, []importer.Comparison, diag.List) string) {
	t.Helper()
	golden.CheckCases(t, name, func(c golden.Case) string { return said(readingOf(t, c).read(t)) })
}

// TestWindowsText reads text as some programs save it.
func TestWindowsText(t *testing.T) {
	in, _, errs := csv("\ufeffCountry,2017,2018\r\nUK,2.10,2.13\r\n").read(t)
	if got := rows(in); errs.Failed() || got != "GBR,2017,share,2.10,actual\nGBR,2018,share,2.13,actual" {
		t.Errorf("got %s, %v", got, errs)
	}
	for src, want := range map[string]string{
		"Country,2018\nT\xfcrkiye,1.8\n": "t.csv:2:2: text that is not UTF-8\n\thint: save the file as UTF-8",
		"\xff\xfeC\x00":                  "t.csv:1:1: text in UTF-16\n\thint: save the file as UTF-8",
	} {
		if _, _, errs := csv(src).read(t); errs.Error() != want {
			t.Errorf("%q: got %v", src, errs)
		}
	}
}
