package content

import (
	"bytes"
	"unicode"
	"unicode/utf8"
)

// money are the words for a currency; in the singular only behind a hyphen,
// for "four dollar values" are no money.
var money = map[string]bool{"dollars": true, "euros": true, "pounds": true}
var moneyHyphened = map[string]bool{"dollar": true, "euro": true, "pound": true}

// unit gives the end of a per cent sign, points or money behind q.
func unit(t []byte, q quantity) (to int, ok bool) {
	i := gap(t, q.to)
	if i < len(t) && t[i] == '%' {
		return i + 1, true
	}
	if n := currency(t, i); n > 0 && q.digits {
		if next := gap(t, i+n); next == len(t) || !isDigit(t[next]) { // not "5 $10 notes"
			return i + n, true
		}
	}
	hyphen := 0
	if i == q.to {
		hyphen = dash(t, i)
		i += hyphen
	}
	w := word(t, i)
	// then steps over a space or hyphen to the next word.
	then := func() {
		i += len(w)
		next := gap(t, i)
		if next == i {
			next += dash(t, i)
		}
		w = word(t, next)
		i = next
	}
	is := func(words ...string) bool {
		for _, s := range words {
			if bytes.EqualFold(w, []byte(s)) {
				return true
			}
		}
		return false
	}
	switch {
	case is("percent", "pp", "pps"), isIn(money, w), hyphen > 0 && isIn(moneyHyphened, w), q.fraction && is("point", "points"):
		return i + len(w), true
	case is("per"):
		then()
		return i + len(w), is("cent")
	case is("percentage"):
		then()
		return i + len(w), is("point", "points")
	case is("US"):
		then()
		return i + len(w), isIn(money, w)
	}
	return q.to, false
}

// ranged steps on over the end of a range: "10%–20%".
func ranged(t []byte, to int) int {
	next := to + dash(t, to)
	if next == to || next >= len(t) || !isDigit(t[next]) {
		return to
	}
	if q, ok := countAt(t, next); ok {
		if end, ok := unit(t, q); ok {
			return end
		}
	}
	return to
}

// currency gives the length of the currency sign at i, or 0.
func currency(t []byte, i int) int {
	if i < len(t) {
		switch r, n := utf8.DecodeRune(t[i:]); r {
		case '$', '£', '€':
			return n
		}
	}
	return 0
}

// amount reads the sum behind the currency sign at i, to its end.
func amount(t []byte, i int) (to int, ok bool) {
	i = gap(t, i+currency(t, i))
	if i >= len(t) || !isDigit(t[i]) {
		return i, false
	}
	q, ok := countAt(t, i)
	if !ok {
		return i, false
	}
	if w := word(t, gap(t, q.to)); isIn(scales, w) && len(w) > 0 {
		q.to = gap(t, q.to) + len(w)
	}
	if next := q.to + dash(t, q.to); next > q.to && currency(t, next) > 0 {
		if end, ok := amount(t, next); ok {
			return end, true
		}
	}
	return q.to, true
}

// currencyBefore says whether the number at i is a sum of money.
func currencyBefore(t []byte, i int) bool {
	for _, sign := range []string{"$", "£", "€"} {
		if bytes.HasSuffix(bytes.TrimRight(t[:i], " \u00a0"), []byte(sign)) {
			return true
		}
	}
	return false
}

// signed takes in a plus or minus before q.
func (q quantity) signed(t []byte) quantity {
	r, n := utf8.DecodeLastRune(t[:q.from])
	if r == '+' || r == '-' || r == '−' {
		if before, _ := utf8.DecodeLastRune(t[:q.from-n]); !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			q.from -= n
		}
	}
	return q
}
