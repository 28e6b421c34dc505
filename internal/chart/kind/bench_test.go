package kind

import (
	"bytes"
	"compress/gzip"
	"math"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// full is a distance chart of 32 members, half of them above.
func full(t testing.TB) *chart.Chart {
	v := crowd(t, 32, 13, func(i, y int) float64 { return 3.37 - 0.21*float64(i) + float64(y)/10 })
	c, errs := All.Draw(v, crowdTerms, british, chart.Spec{Kind: "distance"})
	if len(errs) > 0 || len(c.Model.Marks) != 32 {
		t.Fatal(errs)
	}
	return c
}

// lean holds how many bytes the drawings of a chart take over the wire.
func lean(t *testing.T, c *chart.Chart, most int) {
	t.Helper()
	for _, s := range []*scene.Scene{c.Wide(), c.Narrow()} {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		svg := c.SVG(s)
		_, _ = w.Write(svg)
		_ = w.Close()
		if b.Len() > most {
			t.Errorf("the %s drawing of %s takes %d bytes, %d compressed", s.Name, c.Kind, len(svg), b.Len())
		}
	}
}

// TestLean holds that a drawing of 32 members goes over the wire in a few
// kilobytes.
func TestLean(t *testing.T) {
	lean(t, full(t), 3<<10)
	v := throng(t, 32, 13, func(i, y int) float64 { return 3 + 2.5*math.Sin(float64(i*i+y)) })
	for kind, most := range map[string]int{"quadrant": 3 << 10, "heatmap": 9 << 10, "map": 3 << 10, "shares": 3 << 10, "money": 3 << 10} {
		lean(t, mustDraw(t, v, leagueTerms, "kind = \""+kind+"\""), most)
	}
}

// BenchmarkDistance lays out and writes 32 members in both sizes; the other two
// are what else a chart costs.
func BenchmarkDistance(b *testing.B) {
	c := full(b)
	b.Run("svg", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			c.SVG(c.Wide())
			c.SVG(c.Narrow())
		}
	})
	b.Run("option", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			option(c)
		}
	})
	b.Run("all", func(b *testing.B) {
		v := crowd(b, 32, 13, func(i, y int) float64 { return 3.37 - 0.21*float64(i) + float64(y)/10 })
		b.ReportAllocs()
		for b.Loop() {
			c, _ := All.Draw(v, crowdTerms, british, chart.Spec{Kind: "distance"})
			c.Wide()
			c.Narrow()
		}
	})
}

// BenchmarkKinds draws a chart of every kind that shows all members.
func BenchmarkKinds(b *testing.B) {
	v := throng(b, 32, 13, func(i, y int) float64 { return 3 + 2.5*math.Sin(float64(i*i+y)) })
	for _, kind := range []string{"quadrant", "heatmap", "map", "shares", "money"} {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, _ := All.Draw(v, leagueTerms, british, chart.Spec{Kind: kind})
				c.Wide()
				c.Narrow()
			}
		})
	}
}

// BenchmarkFrames makes what charts over years show at other times.
func BenchmarkFrames(b *testing.B) {
	v := throng(b, 32, 13, func(i, y int) float64 { return 3 + 2.5*math.Sin(float64(i*i+y)) })
	for _, spec := range []chart.Spec{{Kind: "trend", Members: []string{"M04"}}, {Kind: "heatmap"}} {
		c, _ := All.Draw(v, leagueTerms, british, spec)
		b.Run(spec.Kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Frames(v, none, unsaid)
			}
		})
	}
}
