package kind

import (
	"strings"
	"testing"
)

// TestTips holds that every mark of every kind has something to tell a pointer.
func TestTips(t *testing.T) {
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
