package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers maps opening quotation marks to the closing ones. An editor may have used only one typographic mark of a
// pair.
var closers = map[rune]string{'“': "”\"", '"': "\"”", '„': "“”\"", '«': "»", '»': "«»", '‹': "›", '›': "‹›", '‘': "’'", '‚': "‘’", '\'': "'’", '「': "」"}

// Quotations returns the quotations in a text. An opening mark without a closing one is ignored: a stray mark must
// not hide the rest of a paragraph.
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

// opens reports whether a mark can open a quotation: an apostrophe follows a letter, and » before a space closes one.
func opens(text string, from, to int, c rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	behind, _ := utf8.DecodeRuneInString(text[to:])
	if !strings.ContainsRune("‘'‚»›", c) {
		return true
	}
	return !unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsSpace(behind) && to < len(text)
}

// singleEnd returns the end of a quotation in single marks: the first mark that is not followed by a letter and is
// not an apostrophe. A mark after an s may be one ("the allies’ share"), so another mark before the next quotation is
// preferred.
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
