package kind

import (
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestOverlayGolden keeps the lines of all members on one scale, of which a page shows those that its reader chooses.
func TestOverlayGolden(t *testing.T) {
	v := known(t)
	s := chart.Spec{Title: "All members", Caption: "A line for each."}
	for _, m := range v.AllMembers {
		s.Members = append(s.Members, m.Code)
	}
	o := DrawOverlay(v, leagueTerms, british, s)
	if o == nil || o.Edition.String() != "DAC, released 2020-04-16" || o.Model.From != 2016 || o.Model.To != 2019 {
		t.Fatalf("%+v", o)
	}
	golden.Check(t, "overlay.wide.svg", lines(o.SVG(o.Wide())))
	golden.Check(t, "overlay.narrow.svg", lines(o.SVG(o.Narrow())))
	if o := DrawOverlay(v, dataset.Terms{Source: "dac", Measure: "rise"}, british, s); o != nil {
		t.Errorf("lines of one year: %+v", o)
	}
	if o := DrawOverlay(v, dataset.Terms{Source: "dac", Measure: "people"}, british, s); o != nil {
		t.Errorf("lines of nothing: %+v", o)
	}
}
