package sitetest

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// countries are some whose names have an article.
const countries = `(?:United Kingdom|United States|Netherlands)`

// languageFaults lists what a copy editor would correct.
var languageFaults = []struct {
	name string
	is   *regexp.Regexp
	not  *regexp.Regexp // exceptions
}{
	{"a country without its article", regexp.MustCompile(`\pL+ ` + countries + `\b|^` + countries + ` [a-z]`),
		regexp.MustCompile(`^[Tt]he `)},
	{"an article in lower case", regexp.MustCompile(`(?:^|[.!?] )the [A-Z]`), nil},
	{"a straight apostrophe", regexp.MustCompile(`\pL'\pL|s' `), nil},
	{"a hyphen for a minus", regexp.MustCompile(`(?:^|[\s(“])-\d`), nil},
}

// keepers matches jargon of those who keep the figures, which a page about countries should not use. A page about
// editions may.
var keepers = regexp.MustCompile(`(?i)\b(?:editions?|the mark)\b`)

// longest is the maximum number of words in a computed sentence.
const longest = 25

// checkLanguage checks that the site's own texts are written as in a newspaper: names of countries with their
// articles, typographic apostrophes and minus signs, short sentences, and no jargon.
func checkLanguage(t *testing.T, s *Site) {
	seen, read := map[string]bool{}, []string{"p", "h1", "h2", "h3", "title"}
	s.Walk(t, func(page string, n *html.Node) {
		text := plainWords(Text(n))
		if !slices.Contains(read, n.Data) || seen[text] || strings.HasPrefix(page, "a-z/") {
			return
		}
		seen[text] = true
		for _, f := range languageFaults {
			for _, found := range f.is.FindAllString(text, -1) {
				if f.not == nil || !f.not.MatchString(found) {
					t.Errorf("%s: %s in %q", page, f.name, text)
				}
			}
		}
		if class := Attr(n, "class"); n.Data == "h1" || class == "lede" || class == "chart-lead" || class == "kicker" {
			checkComputed(t, page, text)
		}
	})
}

// checkComputed checks the first sentences of pages that no editor has written.
func checkComputed(t *testing.T, page, text string) {
	section, _, _ := strings.Cut(page, "/")
	if !slices.Contains([]string{"members", "years", "what-if", "index.html"}, section) {
		return
	}
	if word := keepers.FindString(text); word != "" {
		t.Errorf("%s speaks of %q: %q", page, word, text)
	}
	for _, sentence := range regexp.MustCompile(`[.;:] `).Split(text, -1) {
		if n := len(strings.Fields(sentence)); n > longest {
			t.Errorf("%s has a sentence of %d words: %q", page, n, sentence)
		}
	}
}
