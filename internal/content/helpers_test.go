package content_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// front is a front matter of five lines without errors: the body begins on line 6.
const front = "+++\ntitle = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\n+++\n"

// numbers finds the numbers that need evidence in a report on allies whose guidelines are 2% and 3.5%.
var numbers = sync.OnceValue(func() *lexicon.Finder {
	l := golden.Must(lexicon.Load(templates.FS, "en"))
	return l.Finder([]string{"ally", "allies"}, map[string][]float64{})
})

// load reads one article, content/articles/x.md.
func load(t *testing.T, text string, opts content.Options) (*content.Article, diag.List) {
	t.Helper()
	opts.Numbers = numbers()
	c, errs := content.Load(files("content/articles/x.md", text), opts)
	if len(c.Articles) == 0 {
		return &content.Article{}, errs
	}
	return c.Articles[0], errs
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
