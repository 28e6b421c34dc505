package dataset_test

import (
	"math"
	"slices"
	"testing"

	"burdenshare/internal/dataset"
)

// TestBand holds what each side of a mark requires: its bounds, which values meet it, from where a distance is
// measured, and what is better.
func TestBand(t *testing.T) {
	low, high := math.Inf(-1), math.Inf(1)
	for _, c := range []struct {
		band         dataset.Band
		side         dataset.Side
		kind, missed string
		marks        []float64
		holds        [5]bool // 1, 2, 2.5, 3 and 4
		edges        [5]float64
		favour       [2]float64 // of −1 and 1
		with         dataset.Band
	}{
		{dataset.Band{Low: 2, High: high}, dataset.Floor, "floor", "short of", []float64{2}, [5]bool{false, true, true, true, true}, [5]float64{2, 2, 2, 2, 2}, [2]float64{-1, 1}, dataset.Band{Low: 2.2, High: high}},
		{dataset.Band{Low: low, High: 3}, dataset.Ceiling, "ceiling", "above", []float64{3}, [5]bool{true, true, true, true, false}, [5]float64{3, 3, 3, 3, 3}, [2]float64{1, -1}, dataset.Band{Low: low, High: 2.2}},
		{dataset.Band{Low: 2, High: 3}, dataset.Between, "band", "outside", []float64{2, 3}, [5]bool{false, true, true, true, false}, [5]float64{2, 2, 2.5, 3, 3}, [2]float64{-1, -1}, dataset.Band{Low: 2.2, High: 3}},
	} {
		g := &dataset.Guideline{All: c.band, Name: dataset.Goal{Name: "G", Side: c.side}, Own: map[string]dataset.Band{"SWE": {Low: 1, High: high}}}
		if c.band.Side() != c.side || g.Name.Kind() != c.kind || c.side.Missed() != c.missed || !slices.Equal(c.band.Marks(), c.marks) || g.Mark() != c.marks[0] || g.With(2.2) != c.with || g.Name.String() != "G" {
			t.Errorf("%v: %v, %s, %s, marks %v, %v", c.band, c.band.Side(), g.Name.Kind(), c.side.Missed(), c.band.Marks(), g.With(2.2))
		}
		for i, v := range []float64{1, 2, 2.5, 3, 4} {
			if g.MetBy("TUR", v) != c.holds[i] || c.band.Edge(v) != c.edges[i] || !g.MetBy("SWE", v) {
				t.Errorf("%v holds %v: %t, from %v", c.band, v, g.MetBy("TUR", v), c.band.Edge(v))
			}
		}
		if got := [2]float64{c.side.Favour(-1), c.side.Favour(1)}; got != c.favour {
			t.Errorf("%v prefers %v, want %v", c.band, got, c.favour)
		}
	}
}
