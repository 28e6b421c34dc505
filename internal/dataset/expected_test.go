package dataset_test

import (
	"testing"

	"burdenshare/internal/dataset"
)

// TestExpected checks when a figure is a forecast: by the cut-off of the edition, or else by its day.
func TestExpected(t *testing.T) {
	v := whole().AsOf(day("2026-11-23"))
	for _, c := range []struct {
		year     int
		released string
		want     bool
	}{
		{2016, "2016-07-04", true},
		{2016, "2017-03-13", false}, // its cut-off is 15 February 2017
		{2023, "2023-07-07", true},
		{2023, "2024-03-14", false}, // an estimate of a year that is over
		{2025, "2026-07-07", false},
		{2026, "2026-07-07", true},
	} {
		a, err := v.Ask(terms, dataset.Query{Subject: "GBL", Year: c.year, Released: day(c.released)})
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Figures[0].Expected(); got != c.want {
			t.Errorf("%d by the edition of %s is expected: %v, want %v", c.year, c.released, got, c.want)
		}
	}
	if a, err := v.Ask(terms, dataset.Query{Year: 2026, Measure: "meeting"}); err != nil || !a.Tally.Expected() {
		t.Errorf("the count of 2026 is not a forecast: %v", err)
	}
}
