package content

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// closers gives what ends a quotation that r begins. The typographer may
// have turned only one of two marks.
func closers(r rune) string {
	switch r {
	case '“':
		return "”\""
	case '"':
		return "\"”"
	case '„':
		return "“”"
	case '«':
		return "»"
	}
	return ""
}

// quoted gives the quotations in t. One that does not end here is none: a
// stray mark must not hide the rest of a paragraph.
func quoted(t []byte) [][2]int {
	list := [][2]int{}
	for i := 0; i < len(t); {
		r, n := utf8.DecodeRune(t[i:])
		from := i
		i += n
		ends := closers(r)
		if ends == "" {
			continue
		}
		if size := bytes.IndexAny(t[i:], ends); size >= 0 {
			i += size
			list = append(list, [2]int{from, i})
			_, n = utf8.DecodeRune(t[i:])
			i += n
		}
	}
	return list
}

func holds(list [][2]int, i int) bool {
	for _, l := range list {
		if l[0] <= i && i < l[1] {
			return true
		}
	}
	return false
}

// abbreviations are words whose full stop ends no sentence.
var abbreviations = map[string]bool{"mr": true, "mrs": true, "ms": true, "dr": true, "st": true, "gen": true, "lt": true, "col": true,
	"prof": true, "sir": true, "no": true, "vs": true, "approx": true, "ca": true, "cf": true, "etc": true, "incl": true}

// noted says whether a footnote is referred to between i and the end of the
// sentence, or directly behind its full stop, where it mostly stands.
func noted(t []byte, i int) bool {
	if bytes.IndexByte(t[i:], note) < 0 {
		return false
	}
	for i < len(t) {
		r, n := utf8.DecodeRune(t[i:])
		if r == note {
			return true
		}
		stop := i
		i += n
		if r != '.' && r != '!' && r != '?' && r != '…' {
			continue
		}
		for i < len(t) { // brackets and marks that close belong to the sentence
			r, n = utf8.DecodeRune(t[i:])
			if !bytes.ContainsRune([]byte(".!?…)]\"'”’»"), r) && !(r < 0x80 && isWall(byte(r))) {
				break
			}
			i += n
		}
		next := gap(t, i)
		if next >= len(t) {
			return false
		}
		first, _ := utf8.DecodeRune(t[next:])
		switch {
		case first == note:
			return true
		case next == i: // "2.21", "example.org"
		case unicode.IsLower(first):
		case t[stop] != '.' && t[stop] != '!' && t[stop] != '?' && !unicode.IsUpper(first): // "or … 3%"
		case abbreviated(t, stop):
		default:
			return false
		}
	}
	return false
}

// abbreviated says whether the full stop at i belongs to a short form:
// "Mr.", or the initials of "U.S.".
func abbreviated(t []byte, i int) bool {
	from := i
	for from > 0 && isLetter(t[from-1]) {
		from--
	}
	return i-from == 1 || isIn(abbreviations, t[from:i])
}
