package asof

import (
	"strings"
	"testing"

	"burdenshare/internal/article"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// TestParser cuts texts into sentences. A bar stands where one ends, an x where a fact stands.
func TestParser(t *testing.T) {
	l := golden.Must(lexicon.Load(templates.FS, "en-GB"))
	golden.CheckLines(t, "sentences.txt", func(line string) string {
		p := parser{lexicon: l}
		for i, part := range strings.Split(line, "x") {
			if i > 0 {
				p.add(article.Segment{Shown: &article.Use{}, HTML: "x"})
			}
			p.html(part)
		}
		p.end()
		var got []string
		for _, s := range p.done {
			b := ""
			for _, segment := range s.segments {
				b += segment.HTML
			}
			got = append(got, b)
		}
		if strings.Join(got, "") != line {
			t.Errorf("%q: something is lost: %q", line, got)
		}
		return strings.Join(got, "|")
	})
}

// TestParserAddress leaves an address whole that is a segment of its own within a tag.
func TestParserAddress(t *testing.T) {
	l, _ := lexicon.Load(templates.FS, "en")
	p := parser{lexicon: l}
	p.html(`<p>See <a href="`)
	p.add(article.Segment{Path: "members/"})
	p.html(`">them. All</a>. End.</p>`)
	p.end()
	if len(p.done) != 4 || p.done[0].text != "See them." {
		t.Errorf("%+v", p.done)
	}
}
