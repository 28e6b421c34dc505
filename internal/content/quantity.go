package content

import (
	"bytes"
	"unicode/utf8"

	"burdenshare/internal/english"
)

// A quantity is a number in running text, with what belongs to it.
type quantity struct {
	from, to int
	digits   bool
	fraction bool // has a decimal point
}

// numberWords are the words a number is written in.
var numberWords = func() map[string]bool {
	m := map[string]bool{"hundred": true, "thousand": true, "million": true, "billion": true, "trillion": true}
	for word := range english.Numbers() {
		m[word] = true
	}
	return m
}()

// scales are the words and letters behind digits that multiply them.
var scales = map[string]bool{"bn": true, "mn": true, "m": true, "tn": true, "trn": true, "k": true, "b": true, "t": true,
	"hundred": true, "thousand": true, "million": true, "billion": true, "trillion": true}

func isNumberWord(w []byte) bool { return isIn(numberWords, w) }

// isIn looks a word up in lower case, without making a string of it.
func isIn(m map[string]bool, w []byte) bool {
	var lower [16]byte
	if len(w) == 0 || len(w) > len(lower) {
		return false
	}
	for i, c := range w {
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		lower[i] = c
	}
	return m[string(lower[:len(w)])]
}

// countAt reads the number that begins at i, digits or words, with the words
// that multiply it: "28", "1,234.5", "10–20", "10bn", "two and a half",
// "one hundred and twenty".
func countAt(t []byte, i int) (q quantity, ok bool) {
	if i >= len(t) {
		return q, false
	}
	q = quantity{from: i, to: i, digits: isDigit(t[i])}
	if !q.digits {
		for {
			w := hyphenated(t, q.to)
			if !isNumberWord(w) {
				w = word(t, q.to) // "two-per-cent"
			}
			if !isNumberWord(w) {
				break
			}
			ok, q.to = true, q.to+len(w)
			next := skip(t, gap(t, q.to), "and")
			if next == gap(t, q.to) || !isIn(scales, w) {
				next = gap(t, q.to)
			}
			if !isNumberWord(hyphenated(t, next)) || next == q.to {
				break
			}
			q.to = next
		}
		q.half(t)
		return q, ok
	}
	for {
		for q.to < len(t) && (isDigit(t[q.to]) || (t[q.to] == '.' || t[q.to] == ',') && q.to+1 < len(t) && isDigit(t[q.to+1])) {
			q.fraction = q.fraction || t[q.to] == '.'
			q.to++
		}
		next := q.to + dash(t, q.to)
		if next == q.to || next >= len(t) || !isDigit(t[next]) {
			break
		}
		q.to = next
	}
	switch w := word(t, q.to); {
	case len(w) == 0:
		if next := gap(t, q.to); next > q.to || dash(t, q.to) == 1 && next < len(t) {
			next = max(next, q.to+dash(t, q.to))
			if w := word(t, next); len(w) > 3 && isIn(scales, w) {
				q.to = next + len(w)
			}
		}
	case isIn(scales, w):
		q.to += len(w)
	case !bytes.EqualFold(w, []byte("pp")) && !bytes.EqualFold(w, []byte("pps")):
		return q, false // "2nd", "1990s"
	}
	q.half(t)
	return q, true
}

// half adds "and a half".
func (q *quantity) half(t []byte) {
	i := gap(t, q.to)
	if j := skip(t, i, "and"); j > i {
		if k := skip(t, j, "a"); k > j {
			if w := word(t, k); bytes.EqualFold(w, []byte("half")) || bytes.EqualFold(w, []byte("quarter")) || bytes.EqualFold(w, []byte("third")) {
				q.to = k + len(w)
			}
		}
	}
}

// isYear says whether q looks like a year, or like a day: "2016", "2014–24".
func (q quantity) isYear(t []byte) bool {
	if !q.digits || q.fraction {
		return false
	}
	n := 0
	for n < q.to-q.from && isDigit(t[q.from+n]) {
		n++
	}
	first := t[q.from : q.from+n]
	return n == 4 && (n == q.to-q.from || dash(t, q.from+n) > 0) && (bytes.HasPrefix(first, []byte("19")) || bytes.HasPrefix(first, []byte("20")))
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isAlnum(c byte) bool  { return isDigit(c) || isLetter(c) }

// word gives the letters at i, hyphenated those joined by hyphens too.
// Letters of other alphabets are no part of any word we look for.
func word(t []byte, i int) []byte {
	n := i
	for n < len(t) && isLetter(t[n]) {
		n++
	}
	return t[min(i, len(t)):n]
}

func hyphenated(t []byte, i int) []byte {
	n := i
	for n < len(t) && (isLetter(t[n]) || t[n] == '-' && n > i && n+1 < len(t) && isLetter(t[n+1])) {
		n++
	}
	return t[min(i, len(t)):n]
}

// skip steps over a word and the space behind it; it gives i when the word
// does not stand there.
func skip(t []byte, i int, want string) int {
	w := word(t, i)
	if !bytes.EqualFold(w, []byte(want)) {
		return i
	}
	if next := gap(t, i+len(w)); next > i+len(w) {
		return next
	}
	return i
}

// gap steps over spaces, those that do not break or are thin included.
func gap(t []byte, i int) int {
	for i < len(t) {
		switch r, n := utf8.DecodeRune(t[i:]); r {
		case ' ', '\n', '\t', '\u00a0', '\u2007', '\u2009', '\u202f':
			i += n
		default:
			return i
		}
	}
	return i
}

// dash gives the length of the hyphen or dash at i, or 0.
func dash(t []byte, i int) int {
	if i < len(t) {
		switch r, n := utf8.DecodeRune(t[i:]); r {
		case '-', '‐', '‑', '–', '—':
			return n
		}
	}
	return 0
}
