package pages

import (
	"slices"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// TestReleaseRows holds that releases not held stand among those held by their day, also several in a row.
func TestReleaseRows(t *testing.T) {
	day := civil.MustParse
	view := sourceView{
		Editions: []editionView{
			{Edition: &dataset.Edition{Release: &dataset.Release{Date: day("2024-06-17")}}},
			{Edition: &dataset.Edition{Release: &dataset.Release{Date: day("2016-07-04")}}},
		},
		NotHeld: []*dataset.Missing{{Date: day("2015-06-22")}, {Date: day("2019-06-25")}, {Date: day("2021-06-11")}, {Date: day("2025-08-28")}},
	}
	var days []string
	for _, r := range view.Rows() {
		days = append(days, r.day().String())
	}
	want := []string{"2025-08-28", "2024-06-17", "2021-06-11", "2019-06-25", "2016-07-04", "2015-06-22"}
	if !slices.Equal(days, want) {
		t.Errorf("got %q, want %q", days, want)
	}
}
