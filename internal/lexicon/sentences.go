package lexicon

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file finds the ends of sentences and the quotations in them, and asks of a sentence whether later numbers may be
// put into it.

// Reports reports whether a sentence quotes somebody's words: "he said", "according to", or a quotation. In a language
// whose lexicon has no such words every sentence is taken to.
func (l *Lexicon) Reports(sentence string) bool {
	words, ok := l.classes["speech"]
	if !ok || len(Quotations(sentence)) > 0 {
		return true
	}
	t := l.tokens(sentence, nil)
	for i := range t {
		if _, n := words.find(t, i); n > 0 {
			return true
		}
	}
	return false
}

// Side returns the side of a mark that words name: −1 for "below", +1 for "above", 0 for neither.
func (l *Lexicon) Side(words string) int {
	for _, t := range l.tokens(words, nil) {
		if side := l.sides[t.Text]; side != 0 {
			return side
		}
	}
	return 0
}

// Plurals returns the endings that make several of a thing: "s".
func (l *Lexicon) Plurals() []string { return slices.Sorted(maps.Keys(l.classes["plurals"])) }

// closing lists the marks that may be between a full stop and the space after it.
const closing = "\"'”’»)]" + string(rune(OpaqueByte)) + string(rune(FilledByte))

// SentenceEnd returns the end of the sentence if a full stop, exclamation or question mark, or an ellipsis before a
// capital, at byte i of a text ends one, after any closing marks, and reports whether it does. The end of the text also
// ends a sentence.
func (l *Lexicon) SentenceEnd(text string, i int) (end int, ok bool) {
	stop, n := utf8.DecodeRuneInString(text[i:])
	if !strings.ContainsRune(".!?…", stop) {
		return 0, false
	}
	end = len(text) - len(strings.TrimLeft(text[i+n:], closing))
	next := skipSpace(text, end)
	if next == end && end < len(text) {
		return 0, false // "2.21", "example.org"
	}
	r, _ := utf8.DecodeRuneInString(text[next:])
	if unicode.IsLower(r) || stop == '…' && !unicode.IsUpper(r) || stop == '.' && l.abbreviated(text, i) {
		return 0, false
	}
	return end, true
}

// Noted reports whether there is a footnote reference between byte i and the end of the sentence, or directly after
// its full stop, where it usually is.
func (f *Finder) Noted(t string, i int) bool {
	for k, c := range t[i:] {
		if c == NoteByte {
			return true
		}
		if end, ok := f.l.SentenceEnd(t, i+k); ok {
			r, _ := utf8.DecodeRuneInString(t[skipSpace(t, end):])
			return r == NoteByte
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

// closers maps opening quotation marks to the closing ones. An editor may have used only one typographic mark of a
// pair.
var closers = map[rune]string{'“': "”\"", '”': "”", '"': "\"”", '„': "“”\"", '«': "»", '»': "«»", '‹': "›",
	'›': "‹›", '‘': "’'", '‚': "‘’", '\'': "'’", '「': "」"}

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

// opens reports whether a mark can open a quotation: an apostrophe follows a letter, » before a space closes one, and
// so does ” anywhere but behind a space.
func opens(text string, from, to int, c rune) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	behind, _ := utf8.DecodeRuneInString(text[to:])
	if c == '”' {
		return (from == 0 || unicode.IsSpace(before)) && !unicode.IsSpace(behind)
	}
	return !strings.ContainsRune("‘'‚»›", c) ||
		!unicode.IsLetter(before) && !unicode.IsDigit(before) && !unicode.IsSpace(behind) && to < len(text)
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
