package content

import (
	"regexp"
	"testing"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// lineEnd matches spaces at the end of a line, of which the parsers keep more or fewer.
var lineEnd = regexp.MustCompile(`[ \t]+(<br>)?(\n|</|$)`)

// FuzzParserFor checks that a text without an address is parsed to the same HTML, embeds and errors by the parser that
// looks for none.
func FuzzParserFor(f *testing.F) {
	for _, s := range []string{
		"A *word* _b_ ~~c~~ (d) e.\nhttp: //f ftp:/ ww.g h. i.j  \nk\\\nl", "| a | (b) |\n| --- | :-: |\n| *c* | ~d~ |\n\n- [ ] e\n- [x] f\n\n[^1]\n\n[^1]: g",
		"> 5% of it, [2%](fact:a/1) and ![3 of 4](b.png) \"x\" -- y ... <z> &amp; \\* `5%` <!-- evidence: why -->", "## A [b](c.md) *d*\n\n[e]: f\n\n[e] [g][e]\n\n* * *\n_ _\n( (\n~ ~ a_b_c **x**y",
		"www .a https:/b mailto:c", "\t*a*\n \n  (b)\n", "a http",
	} {
		f.Add(s)
	}
	l := golden.Must(lexicon.Load(templates.FS, "en"))
	opts := Options{Numbers: l.Finder([]string{"ally", "allies"}, map[string][]float64{})}
	english := grammarOf(Words{})
	read := func(p parser.Parser, src []byte) (string, []Part, string) {
		o := newOutput(src, (&diag.Lines{First: diag.Pos{File: "a.md", Line: 1, Col: 1}, Src: src}).At, opts)
		defer o.release()
		pc := parser.NewContext()
		pc.Set(outputKey, o)
		o.render(p.Parse(text.NewReader(src), parser.WithContext(pc)))
		return o.String(), o.text(), o.errs.Error()
	}
	f.Fuzz(func(t *testing.T, s string) {
		src, ok := decode("a.md", []byte(s), new(diag.List))
		if !ok || english.parserFor(src) != english.unlinked {
			return
		}
		html, parts, errs := read(english.unlinked, src)
		want, wanted, found := read(english.body, src)
		if lineEnd.ReplaceAllString(html, "$1$2") != lineEnd.ReplaceAllString(want, "$1$2") || errs != found || len(parts) != len(wanted) {
			t.Errorf("got %q\n%s\nwant %q\n%s", html, errs, want, found)
		}
	})
}
