package lexicon

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// A wordSet is a set of hashes of words. It may report words that were never added; it is a fast first check of every
// word of every text, and a closer one follows.
type wordSet [1 << 16 / 64]uint64

func (s *wordSet) add(w string) {
	h := hashOf(w)
	s[h%(1<<16)/64] |= 1 << (h % 64)
}

func (s *wordSet) has(h uint32) bool { return s[h%(1<<16)/64]>>(h%64)&1 != 0 }

func hashOf(w string) uint32 {
	h := uint32(0)
	for i := range len(w) {
		h = hash(h, w[i])
	}
	return h
}

// hash adds another byte of a word to its hash, ignoring case.
func hash(h uint32, c byte) uint32 {
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	return (h ^ uint32(c)) * 0x9E3779B1 >> 7 * 31
}

// An entry is what the index has for a word of a text: nil for most words.
type entry struct {
	number, ordinal, part, article, sign bool // what may begin with the word

	rules []*rule // rules that begin with the word
}

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
	each(l.scales, l.following.add)
	each(l.units, l.following.add)
	each(l.currencies, l.following.add)
	each(l.singular, l.following.add)
	each(l.coins, l.following.add)
	each(l.numbers, l.trigger.add)
	each(l.oneScale, l.trigger.add)
	each(l.ordinals, l.trigger.add)
	each(l.parts, l.trigger.add)
	each(signFractions, l.trigger.add)
	l.ruleWords(l.trigger.add)
}

// each calls do with each word of a map.
func each[T any](words map[string]T, do func(string)) {
	for w := range words {
		do(w)
	}
}

// ruleWords calls add with the words by which claims without a number are recognized.
func (l *Lexicon) ruleWords(add func(string)) {
	for _, rules := range l.rules.byWord {
		for _, r := range rules {
			if !r.claims || r.hasNumber() {
				continue
			}
			mark := max(0, slices.IndexFunc(r.parts, func(e element) bool { return e.rarest }))
			r.parts[mark].begins(add)
		}
	}
}

func (r *rule) hasNumber() bool {
	return slices.ContainsFunc(r.parts, func(e element) bool { return e.isNumber && !e.not })
}

// imageTag is the beginning of an image, whose text is an attribute.
var imageTag = []byte("<img alt=\"")

// NeedsReading reports whether some HTML may contain a number that needs evidence: one in digits that is not a year, or
// a number word.
func (f *Finder) NeedsReading(b []byte) bool {
	for i := 0; i < len(b); {
		switch c := b[i]; {
		case c == '<' && bytes.HasPrefix(b[i:], imageTag): // its text is prose
			i += len(imageTag)
		case c == '<': // a tag
			i = offsetAfter(b, i, '>')
		case c == '&': // a reference
			i = offsetAfter(b, i, ';')
		default:
			end, isNumber := wordAt(f.l, b, i)
			if isNumber {
				return true
			}
			i = end
		}
	}
	return false
}

// nextTrigger returns the offset of the next word or digits, from byte i on and outside the spans proven, that may be
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
		end, isNumber := wordAt(l, text, i)
		if isNumber {
			return i
		}
		i = end
	}
	return -1
}

// wordAt reads the word or digits at byte i of a text, and reports whether it may be a number.
func wordAt[T string | []byte](l *Lexicon, b T, i int) (end int, isNumber bool) {
	c := b[i]
	switch {
	case isASCIILetter(c) || c >= utf8.RuneSelf && c != punctuation:
		h := uint32(0)
		for i < len(b) && (isASCIILetter(b[i]) || b[i] >= utf8.RuneSelf && b[i] != punctuation) {
			h = hash(h, b[i])
			i++
		}
		return i, l.trigger.has(h)
	case c >= '0' && c <= '9':
		n := i
		for i < len(b) && (b[i] >= '0' && b[i] <= '9') {
			i++
		}
		isYear := isYearIn(b, n, i) && !(i < len(b) && b[i] == ' ' && l.following.has(wordHash(b, i+1)))
		return i, !isYear
	case c == punctuation:
		return min(i+3, len(b)), false
	}
	return i + 1, c == '%'
}

// wordHash returns the hash of the word at byte i.
func wordHash[T string | []byte](b T, i int) (h uint32) {
	for ; i < len(b) && isASCIILetter(b[i]); i++ {
		h = hash(h, b[i])
	}
	return h
}

// punctuation is the first byte of dashes and quotation marks in UTF-8.
const punctuation = 0xe2

// offsetAfter returns the offset after the next c.
func offsetAfter(b []byte, i int, c byte) int {
	if n := bytes.IndexByte(b[i:], c); n >= 0 {
		return i + n + 1
	}
	return len(b)
}

// isYearIn reports whether the digits from, to are a year and nothing else is part of them.
func isYearIn[T string | []byte](b T, from, to int) bool {
	if to-from != 4 || b[from] != '1' && b[from] != '2' || b[from+1] != '9' && b[from+1] != '0' {
		return false
	}
	if from > 0 && (b[from-1] == '.' || b[from-1] == ',' || b[from-1] == '$' || b[from-1] >= utf8.RuneSelf) {
		return false
	}
	return to == len(b) || b[to] != '%' && b[to] != '.' && b[to] != ',' || to+1 == len(b) ||
		b[to] != '%' && (b[to+1] < '0' || b[to+1] > '9')
}
