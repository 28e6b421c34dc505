package content_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
)

func TestLoad(t *testing.T) {
	day := func(key string) string { return "+++\ntitle = \"T\"\nsummary = \"S\"\n" + key + "\n+++\nText.\n" }
	c, errs := content.Load(files(
		"content/articles/2017-02-15-b.md", day("date = 2017-02-15"),
		"content/articles/2017-02-15-a.md", day("date = 2017-02-15\nupdated = 2017-03-01\nas_of = \"latest\"\ndraft = true\nauthors = [\"A. B.\"]"),
		"content/articles/newest.md", day("date = 2018-01-01\nas_of = 2017-12-31\nslug = \"new\"\naliases = [\"newest\", \"/old/\"]\ntags = [\" x \"]\nmembers = [\"GBR\", \"USA\"]\nimage = \"map.png\""),
		"content/pages/methods.md", "+++\ntitle = \"Methods\"\norder = 2\n+++\nText.\n",
		"content/pages/about.md", "+++\ntitle = \"About\"\norder = 2\naliases = [\"us\"]\n+++\nText.\n",
		"content/pages/glossary.md", "+++\ntitle = \"Glossary\"\norder = 1\n+++\nText.\n",
		"content/articles/map.png", "", "content/a.csv", "", "content/articles/deep/er/x.svg", "",
		"content/.DS_Store", "", "content/articles/.obsidian/x.md", "", "content/articles/x.md~", "", "content/articles/#x.md#", "",
	), content.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var paths []string
	for _, a := range slices.Concat(c.Articles, c.Pages) {
		paths = append(paths, fmt.Sprint(a.Kind, " ", a.Path))
	}
	for _, l := range []struct {
		what string
		got  []string
		want string
	}{
		{"paths", paths, "0 articles/new, 0 articles/a, 0 articles/b, 1 glossary, 1 about, 1 methods"},
		{"assets", c.Assets, "a.csv, articles/deep/er/x.svg, articles/map.png"},
		{"ignored", c.Ignored, ".DS_Store, articles/#x.md#, articles/.obsidian/, articles/x.md~"},
		{"aliases", c.Articles[0].Aliases, "articles/newest, old"},
		{"aliases of a page", c.Pages[1].Aliases, "us"},
		{"tags", c.Articles[0].Tags, "x"},
		{"members", c.Articles[0].Members, "GBR, USA"},
		{"authors", c.Articles[1].Authors, "A. B."},
	} {
		if got := strings.Join(l.got, ", "); got != l.want {
			t.Errorf("%s: got %s, want %s", l.what, got, l.want)
		}
	}
	pinned, floating, plain, page := c.Articles[0], c.Articles[1], c.Articles[2], c.Pages[0]
	switch {
	case pinned.AsOf != civil.MustParse("2017-12-31") || pinned.Latest:
		t.Error("as_of as a day")
	case !floating.AsOf.IsZero() || !floating.Latest || !floating.Draft || floating.Updated != civil.MustParse("2017-03-01"):
		t.Error("as_of as latest")
	case plain.AsOf != plain.Date || plain.Latest || plain.Draft || !plain.Updated.IsZero():
		t.Error("as_of left out")
	case !page.AsOf.IsZero() || !page.Latest:
		t.Error("a page is always the latest")
	case pinned.MemberPos[1].String() != "content/articles/newest.md:9:19":
		t.Error(pinned.MemberPos[1])
	case pinned.Image != "map.png" || pinned.ImagePos.Line != 10:
		t.Error(pinned.Image, pinned.ImagePos)
	}
}

func TestWithoutContent(t *testing.T) {
	c, errs := content.Load(fstest.MapFS{"config.toml": {}}, content.Options{})
	if len(errs) > 0 || len(c.Articles)+len(c.Pages)+len(c.Assets) > 0 {
		t.Error(c, errs)
	}
}

// TestSymbolicLinks checks links, which could lead outside the report's folder.
func TestSymbolicLinks(t *testing.T) {
	fsys := files("content/articles/a.txt", "")
	fsys["content/articles/b.txt"] = &fstest.MapFile{Data: []byte("a.txt"), Mode: fs.ModeSymlink}
	_, errs := content.Load(fsys, content.Options{})
	if got := report(errs); got != "b.txt:1:1: a symbolic link\n\thint: put the file itself here, not a link to it" {
		t.Error(got)
	}
}

// TestNamesWithoutDay reads names that begin like a day but have none.
func TestNamesWithoutDay(t *testing.T) {
	for _, name := range []string{"2017trees", "2017-trees", "2017-02-trees", "2017-02-15trees", "20170-trees", "201-trees"} {
		c, errs := content.Load(files("content/articles/"+name+".md", front+"Text.\n"), content.Options{})
		if len(errs) > 0 || len(c.Articles) != 1 || c.Articles[0].Path != "articles/"+name {
			t.Errorf("%s: %v", name, errs)
		}
	}
}

// TestFolders reads texts that have a folder of their own.
func TestFolders(t *testing.T) {
	c, errs := content.Load(files(
		"content/articles/2017-02-15-a/index.md", front+"Text.\n", "content/articles/2017-02-15-a/map.png", "",
		"content/pages/methods/index.md", "+++\ntitle = \"Methods\"\n+++\nText.\n",
	), content.Options{})
	if len(errs) > 0 || len(c.Articles) != 1 || len(c.Pages) != 1 {
		t.Fatal(errs, c)
	}
	if a, p := c.Articles[0], c.Pages[0]; a.Folder != "articles/2017-02-15-a" || a.Path != "articles/a" || p.Folder != "pages/methods" || p.Path != "methods" || p.Kind != content.StandingPage {
		t.Errorf("got %s at %s, and %s at %s", a.Folder, a.Path, p.Folder, p.Path)
	}
}

// TestWithoutFrontMatter reads what the name alone says of a text, so that its address is known.
func TestWithoutFrontMatter(t *testing.T) {
	c, errs := content.Load(files("content/articles/2017-02-15-a.md", "Text.", "content/articles/ä b.md", "Text.", "content/pages/methods.md", "Text."), content.Options{})
	var got []string
	for _, a := range slices.Concat(c.Articles, c.Pages) {
		got = append(got, a.File+" "+a.Path+" "+a.Date.String())
	}
	want := "content/articles/2017-02-15-a.md articles/a 2017-02-15, content/articles/ä b.md  , content/pages/methods.md methods "
	if text := strings.Join(got, ", "); text != want || !errs.Failed() {
		t.Errorf("got %s, want %s", text, want)
	}
	if a := c.Articles[0]; !a.Unread || a.AsOf != a.Date {
		t.Errorf("%+v", a)
	}
}

// TestAliases holds which former addresses can be those of a file.
func TestAliases(t *testing.T) {
	part := func(n int) string { return strings.Repeat("a", n) }
	long := strings.Repeat(part(99)+"/", 9)
	for alias, want := range map[string]string{
		"old": "articles/old", "/old": "old", "articles/old/": "articles/old", "/Old.html": "Old.html", "/ä/ö": "ä/ö",
		"/" + part(255): part(255), "/" + part(256): "", "/" + long + part(100): long + part(100), "/" + long + part(101): "",
		"": "", "/": "", "/a//b": "", "/../a": "", "/a/./b": "", "/a b": "", "/a\\b": "", "/a?b": "", "/a#b": "", "/a:b": "", "/a%20": "", "/a\tb": "", "/a\u007f": "",
	} {
		a, errs := load(t, strings.Replace(front, "date", fmt.Sprintf("aliases = [%q]\ndate", alias), 1)+"Text.\n", content.Options{})
		if got := strings.Join(a.Aliases, ", "); got != want || errs.Failed() != (want == "") {
			t.Errorf("%.20s: got %s, want %s, %v", alias, got, want, errs)
		}
	}
}
