package release

import (
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/importer"
	"burdenshare/internal/unit"
)

// TestChange holds that a revision is told with the digits of its figures, and which way it went where they are below
// zero.
func TestChange(t *testing.T) {
	for _, c := range []struct {
		unit     dataset.Unit
		before   float64
		decimals int
		now      float64
		text     string
		want     string
	}{
		{dataset.Percent, 1.234, 3, 1.235, "1.235", "+0.001"},
		{dataset.Percent, 0.7, 1, 0.65, "0.65", "-0.05"},
		{dataset.Percent, 2, 0, 3, "3", "+1"},
		{&unit.Unit{ID: "usd"}, 200, 0, 150, "150", "-25.0%"},
		{&unit.Unit{ID: "usd"}, -200, 0, -150, "-150", "+25.0%"},
		{&unit.Unit{ID: "usd"}, 0, 0, 150, "150", ""},
	} {
		now := &importer.Figure{Text: c.text, Value: c.now}
		r := importer.Revision{Now: now, Before: &dataset.Figure{Value: c.before, Decimals: c.decimals}}
		if got := change(r, &dataset.Measure{Unit: c.unit}); got != c.want {
			t.Errorf("%v to %s: got %q, want %q", c.before, c.text, got, c.want)
		}
	}
}
