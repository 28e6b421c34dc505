package content_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
)

// TestMoves holds which articles later figures may change: those of a day that ask for any.
func TestMoves(t *testing.T) {
	for body, want := range map[string]bool{
		"Text.": false, "[a](b.md) ![c](d.png)": false, "[2%](fact:a/1)": true, "[2%](fact:a/1) [3%](fact:b/1)": true, "```chart\nkind = \"a\"\n```": true, "```claim\nid = \"a\"\n```": true, "```table\n```": true,
	} {
		for _, latest := range []bool{false, true} {
			more := map[bool]string{true: "as_of = \"latest\"\n"}[latest]
			a, _ := load(t, strings.Replace(front, "date", more+"date", 1)+body, content.Options{})
			if a.HasEmbeds() != want || a.Moves() != (want && !latest) {
				t.Errorf("%s, as of the latest: %t: embeds %t, moves %t", body, latest, a.HasEmbeds(), a.Moves())
			}
		}
	}
	if a, _ := load(t, strings.Replace(front, "\"S\"", "\"[2%](fact:a/1)\"", 1), content.Options{}); !a.Moves() {
		t.Error("the fact of a summary does not move")
	}
}

// TestRewords holds which change of a text is seen on its own page alone: that of words, facts and links of its body.
func TestRewords(t *testing.T) {
	former, _ := load(t, front+"Words and [a](b.md).\n", content.Options{})
	for text, want := range map[string]bool{
		front + "Other words, 2%, and [a](c.md).\n":                  true,
		front + "Words and ![a](b.png).\n":                           false,
		front + "Words and [2%](fact:a/1).\n":                        true,
		front + "```chart\nkind = \"map\"\n```\n":                    false,
		front + "## Words\n\nWords and [a](b.md).\n":                 false,
		strings.Replace(front, "\"T\"", "\"U\"", 1) + "Words.\n":     false,
		strings.Replace(front, "date", "draft = true\ndate", 1) + "": false,
	} {
		a, _ := load(t, text, content.Options{})
		if a.Rewords(former) != want || former.Rewords(a) != want {
			t.Errorf("%s: %t", text, !want)
		}
	}
}

// TestForget lets go of the bodies of texts and of nothing else.
func TestForget(t *testing.T) {
	c, _ := content.Load(files("content/articles/x.md", front+"Text.\n", "content/pages/y.md", "+++\ntitle = \"Y\"\n+++\nText.\n"), content.Options{})
	if c.Forget(); c.Articles[0].Body != nil || c.Pages[0].Body != nil || show(c.Articles[0].Title) != "T" {
		t.Error(c.Articles[0], c.Pages[0])
	}
}

// TestOwnAddresses reads addresses of the site itself as links within it.
func TestOwnAddresses(t *testing.T) {
	for dest, want := range map[string]string{
		"https://example.org/aid/members/": "⟦link /members/⟧", "https://example.org/aid/": "⟦link /⟧", "https://example.org/aid": "⟦link /⟧",
		"https://example.org/aids/": "https://example.org/aids/", "https://example.org/": "https://example.org/",
	} {
		a, errs := load(t, front+"[a]("+dest+")", content.Options{Home: "https://example.org/aid/"})
		if got := strings.TrimSpace(show(a.Body)); got != `<p><a href="`+want+`">a</a></p>` || len(errs) > 0 {
			t.Errorf("%s: got %s, %v", dest, got, errs)
		}
	}
}

// TestNamesOfFiles lists files of content/ that cannot be read as what they may be meant for.
func TestNamesOfFiles(t *testing.T) {
	for name, want := range map[string]string{
		"content/articles/index.md":             "articles/index.md:1:1: an article without a name\n\thint: an index.md is in a folder of its own, content/articles/2017-02-15-a-few-words/index.md",
		"content/articles/2017-2-15-a.md":       "articles/2017-2-15-a.md:1:1: the day in the file's name is not written with two digits for month and day\n\thint: name the file 2017-02-15-a-few-words.md",
		"content/articles/17-02-15-a.md":        "",
		"content/articles/15-02-2017-a.md":      "articles/15-02-2017-a.md:1:1: the file's name: \"15-02-2017\" is not a day; write it as 2017-02-15\n\thint: name the file 2017-02-15-a-few-words.md",
		"content/articles/20170-02-15-a.md":     "",
		"content/articles/2017-020-15-a.md":     "",
		"content/articles/2017--15-a.md":        "articles/2017--15-a.md:1:1: \"2017--15-a\" cannot be part of an address\n\thint: rename the file 2017-15-a.md: lower-case letters a to z, digits and single hyphens",
		"content/articles/2017-02-15.md":        "articles/2017-02-15.md:1:1: the file's name has a day but no words\n\thint: name the file 2017-02-15-a-few-words.md",
		"content/articles/2017-02-15-A.md":      "articles/2017-02-15-A.md:1:1: \"A\" cannot be part of an address\n\thint: rename the file 2017-02-15-a.md: lower-case letters a to z, digits and single hyphens",
		"content/articles/2017-02-30-a.md":      "articles/2017-02-30-a.md:1:1: the file's name: \"2017-02-30\" is not a day of the calendar\n\thint: name the file 2017-02-15-a-few-words.md",
		"content/articles/a/Index.md":           "articles/a/Index.md:1:1: index.md must be in lower case\n\thint: rename it to index.md",
		"content/articles/a.markdown":           "articles/a.markdown:1:1: Markdown files end in .md here\n\thint: rename it to a.md",
		"content/articles/2017-2-15-a/index.md": "articles/2017-2-15-a/index.md:1:1: the day in the folder's name is not written with two digits for month and day\n\thint: name the folder 2017-02-15-a-few-words",
		"content/articles/deep/er/a.md":         "articles/deep/er/a.md:1:1: a Markdown file that is not a page\n\thint: an article is content/articles/NAME.md or content/articles/NAME/index.md, a standing page likewise in content/pages",
		"content/a.md":                          "a.md:1:1: a Markdown file that is not a page\n\thint: an article is content/articles/NAME.md or content/articles/NAME/index.md, a standing page likewise in content/pages",
		"content/pages/members.md":              "pages/members.md:1:1: /members/ is an address of the site itself\n\thint: give the file another name",
		"content/pages/A b.md":                  "pages/A b.md:1:1: \"A b\" cannot be an address\n\thint: rename the file a-b.md: lower-case letters a to z, digits and single hyphens",
		"content/pages/members/index.md":        "pages/members/index.md:1:1: /members/ is an address of the site itself\n\thint: give the folder another name",
		"content/claims/a.TOML":                 "claims/a.TOML:1:1: claims end in .toml here\n\thint: rename it to a.toml",
		"content/claims/a.yaml":                 "claims/a.yaml: warning: a file that is not a claim\n\thint: a claim is a file content/claims/NAME.toml; put other files elsewhere",
		"content/articles/2017-02-15-a/x.png":   "articles/2017-02-15-a: warning: a folder named like an article but without index.md\n\thint: rename the text to index.md to make the folder an article",
	} {
		text := front + "Text.\n"
		switch {
		case strings.HasPrefix(name, "content/pages/"):
			text = "+++\ntitle = \"T\"\n+++\nText.\n"
		case strings.HasPrefix(name, "content/claims/"):
			text = soundClaim + "url = \"https://example.org/\"\n"
		}
		_, errs := content.Load(files(name, text), content.Options{})
		if got := strings.TrimPrefix(errs.Error(), "content/"); got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
	}
}

// TestUnreadable names each file that is not a plain one, or cannot be opened.
func TestUnreadable(t *testing.T) {
	fsys := files("content/articles/x.md", front+"Text.\n")
	fsys["content/pipe"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	fsys["content/device"] = &fstest.MapFile{Mode: fs.ModeDevice}
	_, errs := content.Load(locked{fsys, ".md"}, content.Options{})
	if got, want := errs.Error(), "content/articles/x.md:1:1: cannot read: permission denied\ncontent/device:1:1: not a plain file\n\thint: put the file itself here, not a link to it\ncontent/pipe:1:1: not a plain file\n\thint: put the file itself here, not a link to it"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestChartWords reads the title and the caption of a chart, and asks for evidence of their numbers.
func TestChartWords(t *testing.T) {
	at := func(offset int) diag.Pos { return diag.Pos{File: "x.md", Line: 9, Col: 10 + offset} }
	for _, c := range []struct {
		key, text, want string
	}{
		{"title", "[Five](fact:allies/1/meeting) *met* it", "⟦fact allies/1/meeting | Five⟧ <em>met</em> it|"},
		{"title", "Only 2% met it", "Only 2% met it|x.md:9:15: warning: a number without evidence: \"2%\"\n\thint: write [2%](fact:WHO/YEAR) or <!-- evidence: why --> after it"},
		{"title", "See [methods](../pages/methods.md)", "See methods|x.md:9:14: a link in the title\n\thint: the title is drawn as well; put this one in the caption"},
		{"title", "1. one", "1. one|"},
		{"title", "A -- b... c", "A – b… c|"},
		{"caption", "It met. <!-- evidence: x -->", "It met. |x.md:9:18: warning: an evidence comment that belongs to no number\n\thint: delete it, or put it after the number, in the same paragraph, list item, table cell or heading"},
		{"caption", "Only 2% met [it](https://example.org/)", "Only 2% met <a href=\"https://example.org/\">it</a>|x.md:9:15: warning: a number without evidence: \"2%\"\n\thint: write [2%](fact:WHO/YEAR), link the number to its source, or <!-- evidence: why --> after it"},
		{"caption", "Only 2% met it. <!-- evidence: x -->", "Only 2% met it. |"},
		{"caption", "One.\n\nTwo.", "|x.md:9:15: caption has more than one paragraph\n\thint: the rest belongs in the text around the chart"},
		{"caption", "It [^] met", "It [^] met|"},
		{"caption", " ", "|"},
	} {
		text, errs := content.ChartText(c.key, c.text, at, content.Options{Numbers: numbers()})
		if got := show(text) + "|" + errs.Error(); got != c.want {
			t.Errorf("%s: got\n%s", c.text, got)
		}
	}
}
