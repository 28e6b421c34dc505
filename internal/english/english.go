// Package english is what the rooms know of the language of the report:
// numbers in words, lists and capitals.
//
// It turns values into words, and knows nothing of what they count. Words are
// read by package lexicon.
package english

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	ones = strings.Fields("none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

// InWords writes a count in words to ninety-nine, "none" for 0, and in digits
// beyond.
func InWords(n int) string {
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < len(ones):
		return ones[n]
	case n%10 == 0:
		return tens[n/10-2]
	}
	return tens[n/10-2] + "-" + ones[n%10]
}

// Few writes a count as sentences have it: in words up to ten, in digits from
// there on.
func Few(n int) string {
	if n > 10 {
		return strconv.Itoa(n)
	}
	return InWords(n)
}

// Capital raises the first letter.
func Capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// List joins names as prose does: "Estonia, Latvia and Poland".
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
