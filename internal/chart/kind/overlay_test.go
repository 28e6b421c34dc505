package kind

import (
	"testing"

	"burdenshare/internal/dataset"
)

// TestOverlayGolden keeps the lines of all members on one scale, of which a page shows those that its reader chooses.
func TestOverlayGolden(t *testing.T) {
	v := known(t)
	o := DrawOverlay(v, leagueTerms, british, v.AllMembers(), "overlay", "All members", "A line for each.")
	if o == nil || o.Edition.String() != "DAC, released 2020-04-16" || o.From != 2016 || o.To != 2019 {
		t.Fatalf("%+v", o)
	}
	golden(t, "overlay.wide.svg", lines(o.Wide))
	golden(t, "overlay.narrow.svg", lines(o.Narrow))
	if o := DrawOverlay(v, dataset.Terms{Source: "dac", Measure: "rise"}, british, v.AllMembers(), "overlay", "", ""); o != nil {
		t.Errorf("lines of one year: %+v", o)
	}
	if o := DrawOverlay(v, dataset.Terms{Source: "dac", Measure: "people"}, british, v.AllMembers(), "overlay", "", ""); o != nil {
		t.Errorf("lines of nothing: %+v", o)
	}
}
