package kind

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// TestCrowded draws as many members and years as there may be, on values that
// push the labels together or the scale out.
func TestCrowded(t *testing.T) {
	values := map[string]func(i, y int) float64{
		"equal":        func(i, y int) float64 { return 1 },
		"all below":    func(i, y int) float64 { return -float64(i) - 0.01 },
		"all above":    func(i, y int) float64 { return float64(i) },
		"far apart":    func(i, y int) float64 { return float64(i%3-1) * 99.99 },
		"one outlier":  func(i, y int) float64 { return float64(i/31)*90 - 0.01*float64(i) },
		"close":        func(i, y int) float64 { return 0.01 * float64(i+y) },
		"nothing":      func(i, y int) float64 { return 0 },
		"up and down":  func(i, y int) float64 { return 50 * math.Sin(float64(i*y)) },
		"barely below": func(i, y int) float64 { return -0.01 },
	}
	for name, value := range values {
		for _, n := range []int{1, 2, 7, 32} {
			for _, years := range []int{1, 2, 13, 40, 75} {
				if n == 32 && years > 13 && name != "up and down" {
					continue // the same drawing, slowly
				}
				v := crowd(t, n, years, value)
				var codes []string
				for i := range n {
					codes = append(codes, fmt.Sprintf("%q", fmt.Sprintf("M%02d", i)))
				}
				some := strings.Join(codes[:min(n, 4)], ", ")
				for _, spec := range []string{"kind = \"growth\"\nmeasure = \"rise\"\nmembers = [" + some + "]", "kind = \"revisions\"\nyear = 2019\nmembers = [" + strings.Join(codes, ", ") + "]",
					"kind = \"sources\"\nyear = 2019\nmembers = [" + some + "]", "kind = \"distance\"", "kind = \"meeting\"", "kind = \"trend\"\nmembers = [" + strings.Join(codes, ", ") + "]"} {
					c := mustDraw(t, v, crowdTerms, spec)
					label := fmt.Sprintf("%s of %d, %d years, %s", c.Kind, n, years, name)
					legible(t, label+", wide", c.Wide())
					legible(t, label+", narrow", c.Narrow())
				}
				if years > 1 {
					c := mustDraw(t, v, crowdTerms, "kind = \"change\"")
					legible(t, fmt.Sprintf("%s of %d, %d years, %s, wide", c.Kind, n, years, name), c.Wide())
					legible(t, fmt.Sprintf("%s of %d, %d years, %s, narrow", c.Kind, n, years, name), c.Narrow())
				}
				if t.Failed() {
					return
				}
			}
		}
	}
}

// TestLongNames holds that the narrow drawing shows names that take half its
// width and more.
func TestLongNames(t *testing.T) {
	files := maps.Clone(league)
	files["data/members.csv"] = strings.Replace(league["data/members.csv"], "Alpland", "Principality of Alpland and the Seven Valleys", 1)
	v := load(t, files).AsOf(civil.MustParse("2020-12-31"))
	for _, spec := range []string{"kind = \"distance\"", "kind = \"trend\"\nmembers = [\"ALP\", \"BAY\", \"FJO\"]", "kind = \"change\"",
		"kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"BAY\"]", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"ALP\", \"BAY\"]"} {
		c := mustDraw(t, v, leagueTerms, spec)
		legible(t, c.ID+" wide", c.Wide())
		legible(t, c.ID+" narrow", c.Narrow())
		for _, word := range []string{"Principality", "Alpland", "Valleys"} {
			if !strings.Contains(string(c.SVG(c.Narrow())), word) {
				t.Errorf("%s: %q is not in the narrow drawing", c.ID, word)
			}
		}
	}
}

// TestManyMeet draws counts as high as the membership, where the count has no
// room within its column.
func TestManyMeet(t *testing.T) {
	for n := 1; n <= 32; n++ {
		v := crowd(t, 32, 13, func(i, _ int) float64 { return float64(n - i - 1) })
		c := mustDraw(t, v, dataset.Terms{Source: "dac", Measure: "rise", Guideline: "grow", Collective: "members"}, "kind = \"meeting\"")
		legible(t, fmt.Sprintf("%d of 32 wide", n), c.Wide())
		legible(t, fmt.Sprintf("%d of 32 narrow", n), c.Narrow())
	}
}
