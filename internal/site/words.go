package site

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

var small = []string{"none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
	"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// inWords writes a count as prose has it, to ninety-nine: "thirty-one".
func inWords(n int) string {
	switch {
	case n < 0 || n > 99:
		return number(n)
	case n < len(small):
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + small[n%10]
}

// few writes a count in words up to ten and in digits from there on.
func few(n int) string {
	if n > 10 {
		return number(n)
	}
	return inWords(n)
}

// capital raises the first letter.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// join lists names as prose does: "Estonia, Latvia and Poland".
func join(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
