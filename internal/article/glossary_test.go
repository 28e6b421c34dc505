package article

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/report"
	"burdenshare/templates"
)

// TestGlossary reads the terms of the page, and explains them in every article that does not refuse it.
func TestGlossary(t *testing.T) {
	words := golden.Must(lexicon.Load(templates.FS, "en"))
	page := &Article{URL: "glossary/", Article: &content.Article{Path: GlossaryPage, Terms: []string{"Donor", "Gift"}, TermPos: []diag.Pos{{}, {File: "content/pages/glossary.md", Line: 4, Col: 2}}},
		Contents: []ContentsLine{{2, "donor", "Donor"}, {2, "mark", "Mark"}, {2, "loan", "Loan"}, {2, "more", "More"}},
		body: Segments{{HTML: `<h2 id="donor">Donor</h2><p>Who gives.</p><h2 id="mark">Mark</h2><p>What was `}, {HTML: "†", Shown: Mute{}},
			{HTML: `<a href="x">agreed</a>.</p><p>Long ago.</p><h2 id="loan">Loan</h2><p>What &lt; a gift.</p><h2 id="more">More</h2>`}}}
	read := func(more bool) *Article {
		return &Article{Article: &content.Article{Unexplained: more}, body: Segments{{HTML: "Donors, a mark, loans, more gifts"}}}
	}
	for _, c := range []struct {
		menu    []*Article
		checker *fact.Checker
		want    string
		says    int
	}{
		{[]*Article{{Article: &content.Article{Path: "methods"}}, page}, &fact.Checker{Lexicon: words}, "mark Mark: What was agreed. glossary/#mark; loan Loan: What < a gift. glossary/#loan", 1},
		{[]*Article{{Article: &content.Article{Path: "methods"}}}, &fact.Checker{Lexicon: words}, "", 0},
		{[]*Article{page}, nil, "", 0},
	} {
		s := &maker{Report: &report.Report{Checker: c.checker}, Set: &Set{Menu: c.menu, Articles: []*Article{read(false), read(true)}}}
		var errs diag.List
		s.explain(&errs)
		var got []string
		for _, g := range s.Articles[0].Glosses {
			got = append(got, fmt.Sprintf("%s %s: %s %s", g.ID, g.Name, g.Text, g.Path))
		}
		if text := strings.Join(got, "; "); text != c.want || len(s.Articles[1].Glosses) > 0 || len(s.Articles[1].body) != 1 {
			t.Errorf("got %s, want %s", text, c.want)
		}
		if len(errs) != c.says || c.says > 0 && errs.Error() != "content/pages/glossary.md:4:2: no term \"Gift\" in the glossary\n\thint: its terms are its headings" {
			t.Error(errs)
		}
	}
}

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
		for _, p := range e.text(Segments{{HTML: c.text[:3]}, {}, {HTML: c.text[3:]}}) {
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
