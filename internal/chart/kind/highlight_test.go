package kind

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// litOf returns the members that a chart points out, and the names that its
// drawing has in bold.
func litOf(c *chart.Chart) (members, bold []string) {
	for _, k := range c.Model.Marks {
		if k.Highlighted && !slices.Contains(members, k.Member) {
			members = append(members, k.Member)
		}
	}
	for _, it := range c.Wide().Items {
		if text, ok := it.Shape.(*scene.Text); ok && strings.HasPrefix(it.Class, "name highlighted") {
			bold = append(bold, text.S)
		}
	}
	return members, bold
}

// TestHighlight holds whom a chart points out: those that it says, else those
// that its article is about, and nobody where that would be all.
func TestHighlight(t *testing.T) {
	for _, c := range []struct{ spec, article, members, bold string }{
		{`kind = "distance"`, "", "", ""},
		{`kind = "distance"`, "DEL ISL XXX", "DEL", "Delta <North>"},
		{"kind = \"distance\"\nhighlight = [\"BAY\", \"ALP\"]", "DEL", "ALP BAY", "Alpland Bay & Cove"},
		{"kind = \"distance\"\nhighlight = []", "DEL", "", ""},
		{"kind = \"distance\"\nmembers = [\"DEL\", \"BAY\"]", "BAY DEL ALP", "", ""},
		{"kind = \"distance\"\nmembers = [\"DEL\", \"BAY\"]", "BAY ALP", "BAY", "Bay & Cove"},
		{`kind = "heatmap"`, "CAP", "CAP", "Capeland"},
		{`kind = "change"`, "ALP", "ALP", "Alpland"},
		{"kind = \"money\"\nyear = 2016", "DEL", "DEL", "Delta <North>"},
		{"kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\", \"CAP\"]", "CAP", "CAP", "Capeland"},
		{`kind = "meeting"`, "ALP", "", ""},
		{`kind = "map"`, "DEL", "DEL", ""},
		{"kind = \"map\"\nmembers = [\"ALP\"]", "DEL", "ALP", ""},
		{`kind = "quadrant"`, "BAY", "BAY", ""},
	} {
		s, errs := parse(c.spec)
		s.Article = strings.Fields(c.article)
		drawn, more := All.Draw(known(t), leagueTerms, british, s)
		if len(errs)+len(more) > 0 {
			t.Errorf("%s: %v%v", c.spec, errs, more)
			continue
		}
		if members, bold := litOf(drawn); strings.Join(members, " ") != c.members || strings.Join(bold, " ") != c.bold {
			t.Errorf("%s in an article on %q: %q, in bold %q", c.spec, c.article, members, bold)
		}
	}
}

// TestHighlightLeads holds that the line of a member that is pointed out leads,
// with the headline, though another moved further.
func TestHighlightLeads(t *testing.T) {
	for spec, want := range map[string]string{
		"kind = \"trend\"\nmembers = [\"ALP\", \"FJO\", \"DEL\"]":                                "Alpland rose most",
		"kind = \"trend\"\nmembers = [\"ALP\", \"FJO\", \"DEL\"]\nhighlight = [\"DEL\"]":         "Delta <North>",
		"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"CAP\"]\nhighlight = [\"CAP\"]": "Capeland",
	} {
		c := mustDraw(t, known(t), leagueTerms, spec)
		lead := c.Model.Series[c.Model.Lead]
		if !strings.Contains(c.Title, strings.Fields(want)[0]) || !strings.HasPrefix(lead.Name, strings.Fields(want)[0]) {
			t.Errorf("%s: %q, led by %s", spec, c.Title, lead.Name)
		}
	}
}

// TestHighlightLegible draws crowds of long names of which many are in bold,
// which are wider.
func TestHighlightLegible(t *testing.T) {
	var article []string
	for i := range 24 {
		article = append(article, fmt.Sprintf("M%02d", i))
	}
	for name, value := range map[string]func(i, y int) float64{
		"close":       func(i, y int) float64 { return 0.01 * float64(i+y) },
		"far apart":   func(i, y int) float64 { return float64(i%3-1) * 99.99 },
		"up and down": func(i, y int) float64 { return 50 * math.Sin(float64(i*i+y)) },
	} {
		for _, n := range []int{2, 7, 32} {
			v := throng(t, n, 5, value)
			for _, k := range All {
				if !slices.Contains(k.Keys, "highlight") {
					continue
				}
				spec := chart.Spec{Kind: k.Name, Article: article[:min(n-1, 24)]}
				if k.Name == "sources" || k.Name == "panels" {
					continue // there is one; names are as wide as their panels
				}
				if k.Named {
					spec.Members = article[:min(n, 24)]
				}
				if k.Name == "revisions" {
					spec.Year = 2019
				}
				c, errs := All.Draw(v, throngTerms, british, spec)
				if errs.Failed() {
					t.Fatalf("%s: %v", k.Name, errs)
				}
				legible(t, fmt.Sprintf("%s of %d, %s", k.Name, n, name), c)
			}
		}
	}
}

// TestNamesOnPhones holds that points of two guidelines that are apart have
// their names in a narrow drawing, nearly all, as high as that takes.
func TestNamesOnPhones(t *testing.T) {
	c := mustDraw(t, throng(t, 16, 1, func(i, _ int) float64 { return 1 + 0.1*float64(i) }), throngTerms, `kind = "quadrant"`)
	codes := 0
	for _, b := range boxes(t, c.Narrow()) {
		if strings.HasPrefix(b.text, "M0") || strings.HasPrefix(b.text, "M1") {
			codes++
		}
	}
	if codes > 3 || c.Narrow().H < c.Wide().H+40 {
		t.Errorf("%d codes at a height of %v, where the wide drawing has %v", codes, c.Narrow().H, c.Wide().H)
	}
}
