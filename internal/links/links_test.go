package links

import (
	"slices"
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
	rep := &report.Report{Data: data, Today: data.AsOf(day), AsOf: day}
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
// texts of a report from which it goes to destinations.
func TestResolve(t *testing.T) {
	site, first := known(t)
	other, texts, _ := large(t)
	golden.CheckCases(t, "links.txtar", func(c golden.Case) (got string) {
		for _, p := range c.Parts {
			l, from := other, texts[p.Name]
			if p.Name == "small" {
				l, from = site, first
			}
			for _, dest := range strings.Fields(string(p.Data)) {
				to, wrong := l.Resolve(from, dest, diag.Pos{})
				if got += dest + " -> " + to; wrong != nil {
					got += wrong.Error()
				}
				got += "\n"
			}
		}
		return got
	})
}

// TestPublished checks that files that something links to are published, and that the others are listed.
func TestPublished(t *testing.T) {
	l, from := known(t)
	if _, wrong := l.Resolve(from, "../map.png", diag.Pos{}); wrong != nil {
		t.Fatal(wrong)
	}
	var errs diag.List
	files, left := l.Published(&errs)
	if len(files) != 1 || files["map.png"] != "map.png" || len(left) != 1 || left[0].File != "content/articles/leaves/leaf.png" || len(errs) > 0 {
		t.Errorf("published %v, left out %v, errors %v", files, left, errs)
	}
}

// TestPlaces checks that a place on a page that is not rendered yet is checked later.
func TestPlaces(t *testing.T) {
	l, from := known(t)
	if _, wrong := l.Resolve(from, "/members/borven/#figures", diag.Pos{Line: 7}); wrong != nil {
		t.Fatal(wrong)
	}
	for page, want := range map[string]string{`<h2 id="figures">`: "", `<h2 id="figure">`: "a link to #figures, which is not on the page /members/borven/"} {
		var errs diag.List
		CheckPlaces(l.Places(), map[string][]byte{"members/borven/index.html": []byte("<p>" + page)}, &errs)
		got := ""
		if len(errs) > 0 {
			got = errs[0].Msg
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", page, got, want)
		}
	}
}

// TestPlacesInOrder lists places that are missing by page and place, with those of the page that a link may want.
func TestPlacesInOrder(t *testing.T) {
	at := func(line int) diag.Pos { return diag.Pos{File: "x.md", Line: line, Col: 1} }
	many := ""
	for _, id := range strings.Fields("a b c d e f g h i j k l m") {
		many += ` <p id="` + id + id + id + id + id + `">`
	}
	var errs diag.List
	CheckPlaces([]Fragment{{"years/", "x", at(9)}, {"members/", "figures", at(8)}, {"years/", "top", at(3)}, {"plan.pdf", "page=3", at(4)}, {"charts/distanc-2019/", "", at(2)}, {"charts/distance-2019/", "", at(2)}, {"many/", "zzzzz", at(1)}},
		map[string][]byte{"members/index.html": []byte(`<p id="fn:1"><p id="use-1"><p id="a-wide-1">`), "years/index.html": []byte(`<p id="top"><p id="list">`), "many/index.html": []byte(many), "charts/distance-2019/index.html": nil}, &errs)
	const want = "x.md:2:1: a link to /charts/distanc-2019/, which is not on the site\n\thint: did you mean /charts/distance-2019/?\n" +
		"x.md:1:1: a link to #zzzzz, which is not on the page /many/\n\thint: places are aaaaa, bbbbb, ccccc, ddddd, eeeee, fffff, ggggg, hhhhh, iiiii, jjjjj, kkkkk, lllll\n" +
		"x.md:8:1: a link to #figures, which is not on the page /members/\n\thint: the page has no places to link to\n" +
		"x.md:9:1: a link to #x, which is not on the page /years/\n\thint: places are top, list"
	if got := errs.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// large returns the links of a site with everything that a link can lead to, or fail to.
func large(t *testing.T) (*Links, map[string]*content.Article, diag.List) {
	t.Helper()
	day := civil.MustParse("2020-07-01")
	data := &dataset.Dataset{Members: map[string]*dataset.Member{"BRV": {Code: "BRV", Name: "Borven"}, "XYZ": {Code: "XYZ", Name: "Xyz"}}}
	rep := &report.Report{Data: data, Today: data.AsOf(day), AsOf: day, Checker: &fact.Checker{Data: data}}
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

// TestAddressesTaken holds that no text and no former address takes the place of a page of the site.
func TestAddressesTaken(t *testing.T) {
	_, _, errs := large(t)
	var got []string
	for _, e := range errs {
		got = append(got, e.Msg)
	}
	want := []string{"its address /members/ is already used", "alias \"/feed.xml/\" is an address of the site", "alias \"/members/borven/\" is an address of the site"}
	if !slices.Equal(got, want) { // that an alias is the address of a text is found with the texts
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestNotPublished holds which files stay where they are, and why: those no page refers to, manuscripts, and pictures
// that no browser shows.
func TestNotPublished(t *testing.T) {
	l, texts, _ := large(t)
	l.UseRaw(texts["trees"], `<img src="../kept.png"> <a href="https://example.org/">`)
	var errs diag.List
	files, left := l.Published(&errs)
	if len(files) != 1 || files["kept.png"] != "kept.png" {
		t.Errorf("published %v", files)
	}
	var got []string
	for _, e := range errs {
		got = append(got, e.Pos.File+": "+e.Msg)
	}
	want := []string{"content/notes.pages/index.xml: a manuscript among what is published", "content/photo.HEIC: a picture that browsers do not show",
		"content/photo2.tiff: a picture that browsers do not show", "content/plan.docx: a manuscript among what is published"}
	if !slices.Equal(got, want) || len(left) != 7 || left[0] != (LeftOut{"content/articles/leaves/deep/bud.png", "no page refers to it"}) {
		t.Errorf("left out %v, errors %q, want %q", left, got, want)
	}
}

// TestFoot holds that links at the foot lead to pages of the site, wherever those of other sites lead.
func TestFoot(t *testing.T) {
	l, _, _ := large(t)
	var got []string
	for _, e := range l.CheckFoot([]config.Link{{URL: "https://example.org/x"}, {URL: "/members/#top"}, {URL: "/member/"}, {URL: "/zzzzzzzzzzzz/"}}) {
		got = append(got, e.Msg+"; "+e.HintText)
	}
	want := []string{"a link to /member/, which is not on the site; did you mean /members?", "a link to /zzzzzzzzzzzz/, which is not on the site; write an address of the site, such as /members/"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestFootInDoubt holds that nothing is said of links at the foot of a report whose figures could not be read.
func TestFootInDoubt(t *testing.T) {
	l, _ := known(t)
	if errs := l.CheckFoot([]config.Link{{URL: "/zzzzzzzzzzzz/"}}); len(errs) > 0 {
		t.Error(errs)
	}
}

// TestLeftOutByDay distinguishes an article of a later day from a draft.
func TestLeftOutByDay(t *testing.T) {
	l, texts, _ := large(t)
	for dest, want := range map[string]bool{"later.md": true, "later.md#x": true, "draft/index.md": false, "trees.md": false} {
		if got := l.LeftOutByDay(texts["trees"], dest); got != want {
			t.Errorf("%s: %t", dest, got)
		}
	}
}

// TestRedirectFile holds that a former address that was a file is one again.
func TestRedirectFile(t *testing.T) {
	for alias, want := range map[string]string{"old/trees": "old/trees/index.html", "wood.html": "wood.html", "wood.HTM": "wood.HTM", "v1.2": "v1.2/index.html"} {
		if got := RedirectFile(alias); got != want {
			t.Errorf("%s: %s, want %s", alias, got, want)
		}
	}
}
