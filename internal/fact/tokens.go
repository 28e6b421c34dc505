package fact

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokens are the words and numbers of a claim, in lower case. Signs, currency
// and per cent marks stand alone; "10bn" is two tokens, "twenty-one" is one.
type tokens []string

// at gives token i, "" where there is none.
func (t tokens) at(i int) string {
	if i >= 0 && i < len(t) {
		return t[i]
	}
	return ""
}

// match says how many tokens from i on are the words of phrase; 0 for no
// match.
func (t tokens) match(i int, phrase []string) int {
	if i+len(phrase) > len(t) {
		return 0
	}
	for j, w := range phrase {
		if t[i+j] != w {
			return 0
		}
	}
	return len(phrase)
}

const marks = "%+~½⅓⅔¼¾<>≤≥"

func tokenize(s string) tokens {
	t := make(tokens, 0, 8)
	start := -1
	flush := func(end int) {
		if start >= 0 {
			t = t.add(strings.ToLower(strings.TrimRight(s[start:end], ".,-'’")))
			start = -1
		}
	}
	for i, c := range s {
		inside := start >= 0
		switch {
		case c >= '0' && c <= '9':
			if inside && !isDigit(s, start) { // "US$10" has been cut already; this is "v2"
				flush(i)
			}
			if start < 0 {
				start = i
			}
		case (c == '.' || c == ',') && inside && isDigit(s, i-1) && isDigit(s, i+1):
		case unicode.IsLetter(c) || (c == '-' || c == '\'' || c == '’') && inside && !isDigit(s, start):
			if inside && isDigit(s, start) { // "10bn"
				flush(i)
			}
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			if strings.ContainsRune(marks, c) || unicode.Is(unicode.Sc, c) || strings.ContainsRune("-−–", c) && isSign(s, i, c) {
				t = append(t, string(c))
			}
		}
	}
	flush(len(s))
	return t
}

// isSign says whether a dash is a minus: it touches the number behind it and
// nothing before.
func isSign(s string, i int, c rune) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	behind, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && (unicode.IsDigit(behind) || unicode.Is(unicode.Sc, behind))
}

// add takes a word in. A hyphened one that is no number falls into its parts:
// "second-lowest", "two-thirds".
func (t tokens) add(word string) tokens {
	word = strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
	if word == "" {
		return t
	}
	if _, number := numberWords[word]; !number && ordinals[word] == 0 && strings.Contains(word, "-") {
		for part := range strings.SplitSeq(word, "-") {
			if part != "" {
				t = append(t, part)
			}
		}
		return t
	}
	return append(t, word)
}

func isDigit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }
