package content_test

import (
	"cmp"
	"fmt"
	"strings"
	"sync"
	"testing/fstest"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// front is a front matter of five lines without errors: the body begins on line 6.
const front = "+++\ntitle = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\n+++\n"

const (
	soundPage  = "+++\ntitle = \"T\"\n+++\nText.\n"
	soundClaim = "who = \"A\"\nsaid = \"S\"\ndate = 2017-02-14\nfact = \"fact:GBR/2016\"\nwords = \"2%\"\n"
)

// numbers finds the numbers that need evidence in a report on allies whose guidelines are 2% and 3.5%.
var numbers = sync.OnceValue(func() *lexicon.Finder {
	l := golden.Must(lexicon.Load(templates.FS, "en"))
	return l.Finder([]string{"ally", "allies"}, map[string][]float64{})
})

// load reads one article, content/articles/x.md.
func load(text string, opts content.Options) (*content.Article, diag.List) {
	opts.Numbers = numbers()
	c, errs := content.Load(files("content/articles/x.md", text), opts)
	if len(c.Articles) == 0 {
		return &content.Article{}, errs
	}
	return c.Articles[0], errs
}

// unescape makes a text of a line of testdata.
var unescape = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r", `\t`, "\t", `\u00a0`, "\u00a0", `\u202f`, "\u202f",
	`\ufeff`, "\ufeff", `\#`, "#", `\x00`, "\x00", `\xfc`, "\xfc", `\xfe`, "\xfe", `\xff`, "\xff")

// loadLine reads an article, or the text of one, from a line of testdata.
func loadLine(line string) (*content.Article, diag.List) {
	text := unescape.Replace(line)
	if !strings.Contains(text, "+++") {
		text = front + text
	}
	return load(text, content.Options{})
}

// folder returns the files of a case, of which an empty one is a sound text.
func folder(c golden.Case) fstest.MapFS {
	sound := map[string]string{"pages": soundPage, "claims": soundClaim + "url = \"https://example.org/\"\n"}
	fsys := fstest.MapFS{}
	for _, p := range c.Parts {
		_, below, _ := strings.Cut(p.Name, "/")
		kind, _, _ := strings.Cut(below, "/")
		fsys[p.Name] = &fstest.MapFile{Data: []byte(cmp.Or(string(p.Data), sound[kind], front+"Text.\n"))}
	}
	return fsys
}

// files returns a file system of names and texts.
func files(pairs ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		fsys[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return fsys
}

var kindNames = map[content.EmbedKind]string{content.Fact: "fact", content.Chart: "chart", content.Link: "link",
	content.Image: "image", content.ClaimBlock: "claim", content.Table: "table"}

// show returns a text with its embeds in double angle brackets.
func show(t content.Text) string {
	var b strings.Builder
	for _, p := range t {
		if e := p.Embed; e != nil {
			b.WriteString("⟦")
			if e.Plain {
				b.WriteString("plain ")
			}
			fmt.Fprintf(&b, "%s %s", kindNames[e.Kind], e.Args)
			if e.Kind == content.Fact {
				fmt.Fprintf(&b, " | %s", e.HTML)
			}
			b.WriteString("⟧")
		}
		b.WriteString(p.HTML)
	}
	return b.String()
}

// report returns errors one to a line, with their hints.
func report(errs diag.List) string {
	lines := make([]string, len(errs))
	for i, e := range errs {
		lines[i] = strings.TrimPrefix(e.Error(), "content/articles/")
	}
	return strings.Join(lines, "\n")
}
