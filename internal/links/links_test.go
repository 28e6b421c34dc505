package links

import (
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
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
