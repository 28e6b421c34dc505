package content_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"burdenshare/internal/content"
)

// article returns the text of an article of about 550 words, with typical facts, links and a chart.
func article(i int) (front, body string) {
	front = fmt.Sprintf("+++\ntitle = \"Article %d says that [five](fact:allies/2016/meeting) meet it\"\ndate = 20%02d-0%d-1%d\n"+
		"summary = \"Britain's figure is [2.21%%](fact:GBR/2016) of GNI, which is above the line.\"\ntags = [\"Britain\", \"sources\"]\nmembers = [\"GBR\", \"USA\"]\n+++\n", i, i%20+1, i%9+1, i%10)
	var b strings.Builder
	for s := range 5 {
		fmt.Fprintf(&b, "\n## Section %d of it\n\n", s)
		for p := range 2 {
			fmt.Fprintf(&b, "On the alliance's figures that demand is addressed to *nearly* everyone. Only [five](fact:allies/2016/meeting) of\n"+
				"[28](fact:allies/2016) members met the guideline in 20%02d: the United States, at [3.61%%](fact:USA/2016); Britain, which\n"+
				"is \"on the line\"; and others, who -- it is said -- must [do more](../pages/methods.md#the-guidelines). The newest table of\n"+
				"members is still the edition of 4 July, made when half of the year lay ahead, and so it is marked as an estimate (%d).\n\n", i%20, p)
		}
	}
	b.WriteString("```chart\nkind = \"distance\"\nyear = 2016\ntitle = \"Five above the line\"\n```\n\n- one\n- two\n- three\n\n| Member | Share |\n|---|--:|\n| Estonia | 2.16 |\n| Poland | 2.00 |\n")
	return front, b.String()
}

const articles = 1000

// BenchmarkLoad measures everything that this package does; BenchmarkGoldmarkLoop measures goldmark alone for the
// same bodies, one after another. Their ratio is the cost of front matter, places and checks, less the gain of
// reading files concurrently; -cpu 1 shows the cost alone.
func BenchmarkLoad(b *testing.B) {
	fsys := fstest.MapFS{}
	for i := range articles {
		front, body := article(i)
		fsys[fmt.Sprintf("content/articles/article-%d.md", i)] = &fstest.MapFile{Data: []byte(front + body)}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, errs := content.Load(fsys, content.Options{Numbers: numbers()}); len(errs) > 0 {
			b.Fatal(errs)
		}
	}
}

func BenchmarkGoldmarkLoop(b *testing.B) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer))
	texts := make([][]byte, articles)
	for i := range texts {
		_, body := article(i)
		texts[i] = []byte(body)
	}
	b.ReportAllocs()
	for b.Loop() {
		var buf bytes.Buffer
		for _, text := range texts {
			buf.Reset()
			if err := md.Convert(text, &buf); err != nil {
				b.Fatal(err)
			}
		}
	}
}
