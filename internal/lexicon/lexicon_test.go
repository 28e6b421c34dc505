package lexicon_test

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

var languages = []string{"en", "fr", "de"}

// lexicons are those that ship, by language.
var lexicons = sync.OnceValue(func() map[string]*lexicon.Lexicon {
	all := map[string]*lexicon.Lexicon{}
	for _, lang := range languages {
		all[lang] = golden.Must(lexicon.Load(templates.FS, lang))
	}
	return all
})

// TestClaim reads the number of a claim and its relation to the figure.
func TestClaim(t *testing.T) {
	golden.CheckLines(t, "claims.txt", func(line string) string {
		lang, words, _ := strings.Cut(line, ": ")
		c, found, wrong := lexicons()[lang].Claim(words)
		if wrong != nil || !found {
			return fmt.Sprintf("found: %t, %s", found, cmp.Or(wrong, &lexicon.Problem{}).Msg)
		}
		return said(c)
	})
}

// TestPlace reads a rank.
func TestPlace(t *testing.T) {
	golden.CheckLines(t, "ranks.txt", func(line string) string {
		lang, words, _ := strings.Cut(line, ": ")
		p, wrong := lexicons()[lang].Place(words)
		if wrong != nil {
			return wrong.Msg
		}
		return said(p)
	})
}

// relations are the names of relations, in their order.
var relations = strings.Fields("Equal Exactly About Nearly JustAbove AtLeast AtMost MoreThan LessThan Between")

// said returns what was understood.
func said(of any) string {
	return strings.Join(golden.Fields(of, func(value any) any {
		if r, ok := value.(lexicon.Relation); ok {
			return relations[r]
		}
		return nil
	}), ", ")
}

// TestEvidence checks which numbers of sentences need evidence.
func TestEvidence(t *testing.T) {
	nouns := map[string][]string{"fr": {"donateur", "donateurs", "allié", "alliés"},
		"de": {"Geber", "Gebern", "Verbündete", "Verbündeten", "Mäzen", "Mäzene"}}
	marks := map[string][]float64{"": {0.7}, "EUR": {60}, lexicon.PlainMarks: {1e7}}
	golden.CheckLines(t, "evidence.txt", func(line string) string {
		lang, sentence, _ := strings.Cut(line, ": ")
		text, proven := marked(sentence)
		return quote(text, lexicons()[lang].Finder(nouns[lang], marks).Uncited(text, proven))
	})
}

// TestQuotations finds quotations.
func TestQuotations(t *testing.T) {
	golden.CheckLines(t, "quotations.txt", func(line string) string { return quote(line, lexicon.Quotations(line)) })
}

// quote returns some parts of a text.
func quote(text string, parts []lexicon.Span) string {
	var got []string
	for _, at := range parts {
		got = append(got, text[at.From:at.To])
	}
	return strings.Join(got, " | ")
}

// TestSentences finds the ends of sentences, and what is in somebody's words.
func TestSentences(t *testing.T) {
	en := lexicons()["en"]
	golden.CheckLines(t, "sentences.txt", func(line string) string {
		for i := range line {
			if end, ok := en.SentenceEnd(line, i); ok {
				return fmt.Sprintf("%s reports: %t", line[:end], en.Reports(line))
			}
		}
		return fmt.Sprintf("no end; reports: %t", en.Reports(line))
	})
	if !(&lexicon.Lexicon{}).Reports("In a language without such words") {
		t.Error("nothing is known of the language, so nothing may be put into it")
	}
}

// TestBeside checks which words around a number say which way it is, and which words tell of other years.
func TestBeside(t *testing.T) {
	golden.CheckLines(t, "beside.txt", func(line string) string {
		asked, text, _ := strings.Cut(line, ": ")
		if asked[3:] == "years" {
			return lexicons()[asked[:2]].Unchecked(text, 2019, 2018)
		}
		before, after, _ := strings.Cut(text, "…")
		if word, way := lexicons()[asked[:2]].Beside(before, after, asked[3:] == "side"); word != "" {
			return fmt.Sprintf("%s %+d", word, way)
		}
		return ""
	})
}

// TestHints checks that what hints quote in a language is understood in it.
func TestHints(t *testing.T) {
	for _, lang := range []string{"fr", "de"} {
		l := lexicons()[lang]
		for _, rank := range strings.Split(l.Quoted("rank", ""), ", ") {
			if p, wrong := l.Place(rank); wrong != nil || p.N == 0 {
				t.Errorf("%s: %q is no rank", lang, rank)
			}
		}
		for words, want := range map[string]lexicon.Relation{
			l.Quoted("range", ""): lexicon.Between, l.Quoted("at_least", "") + " 3": lexicon.AtLeast,
		} {
			if c, _, wrong := l.Claim(words); wrong != nil || c.Relation != want {
				t.Errorf("%s: %q has the relation %v, %v", lang, words, c.Relation, wrong)
			}
		}
		for _, less := range regexp.MustCompile(", | ou | oder ").Split(l.Quoted("less", ""), -1) {
			if c, _, wrong := l.Claim("3 " + less); wrong != nil || min(c.Position, c.Movement, c.Bound) >= 0 {
				t.Errorf("%s: %q does not say less", lang, less)
			}
		}
	}
}

// TestMistakes holds what is said of lexicons that cannot be read.
func TestMistakes(t *testing.T) {
	golden.CheckCases(t, "mistakes.txtar", func(c golden.Case) string {
		_, errs := lexicon.Load(fstest.MapFS{"lexicon.en.toml": {Data: []byte(c.Part("lexicon"))}}, "en")
		return errs.Error()
	})
}
