package site

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are those that do not come apart into a Latin letter and a mark.
var letters = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// longestSlug keeps an address well below what file systems take, in bytes.
const longestSlug = 100

// slug makes a name fit for an address: lower-case Latin letters and digits,
// with hyphens between words. Marks are dropped, "Türkiye" becomes "turkiye";
// letters of other scripts stay.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, c := range norm.NFD.String(letters.Replace(strings.ToLower(name))) {
		switch {
		case unicode.Is(unicode.Mn, c) || c == '\'' || c == '’':
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(c)
		default:
			gap = true
		}
		if b.Len() > longestSlug {
			break
		}
	}
	return b.String()
}
