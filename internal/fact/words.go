package fact

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/dataset"
)

// A reading is what words claim: a number, the unit they give it, and how
// they hold the figure against it.
type reading struct {
	value    float64 // as written, with its scale: "$10bn" is 1e10
	decimals int     // digits behind the point as written; negative when the last digit stands for tens, thousands …
	unit     dataset.Unit
	currency string // "US dollars", "pounds"; "" where the words name none
	scaled   bool   // million, billion … was written
	rough    bool   // a fraction or multiple in words, meant roughly
	fraction bool   // a part of a whole: "a third"
	all      bool   // "all", or "all but" value
	relation relation
	position int     // −1: "below", "short"; +1: "above"; 0: neither
	movement int     // −1: "fell"; +1: "rose"; 0: neither
	bound    int     // the same of a lone "below" or "over" before the number, which may be a bound or a position
	by       bool    // the movement is "by" the number, not "to" it
	of       float64 // of "five of 28"
	hasOf    bool
	signed   bool // a plus or minus was written
}

// read takes words apart. years are those the fact is about: written out in
// the words they are no claim. The problem says why the words cannot be
// understood; without any number in them found is false.
func read(words string, years ...int) (r reading, found bool, wrong *problem) {
	t := tokenize(words)
	position, movement, by := 0, 0, false
	for i := 0; i < len(t); {
		rel, lead := find(leading, t, i)
		at := i + lead
		for lead > 0 && fillers[t.at(at)] != 0 && parts[t.at(at+1)] == 0 {
			at++
		}
		q, next, bad := quantity(t, at)
		switch {
		case bad != nil:
			return r, false, bad
		case next == at: // no number here
			if how := refusal(t[i]); how != "" {
				return r, false, &problem{"\"" + t[i] + "\" in \"" + words + "\" cannot be checked", how}
			}
			if lead > 1 && !found {
				return r, false, &problem{"\"" + strings.Join(t[i:i+lead], " ") + "\" has no number behind it in \"" + words + "\"", "put the number right behind it"}
			}
			position = cmp.Or(position, positions[t[i]])
			if m := movements[t[i]]; m != 0 && t.at(i+1) != "to" && t.at(i+1) != "from" {
				movement = cmp.Or(movement, m)
				by = by || t.at(i+1) == "by"
			}
			i++
			continue
		case isYear(t, at, next, years):
			i = next
			continue
		case found:
			return r, true, &problem{"two numbers in \"" + words + "\"", "a fact holds one number; make the other a fact of its own"}
		}
		found, r = true, q
		if lead > 0 {
			r.relation = rel
			if lead == 1 {
				r.bound = positions[t[i]] // "below 0.39 points" may be either
			}
		} else if rel, n := find(trailing, t, next); n > 0 {
			r.relation = rel
			next += n
		}
		next = r.whole(t, next, years)
		if rel, n := find(trailing, t, next); n > 0 && r.relation == equal {
			r.relation = rel
			next += n
		}
		i = next
	}
	r.position, r.movement, r.by = position, movement, by
	return r, found, nil
}

func isYear(t tokens, from, to int, years []int) bool {
	if to != from+1 || len(t[from]) != 4 {
		return false
	}
	for _, y := range years {
		if t[from] == strconv.Itoa(y) {
			return true
		}
	}
	return false
}

// whole reads "of 28", "out of the 28", "of the alliance's 28".
func (r *reading) whole(t tokens, i int, years []int) int {
	j := i
	if t.at(j) == "out" {
		j++
	}
	if t.at(j) != "of" {
		return i
	}
	const between = 3 // words that may stand between "of" and the number
	for k := j + 1; k <= j+1+between; k++ {
		q, next, bad := quantity(t, k)
		switch {
		case bad != nil:
			return i
		case next == k:
			continue
		case q.unit != "" || q.rough || q.signed || q.all || isYear(t, k, next, years):
			return i
		}
		r.of, r.hasOf = q.value, true
		return next
	}
	return i
}

// quantity reads the number at token i, with sign, currency, scale and unit.
// Where there is none, next is i.
func quantity(t tokens, i int) (r reading, next int, wrong *problem) {
	j := r.signs(t, i)
	negative := r.value < 0
	r.value = 0
	switch {
	case t.at(j) == "all" || t.at(j) == "every":
		return r.everyone(t, i, j)
	case multiples[t.at(j)] != 0:
		r.value, r.rough, r.unit = multiples[t[j]], true, dataset.Ratio
		return r, j + 1, nil
	}
	k := r.fractionAt(t, j)
	if k == j {
		if k, wrong = r.plain(t, j); wrong != nil {
			return r, k, wrong
		}
	}
	if k == j {
		return r, i, nil
	}
	if n, ok := scales[t.at(k)]; ok && !r.rough {
		r.value *= math.Pow10(n)
		r.decimals -= n
		r.scaled = true
		k++
	}
	k = r.unitAt(t, k)
	if negative {
		r.value = -r.value
	}
	return r, k, nil
}

// signs reads what stands before a number: its sign and currency. A negative
// sign is left in value.
func (r *reading) signs(t tokens, i int) int {
	for ; ; i++ {
		switch w := t.at(i); {
		case w == "-" || w == dataset.Minus || w == "–" || w == "minus":
			r.signed, r.value = true, -1
		case w == "+" || w == "plus":
			r.signed = true
		case w != "" && isCurrencySign(w):
			r.currency = cmp.Or(currencies[w], "another currency")
		case len(w) == 3 && currencies[w] != "" && isDigit(t.at(i+1), 0): // "EUR 5bn"
			r.currency = currencies[w]
		case w != "us" && w != "" && len(w) <= 2 && !isDigit(w, 0) && t.at(i+1) == "$": // "C$5bn"
			r.currency = "another currency"
			i++
		case (w == "us" || w == "usd") && (t.at(i+1) == "$" || isDigit(t.at(i+1), 0)):
			r.currency = currencies["$"]
		default:
			return i
		}
	}
}

func isCurrencySign(w string) bool {
	c, n := utf8.DecodeRuneInString(w)
	return n == len(w) && unicode.Is(unicode.Sc, c)
}

// everyone reads "all", "every one", "all 28" and "all but two".
func (r reading) everyone(t tokens, i, j int) (reading, int, *problem) {
	r.all = true
	j++
	switch {
	case t.at(j) == "but":
		q, next, bad := quantity(t, j+1)
		if bad != nil || next == j+1 {
			return reading{}, i, bad
		}
		r.value = q.value
		return r, next, nil
	case t.at(j) == "one":
		return r, j + 1, nil
	}
	if q, next, bad := quantity(t, j); bad == nil && next > j && q.unit == "" {
		r.of, r.hasOf = q.value, true
		return r, next, nil
	}
	return r, j, nil
}

// fractionAt reads "a third", "two thirds", "half", "half a", "three and a
// half". Where there is none, next is i.
func (r *reading) fractionAt(t tokens, i int) (next int) {
	if v := signFractions[t.at(i)]; v != 0 {
		r.value, r.rough, r.fraction = v, true, true
		return i + 1
	}
	count, j := 1.0, i
	switch w := t.at(i); {
	case w == "half":
		r.value, r.rough, r.fraction = 0.5, true, true
		return i + 1
	case w == "a" || w == "one":
		j++
	default:
		n, ok := numberWords[w]
		if !ok {
			return i
		}
		count, j = n, i+1
		if t.at(j) == "and" && t.at(j+1) == "a" && parts[t.at(j+2)] != 0 { // "two and a half"
			r.value, r.rough = n+1/parts[t.at(j+2)], true
			return j + 3
		}
	}
	d := parts[t.at(j)]
	if d == 0 || count > d {
		return i
	}
	r.value, r.rough, r.fraction = count/d, true, true
	return j + 1
}

// plain reads digits or number words.
func (r *reading) plain(t tokens, i int) (next int, wrong *problem) {
	w := t.at(i)
	if w == "a" && t.at(i+1) == "dozen" {
		i++
		w = "dozen"
	}
	if v, ok := numberWords[w]; ok {
		r.value = v
		if both, ok := numberWords[w+"-"+t.at(i+1)]; ok { // "twenty one"
			r.value = both
			i++
		}
		return i + 1, nil
	}
	if w == "" || !isDigit(w, 0) {
		return i, nil
	}
	if wrong := r.digits(w); wrong != nil {
		return i + 1, wrong
	}
	if v := signFractions[t.at(i+1)]; v != 0 { // "2½"
		r.value, r.rough = r.value+v, true
		i++
	}
	return i + 1, nil
}

// digits reads "1,234.56". A comma must stand before three digits, so that a
// decimal comma is found out.
func (r *reading) digits(s string) *problem {
	whole, frac, point := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	ok := !point || frac != "" && !strings.ContainsAny(frac, ".,")
	for i, g := range groups {
		ok = ok && (i == 0 && (len(groups) == 1 || len(g) <= 3) || i > 0 && len(g) == 3)
	}
	v, err := strconv.ParseFloat(strings.Join(groups, "")+"."+frac, 64)
	if !ok || err != nil {
		return &problem{"\"" + s + "\" is not a number", "write thousands as 1,234 and decimals with a point"}
	}
	r.value, r.decimals = v, len(frac)
	return nil
}

// unitAt reads the unit behind a number.
func (r *reading) unitAt(t tokens, i int) (next int) {
	if c := currencies[t.at(i)]; c != "" {
		r.currency = c
		return i + 1
	}
	if t.at(i+1) == "dollars" && t.at(i) != "us" && t.at(i) != "american" { // "Canadian dollars"
		r.currency = "another currency"
		return i + 2
	}
	u, n := find(units, t, i)
	if n == 0 {
		return i
	}
	if u == dataset.USDMillion {
		r.currency = currencies["$"]
	} else {
		r.unit = u
		if u == dataset.Points {
			r.fraction = false // "half a point" is a number of points
		}
	}
	return i + n
}
