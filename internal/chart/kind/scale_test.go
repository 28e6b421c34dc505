package kind

import (
	"math"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// TestFourHundred draws 400 members over 80 years: every one is there, in each kind that shows all of them, and every
// text can be read. A mark of a count is of all members together.
func TestFourHundred(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	v := crowd(t, 400, 80, func(i, y int) float64 { return 3*math.Sin(float64(i)) + 0.02*float64(y) })
	for _, c := range []struct {
		spec    string
		members int
	}{
		{"kind = \"distance\"", 400}, {"kind = \"meeting\"", 1}, {"kind = \"heatmap\"", 400}, {"kind = \"change\"", 400},
		{"kind = \"panels\"", 400}, {"kind = \"map\"", 400}, {"kind = \"trend\"\nmembers = [\"M00\", \"M399\"]", 2},
	} {
		drawn := mustDraw(t, v, crowdTerms, c.spec)
		for name, s := range map[string]*scene.Scene{"wide": drawn.Wide(), "narrow": drawn.Narrow()} {
			if drawn.Kind != "panels" { // where a name that is cut takes the room kept for wider typefaces
				legibleIn(t, c.spec+", "+name, s)
			}
			seen := map[string]bool{}
			for _, it := range s.Items {
				if k, ok := it.Mark.(*chart.Mark); ok && k.Member != "" {
					seen[k.Member] = true
				}
			}
			if len(seen) != c.members {
				t.Errorf("%s, %s: %d members have marks, want %d", c.spec, name, len(seen), c.members)
			}
		}
	}
}
