package kind

import (
	"strings"
	"testing"
)

// TestTips holds what a pointer is told of marks, and that every mark of every kind has something to tell.
func TestTips(t *testing.T) {
	for _, c := range []struct{ spec, want string }{
		{"kind = \"distance\"\nyear = 2016", "Capeland, 2016&#10;0.66%, 0.04 points short of 0.7% of income&#10;Rank 4 of 6"},
		{"kind = \"distance\"", "Alpland, 2019&#10;0.99% (estimate), 0.29 points above 0.7% of income&#10;Rank 2 of 6"},
		{"kind = \"money\"\nyear = 2016", "points short of 0.7% of income&#10;$"},
		{"kind = \"meeting\"", "2016&#10;3 of 7 members"},
		{"kind = \"quadrant\"", "Aid as a share of income: "},
		{"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]", "Alpland, 2016, DAC, 10 April 2018&#10;0.90%, 0.20 points above 0.7% of income"},
		{"kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"FJO\"]", "Fjordland, 2"},
	} {
		if svg := wide(t, c.spec); !strings.Contains(svg, c.want) {
			t.Errorf("%s: no tip of %q in\n%s", c.spec, c.want, svg)
		}
	}
	for _, g := range goldens {
		if svg := wide(t, g.spec); strings.Count(svg, "data-tip=") != strings.Count(svg, "data-value=") {
			t.Errorf("%s: %d marks, of which %d tell something", g.name, strings.Count(svg, "data-value="), strings.Count(svg, "data-tip="))
		}
	}
}

func wide(t *testing.T, spec string) string {
	c := mustDraw(t, known(t), leagueTerms, spec)
	if strings.Contains(string(c.WithTips(c.Narrow())), "data-tip") {
		t.Errorf("%s: the narrow drawing says everything again", spec)
	}
	return string(c.WithTips(c.Wide()))
}
