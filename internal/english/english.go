// Package english is what the rooms know of the language of the report:
// numbers in words, lists and capitals.
//
// It turns values into words and words into values, and knows nothing of what
// they count. A second language would be a package beside this one.
package english

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	ones     = strings.Fields("none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens     = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
	ordinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
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

// Numbers gives the value of every number word to ninety-nine, "none" and
// "zero" among them. The map is the caller's own.
func Numbers() map[string]int {
	m := map[string]int{"zero": 0}
	for n := range 100 {
		m[InWords(n)] = n
	}
	return m
}

// Ordinals gives the value of every ordinal in words to ninety-ninth. The map
// is the caller's own.
func Ordinals() map[string]int {
	m := map[string]int{}
	for i, w := range ordinals {
		m[w] = i + 1
	}
	for i, t := range tens {
		m[strings.TrimSuffix(t, "y")+"ieth"] = (i + 2) * 10
		for j, w := range ordinals[:9] {
			m[t+"-"+w] = (i+2)*10 + j + 1
		}
	}
	return m
}
