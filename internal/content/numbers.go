package content

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// labels are the words before a number that make it a name, and no count:
// "Article 5 of the treaty's 14".
var labels = map[string]bool{"article": true, "chapter": true, "day": true, "figure": true, "no": true, "number": true, "page": true,
	"part": true, "phase": true, "point": true, "section": true, "step": true, "table": true, "volume": true}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true,
	"august": true, "september": true, "october": true, "november": true, "december": true}

// determiners may stand before the second number of "five of the 28".
var determiners = map[string]bool{"all": true, "the": true, "its": true, "their": true, "our": true, "his": true, "her": true,
	"these": true, "those": true, "then": true, "other": true, "remaining": true}

// claiming are the words that make "one of the 28" a count; without one it
// is any of them. "One of 28" is a count by itself.
var claiming = map[string]bool{"only": true, "just": true, "not": true, "least": true, "most": true}

// unbound gives the numbers that a claim rests on and that nothing in the
// text answers for: those with a per cent sign, in points or in money, and
// those counted out of others.
func (f *flat) unbound() (list []quantity) {
	t := f.text
	var quotes [][2]int
	var prev []byte // the word before
	for i := 0; i < len(t); {
		q, next, ok := numberAt(t, i, prev)
		if !ok {
			if gap(t[:next], i) < next {
				prev = t[i:next]
			}
			i = next
			continue
		}
		prev, i = nil, q.to
		if quotes == nil {
			quotes = quoted(t)
		}
		if !holds(quotes, q.from) && !noted(t, q.to) {
			list = append(list, q)
		}
	}
	return list
}

// numberAt looks for such a number at i, where a word, a number or something
// between them begins; next is where to look on when there is none.
func numberAt(t []byte, i int, prev []byte) (q quantity, next int, ok bool) {
	c := t[i]
	switch {
	case isWall(c):
		if c&ends != 0 {
			if m, what := ofWhat(t, i+1); what == unboundCount {
				return m, m.to, true
			}
		}
		return q, i + 1, false
	case isDigit(c) || isLetter(c):
		q, isCount := countAt(t, i)
		if !isCount {
			break
		}
		if to, ok := unit(t, q); ok {
			q.to = ranged(t, to)
			return q.signed(t), q.to, true
		}
		if isIn(labels, prev) || isIn(months, prev) || q.isYear(t) || i > 1 && t[i-1] == '-' && isAlnum(t[i-2]) {
			return q, q.to, false
		}
		m, what := ofWhat(t, q.to)
		if bytes.EqualFold(t[q.from:q.to], []byte("one")) && !isIn(claiming, prev) && !m.digits {
			what = nothing // "one of the two", "one of three reasons"
		}
		switch what {
		case boundCount:
			return q, q.to, true
		case unboundCount:
			q.to = m.to
			return q, q.to, true
		}
		return q, q.to, false
	case currency(t, i) > 0:
		if to, ok := amount(t, i); ok {
			q = quantity{from: i, to: to}
			return q.signed(t), to, true
		}
		return q, i + currency(t, i), false
	}
	// A word: "US$" belongs to the sum, "mid-2016" is one word with a number
	// behind it.
	next = i
	for next < len(t) {
		r, n := utf8.DecodeRune(t[next:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !(next > i && r == '-' && next+1 < len(t) && isLetter(t[next+1])) {
			break
		}
		next += n
	}
	if next == i {
		_, n := utf8.DecodeRune(t[i:])
		return q, i + n, false
	}
	if next-i <= 3 && currency(t, next) > 0 && bytes.Equal(bytes.ToUpper(t[i:next]), t[i:next]) {
		if to, ok := amount(t, next); ok {
			q = quantity{from: i, to: to}
			return q.signed(t), to, true
		}
	}
	return q, next, false
}

// The kinds of thing a number can be counted out of.
type counted int

const (
	nothing      counted = iota
	boundCount           // a fact or a link
	unboundCount         // a number in running text
)

// ofWhat reads "of the 28" or "out of 28" behind a number. The digits of
// m stand directly behind "of".
func ofWhat(t []byte, i int) (m quantity, what counted) {
	at := gap(t, i)
	if at == i {
		return m, nothing
	}
	at = skip(t, at, "out")
	of := skip(t, at, "of")
	if of == at {
		return m, nothing
	}
	at = determined(t, of)
	if at < len(t) && isWall(t[at]) {
		if t[at]&starts == 0 {
			return m, nothing
		}
		return quantity{from: at, to: at, digits: at == of}, boundCount
	}
	m, ok := countAt(t, at)
	if !ok || m.isYear(t) || isIn(months, word(t, gap(t, m.to))) || dash(t, m.to) > 0 {
		return m, nothing
	}
	if _, hasUnit := unit(t, m); hasUnit {
		return m, nothing // to be found by itself
	}
	m.digits = m.digits && at == of
	return m, unboundCount
}

// determined steps over determiners and one name in the possessive.
func determined(t []byte, i int) int {
	for range 3 {
		w := word(t, i)
		end := i + len(w)
		switch {
		case isIn(determiners, w):
		case len(w) > 1 && bytes.HasPrefix(t[end:], []byte("’s")):
			end += len("’s")
		case len(w) > 1 && bytes.HasPrefix(t[end:], []byte("’")) && w[len(w)-1] == 's':
			end += len("’")
		default:
			return i
		}
		if i = gap(t, end); i == end {
			return i
		}
	}
	return i
}
