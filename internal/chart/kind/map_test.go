package kind

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
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
		c := mustDraw(t, load(t, files).AsOf(civil.MustParse("2020-12-31")), leagueTerms, `kind = "map"`)
		last = c
		legible(t, "wide", c.Wide())
		legible(t, "narrow", c.Narrow())
		if wide, narrow := marksOf(c.Wide()), marksOf(c.Narrow()); !slices.Equal(wide, narrow) {
			t.Errorf("the drawings have other marks:\n%v\n%v", wide, narrow)
		}
		marks = marksOf(c.Wide())
		slices.Sort(marks)
		return marks, strings.Count(string(c.SVG(c.Wide())), `class="land`)
	}
	outlined, land := draw(features)
	sameOutlines(t, last, load(t, files).AsOf(civil.MustParse("2020-12-31")))
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
