package links

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/report"
)

// known returns the links of a report with two articles, one in a folder with a picture beside it, and a draft.
func known(t *testing.T) (*Links, *content.Article) {
	t.Helper()
	day := civil.MustParse("2020-07-01")
	data := &dataset.Dataset{}
	rep := &report.Report{Inputs: report.Inputs{Data: data, AsOf: day}, Today: data.AsOf(day)}
	first := &content.Article{File: "content/articles/2019-06-01-trees.md", Path: "articles/trees", Headings: []content.Heading{{ID: "what-counts"}}}
	folder := &content.Article{File: "content/articles/leaves/index.md", Folder: "articles/leaves", Path: "articles/leaves", Aliases: []string{"articles/old-leaves"}}
	l, errs := New(rep, Known{Texts: []*content.Article{first, folder}, Files: []string{"articles/leaves/leaf.png", "map.png"},
		LeftOut: []LeftOut{{"content/articles/later.md", "a draft"}}, Pages: []string{"/", "members/", "members/borven/"}})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return l, first
}

// TestResolve holds where links lead, and what an editor is told of one that leads nowhere. The parts of a case are the
// texts of a report, and the foot of its pages, from which it goes to destinations.
func TestResolve(t *testing.T) {
	small, first := known(t)
	other, texts, _ := large(t)
	golden.CheckCases(t, "links.txtar", func(c golden.Case) (got string) {
		for _, p := range c.Parts {
			l, from := other, texts[p.Name]
			if strings.HasPrefix(p.Name, "small") {
				l, from = small, first
			}
			for _, dest := range strings.Fields(string(p.Data)) {
				if strings.HasSuffix(p.Name, "foot") {
					got += dest + " -> " + l.CheckFoot([]config.Link{{URL: dest}}).Error() + "\n"
					continue
				}
				to, wrong := l.Resolve(from, dest, diag.Pos{})
				if got += dest + " -> " + to; wrong != nil {
					got += wrong.Error()
				}
				if l.LeftOutByDay(from, dest) {
					got += "\n\tfor its day alone"
				}
				got += "\n"
			}
		}
		return got
	})
}

// TestPublished holds which files that something refers to are published and why the others are not, and that no text
// and no former address takes the place of a page.
func TestPublished(t *testing.T) {
	l, texts, taken := large(t)
	l.UseRaw(texts["trees"], `<img src="../kept.png"> <a href="https://example.org/">`)
	_, _ = l.Resolve(texts["trees"], "../maps/europe.png", diag.Pos{})
	var errs diag.List
	files, left := l.Published(&errs)
	golden.Check(t, "published.txt", fmt.Appendf(nil, "%s\n%v\n%q\n%s\n", taken.Error(), files, left, errs.Error()))
}

// TestPlaces holds that places on pages that are not rendered yet are looked for later, by page and place.
func TestPlaces(t *testing.T) {
	golden.CheckCases(t, "places.txtar", func(c golden.Case) string {
		l, from := known(t)
		files := map[string][]byte{}
		for _, p := range c.Parts[1:] {
			files[p.Name] = p.Data
		}
		for i, dest := range strings.Fields(c.Part("links")) {
			_, _ = l.Resolve(from, dest, diag.Pos{File: "x.md", Line: i + 1, Col: 1})
		}
		var errs diag.List
		CheckPlaces(l.Places(), files, &errs)
		return errs.Error()
	})
}

// large returns the links of a site with everything that a link can lead to, or fail to.
func large(t *testing.T) (*Links, map[string]*content.Article, diag.List) {
	t.Helper()
	day := civil.MustParse("2020-07-01")
	data := &dataset.Dataset{Members: map[string]*dataset.Member{"BRV": {Code: "BRV", Name: "Borven"}, "XYZ": {Code: "XYZ", Name: "Xyz"}}}
	rep := &report.Report{Inputs: report.Inputs{Data: data, AsOf: day}, Today: data.AsOf(day), Checker: &fact.Checker{Data: data}}
	texts := map[string]*content.Article{
		"trees":  {File: "content/articles/trees.md", Path: "articles/trees", Tags: []string{"Green Wood"}, Aliases: []string{"old/trees", "wood.html", "methods", "feed.xml", "members/borven"}, AliasPos: make([]diag.Pos, 5)},
		"leaves": {File: "content/articles/leaves/index.md", Folder: "articles/leaves", Path: "articles/foliage"},
		"draft":  {File: "content/articles/draft/index.md", Folder: "articles/draft", Path: "articles/draft"},
		"bad":    {File: "content/articles/bad/index.md", Folder: "articles/bad"},
		"charts": {File: "content/articles/charts.md", Path: "articles/charts", Body: content.Text{{Embed: &content.Embed{Kind: content.Chart}}}},
		"page":   {File: "content/pages/methods.md", Path: "methods", Headings: []content.Heading{{ID: "counts"}, {ID: "sources"}}},
		"taken":  {File: "content/pages/members.md", Path: "members"},
	}
	l, errs := New(rep, Known{Texts: []*content.Article{texts["trees"], texts["leaves"], texts["page"], texts["taken"], texts["bad"], texts["charts"]}, Withheld: []*content.Article{texts["draft"]},
		LeftOut: []LeftOut{{"content/articles/draft/index.md", "a draft"}, {"content/articles/later.md", "dated 2021-01-01"}},
		Files: []string{"articles/leaves/leaf.png", "articles/leaves/deep/bud.png", "articles/draft/secret.png", "articles/bad/x.png", "maps/europe.png", "plan.docx",
			"notes.pages/index.xml", "photo.HEIC", "photo2.tiff", "kept.png"},
		Claims: []string{"smith"}, Pages: []string{"/", "members/", "members/borven/", "feed.xml"}})
	return l, texts, errs
}

// TestRedirectFile holds that a former address that was a file is one again.
func TestRedirectFile(t *testing.T) {
	golden.CheckLines(t, "redirects.txt", RedirectFile)
}
