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
	for _, c := range []struct{ text, want string }{
		{"<p>One. Two.</p>", "<p>One.| Two.|</p>"},
		{"<p>It is 2.21% by Mr. Smith of the U.S. army. Next!</p>", "<p>It is 2.21% by Mr. Smith of the U.S. army.| Next!|</p>"},
		{"<p>He said &ldquo;never.&rdquo; Then he left.</p>", "<p>He said &ldquo;never.&rdquo;| Then he left.|</p>"},
		{"<p>At x. And x.</p>\n<ul><li>x</li><li>b</li></ul>", "<p>At x.| And x.|</p>\n|<ul>|<li>x|</li>|<li>b|</li>|</ul>"},
		{"<p>A <em>word.</em> Another &amp; more</p>", "<p>A <em>word.|</em> Another &amp; more|</p>"},
		{"<td>x</td><td>2</td>", "<td>x|</td>|<td>2|</td>"},
		{"<p>no end</p><h2>x</h2>", "<p>no end|</p>|<h2>x|</h2>"},
	} {
		p := parser{lexicon: l}
		for i, part := range strings.Split(c.text, "x") {
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
		if strings.Join(got, "") != strings.ReplaceAll(c.text, "|", "") {
			t.Errorf("%q: something is lost: %q", c.text, got)
		}
		if joined := strings.Join(got, "|"); joined != c.want {
			t.Errorf("%q:\ngot  %s\nwant %s", c.text, joined, c.want)
		}
	}
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
