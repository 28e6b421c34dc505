package article

import "testing"

// TestExplainer marks terms where a text first says them: in its sentences alone, in the singular or the plural.
func TestExplainer(t *testing.T) {
	g := glossary{}
	for _, name := range []string{"Edition", "Percentage point", "GNI", "Cut-off day", "Point"} {
		g.add(&Gloss{ID: "x", Name: name, Path: "glossary/#" + name}, []string{"s"})
	}
	for _, c := range []struct{ text, want string }{
		{"<p>An edition. Another edition.</p>", "<p>An [edition]. Another edition.</p>"},
		{"<p>Editions of GNI</p>", "<p>[Editions] of [GNI]</p>"},
		{"<p>two percentage\npoints, one point</p>", "<p>two [percentage\npoints], one [point]</p>"},
		{"<h2>Edition</h2> <a href=\"#edition\">edition</a> <code>edition</code> edition", "<h2>Edition</h2> <a href=\"#edition\">edition</a> <code>edition</code> [edition]"},
		{"the cut-off day, gni, sedition, re-edition, editional, percentage", "the [cut-off day], gni, sedition, re-edition, editional, percentage"},
		{"<em title=\"edition\">GNI’s</em> &GNI; percentage <b>points</b>", "<em title=\"edition\">[GNI]’s</em> &GNI; percentage <b>[points]</b>"},
		{"percentage", "percentage"},
	} {
		e := explainer{terms: g, seen: map[*Gloss]bool{}}
		got, open := "", false
		for _, p := range e.text(Segments{{HTML: c.text[:3]}, {HTML: c.text[3:]}}) {
			switch {
			case p.Path != "":
				got, open = got[:len(got)-len(`<a class="term" href="`)]+"[", true
			case open:
				got, open = got+p.HTML[len(`">`):len(p.HTML)-len("</a>")]+"]", false
			default:
				got += p.HTML
			}
		}
		if got != c.want {
			t.Errorf("%q:\ngot  %q\nwant %q", c.text, got, c.want)
		}
	}
}
