package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// An entry is what the index has for a word of a text: nil for most words.
type entry struct {
	number, ordinal, part, article, sign bool // what may begin with the word
	claim                                bool // by which a claim without a number is recognized

	rules []*rule // rules that begin with the word
}

// tells reports whether a text with the word must be read.
func (e *entry) tells() bool { return e != nil && (e.number || e.ordinal || e.part || e.claim) }

// index builds the index of all words of the lexicon.
func (l *Lexicon) index() {
	l.entries = map[string]*entry{}
	at := func(w string) *entry {
		if l.entries[w] == nil {
			l.entries[w] = &entry{}
		}
		return l.entries[w]
	}
	isSign := func(w string) { at(w).sign = true }
	each(l.numbers, func(w string) { at(w).number = true })
	each(l.oneScale, func(w string) { at(w).number = true })
	each(l.ordinals, func(w string) { at(w).ordinal = true })
	each(l.parts, func(w string) { at(w).part = true })
	each(l.articles, func(w string) { at(w).article = true })
	each(l.minus, isSign)
	each(l.plus, isSign)
	each(l.american, isSign)
	each(l.currencies, isSign)
	for w, rules := range l.rules.byWord {
		at(w).rules = rules
	}
	isClaim := func(w string) { at(w).claim = true }
	each(signFractions, isClaim)
	l.ruleWords(isClaim)
}

// each calls do with each word of a map.
func each[T any](words map[string]T, do func(string)) {
	for w := range words {
		do(w)
	}
}

// ruleWords calls add with the words by which claims without a number are recognized.
func (l *Lexicon) ruleWords(add func(string)) {
	number := func(e element) bool { return e.isNumber && !e.not }
	for _, rules := range l.rules.byWord {
		for _, r := range rules {
			if !r.claims || slices.ContainsFunc(r.parts, number) {
				continue
			}
			mark := max(0, slices.IndexFunc(r.parts, func(e element) bool { return e.rarest }))
			r.parts[mark].begins(add)
		}
	}
}

// nextTrigger returns the offset of the next word or digit, from byte i on and outside the spans proven, that may be of
// a number that needs evidence, or -1.
func (l *Lexicon) nextTrigger(text string, i int, proven []Span) int {
	for i < len(text) {
		for len(proven) > 0 && proven[0].To <= i {
			proven = proven[1:]
		}
		if len(proven) > 0 && proven[0].From <= i {
			i = proven[0].To
			continue
		}
		c, from := text[i], i
		switch i++; {
		case c == '%', isDigit(text, from):
			return from
		case c == punctuation:
			i += 2
		case isOfWord(c):
			for i < len(text) && isOfWord(text[i]) {
				i++
			}
			if l.entries[strings.ToLower(text[from:i])].tells() {
				return from
			}
		}
	}
	return -1
}

// punctuation is the first byte of dashes and quotation marks in UTF-8.
const punctuation = 0xe2

func isOfWord(c byte) bool { return isASCIILetter(c) || c >= utf8.RuneSelf && c != punctuation }
