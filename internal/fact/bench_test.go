package fact_test

import (
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/fact"
)

// BenchmarkCheck checks the words of a figure, of a count and of a rank.
func BenchmarkCheck(b *testing.B) {
	c := checker()
	v := c.Data.AsOf(civil.MustParse("2017-02-15"))
	for _, claim := range []struct{ name, ref, words string }{
		{"figure", "GBL/2016", "2.21 per cent"}, {"count", "allies/2016/meeting", "five"}, {"rank", "GBL/2016/rank", "third"},
	} {
		b.Run(claim.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.Check(v, fact.Claim{Ref: claim.ref, Words: claim.words, Pos: pos}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
