package content_test

import (
	"cmp"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
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
	sound := map[string]string{"pages": "+++\ntitle = \"T\"\n+++\nText.\n",
		"claims": soundClaim + "url = \"https://example.org/\"\n"}
	golden.CheckCases(t, "mistakes/names.txtar", func(c golden.Case) string {
		fsys := fstest.MapFS{}
		for _, p := range c.Parts {
			folder := strings.Split(p.Name, "/")[1]
			text := cmp.Or(string(p.Data), sound[folder], front+"Text.\n")
			fsys[p.Name] = &fstest.MapFile{Data: []byte(text)}
		}
		_, errs := content.Load(fsys, content.Options{})
		return errs.Error()
	})
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
	golden.CheckCases(t, "chartwords.txtar", func(c golden.Case) string {
		key, words := c.Parts[0].Name, strings.TrimSuffix(string(c.Parts[0].Data), "\n")
		text, errs := content.ChartText(key, words, at, content.Options{Numbers: numbers()}, nil)
		return show(text) + "\n" + errs.Error()
	})
}
