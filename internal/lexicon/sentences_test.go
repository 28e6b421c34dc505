package lexicon_test

import (
	"testing"

	"burdenshare/internal/lexicon"
)

func TestReports(t *testing.T) {
	for text, want := range map[string]bool{
		"They raised it, he said, by x.":     true,
		"According to the institute it is x": true,
		"It is “about x”.":                   true,
		"It is x.":                           false,
		"The allies’ share is x":             false,
	} {
		if got := english().Reports(text); got != want {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	if !(&lexicon.Lexicon{}).Reports("In a language without such words") {
		t.Error("nothing is known of the language, so nothing may be put into it")
	}
}

func TestSentenceEnd(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"One. Two", "One."},
		{"He said “never.” Then", "He said “never.”"},
		{"At 2.21% it is", ""},
		{"Mr. Smith", ""},
		{"e.g. this", ""},
		{"The end.", "The end."},
		{"Is it? Yes", "Is it?"},
		{"No stop", ""},
	} {
		got := ""
		for i := range c.text {
			if end, ok := english().SentenceEnd(c.text, i); ok {
				got = c.text[:end]
				break
			}
		}
		if got != c.want {
			t.Errorf("%q: ends %q, want %q", c.text, got, c.want)
		}
	}
}
