package build

import (
	"cmp"
	"os"
	"path"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/load"
)

// TestFormerPages changes what the page of an article that nobody edits shows, in every way that there is: the page is
// that of a build without a cache.
func TestFormerPages(t *testing.T) {
	text := func(front, body string) string {
		return "+++\ntitle = \"T\"\ndate = 2019-05-03\nsummary = \"S\"\n" + front + "+++\n\n" + body + "\n"
	}
	const chart = "```chart\nkind = \"trend\"\nmembers = [\"SWE\"]\n%s```"
	plain := text("members = [\"SWE\"]\n", "A [link](b.md), a grant, 2% of it.")
	base := os.DirFS("../../../cmd/build/testdata/base")
	first := golden.Copy(t, base)
	r := &editedReport{base: base, root: first}
	for name, text := range map[string]string{"plain": plain, "b": text("", "Text."), "drawn": text("", strings.Replace(chart, "%s", "title = \"Mine\"\n", 1))} {
		golden.OK(t, r.write("content/articles/"+name+".md", text))
	}
	flags := []string{"-as-of", "2026-06-01"}
	edited, clean := MemoryBuild{Reader: load.Rereading()}, cleanly(t, first)
	if said, ok := edited.Silently(append(flags, "-root", first)...); !ok {
		t.Fatal(said)
	}
	for name, c := range map[string]struct {
		page          string            // or file that is another; "plain" if none is named
		anew          bool              // by a program that starts anew
		before, after map[string]string // files written before the first build and the second; or "from|to"
	}{
		"where a link leads":      {after: map[string]string{"content/articles/b.md": text("slug = \"c\"\n", "Text.")}},
		"a member's name":         {after: map[string]string{"data/members.csv": "Sweden|The Swedes"}},
		"the report's title":      {after: map[string]string{"config.toml": "Who gives|Who gives what"}},
		"a word of the interface": {after: map[string]string{"templates/strings.toml": "Cite this page:|Quote this page:"}},
		"a part of pages":         {after: map[string]string{"templates/foot.html": "<footer|<footer data-a"}},
		"a style sheet":           {after: map[string]string{"templates/assets/member.css": "p { margin: 0 }\n"}},
		"a standing page":         {after: map[string]string{"content/pages/new.md": "+++\ntitle = \"N\"\n+++\n"}},
		"a glossary":              {after: map[string]string{"content/pages/glossary.md": "+++\ntitle = \"W\"\n+++\n\n## Grant\n\nA gift.\n"}},
		"a number of articles": {before: map[string]string{"templates/article.html": "<h1>|<h1>{{len .Site.Articles}} "},
			after: map[string]string{"content/articles/more.md": text("", "More.")}},
		"a number of articles in a part": {before: map[string]string{"templates/foot.html": "<footer|<footer data-a=\"{{len .Site.Articles}}\""},
			after: map[string]string{"content/articles/more.md": text("", "More.")}},
		"the articles on a member": {page: "members/sweden/index.html", after: map[string]string{"content/articles/more.md": text("members = [\"SWE\"]\n", "More.")}},
		"the title of a chart": {page: "charts/trend-swe-dnk-0766766/trend-swe-dnk-0766766.svg",
			before: map[string]string{"content/articles/pair.md": text("", strings.Replace(chart, "\"SWE\"]\n%s", "\"SWE\", \"DNK\"]\ntitle = \"One\"\n", 1))},
			after:  map[string]string{"content/articles/pair.md": text("", strings.Replace(chart, "\"SWE\"]\n%s", "\"SWE\", \"DNK\"]\ntitle = \"Two\"\n", 1))}},
		"a library that is not the one locked": {anew: true, before: map[string]string{"package.json": "{\"dependencies\": {\"minisearch\": \"*\"}}\n",
			"node_modules/minisearch/package.json": "{\"name\": \"minisearch\", \"version\": \"1.0.0\", \"main\": \"index.js\"}\n",
			"node_modules/minisearch/index.js":     "export default class { search() { return 1 } }\n", "node_modules/.package-lock.json": "1\n"},
			after: map[string]string{"node_modules/minisearch/index.js": "export default class { search() { return 2 } }\n",
				"node_modules/.package-lock.json": "2\n", "content/articles/b.md": text("", "Other text.")}},
		"the name of a chart": {page: "drawn", after: map[string]string{"content/articles/above.md": text("", strings.Replace(chart, "%s", "title = \"Older\"\n", 1))}},
	} {
		t.Run(name, func(t *testing.T) {
			r := &editedReport{base: base, root: golden.Copy(t, os.DirFS(first))}
			page := cmp.Or(c.page, "plain")
			if path.Ext(page) == "" {
				page = "articles/" + page + "/index.html"
			}
			read := func() string {
				t.Helper()
				src := golden.Read(t, r.at("public/"+page))
				return string(src)
			}
			build := func() string {
				t.Helper()
				builder := edited
				if c.anew {
					builder = MemoryBuild{}
				}
				if said, ok := builder.Silently(append(flags, "-root", r.root)...); !ok {
					t.Fatal(said)
				}
				return read()
			}
			write := func(files map[string]string) {
				t.Helper()
				for name, text := range files {
					from, to, change := strings.Cut(text, "|")
					var err error
					switch {
					case !change || strings.Contains(text, "\n"):
						err = r.write(name, text)
					case strings.HasPrefix(name, "templates/"):
						err = r.own(strings.TrimPrefix(name, "templates/"), from, to)
					default:
						var src []byte
						if src, err = os.ReadFile(r.at(name)); err == nil {
							err = r.write(name, strings.Replace(string(src), from, to, 1))
						}
					}
					golden.OK(t, err)
				}
			}
			was := ""
			if write(c.before); c.before != nil {
				was = build()
			} else {
				was = read()
			}
			write(c.after)
			is := build()
			if want, errs := clean.Files(os.DirFS(r.root), append(flags, "-root", r.root)...); errs.Failed() {
				t.Fatal(errs)
			} else if is != string(want[page]) {
				t.Errorf("the page is not that of a clean build")
			} else if is == was {
				t.Error("the change does nothing to the page")
			}
		})
	}
}
