package lexicon

import (
	"strings"
)

// rangeAt reads "between 2.5% and 2.6%" or "2.5–2.6%" at token i. If there is no range, next is i. Years that a claim
// is about are none.
func (l *Lexicon) rangeAt(t tokens, i int, years []int) (c Claim, next int, wrong *Problem) {
	_, lead := l.between.find(t, i)
	at := l.skipFillers(t, i+lead, lead > 0)
	c, k, wrong := l.quantity(t, at)
	if k == at || wrong != nil || isYear(t, at, k, years) || c.All {
		return c, i, nil // what is wrong is found without the range
	}
	to := k
	switch {
	case lead > 0 && l.upTo[t.at(k)]:
		to = l.skipFillers(t, k+1, true)
	case lead > 0:
		return c, i, l.halfRange(t, i, k)
	case !c.digits || t.kind(k) != digitsToken && t.kind(k) != markToken || t.joint(k) != dash && t.joint(k) != hyphen:
		return c, i, nil
	}
	high, next, wrong := l.quantity(t, to)
	switch {
	case wrong != nil:
		return c, i, wrong
	case next == to || high.All:
		if lead > 0 {
			wrong = l.halfRange(t, i, k)
		}
		return c, i, wrong
	case isYear(t, to, next, years):
		return c, i, nil
	}
	c.Number, c.High = sameUnit(c.Number, high.Number)
	c.Relation = Between
	return c, next, nil
}

// halfRange returns the problem of a range at the tokens from, to that has one end.
func (l *Lexicon) halfRange(t tokens, from, to int) *Problem {
	return &Problem{`"` + strings.Join(texts(t[from:to]), " ") + `" has one number`,
		"write both ends of the range: " + l.Quoted("range", "between 2 and 3")}
}

// sameUnit returns the ends of a range, the lower first. What is written at one of them is meant of both: "between 2.5
// and 2.6%", "between $9 and 10 billion".
func sameUnit(low, high Number) (from, to Number) {
	if low.scale == 0 && high.scale > 0 && !low.Rough {
		low.multiply(high.scale)
	}
	switch {
	case low.Unit == "" && low.Currency == "":
		low.Unit, low.Currency = high.Unit, high.Currency
		low.Fraction = low.Fraction && high.Unit != Points
	case high.Unit == "" && high.Currency == "":
		high.Unit, high.Currency = low.Unit, low.Currency
	}
	if low.Value > high.Value { // "between −3% and −4%"
		low, high = high, low
	}
	return low, high
}

// coinsAt reads "cents of every dollar" at token i, or "cents" after "of every dollar". If there is none, next is i.
func (l *Lexicon) coinsAt(t tokens, i int) (next int) {
	of := l.coins[t.at(i)]
	if of == nil {
		return i
	}
	if whole, end := l.wholeOf(t, i+1); of[whole] {
		return end
	}
	for j := range i {
		if whole, _ := l.wholeOf(t, j); of[whole] {
			return i + 1
		}
	}
	return i
}

// wholeOf reads "of every dollar" or "of every aid dollar" at token i. If there is none, next is i.
func (l *Lexicon) wholeOf(t tokens, i int) (whole string, next int) {
	_, n := l.coinOf.find(t, i)
	for k := i + n; n > 0 && k < min(len(t), i+n+between); k++ {
		for _, of := range l.coins {
			if of[t[k].Text] {
				return t[k].Text, k + 1
			}
		}
	}
	return "", i
}
