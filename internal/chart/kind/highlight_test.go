package kind

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/chart"
)

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
