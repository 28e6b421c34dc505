package content_test

import (
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/content"
)

// FuzzLoad reads any text as a file, front matter, body and claim, and checks what holds for every input: no panic, a
// place for each error, and no control character in what is published.
func FuzzLoad(f *testing.F) {
	for _, s := range []string{
		"title = \"T [2%](fact:a/1)\"\ndate = 2017-02-15\nsummary = \"\"\"\nS *a*\n\nb\"\"\"",
		"title = 'x'\nas_of = \"latest\"\ntags = [\"a\", \"A\", 3]\naliases = [\"/a/\", \"..\"]\nslug = \"Ü\"",
		"title = \"\\u0000\"\nmembers = [\"GBR\"]\nimage = \"\"\norder = 2\ndraft = 1",
		"titel = 1\n[a]\nb = 2\n[[c]]",
		"title: yaml\n---\n",
		"# a\n\n## [2%](fact:a/1)[^1] *b*\n\n[^1]: c <fact:d>\n",
		"| a | `b\\|c` |\n|---|--:|\n| [x](y.md) | ![z](w.png) |",
		"> ```chart\n> a = 1\n\n<!-- x\n\n<div>\n- [ ] a\n-\tb\n\n\t```\n\tc",
		"[a](javascript:b) [c](//d) [e](\\\\f) <g:h> www.i.org ftp://j.org",
		"[a]: fact:b\n[a] [a][] [c][a] [d][e] (fact: f)",
		"12&#37; of \"5 of\n28\" \\$5 ![2% [](fact:a/1) <!-- evidence: x -->](b.png)[^1]. *US$ 5*bn\n" +
			"<!-- evidence: -->\n\n[^1]: two of\u00a0[3](fact:a/2)",
		"\x00\xff&#0;&#1;\r\n\r",
		soundClaim + "acknowledged = 2019-06-25\nmembers = [\"GBR\"]\nbasis = \"[2%](fact:a/1)\"\nown = \"a\"\ntags = [\"x\"]",
		"who = 1\nsaid = [\n[date]\nfact = \"\"\"",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fsys := files("content/articles/2017-02-15-x.md", "+++\n"+s+"\n+++\nbody", "content/articles/y.md", s,
			"content/articles/z.md", front+s, "content/pages/p.md", "+++\n"+s+"\n+++\nbody", "content/claims/a.toml", s)
		for _, unsafe := range []bool{false, true} {
			c, errs := content.Load(fsys, content.Options{UnsafeHTML: unsafe})
			for _, e := range errs {
				if e.Pos.Line < 1 || e.Pos.Col < 1 || e.Msg == "" {
					t.Errorf("%v has no place", e)
				}
			}
			for _, a := range append(c.Articles, c.Pages...) {
				checkText(t, a)
				if !unsafe && strings.Contains(strings.ToLower(show(a.Body)), "<script") {
					t.Error("a script got through")
				}
			}
		}
	})
}

// checkText checks the texts and the headings of an article.
func checkText(t *testing.T, a *content.Article) {
	bad := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 && r != '\n' && r != '\t' && r != '\r' })
	}
	texts, ids := []content.Text{a.Title, a.Summary, a.Body}, map[string]bool{"": true}
	for _, h := range a.Headings {
		if texts = append(texts, h.Text); ids[h.ID] {
			t.Errorf("id %q is empty or repeated", h.ID)
		}
		ids[h.ID] = true
	}
	for _, p := range slices.Concat(texts...) {
		if bad(p.HTML) || (p.HTML == "") == (p.Embed == nil) {
			t.Errorf("part %q", p.HTML)
		}
		if e := p.Embed; e != nil && (bad(e.HTML) || bad(e.Words) || bad(e.Args) || e.Pos.Line < 1 || e.Pos.Col < 1) {
			t.Errorf("embed %+v", e)
		}
	}
}
