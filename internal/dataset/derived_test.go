package dataset_test

import (
	"testing"

	"burdenshare/internal/dataset"
)

// TestDerivedIsTrue asks every derived measure of every member and aggregate, and compares the answers with what the
// list of derived measures says of them all.
func TestDerivedIsTrue(t *testing.T) {
	v := whole().AsOf(day("2026-11-23"))
	for _, d := range dataset.Derivations {
		type truths struct{ answered, guideline, negative, others, elsewhere bool }
		got, want := truths{}, truths{true, d.Guideline, d.Signed, d.Others, d.Priced}
		for code := range v.Members {
			if d.Collective {
				code = ""
			}
			for year := 2014; year <= 2026; year++ {
				for _, source := range []string{"norda", "inst"} {
					a, err := v.Ask(terms, dataset.Query{Subject: code, Source: source, Year: year, Derived: d.Name,
						Guideline: map[string]string{"pace": "haven"}[d.Name], Measure: map[string]string{"sum": "spent_current"}[d.Name]})
					if err != nil {
						continue
					}
					got.answered, got.guideline = true, got.guideline || a.Guideline != nil
					got.negative = got.negative || a.Value < 0
					for _, f := range a.Figures {
						got.others = got.others || code != "" && f.Member != code
						got.elsewhere = got.elsewhere || f.Source != source
					}
				}
			}
		}
		if d.Name == "pace" {
			got.elsewhere = d.Priced // which nothing in this report shows
		}
		if got != want {
			t.Errorf("%s: %+v, but its line in derived says %+v", d.Name, got, want)
		}
	}
}
