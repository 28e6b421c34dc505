package form

import (
	"fmt"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/unit"
)

// TestTileValues holds how the values of tiles are written: in full where all fit, else without the unit, which the key
// names, and as signs where no number fits or its unit is thousands or millions.
func TestTileValues(t *testing.T) {
	euros := &unit.Unit{ID: "euros", Plural: "euros", Scale: 1, Currency: "EUR"}
	millions := &unit.Unit{ID: "millions", Plural: "euros", Scale: 1e6, Currency: "EUR"}
	for _, c := range []struct {
		unit  dataset.Unit
		pitch float64
		want  string
	}{{euros, 70, "[+9.8 EUR −5.0 EUR]"}, {euros, 30, "[+9.8 −5.0]"}, {euros, 10, "[+ −]"}, {millions, 30, "[+ −]"}} {
		l := &tileLayout{sheet: newSheet(&chart.Model{Messages: british}, chart.Narrow), pitchX: c.pitch}
		for _, v := range []float64{9.8, -5} {
			n := chart.Number{V: v, Decimals: 1, Unit: c.unit}
			l.Marks = append(l.Marks, &chart.Mark{Value: n, Label: british.Signed(v, 1) + " EUR"})
		}
		var got []string
		for _, k := range l.Marks {
			got = append(got, l.values()(k))
		}
		if fmt.Sprint(got) != c.want {
			t.Errorf("%s at %v: %v, want %s", c.unit.ID, c.pitch, got, c.want)
		}
	}
}
