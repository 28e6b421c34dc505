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

func TestResolve(t *testing.T) {
	l, from := known(t)
	for _, c := range []struct{ dest, want, wrong string }{
		{"leaves/index.md", "articles/leaves/", ""},
		{"leaves.md", "articles/leaves/", ""}, // as it was before it became a folder
		{"#what-counts", "articles/trees/#what-counts", ""},
		{"#what-count", "", "a link to #what-count, which is not on the page"},
		{"/members/borven/", "members/borven/", ""},
		{"/members/borven", "members/borven/", ""},
		{"../map.png", "map.png", ""},
		{"leaves/leaf.png", "articles/leaves/leaf.png", ""},
		{"leaves/Leaf.png", "", "a link to leaves/Leaf.png, whose case differs from that of the file"},
		{"later.md", "", "a link to content/articles/later.md, which is not published: a draft"},
		{"lost.md", "", "a link to content/articles/lost.md, which does not exist"},
		{"/articles/old-leaves/", "", "a link to /articles/old-leaves/, which has moved"},
		{"/members/borvn/", "", "a link to /members/borvn/, which is not on the site"},
		{"/claims/", "", "a link to /claims/, which is not on the site"}, // there are none
		{"example.org/page.png", "", "a link to example.org/page.png, which does not exist"},
	} {
		got, wrong := l.Resolve(from, c.dest, diag.Pos{})
		msg := ""
		if wrong != nil {
			msg = wrong.Msg
		}
		if got != c.want || msg != c.wrong {
			t.Errorf("%s: got %q, %q; want %q, %q", c.dest, got, msg, c.want, c.wrong)
		}
	}
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

// TestHints holds what an editor is told of a link that leads nowhere.
func TestHints(t *testing.T) {
	l, texts, _ := large(t)
	for _, c := range []struct{ from, dest, want, msg, hint string }{
		{"leaves", "leaf.png", "articles/foliage/leaf.png", "", ""},
		{"leaves", "deep/bud.png", "articles/foliage/deep/bud.png", "", ""},
		{"trees", "/claims/#smith", "claims/#smith", "", ""},
		{"trees", "/tags/green-wood/", "tags/green-wood/", "", ""},
		{"trees", "/data/#cite", "data/#cite", "", ""},
		{"trees", "/data/#cited", "", "a link to #cited, which is not on the page", "did you mean \"cite\"? its headings are downloads, coverage, sources, guidelines, dictionary, cite"},
		{"trees", "../pages/methods.md#counts", "methods/#counts", "", ""},
		{"trees", "../pages/methods.md?x=1#counts", "methods/?x=1#counts", "", ""},
		{"trees", "../pages/methods.md?x=1", "methods/?x=1", "", ""},
		{"trees", "../pages/methods.md#zzzzzz", "", "a link to #zzzzzz, which is not on the page", "its headings are counts, sources"},
		{"trees", "#x", "", "a link to #x, which is not on the page", "the page has no headings"},
		{"trees", "charts.md#fact-1", "articles/charts/#fact-1", "", ""},
		{"trees", "charts.md#distance", "articles/charts/#distance", "", ""},
		{"trees", "charts.md#distance-2016", "articles/charts/#distance-2016", "", ""},
		{"trees", "charts.md#distances", "", "a link to #distances, which is not on the page", "the page has no headings"},
		{"charts", "trees.md#fact-1", "", "a link to #fact-1, which is not on the page", "the page has no headings"}, // it has no figure
		{"trees", "../members/borven/", "members/borven/", "", ""},                                                   // beside the text's own folder
		{"trees", "../../members/", "members/", "", ""},                                                              // from the page's address
		{"trees", "/", "/", "", ""},
		{"trees", "/index.html", "/", "", ""},
		{"trees", "/members/borven/index.html", "members/borven/", "", ""},
		{"trees", "../draft/secret.png", "", "a link to ../draft/secret.png, which does not exist", "put the file below content/, preferably beside the text, and write its relative path"},
		{"trees", "draft/secret.png", "", "a link to draft/secret.png, which is published with content/articles/draft/index.md, but that is not", "link to it when it is published"},
		{"trees", "later.md", "", "a link to content/articles/later.md, which is not published: dated 2021-01-01", "link to it when it is published"},
		{"trees", "content/pages/methods.md", "", "a link to content/articles/content/pages/methods.md, which does not exist", "write its relative path, ../pages/methods.md"},
		{"trees", "treese.md", "", "a link to content/articles/treese.md, which does not exist", "did you mean trees.md? articles are in content/articles, standing pages in content/pages"},
		{"trees", "leavs.md", "", "a link to content/articles/leavs.md, which does not exist", "did you mean leaves/index.md? articles are in content/articles, standing pages in content/pages"},
		{"trees", "foliages.md", "", "a link to content/articles/foliages.md, which does not exist", "did you mean leaves/index.md? articles are in content/articles, standing pages in content/pages"},
		{"trees", "methodes.md", "", "a link to content/articles/methodes.md, which does not exist", "did you mean ../pages/methods.md? articles are in content/articles, standing pages in content/pages"},
		{"trees", "leaf-litter.md", "", "a link to content/articles/leaf-litter.md, which does not exist", "articles are in content/articles, standing pages in content/pages"},
		{"trees", "/articles/leafs/", "", "a link to /articles/leafs/, which is not on the site", "write an address of the site, such as /members/, or the path of a file beside this one"},
		{"trees", "/member/borvn/", "", "a link to /member/borvn/, which is not on the site", "did you mean /members/borven?"},
		{"trees", "/members/brv/", "", "a link to /members/brv/, which is not on the site", "write /members/borven/"},
		{"trees", "/members/xyz/", "", "a link to /members/xyz/, which is not on the site", "write an address of the site, such as /members/, or the path of a file beside this one"},
		{"trees", "/old/trees", "", "a link to /old/trees, which has moved", "write /articles/trees/"},
		{"trees", "../pages/methods", "", "a link to ../pages/methods, which is not on the site", "write ../pages/methods.md"},
		{"trees", "../pages/methods.html", "", "a link to ../pages/methods.html, which is not on the site", "write ../pages/methods.md"},
		{"trees", "../../../secret.png", "", "a link to ../../../secret.png, which leads outside content/", "put the file below content/, preferably beside the text"},
		{"trees", "../maps/Europe.png", "", "a link to ../maps/Europe.png, whose case differs from that of the file", "write ../maps/europe.png"},
		{"trees", "../maps/europa.png", "", "a link to ../maps/europa.png, which does not exist", "did you mean ../maps/europe.png?"},
		{"trees", "europe.png", "", "a link to europe.png, which does not exist", "did you mean ../maps/europe.png?"},
		{"trees", "leaves/deep/leaf.png", "", "a link to leaves/deep/leaf.png, which does not exist", "did you mean leaves/leaf.png?"},
		{"trees", "leaves/tree.png", "", "a link to leaves/tree.png, which does not exist", "put the file below content/, preferably beside the text, and write its relative path"},
		{"trees", "/maps/europa.png", "", "a link to /maps/europa.png, which does not exist", "did you mean /maps/europe.png?"},
		{"trees", "zzzzzzzzzzzzzz.gif", "", "a link to zzzzzzzzzzzzzz.gif, which does not exist", "put the file below content/, preferably beside the text, and write its relative path"},
		{"trees", "/feeds.xml", "", "a link to /feeds.xml, which does not exist", "did you mean /feed.xml?"},
		{"trees", "www.example.org", "", "a link to www.example.org, which does not exist", "did you mean https://www.example.org? a link to another site begins with https://"},
		{"trees", "notes.zip", "", "a link to notes.zip, which does not exist", "put the file below content/, preferably beside the text, and write its relative path"},
		{"trees", "run.sh", "", "a link to run.sh, which does not exist", "put the file below content/, preferably beside the text, and write its relative path"},
		{"trees", "film.mov", "", "a link to film.mov, which does not exist", "put the file below content/, preferably beside the text, and write its relative path"},
		{"trees", "../pages/methods.md#c%6Funts", "methods/#counts", "", ""},
		{"trees", "../pages/methods.md#c%ounts", "", "a link to #c%ounts, which is not on the page", "did you mean \"counts\"? its headings are counts, sources"},
		{"trees", "a.b@example.org", "", "a link to a.b@example.org, which does not exist", "did you mean mailto:a.b@example.org? a link to a mailbox begins with mailto:"},
		{"trees", "/memberz/", "", "a link to /memberz/, which is not on the site", "did you mean /members?"},
		{"trees", "/zzzzzzzzzzzzzzz/", "", "a link to /zzzzzzzzzzzzzzz/, which is not on the site", "write an address of the site, such as /members/, or the path of a file beside this one"},
		{"trees", "../maps/%65urope.png", "maps/europe.png", "", ""},
	} {
		got, wrong := l.Resolve(texts[c.from], c.dest, diag.Pos{})
		msg, hint := "", ""
		if wrong != nil {
			msg, hint = wrong.Msg, wrong.HintText
		}
		if got != c.want || msg != c.msg || hint != c.hint {
			t.Errorf("%s:\ngot  %q, %s; %s\nwant %q, %s; %s", c.dest, got, msg, hint, c.want, c.msg, c.hint)
		}
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
