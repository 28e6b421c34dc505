package lexicon_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

var lexicons = map[string]*lexicon.Lexicon{}

// lexiconOf returns the lexicon of a language, read once.
func lexiconOf(lang string) *lexicon.Lexicon {
	if lexicons[lang] == nil {
		lexicons[lang] = golden.Must(lexicon.Load(templates.FS, lang))
	}
	return lexicons[lang]
}

// TestEvidence checks which numbers of the sentences in testdata/evidence.txt need evidence.
func TestEvidence(t *testing.T) {
	nouns := map[string][]string{"fr": {"donateur", "donateurs", "allié", "alliés"},
		"de": {"Geber", "Gebern", "Verbündete", "Verbündeten", "Mäzen", "Mäzene"}}
	marks := map[string][]float64{"": {0.7}, "EUR": {60}, lexicon.PlainMarks: {1e7}}
	golden.CheckLines(t, "evidence.txt", func(line string) string {
		lang, text, _ := strings.Cut(line, ": ")
		var got []string
		for _, n := range lexiconOf(lang).Finder(nouns[lang], marks).Uncited(text, nil) {
			got = append(got, text[n.From:n.To])
		}
		return strings.Join(got, " | ")
	})
}

// TestYearBesideFact checks that a year needs no evidence where the count beside it is a fact.
func TestYearBesideFact(t *testing.T) {
	f := lexiconOf("de").Finder(nil, nil)
	const text = "Für 2024 sind es 18."
	from := strings.Index(text, "18")
	if got := f.Uncited(text, []lexicon.Span{{From: from, To: from + 2}}); len(got) > 0 {
		t.Errorf("%q is found", text[got[0].From:got[0].To])
	}
}

// TestHints checks that what hints quote in a language is understood in it.
func TestHints(t *testing.T) {
	for _, lang := range []string{"fr", "de"} {
		l := lexiconOf(lang)
		for _, rank := range strings.Split(l.Quoted("rank", ""), ", ") {
			if p, wrong := l.Place(rank); wrong != nil || p.N == 0 {
				t.Errorf("%s: %q is no rank", lang, rank)
			}
		}
		if c, _, wrong := l.Claim(l.Quoted("range", ""), 0, 0); wrong != nil || c.Relation != lexicon.Between {
			t.Errorf("%s: no range", lang)
		}
		if c, _, wrong := l.Claim(l.Quoted("at_least", "")+" 3", 0, 0); wrong != nil || c.Relation != lexicon.AtLeast {
			t.Errorf("%s: no lower bound", lang)
		}
		for _, less := range regexp.MustCompile(", | ou | oder ").Split(l.Quoted("less", ""), -1) {
			if c, _, wrong := l.Claim("3 "+less, 0, 0); wrong != nil || min(c.Position, c.Movement, c.Bound) >= 0 {
				t.Errorf("%s: %q does not say less", lang, less)
			}
		}
	}
}

// TestBeside checks which words around a number say which way it is.
func TestBeside(t *testing.T) {
	golden.CheckLines(t, "beside.txt", func(line string) string {
		asked, text, _ := strings.Cut(line, ": ")
		before, after, _ := strings.Cut(text, "…")
		l := lexiconOf(asked[:2])
		if word, way := l.Beside(before, after, asked[3:] == "side"); word != "" {
			return fmt.Sprintf("%s %+d", word, way)
		}
		return ""
	})
}
