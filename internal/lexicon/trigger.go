package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A wordSet is a set of words in lower case.
type wordSet map[string]bool

func (s wordSet) add(w string) { s[w] = true }

// An entry is what the index has for a word of a text: nil for most words.
type entry struct {
	number, ordinal, part, article, sign bool // what may begin with the word

	rules []*rule // rules that begin with the word
}

// index builds the index of all words of the lexicon.
func (l *Lexicon) index() {
	l.entries, l.following, l.trigger = map[string]*entry{}, wordSet{}, wordSet{}
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
		end, isNumber := l.wordAt(text, i)
		if isNumber {
			return i
		}
		i = end
	}
	return -1
}

// wordAt reads the word or digits at byte i of a text, and reports whether it may be a number.
func (l *Lexicon) wordAt(text string, i int) (end int, isNumber bool) {
	switch c := text[i]; {
	case isOfWord(c):
		for end = i; end < len(text) && isOfWord(text[end]); {
			end++
		}
		return end, l.trigger[strings.ToLower(text[i:end])]
	case isDigit(text, i):
		for end = i; isDigit(text, end); {
			end++
		}
		return end, !isYearIn(text, i, end) || l.following[wordBehind(text, end)]
	case c == punctuation:
		return min(i+3, len(text)), false
	default:
		return i + 1, c == '%'
	}
}

// wordBehind returns the word behind a space at byte i, in lower case, or "".
func wordBehind(text string, i int) string {
	word, ok := strings.CutPrefix(text[i:], " ")
	if !ok {
		return ""
	}
	end := 0
	for end < len(word) && isASCIILetter(word[end]) {
		end++
	}
	return strings.ToLower(word[:end])
}

// punctuation is the first byte of dashes and quotation marks in UTF-8.
const punctuation = 0xe2

func isOfWord(c byte) bool { return isASCIILetter(c) || c >= utf8.RuneSelf && c != punctuation }

// isYearIn reports whether the digits from, to are a year and nothing else is part of them.
func isYearIn(b string, from, to int) bool {
	if to-from != 4 || b[from] != '1' && b[from] != '2' || b[from+1] != '9' && b[from+1] != '0' {
		return false
	}
	if from > 0 && (b[from-1] == '.' || b[from-1] == ',' || b[from-1] == '$' || b[from-1] >= utf8.RuneSelf) {
		return false
	}
	return to == len(b) || b[to] != '%' && b[to] != '.' && b[to] != ',' || to+1 == len(b) ||
		b[to] != '%' && (b[to+1] < '0' || b[to+1] > '9')
}
