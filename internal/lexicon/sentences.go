package lexicon

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file asks of a sentence whether later numbers may be put into it.

// Reports reports whether a sentence quotes somebody's words: "he said",
// "according to", or a quotation. In a language whose lexicon has no such words
// every sentence is taken to.
func (l *Lexicon) Reports(sentence string) bool {
	words, ok := l.classes["speech"]
	if !ok || len(Quotations(sentence)) > 0 {
		return true
	}
	t := l.tokens(sentence, nil)
	for i := range t {
		if _, n := words.find(t, i); n > 0 {
			return true
		}
	}
	return false
}

// Side returns the side of a mark that words name: −1 for "below", +1 for "above", 0 for neither.
func (l *Lexicon) Side(words string) int {
	for _, t := range l.tokens(words, nil) {
		if side := l.sides[t.Text]; side != 0 {
			return side
		}
	}
	return 0
}

// Plurals returns the endings that make several of a thing: "s".
func (l *Lexicon) Plurals() []string { return slices.Sorted(maps.Keys(l.classes["plurals"])) }

// closing lists the marks that may be between a full stop and the space after it.
const closing = "\"'”’»)]"

// SentenceEnd returns the end of the sentence if a full stop, exclamation or question mark at byte i of a text ends
// one, after any closing marks, and reports whether it does. The end of the text also ends a sentence.
func (l *Lexicon) SentenceEnd(text string, i int) (end int, ok bool) {
	if strings.IndexByte(".!?", text[i]) < 0 {
		return 0, false
	}
	end = i + 1
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !strings.ContainsRune(closing, r) {
			break
		}
		end += n
	}
	next := skipSpace(text, end)
	if next == end && end < len(text) {
		return 0, false // "2.21", "example.org"
	}
	r, _ := utf8.DecodeRuneInString(text[next:])
	if next < len(text) && unicode.IsLower(r) || text[i] == '.' && l.abbreviated(text, i) {
		return 0, false
	}
	return end, true
}
