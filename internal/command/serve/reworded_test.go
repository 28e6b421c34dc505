package serve

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestReworded checks that the page of an article is made before the rest of the report exactly if nothing but its
// words, facts and links has changed, and that it is then the page of the whole report.
func TestReworded(t *testing.T) {
	const file, page = "content/articles/2019-06-01-new.md", "articles/new/index.html"
	root := aid(t)
	words := article("New", "tags = [\"Nordics\"]\n", "Words, and a [link](2019-05-02-three-donors.md).\n\n## Part\n\nMore.")
	write(t, root, file, words)
	p := try(t, root, "-as-of", "2020-06-01")
	if first, names := (*state)(nil).reworded(p.builder.root.FS(), []string{file}); first != nil || names != nil {
		t.Error("there is a page before the first state")
	}
	for _, c := range []struct {
		name, from, to string
		changed        []string // besides the article
		alone          bool
	}{
		{name: "other words", from: "More.", to: "Less.", alone: true},
		{name: "another link", from: "2019-05-02-three-donors.md", to: "../pages/methods.md#what-counts", alone: true},
		{name: "a table", from: "More.", to: "| A |\n| --- |\n| b |", alone: true},
		{name: "a number without evidence", from: "More.", to: "More by 2%.", alone: true},
		{name: "another file too", from: "More.", to: "Less.", changed: []string{"config.toml"}},
		{name: "a heading", from: "## Part", to: "## Parts"},
		{name: "a tag", from: "Nordics", to: "North"},
		{name: "a title", from: "New", to: "Newer"},
		{name: "a line of front matter", from: "tags", to: "\ntags"},
		{name: "a fact", from: "More.", to: "[1.04%](fact:SWE/2018)", alone: true},
		{name: "a fact that does not hold", from: "More.", to: "[9%](fact:SWE/2018)"},
		{name: "a picture", from: "More.", to: "![A](a.png)"},
		{name: "a chart", from: "More.", to: "```chart\nkind = \"distance\"\n```"},
		{name: "a link to nothing", from: "2019-05-02-three-donors.md", to: "nothing.md"},
		{name: "no front matter", from: "+++\ntitle", to: "title"},
	} {
		write(t, root, file, words)
		before := p.state()
		if !strings.Contains(words, c.from) {
			t.Fatal(c.name)
		}
		write(t, root, file, strings.Replace(words, c.from, c.to, 1))
		first, names := before.reworded(p.builder.root.FS(), append(c.changed, file))
		if slices.Equal(names, []string{page}) != c.alone {
			t.Errorf("%s: the pages made are %q", c.name, names)
			continue
		}
		if first == nil {
			continue
		}
		whole := p.state()
		if !samePages(first, &whole.State, []string{page}) || samePages(first, &before.State, []string{page}) {
			t.Errorf("%s: the page is not that of the whole report, or as before", c.name)
		}
		if !samePages(first, &before.State, []string{"index.html"}) {
			t.Errorf("%s: another page is not as it was", c.name)
		}
	}
	broken := words + "\n```chart\nkind = \"distance\"\nyear = 1900\n```\n\n```chart\nkind = \"distance\"\nyear = 2018\n```\n"
	write(t, root, file, broken)
	before := p.state()
	write(t, root, file, strings.Replace(broken, "More.", "Less.", 1))
	if _, names := before.reworded(p.builder.root.FS(), []string{file}); before.site == nil || len(names) > 0 {
		t.Errorf("of a text with a chart that cannot be drawn, the pages made are %q", names)
	}
}

// TestRewordedReport adds a sentence to every article of a whole report, whose charts, claims and pictures stay: the pages
// made at once, with their evidence and what they say of today's page, are those of the whole report.
func TestRewordedReport(t *testing.T) {
	root := golden.Copy(t, os.DirFS("../../../testdata/report"))
	var picture bytes.Buffer
	golden.OK(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 1000, 400))))
	write(t, root, "content/articles/2019-06-01-wood/wood.png", picture.String())
	write(t, root, "content/articles/2019-06-01-wood/index.md", article("A wood", "", "![A wood](wood.png)"))
	p := try(t, root)
	before := p.state()
	var files []string
	for _, a := range before.site.Articles {
		text := golden.Read(t, filepath.Join(root, a.File))
		front, body, _ := strings.Cut(strings.TrimPrefix(string(text), "+++\n"), "\n+++\n")
		write(t, root, a.File, "+++\n"+front+"\n+++\n\nA sentence before the others.\n"+body)
		files = append(files, a.File)
	}
	first, names := before.reworded(p.builder.root.FS(), files)
	if len(names) < 5 || len(names) != len(files) {
		t.Fatalf("the pages made of %q are %q", files, names)
	}
	whole := p.state()
	for _, name := range names {
		if !samePages(first, &whole.State, []string{name}) || samePages(first, &before.State, []string{name}) {
			t.Errorf("%s is not the page of the whole report, or as before", name)
		}
	}
}

// TestSavesInARow saves two articles again and again without waiting: in the end pages and feed have the last words of
// both.
func TestSavesInARow(t *testing.T) {
	root := aid(t)
	text := func(i int) string { return article("New", "", fmt.Sprintf("Saved for the %dth time.", i)) }
	names := []string{"one", "two"}
	save := func(i int) {
		write(t, root, "content/articles/2019-06-01-"+names[i%2]+".md", text(i))
	}
	save(0)
	save(1)
	s := start(t, root)
	for i := range 40 {
		save(i)
		if i%8 == 0 {
			s.until(t, "articles/"+names[i%2]+"/", fmt.Sprintf("the %dth", i))
		}
	}
	s.until(t, "articles/one/", "the 38th")
	s.until(t, "articles/two/", "the 39th")
	s.until(t, "feed.xml", "the 38th")
	s.until(t, "feed.xml", "the 39th")
	if _, body := s.get(t, "articles/one/"); !strings.Contains(body, "the 38th") {
		t.Error("the page of the whole report is an older one")
	}
}
