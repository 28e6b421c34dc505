package lexicon_test

import (
	"testing"

	"burdenshare/internal/lexicon"
)

// paragraph is a paragraph as a reader sees it; its facts are marked.
const paragraph = "On the alliance’s figures that demand is addressed to nearly everyone. Only five of\n28 members met the guideline in 2007: the United States, at 3.61%; Britain, which\n" +
	"is “on the line”; and others, who – it is said – must do more. The newest table of\nmembers is still the edition of 4 July, made when half of the year lay ahead, and so it is marked as an estimate (0)."

func BenchmarkUnproven(b *testing.B) {
	f := lexicons()["en"].Finder([]string{"ally", "allies"}, map[string][]float64{"": {2, 3.5}})
	proven := []lexicon.Span{{From: 78, To: 82}, {From: 86, To: 88}, {From: 146, To: 151}}
	for _, p := range proven {
		b.Logf("%q", paragraph[p.From:p.To])
	}
	b.ReportAllocs()
	for b.Loop() {
		f.Uncited(paragraph, proven)
	}
}
