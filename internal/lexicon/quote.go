package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers are what ends a quotation, by what begins it. A typographer may have
// turned only one of two marks.
var closers = map[rune]string{'“': "”\"", '"': "\"”", '„': "“”\"", '«': "»", '»': "«»", '‹': "›", '›': "‹›", '‘': "’'", '‚': "‘’", '\'': "'’", '「': "」"}

// Quotations returns the quotations in a text. One that does not end in it is
// none: a stray mark must not hide the rest of a paragraph.
func Quotations(text string) []Span {
	var list []Span
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		from := i
		i += n
		ends := closers[c]
		if ends == "" || !opens(text, from, i, c) {
			continue
		}
		size := strings.IndexAny(text[i:], ends)
		if c == '‘' || c == '\'' || c == '‚' {
			size = singleEnd(text[i:], ends)
		}
		if size < 0 {
			continue
		}
		list = append(list, Span{from, i + size})
		_, n = utf8.DecodeRuneInString(text[i+size:])
		i += size + n
	}
	return list
}

// opens reports whether a mark can begin a quotation: an apostrophe stands
// behind a letter, and » before a space is the end of one.
func opens(text string, from, to int, c rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	behind, _ := utf8.DecodeRuneInString(text[to:])
	if !strings.ContainsRune("‘'‚»›", c) {
		return true
	}
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsSpace(behind) && to < len(text)
}

// singleEnd returns where a quotation between single marks ends: at the first
// that no letter follows, where it is no apostrophe. One behind an s may be
// ("the allies’ share"), so another before the next quotation is preferred.
func singleEnd(text, ends string) int {
	plural := -1
	for i, c := range text {
		if c == '‘' && plural >= 0 {
			return plural
		}
		if !strings.ContainsRune(ends, c) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		behind, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(c):])
		switch {
		case unicode.IsLetter(behind) || unicode.IsDigit(behind), unicode.IsSpace(before):
		case before != 's':
			return i
		case plural < 0:
			plural = i
		}
	}
	return plural
}
