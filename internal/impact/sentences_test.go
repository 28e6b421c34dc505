package impact

import (
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// TestSentenceOf finds the sentence of the fact after ¦ in a text, whose facts are in brackets.
func TestSentenceOf(t *testing.T) {
	l := golden.Must(lexicon.Load(templates.FS, "en-GB"))
	for _, c := range []struct{ html, want string }{
		{"<p>One. ¦[Two] is <em>here</em>. Three.</p>", "Two is here."},
		{"<p>One.\nIt is ¦[2%]\nof all. Three.</p>", "It is 2% of all."},
		{"<p>Before</p>\n<ul>\n<li>first ¦[2] of it</li>\n<li>second</li>\n</ul>", "first 2 of it"},
		{"<table><tr>\n<td>A</td>\n<td class=\"n\">¦[2.21]</td>\n<td><code>c</code></td>\n</tr>\n<tr>\n<td>B</td>\n</tr></table>", "A, 2.21, c"},
		{"<h2 id=\"x\">Only ¦[five]</h2>\n<p>More.</p>", "Only five"},
		{"<p>At 2.5 per cent it is ¦[1.98%] now. So.</p>", "At 2.5 per cent it is 1.98% now."},
		{"<p>“Yes.” And ¦[2]<sup id=\"fnref:1\"><a href=\"#fn:1\">1</a></sup> of [three]. No.</p>", "And 2 of three."},
		{"<p>Zürich &amp; Bern: ¦[2]!</p>", "Zürich & Bern: 2!"},
		{"<p>¦[] is filled in.</p>", "… is filled in."},
		{"Five of ¦[28]", "Five of 28"},
		{"<p>A long one ¦[x] " + strings.Repeat("word ", 60) + "</p>", "A long one x" + strings.Repeat(" word", 38)[:188] + "…"},
	} {
		var text content.Text
		var of *content.Embed
		for i, part := range strings.Split(c.html, "[") {
			if words, rest, ok := strings.Cut(part, "]"); ok && i > 0 {
				e := &content.Embed{Kind: content.Fact, Words: words}
				if last := &text[len(text)-1]; strings.HasSuffix(last.HTML, "¦") {
					last.HTML, of = strings.TrimSuffix(last.HTML, "¦"), e
				}
				text, part = append(text, content.Part{Embed: e}), rest
			}
			text = append(text, content.Part{HTML: part})
		}
		x := &comparison{checker: fact.Checker{Lexicon: l}}
		if got := x.sentenceOf(text, of); got != c.want {
			t.Errorf("%q:\ngot  %q\nwant %q", c.html, got, c.want)
		}
	}
}

func TestTextOfEffects(t *testing.T) {
	e := &Impact{Sections: []Section{{"Ranks", []string{"one.", "two."}}, {"Charts", []string{"three."}}}}
	if got, want := e.Text(), "Ranks\n  one.\n  two.\n\nCharts\n  three.\n"; got != want {
		t.Errorf("got %q", got)
	}
	if got := new(Impact).Text(); got != "Nothing changes.\n" {
		t.Errorf("got %q", got)
	}
}

// TestEvidence checks that a smaller number of numbers with evidence is reported.
func TestEvidence(t *testing.T) {
	was := content.Numbers{Checked: 240, Linked: 12, Quoted: 3, Excused: 2}
	got := strings.Join(evidence(was, content.Numbers{Checked: 238, Linked: 13, Quoted: 3, Excused: 1, Bare: 2}), "\n")
	if want := `Numbers borne out by figures: 238, were 240, 2 fewer.
Numbers linked to a source: 13, were 12, 1 more.
Numbers excused by a footnote or comment: 1, were 2, 1 fewer.
Numbers without evidence: 2, were 0, 2 more.`; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := evidence(was, was); got != nil {
		t.Errorf("without a change: %q", got)
	}
}
