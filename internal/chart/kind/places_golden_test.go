package kind

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/golden"
)

// TestPlacesGolden keeps where the words are in drawings of random figures, whose names, values, days and events are in
// each other's way by chance: a line for each text, with the lines that lead from names to their points.
func TestPlacesGolden(t *testing.T) {
	var b bytes.Buffer
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 11))
		random := func(i, _ int) float64 { return []float64{1, 2.4, 4}[seed%3] * (2*r.Float64() - 1) }
		v := throng(t, 6+5*int(seed), 1, random)
		places(&b, fmt.Sprintf("quadrant %d", seed), mustDraw(t, v, throngTerms, `kind = "quadrant"`))
		places(&b, fmt.Sprintf("map %d", seed), mustDraw(t, v, throngTerms, `kind = "map"`))
		v = throng(t, 5, 3, random)
		places(&b, fmt.Sprintf("distance %d", seed), mustDraw(t, v, throngTerms, "kind = \"distance\"\nhighlight = [\"M02\"]"))
		places(&b, fmt.Sprintf("change %d", seed), mustDraw(t, v, throngTerms, `kind = "change"`))
		places(&b, fmt.Sprintf("panels %d", seed), mustDraw(t, v, throngTerms, `kind = "panels"`))
		places(&b, fmt.Sprintf("shares %d", seed), mustDraw(t, v, throngTerms, `kind = "shares"`))
	}
	for seed := range uint64(7) {
		r := rand.New(rand.NewPCG(seed, 12))
		v := revised(t, 2+2*int(seed), 4, r)
		places(&b, fmt.Sprintf("revisions %d", seed), mustDraw(t, v, leagueTerms, "kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]"))
		files := crowdFiles(3, 5+3*int(seed), func(i, y int) float64 { return 3 * (2*r.Float64() - 1) })
		for i := range seed {
			name := strings.Repeat("summit of the hills ", 1+r.IntN(3))
			files["data/guidelines.toml"] += fmt.Sprintf("[g%d]\nname = \"mark %d\"\nmeasure = \"rise\"\nat_least = %d\nadopted = %d-%02d-15\nevent = \"%s\"\n",
				i, i, i, 2015+r.IntN(5), 1+r.IntN(12), name)
		}
		v = newest(t, files)
		places(&b, fmt.Sprintf("meeting %d", seed), mustDraw(t, v, crowdTerms, `kind = "meeting"`))
		places(&b, fmt.Sprintf("trend %d", seed), mustDraw(t, v, crowdTerms, "kind = \"trend\"\nmembers = [\"M00\", \"M01\"]"))
		places(&b, fmt.Sprintf("growth %d", seed), mustDraw(t, v, crowdTerms, "kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"M00\", \"M01\"]"))
	}
	golden.Check(t, "places.txt", b.Bytes())
}

// places writes where the words of a chart's drawings are.
func places(b *bytes.Buffer, name string, c *chart.Chart) {
	for _, s := range []*scene.Scene{c.Wide(), c.Narrow()} {
		fmt.Fprintf(b, "# %s %s, %v high\n", name, s.Name, s.H)
		for _, item := range s.Items {
			switch shape := item.Shape.(type) {
			case *scene.Text:
				fmt.Fprintf(b, "%s %.1f %.1f %d %s %s\n", item.Class, shape.X, shape.Y, shape.Anchor, shape.S, shape.Tail)
			case scene.Path:
				if item.Class == "leader" || strings.HasPrefix(item.Class, "ref") {
					fmt.Fprintf(b, "%s %.1f %.1f to %.1f %.1f\n", item.Class, shape[0].X, shape[0].Y, shape[1].X, shape[1].Y)
				}
			}
		}
	}
}
