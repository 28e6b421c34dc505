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

// TestSentenceOf finds the sentence of the fact after ¦ in a text, whose facts are in brackets and line ends \n.
func TestSentenceOf(t *testing.T) {
	x := &comparison{checker: fact.Checker{Lexicon: golden.Must(lexicon.Load(templates.FS, "en-GB"))}}
	golden.CheckLines(t, "sentences.txt", func(line string) string {
		var text content.Text
		var of *content.Embed
		for i, part := range strings.Split(strings.ReplaceAll(line, `\n`, "\n"), "[") {
			if words, rest, ok := strings.Cut(part, "]"); ok && i > 0 {
				e := &content.Embed{Kind: content.Fact, Words: words}
				if last := &text[len(text)-1]; strings.HasSuffix(last.HTML, "¦") {
					last.HTML, of = strings.TrimSuffix(last.HTML, "¦"), e
				}
				text, part = append(text, content.Part{Embed: e}), rest
			}
			text = append(text, content.Part{HTML: part})
		}
		return x.sentenceOf(text, of)
	})
}

func TestTextOfEffects(t *testing.T) {
	e := &Impact{Sections: []Section{{"Ranks", []string{"one.", "two."}}, {"Charts", []string{"three."}}}}
	if got := e.Text() + new(Impact).Text(); got != "Ranks\n  one.\n  two.\n\nCharts\n  three.\nNothing changes.\n" {
		t.Errorf("got %q", got)
	}
}

// TestEvidence checks that a smaller number of numbers with evidence is reported.
func TestEvidence(t *testing.T) {
	was := content.Numbers{Facts: 240, Linked: 12, Quoted: 3, Excused: 2}
	got := strings.Join(evidence(was, content.Numbers{Facts: 238, Linked: 13, Quoted: 3, Excused: 1, Bare: 2}), "\n")
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
