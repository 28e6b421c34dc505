package kind

import (
	"fmt"
	"maps"
	"math"
	"strings"
	"testing"

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
					legible(t, label, c)
				}
				if years > 1 {
					c := mustDraw(t, v, crowdTerms, "kind = \"change\"")
					legible(t, fmt.Sprintf("%s of %d, %d years, %s", c.Kind, n, years, name), c)
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
	v := newest(t, files)
	for _, spec := range []string{"kind = \"distance\"", "kind = \"trend\"\nmembers = [\"ALP\", \"BAY\", \"FJO\"]", "kind = \"change\"",
		"kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]", "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\", \"BAY\"]", "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"ALP\", \"BAY\"]"} {
		c := mustDraw(t, v, leagueTerms, spec)
		legible(t, c.ID, c)
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
		legible(t, fmt.Sprintf("%d of 32", n), c)
	}
}

// TestThrong draws as many members and years as there may be, on values that
// push the texts together.
func TestThrong(t *testing.T) {
	values := map[string]func(i, y int) float64{
		"equal":       func(i, y int) float64 { return 1 },
		"apart":       func(i, y int) float64 { return float64(i) },
		"far apart":   func(i, y int) float64 { return float64(i%3-1) * 99.99 },
		"one outlier": func(i, y int) float64 { return float64(i/31)*90 - 0.01*float64(i) },
		"close":       func(i, y int) float64 { return 0.01 * float64(i+y) },
		"nothing":     func(i, y int) float64 { return 0 },
		"up and down": func(i, y int) float64 { return 50 * math.Sin(float64(i*i+y)) },
	}
	for name, value := range values {
		for _, n := range []int{1, 2, 7, 32} {
			for _, years := range []int{1, 2, 13, 75} {
				if years == 75 && name != "up and down" {
					continue // the same drawing, slowly
				}
				v := throng(t, n, years, value)
				for _, kind := range []string{"quadrant", "heatmap", "map", "shares", "money"} {
					for _, more := range []string{"", "\nmeasure = \"rise\""} {
						if more != "" && kind != "heatmap" && kind != "map" {
							continue
						}
						c := mustDraw(t, v, throngTerms, "kind = \""+kind+"\""+more)
						label := fmt.Sprintf("%s of %d, %d years, %s", c.Kind, n, years, name)
						legible(t, label, c)
						if name == "one outlier" {
							continue // below the guideline there is no room for a name
						}
						if kind == "quadrant" && strings.Count(string(c.SVG(c.Wide())), "<text") < n+8 {
							t.Errorf("%s: some names are not there", label)
						}
					}
				}
				if t.Failed() {
					return
				}
			}
		}
	}
}

// TestNobodyShort holds that a sum of nothing credits the edition that was counted.
func TestNobodyShort(t *testing.T) {
	c := mustDraw(t, throng(t, 5, 1, func(i, _ int) float64 { return 9 }), throngTerms, `kind = "money"`)
	if len(c.Model.Marks) != 0 || len(c.Editions()) != 1 {
		t.Errorf("%d marks, credited to %v", len(c.Model.Marks), c.Editions())
	}
}
