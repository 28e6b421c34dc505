package article

import (
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestExplainer marks terms where a text first says them: in its sentences alone, in the singular or the plural.
func TestExplainer(t *testing.T) {
	g := glossary{}
	for _, name := range []string{"Edition", "Percentage point", "GNI", "Cut-off day", "Point"} {
		g.add(&Gloss{ID: "x", Name: name, Path: "glossary/#" + name}, []string{"s"})
	}
	golden.CheckCases(t, "explained.txtar", func(c golden.Case) string {
		e, text, got := explainer{terms: g, seen: map[*Gloss]bool{}}, c.Part("text"), ""
		for _, p := range e.text(Segments{{HTML: text[:3]}, {}, {HTML: text[3:]}}) {
			got += p.HTML
		}
		return strings.ReplaceAll(got, `<a class="term" href="">`, "<>")
	})
}
