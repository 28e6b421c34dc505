// Package english writes values in English: numbers in words and lists.
//
// Its functions take numbers or texts and return words, for messages to editors. The package does not know what the
// values mean. Package lexicon reads words, package i18n writes those for readers.
package english

import (
	"strconv"
	"strings"
)

var (
	ones = strings.Fields(`none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
		sixteen seventeen eighteen nineteen`)
	tens = strings.Fields("twenty thirty forty fifty sixty seventy eighty ninety")
)

// InWords returns a count up to ninety-nine in words, with "none" for 0, and larger counts in digits.
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

// Few returns a count as it is written in a sentence: in words up to ten, in digits above.
func Few(n int) string {
	if n > 10 {
		return strconv.Itoa(n)
	}
	return InWords(n)
}

// List joins names as prose does: "Estonia, Latvia and Poland".
func List(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
