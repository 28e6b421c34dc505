package kind

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
)

// TestOutlines draws members by their outlines where the report has those of
// all, and as tiles where it lacks one: the same marks in both.
func TestOutlines(t *testing.T) {
	files := maps.Clone(league)
	var features []string
	for i, code := range []string{"ALP", "BAY", "CAP", "DEL", "ELM", "FJO", "ISL", "MOR"} {
		x, y := 4*(i%4), 45+6*(i/4)
		features = append(features, fmt.Sprintf(`{"properties":{"member":"%s"},"geometry":{"type":"MultiPolygon","coordinates":[[[[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]]}}`,
			code, x, y, x+4, y, x+4, y+6, x, y+6))
	}
	var last *chart.Chart
	draw := func(features []string) (marks []string, land int) {
		files["data/outlines.geojson"] = `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + "]}"
		c := mustDraw(t, newest(t, files), leagueTerms, `kind = "map"`)
		last = c
		legible(t, "outlines", c)
		if wide, narrow := marksOf(c.Wide()), marksOf(c.Narrow()); !slices.Equal(wide, narrow) {
			t.Errorf("the drawings have other marks:\n%v\n%v", wide, narrow)
		}
		marks = marksOf(c.Wide())
		slices.Sort(marks)
		return marks, strings.Count(string(c.SVG(c.Wide())), `class="land`)
	}
	outlined, land := draw(features)
	sameOutlines(t, last, newest(t, files))
	tiled, none := draw(features[1:])
	if land == 0 || none != 0 || !slices.Equal(outlined, tiled) {
		t.Errorf("%d outlines of all and %d with one missing, of\n%v\n%v", land, none, outlined, tiled)
	}
}

// sameOutlines holds that the outlines of frames are those of the still picture.
func sameOutlines(t *testing.T, c *chart.Chart, today *dataset.Vintage) {
	t.Helper()
	fs := c.Frames(today, none)
	if fs.Wide == nil || fs.Narrow == nil {
		t.Fatal("frames without outlines")
	}
	still := string(c.SVG(c.Wide()))
	for _, o := range fs.Wide {
		for _, at := range o.Rings[0] {
			if point := fmt.Sprintf("%v %v", at[0], at[1]); !strings.Contains(still, point) {
				t.Errorf("%s: %s is not in the still picture", o.Name, point)
			}
		}
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
	files["data/outlines.geojson"] = `{"type":"FeatureCollection","features":[` + strings.Join(features, ",") + "]}"
	c := mustDraw(t, newest(t, files), throngTerms, `kind = "map"`)
	for _, s := range []*scene.Scene{c.Wide(), c.Narrow()} {
		legibleIn(t, s.Name, s)
		svg := string(c.SVG(s))
		for _, k := range c.Model.Marks {
			if s.Name == "wide" && !strings.Contains(svg, k.Short+" "+k.Label) && !strings.Contains(svg, ">"+k.Label+"<") {
				t.Errorf("%s: %s has no value", s.Name, k.Short)
			}
		}
	}
}
