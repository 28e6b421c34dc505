package content_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
)

// TestHTML checks the HTML of Markdown, and that no line is broken beside the signs that a language sets apart, in prose
// alone.
func TestHTML(t *testing.T) {
	for name, words := range map[string]content.Words{
		"html": {}, "french": {Open: "« ", Close: " »", Before: "%:;!?»", After: "«"},
	} {
		golden.CheckCases(t, name+".txtar", func(c golden.Case) string {
			a, errs := load(t, front+c.Part("text"), content.Options{Words: words})
			return strings.ReplaceAll(show(a.Body), "\u00a0", "_") + report(errs)
		})
	}
}

// TestOtherLanguage checks that what a text names for those who hear it is in the words of the report.
func TestOtherLanguage(t *testing.T) {
	words := content.Words{Open: "«", Close: "»", Section: "Lien <ici>", Back: "Retour", Table: "Tableau", Done: "fait", ToDo: "à faire"}
	a, _ := load(t, front+"## A[^n]\n\n- [x] a\n- [ ] \"b\"\n\n|A|\n|--|\n|b|\n\n[^n]: C.", content.Options{Words: words})
	html := show(a.Body)
	for _, want := range []string{`aria-label="Lien &lt;ici&gt;">#</a>`, `title="Retour"`, `aria-label="Tableau"`, `checked disabled aria-label="fait">`,
		`disabled aria-label="à faire"> «b»`} {
		if !strings.Contains(html, want) {
			t.Errorf("%s is not in %s", want, html)
		}
	}
}

func TestUnsafeHTML(t *testing.T) {
	a, errs := load(t, front+"a <b>c</b><!-- x -->\n\n<div>\n<!-- y\nz --><i>d</i>\n</div>\n\n<script>\nlet x = \"<!--\"\n</script>", content.Options{UnsafeHTML: true})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	want := "<p>a <b>c</b></p>\n<div>\n<i>d</i>\n</div>\n<script>\nlet x = \"<!--\"\n</script>\n"
	if got := show(a.Body); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if a, _ = load(t, front+"## A <b>c</b>", content.Options{UnsafeHTML: true}); show(a.Headings[0].Text) != "A c" {
		t.Errorf("a heading in the table of contents is %s", show(a.Headings[0].Text))
	}
}

// TestWords checks the words of a fact, which are compared with a figure: plain text, as a reader would read it aloud.
func TestWords(t *testing.T) {
	for _, c := range []struct{ markdown, want string }{
		{"[2.21%](fact:x)", "2.21%"},
		{"[*2.21*&nbsp;%](fact:x)", "2.21\u00a0%"},
		{"[about\n`2` &lt; \\*3\\*](fact:x)", "about 2 < *3*"},
		{"[it's \"two\"](fact:x)", "it’s “two”"},
		{"[R&D](fact:x)", "R&D"},
		{"[ 2 ](fact:x)", "2"},
		{"[*](fact:x)", "*"},
		{"[&#32;](fact:x)", ""},
	} {
		a, errs := load(t, front+c.markdown, content.Options{})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		for e := range a.Body.Embeds() {
			if e.Words != c.want {
				t.Errorf("%s: got %q, want %q", c.markdown, e.Words, c.want)
			}
		}
	}
}

// TestHeadings checks the table of contents, whose facts are those of the body.
func TestHeadings(t *testing.T) {
	var a *content.Article
	golden.CheckCases(t, "headings.txtar", func(c golden.Case) (got string) {
		var errs diag.List
		a, errs = load(t, front+c.Part("text"), content.Options{})
		for _, h := range a.Headings {
			got += fmt.Sprintln(h.Level, h.ID, show(h.Text))
		}
		return got + report(errs)
	})
	inBody := map[*content.Embed]bool{}
	for e := range a.Body.Embeds() {
		inBody[e] = true
	}
	for _, h := range a.Headings {
		for e := range h.Text.Embeds() {
			if !inBody[e] {
				t.Error("the fact of a heading differs from that of the body")
			}
		}
	}
}

// TestWrongAddresses shows links that may lead nowhere as their words, and code that may be none as code.
func TestWrongAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"    a < b\n": "<pre><code>a &lt; b\n</code></pre>", // which is rarely meant
		"ftp://a.b.org and <javascript:alert(1)>": "<p>ftp://a.b.org and javascript:alert(1)</p>",
		"[a](javascript:alert(1)) ![b](data:x)":   `<p><a href="⟦link ⟧">a</a> </p>`,
	} {
		a, errs := load(t, front+text, content.Options{})
		if got := strings.TrimSpace(show(a.Body)); got != want || len(errs) == 0 {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
