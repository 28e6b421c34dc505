package chart

import (
	"bytes"
	"compress/gzip"
	"testing"

	"burdenshare/internal/dataset"
)

// full is a distance chart of 32 members, half of them above.
func full(t testing.TB) (*request, *distances, *Chart) {
	v := crowd(t, 32, 13, func(i, y int) float64 { return 3.37 - 0.21*float64(i) + float64(y)/10 })
	r := &request{v: v, t: crowdTerms, words: words{british}, s: Spec{Kind: "distance"}, kind: distanceKind}
	r.resolve()
	e, year := r.editionFor()
	d := &distances{words: r.words, unit: r.measure.Unit, guideline: r.guideline, year: year}
	d.fill(r, e.Tally(r.guideline, year))
	c, errs := Draw(v, crowdTerms, british, r.s)
	if len(errs) > 0 || len(d.bars) != 32 {
		t.Fatal(errs)
	}
	return r, d, c
}

// TestLean holds that a drawing of 32 members goes over the wire in less than
// 3 KB.
func TestLean(t *testing.T) {
	_, _, c := full(t)
	for name, svg := range map[string][]byte{"wide": c.Wide, "narrow": c.Narrow} {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		w.Write(svg)
		w.Close()
		if b.Len() > 3<<10 {
			t.Errorf("the %s drawing takes %d bytes, %d compressed", name, len(svg), b.Len())
		}
	}
}

// BenchmarkDistance draws 32 members in both sizes; the other two are what
// else a chart costs.
func BenchmarkDistance(b *testing.B) {
	r, d, c := full(b)
	b.Run("svg", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.draw(c.ID, wide, c.Title, c.Subtitle)
			d.draw(c.ID, narrow, c.Title, c.Subtitle)
		}
	})
	b.Run("option", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			d.option(c.ID)
		}
	})
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Draw(r.v, dataset.Terms(crowdTerms), british, r.s)
		}
	})
}
