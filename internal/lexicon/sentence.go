package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Noted reports whether there is a footnote reference between byte i and the end of the sentence, or directly after
// its full stop, where it usually is.
func (f *Finder) Noted(t string, i int) bool {
	if strings.IndexByte(t[i:], NoteByte) < 0 {
		return false
	}
	for i < len(t) {
		r, n := utf8.DecodeRuneInString(t[i:])
		if r == NoteByte {
			return true
		}
		stop := i
		i += n
		if r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		for i < len(t) { // closing brackets and marks belong to the sentence
			r, n = utf8.DecodeRuneInString(t[i:])
			if !strings.ContainsRune(".!?…)]\"'”’»", r) && r != OpaqueByte && r != FilledByte {
				break
			}
			i += n
		}
		next := skipSpace(t, i)
		if next >= len(t) {
			return false
		}
		first, _ := utf8.DecodeRuneInString(t[next:])
		switch {
		case first == NoteByte:
			return true
		case next == i: // "2.21", "example.org"
		case unicode.IsLower(first):
		case t[stop] != '.' && t[stop] != '!' && t[stop] != '?' && !unicode.IsUpper(first): // "or … 3%"
		case f.l.abbreviated(t, stop):
		default:
			return false
		}
	}
	return false
}

// abbreviated reports whether the full stop at byte i belongs to an abbreviation: "Mr.", or the initials of "U.S.".
func (l *Lexicon) abbreviated(t string, i int) bool {
	from := i
	for from > 0 && isASCIILetter(t[from-1]) {
		from--
	}
	return i-from == 1 || l.abbreviations[strings.ToLower(t[from:i])]
}

func skipSpace(t string, i int) int {
	return len(t) - len(strings.TrimLeftFunc(t[i:], unicode.IsSpace))
}
