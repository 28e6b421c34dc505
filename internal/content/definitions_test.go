package content_test

import (
	"strings"
	"testing"

	"burdenshare/internal/content"
)

// TestIsArticle distinguishes the texts of articles from other files.
func TestIsArticle(t *testing.T) {
	for name, want := range map[string]bool{
		"content/articles/a.md": true, "content/articles/a/index.md": true, "content/articles/a/b.md": false, "content/articles/a.toml": false,
		"content/pages/a.md": false, "content/pages/a/index.md": false, "content/articles/a/b/index.md": false,
	} {
		if content.IsArticle(name) != want {
			t.Errorf("%s: %t", name, !want)
		}
	}
}

// TestIgnored lists files of editors and file managers, which are no part of the report.
func TestIgnored(t *testing.T) {
	c, errs := content.Load(files("content/articles/.x.md", "", "content/.git/x", "", "content/a.md.bak", "", "content/a.ORIG", "", "content/a.swp", "", "content/a.swo", "", "content/a.tmp", "",
		"content/a.md~", "", "content/#a.md#", "", "content/Thumbs.db", "", "content/desktop.ini", "", "content/#a", "", "content/a#", ""), content.Options{})
	if got, want := strings.Join(c.Ignored, " "), "#a.md# .git/ Thumbs.db a.ORIG a.md.bak a.md~ a.swo a.swp a.tmp articles/.x.md desktop.ini"; got != want || errs.Failed() {
		t.Errorf("ignored %s, want %s; %v", got, want, errs)
	}
	if got := strings.Join(c.Assets, " "); got != "#a a#" {
		t.Errorf("assets %s", got)
	}
}

// TestDays holds from which day an article speaks, also where its day is missing or another than that in its name, and
// whether its terms are explained.
func TestDays(t *testing.T) {
	for _, c := range []struct {
		name, keys  string
		asOf        string
		unread      bool
		unexplained bool
	}{
		{"a", "date = 2017-02-15\n", "2017-02-15", false, false},
		{"a", "date = 2017-02-15\nas_of = 2018-01-01\nglossary = true\n", "2018-01-01", false, false},
		{"a", "date = 2017-02-15\nas_of = \"2018-01-01\"\nglossary = false\n", "2018-01-01", false, true},
		{"a", "date = 2017-02-15\nas_of = \"latest\"\n", "", false, false},
		{"a", "", "", true, false},
		{"a", "as_of = \"latest\"\n", "", false, false},
		{"2017-02-15-a", "date = 2017-02-15\n", "2017-02-15", false, false},
		{"2017-02-15-a", "date = 2017-02-16\n", "2017-02-15", true, false},
		{"2017-02-15-a", "", "2017-02-15", true, false},
		{"2017-02-15-a", "as_of = 2018-01-01\n", "2018-01-01", false, false},
	} {
		got, _ := content.Load(files("content/articles/"+c.name+".md", "+++\ntitle = \"T\"\nsummary = \"S\"\n"+c.keys+"+++\nText.\n"), content.Options{})
		if a := got.Articles[0]; a.AsOf.String() != c.asOf || a.Unread != c.unread || a.Unexplained != c.unexplained {
			t.Errorf("%s: %s: as of %s, unread %t, unexplained %t", c.name, c.keys, a.AsOf, a.Unread, a.Unexplained)
		}
	}
}

// TestUnaddressed holds that a draft may begin as it was made, and that texts without an address do not share one.
func TestUnaddressed(t *testing.T) {
	if _, errs := load(t, strings.Replace(front, "date", "draft = true\ndate", 1)+"Write here, in Markdown. A number", content.Options{}); len(errs) > 0 {
		t.Error(errs)
	}
	if _, errs := content.Load(files("content/articles/A b.md", front+"Text.\n", "content/articles/C d.md", front+"Text.\n"), content.Options{}); len(errs) != 2 {
		t.Error(errs)
	}
}

// TestNumbersAdd adds the numbers of two texts.
func TestNumbersAdd(t *testing.T) {
	n := content.Numbers{Linked: 2, Quoted: 3, Excused: 4, Bare: 5}
	if n.Add(content.Numbers{Linked: 20, Quoted: 30, Excused: 40, Bare: 50}); n != (content.Numbers{Linked: 22, Quoted: 33, Excused: 44, Bare: 55}) {
		t.Error(n)
	}
}
