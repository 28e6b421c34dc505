package fact_test

import (
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// leastPhrasings is the minimum number of sentences for a language.
const leastPhrasings = 150

// TestPhrasings checks what the words of a journalist claim and whether the figures agree. A line of
// testdata/phrasings.<lang>.txt has the verdict, the reference with its day, the words and, maybe, why.
func TestPhrasings(t *testing.T) {
	for _, lang := range []string{"en", "fr", "de"} {
		lex := golden.Must(lexicon.Load(templates.FS, lang))
		c := *checker()
		c.Lexicon = lex
		src := golden.Read(t, "testdata/phrasings."+lang+".txt")
		n, wrong := 0, 0
		for line := range strings.Lines(string(src)) {
			line, _, _ = strings.Cut(strings.TrimRight(line, "\n"), "  # ")
			if line == "" || line[0] == '#' {
				continue
			}
			parts := strings.SplitN(line, " | ", 3)
			if len(parts) != 3 || parts[0] != "holds" && parts[0] != "disagrees" {
				t.Fatalf("%s: invalid line: %q", lang, line)
			}
			ref, day, _ := strings.Cut(parts[1], "@")
			if day == "" {
				day = "2026-11-23"
			}
			_, err := c.Check(c.Data.AsOf(civil.MustParse(day)), fact.Claim{Ref: ref, Words: parts[2], Pos: pos})
			if (err == nil) != (parts[0] == "holds") {
				t.Errorf("%s: %s of %s: got %v", lang, parts[2], parts[1], err)
			}
			if n++; parts[0] == "disagrees" {
				wrong++
			}
		}
		if n < leastPhrasings || wrong < leastPhrasings/4 {
			t.Errorf("%s has %d phrasings, %d of them wrong", lang, n, wrong)
		}
	}
}
