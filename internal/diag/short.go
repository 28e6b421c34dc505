package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Limits of what a message repeats of a value, in characters. The place of the error leads to the whole value.
const (
	longestValue = 80  // in quotation marks
	longestWord  = 120 // without a space, as an address
)

// Short returns a text of at most longest characters: its beginning, an ellipsis and its end.
func Short(s string, longest int) string {
	n := utf8.RuneCountInString(s)
	if n <= longest {
		return s
	}
	end := longest / 4
	r := []rune(s)
	return string(r[:longest-1-end]) + "…" + string(r[n-end:])
}

// Clip shortens the overlong words of a text.
func Clip(s string) string {
	if len(s) <= longestWord {
		return s
	}
	var b strings.Builder
	for s != "" {
		word := strings.IndexFunc(s, unicode.IsSpace)
		if word < 0 {
			word = len(s)
		}
		b.WriteString(Short(s[:word], longestWord))
		_, size := utf8.DecodeRuneInString(s[word:])
		b.WriteString(s[word : word+size])
		s = s[word+size:]
	}
	return b.String()
}

// A value is a text that is shortened where it is formatted in quotation marks.
type value string

// Format implements fmt.Formatter.
func (v value) Format(f fmt.State, verb rune) {
	if verb == 'q' {
		v = value(Short(string(v), longestValue))
	}
	fmt.Fprintf(f, fmt.FormatString(f, verb), string(v))
}

// sprintf formats a message or a hint and shortens its long values and words.
func sprintf(format string, args []any) string {
	list := make([]any, len(args))
	for i, a := range args {
		if s, ok := a.(string); ok {
			a = value(s)
		}
		list[i] = a
	}
	return Clip(fmt.Sprintf(format, list...))
}
