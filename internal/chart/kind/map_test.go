package kind

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const outlinesFile = "data/outlines.geojson"

// TestOutlines draws members as tiles where the report lacks the outline of one: the same marks as with all outlines.
func TestOutlines(t *testing.T) {
	w := worlds(t, "variants.txtar")["crowded-map"]
	outlined := marksOf(mustDraw(t, w.today, leagueTerms, `kind = "map"`).Wide())
	w.files[outlinesFile] = regexp.MustCompile(`.*"ALP".*\n`).ReplaceAllString(w.files[outlinesFile], "")
	c := mustDraw(t, newest(t, w.files), leagueTerms, `kind = "map"`)
	tiled := marksOf(c.Wide())
	slices.Sort(outlined)
	slices.Sort(tiled)
	if !slices.Equal(outlined, tiled) || strings.Contains(string(c.SVG(c.Wide())), `class="land`) {
		t.Errorf("of all there are\n%v\nand with one missing\n%v", outlined, tiled)
	}
}

// TestOutlinesCrowded holds that small members close together all have their values; on a phone a pointer tells them.
func TestOutlinesCrowded(t *testing.T) {
	files := throngFiles(20, 1, func(i, _ int) float64 { return float64(i)/10 - 1 })
	var features []string
	for i := range 20 {
		x, y, size := 8+1.6*float64(i%5), 43+1.2*float64(i/5), 0.8
		if i < 2 {
			x, y, size = []float64{-10, 30}[i], []float64{36, 52}[i], 6
		}
		features = append(features, fmt.Sprintf(`{"properties":{"member":"M%02d"},"geometry":{"type":"MultiPolygon","coordinates":[[[[%g,%g],[%g,%g],[%g,%g],[%g,%g]]]]}}`,
			i, x, y, x+size, y, x+size, y+size, x, y+size))
	}
	files[outlinesFile] = `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + "]}"
	c := mustDraw(t, newest(t, files), leagueTerms, `kind = "map"`)
	legible(t, "small members", c)
	svg := string(c.SVG(c.Wide()))
	for _, k := range c.Model.Marks {
		if !strings.Contains(svg, k.Short+" "+k.Label) && !strings.Contains(svg, ">"+k.Label+"<") {
			t.Errorf("%s has no value", k.Short)
		}
	}
}
