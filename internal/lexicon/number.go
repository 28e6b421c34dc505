package lexicon

import (
	"cmp"
	"math"
	"strconv"
	"strings"
	"unicode"
)

// The units that a language has words for. The report's own units are compared by the caller.
const (
	Percent     = "percent"
	Points      = "points" // percentage points
	Times       = "times"
	BasisPoints = "basis points"
	PerThousand = "per thousand"
	Coins       = "cents of every dollar" // hundredths of a whole
)

// OtherCurrency is a currency without a name in the lexicon.
const OtherCurrency = "another currency"

// A Number is a number in words or digits, with its unit and other properties.
type Number struct {
	Value    float64 // as written, with its scale: "$10bn" is 1e10
	Decimals int     // decimals as written; negative if the last digit is tens, thousands …
	Unit     string  // "" if none is written
	Currency string  // "US dollars", "pounds"; "" if none is written
	Scaled   bool    // thousand, million … is written
	Rough    bool    // a fraction or multiple in words, which is approximate
	Fraction bool    // a part of a whole: "a third"
	Signed   bool    // a plus or minus is written
	Large    bool    // a number in words above ninety-nine

	digits bool    // in digits
	loose  bool    // the words could mean something else: "10 m", "3 points"
	year   bool    // looks like a year
	filled bool    // not filled in yet
	scale  float64 // what it was multiplied by; 0 for nothing
}

// InPoints converts a number in basis points into points; others stay.
func (n *Number) InPoints() {
	if n.Unit == BasisPoints {
		n.Value, n.Decimals, n.Unit = n.Value/100, n.Decimals+2, Points
	}
}

// A Problem describes what is wrong with words, and what to try.
type Problem struct{ Msg, Hint string }

// Numbers returns all numbers in words, each with its own words.
func (l *Lexicon) Numbers(words string) []Worded {
	var list []Worded
	t := l.tokens(words, nil)
	for i := 0; i < len(t); {
		n, next, wrong := l.numberAt(t, i)
		if next > i && wrong == nil {
			list = append(list, Worded{n, words[t[i].From:t[next-1].To]})
		}
		i = max(next, i+1)
	}
	return list
}

// A Worded is a number and its words.
type Worded struct {
	Number
	Text string
}

// A unit is the meaning of the words of a unit.
type unit struct {
	name  string
	loose bool // may not be the unit of a share: "points"
}

// numberAt reads the number at token i, with sign, currency, scale and unit. If there is none, next is i.
func (l *Lexicon) numberAt(t tokens, i int) (n Number, next int, wrong *Problem) {
	n, next, wrong = l.bareAt(t, i)
	if next > i && wrong == nil {
		next = l.unitAt(t, next, &n)
	}
	return n, next, wrong
}

// bareAt is like numberAt, without the unit.
func (l *Lexicon) bareAt(t tokens, i int) (n Number, next int, wrong *Problem) {
	j, negative := l.signs(t, i, &n)
	k := l.fractionAt(t, j, &n)
	if k == j {
		if k, wrong = l.plainAt(t, j, &n); wrong != nil {
			return n, k, wrong
		}
	}
	if k == j {
		return Number{}, i, nil
	}
	k = l.scaleAt(t, k, &n)
	if negative {
		n.Value = -n.Value
	}
	return n, k, nil
}

// signs reads the sign and the currency before a number.
func (l *Lexicon) signs(t tokens, i int, n *Number) (next int, negative bool) {
	for ; ; i++ {
		w := t.at(i)
		switch {
		case t.kind(i) == digitsToken:
			return i, negative
		case t.kind(i) == markToken && strings.Contains("-−–—", w), l.minus[w]:
			n.Signed, negative = true, true
		case w == "+", l.plus[w]:
			n.Signed = true
		case isCurrencySign(w) && !isCurrencySign(t.at(i+1)):
			c, _ := l.currencies.find(t, i)
			n.Currency = cmp.Or(c, OtherCurrency)
		case l.american[w] && (isCurrencySign(t.at(i+1)) || t.kind(i+1) == digitsToken): // "US$", "US 5bn"
			n.Currency = cmp.Or(l.Currency("$"), OtherCurrency)
			if t.kind(i+1) == markToken {
				i++
			}
		case len(w) <= 2 && t.kind(i) == wordToken && t.at(i+1) == "$" && t.joint(i+1) == glued: // "C$5bn"
			n.Currency = OtherCurrency
			i++
		case len(w) == 3 && t.kind(i) == wordToken && t.kind(i+1) == digitsToken: // "EUR 5bn"
			c, _ := l.currencies.find(t, i)
			if c == "" {
				return i, negative
			}
			n.Currency = c
		default:
			return i, negative
		}
	}
}

func isCurrencySign(w string) bool {
	c := first(w)
	return w != "" && len(w) == len(string(c)) && unicode.Is(unicode.Sc, c)
}

// Currency returns the lexicon's name of a currency that has one of the names, or "".
func (l *Lexicon) Currency(names ...string) string {
	for _, name := range names {
		if c, n := l.currencies.find(tokens{{Text: strings.ToLower(name)}}, 0); n > 0 {
			return c
		}
	}
	return ""
}

// signFractions maps fractions that are single characters to their values.
var signFractions = map[string]float64{"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4}

// fractionAt reads "a third", "two thirds", "half", "half a", "three and a half". If there is none, next is i.
func (l *Lexicon) fractionAt(t tokens, i int, n *Number) (next int) {
	if t.kind(i) == digitsToken {
		return i
	}
	if v := signFractions[t.at(i)]; v != 0 {
		n.Value, n.Rough, n.Fraction = v, true, true
		return i + 1
	}
	if l.parts[t.at(i)] == 2 { // "half", "the half"
		n.Value, n.Rough, n.Fraction = 0.5, true, true
		return i + 1
	}
	count, j := 1.0, i
	if l.articles[t.at(i)] {
		j++
	} else if l.parts[t.at(i)] == 0 || !l.fused[t.at(i-1)] {
		v, size := l.numbers.find(t, i)
		if size == 0 {
			return i
		}
		count, j = v, i+size
		n.Value = v
		if next = l.andPart(t, j, n); next > j { // "two and a half"
			return next
		}
	}
	d := l.parts[t.at(j)]
	if d == 0 || count > d {
		return i
	}
	n.Value, n.Rough, n.Fraction = count/d, true, true
	return j + 1
}

// plainAt reads digits or number words.
func (l *Lexicon) plainAt(t tokens, i int, n *Number) (next int, wrong *Problem) {
	switch {
	case t.kind(i) == filled:
		n.filled = true
		return i + 1, nil
	case t.kind(i) == digitsToken:
		return l.digitsAt(t, i, n)
	}
	v, size := l.numbers.find(t, i)
	if s := l.scales[t.at(i+1)]; size == 0 && l.articles[t.at(i)] && s > 0 && (s <= 1000 || l.priced(t, i+2)) {
		v, size = 1, 1 // "a dozen", "a hundred"
	}
	if l.oneScale[t.at(i)] {
		v = 1
	} else if size == 0 {
		return i, nil
	}
	n.Value = v
	next = i + size
	for { // "one hundred and twenty"
		s := l.scales[t.at(next)]
		if s < 100 || len(t.at(next)) < 4 || l.coinsAt(t, next) > next {
			return next, nil
		}
		j := next + 1
		if l.and[t.at(j)] {
			j++
		}
		more, size := l.numbers.find(t, j)
		if size == 0 || more >= s {
			if s == 100 || next == i {
				n.Value, n.Large, next = n.Value*s, next > i, next+1
			}
			return next, nil
		}
		n.Value, n.Large, next = n.Value*s+more, true, j+size
	}
}

// priced reports whether a currency is named from token i on: "a million dollars", but not "a million reasons".
func (l *Lexicon) priced(t tokens, i int) bool {
	n := Number{}
	return l.unitAt(t, i, &n) > i && n.Currency != ""
}

// digitsAt reads a number in digits.
func (l *Lexicon) digitsAt(t tokens, i int, n *Number) (next int, wrong *Problem) {
	s := t[i].Text
	v, decimals, ok := l.parse(s)
	if !ok {
		point := map[bool]string{true: "comma", false: "point"}[l.point == ',']
		return i + 1, &Problem{"\"" + s + "\" is not a number", "write thousands as 1" + l.groupName() +
			"234 and decimals with a " + point}
	}
	n.Value, n.Decimals, n.digits = v, decimals, true
	n.year = len(s) == 4 && decimals == 0 && (s[:2] == "19" || s[:2] == "20")
	if f := signFractions[t.at(i+1)]; f != 0 { // "2½"
		n.Value, n.Rough = n.Value+f, true
		return i + 2, nil
	}
	return l.andPart(t, i+1, n), nil
}

// andPart reads "and a half" after a number.
func (l *Lexicon) andPart(t tokens, i int, n *Number) (next int) {
	d := l.parts[t.at(i+2)]
	if !l.and[t.at(i)] || !l.articles[t.at(i+1)] || d == 0 {
		return i
	}
	n.Value, n.Rough = n.Value+1/d, true
	return i + 3
}

// parse parses "1,234.56". A thousands separator must be followed by three digits, so that a decimal mark of another
// language is recognized.
func (l *Lexicon) parse(s string) (v float64, decimals int, ok bool) {
	if n, err := strconv.Atoi(s); err == nil {
		return float64(n), 0, true
	}
	whole, frac, point := strings.Cut(s, string(l.point))
	if point && (frac == "" || strings.ContainsAny(frac, ".,")) {
		return 0, 0, false
	}
	spaced := strings.Map(func(c rune) rune {
		if c == ' ' || isThinSpace(c) {
			return l.group
		}
		return c
	}, whole)
	groups := strings.Split(spaced, string(l.group))
	for i, g := range groups {
		if i == 0 && len(groups) > 1 && len(g) > 3 || i > 0 && len(g) != 3 || strings.ContainsAny(g, ".,") {
			return 0, 0, false
		}
	}
	text := strings.Join(groups, "")
	if frac != "" {
		text += "." + frac
	}
	v, err := strconv.ParseFloat(text, 64)
	return v, len(frac), err == nil
}

// groupName returns the thousands separator for a hint.
func (l *Lexicon) groupName() string {
	if isThinSpace(l.group) {
		return " "
	}
	return string(l.group)
}

// scaleAt reads the words after a number that multiply it.
func (l *Lexicon) scaleAt(t tokens, i int, n *Number) (next int) {
	s := l.scales[t.at(i)]
	if s == 0 || n.Rough || n.filled || l.coinsAt(t, i) > i {
		return i
	}
	dotted := t.at(i+1) == "." && l.shortScale(t.at(i))
	n.loose = len(t.at(i)) <= 3 && t.joint(i) == apart && n.Currency == "" && !dotted
	if more := l.scales[t.at(i+1)]; s == 1e3 && more >= 1e6 { // "mille milliards"
		s, i = s*more, i+1
	}
	n.multiply(s)
	if dotted {
		i++
	}
	return i + 1
}

// multiply multiplies a number by a scale.
func (n *Number) multiply(s float64) {
	n.Value *= s
	n.Decimals -= int(math.Round(math.Log10(s)))
	n.scale, n.Scaled = s, s > 12
	if s == 12 {
		n.Decimals = 0
	}
}

// unitAt reads the unit after a number.
func (l *Lexicon) unitAt(t tokens, i int, n *Number) (next int) {
	if end := l.coinsAt(t, i); end > i && n.Currency == "" {
		n.Unit = Coins
		return end
	}
	if c, size := l.currencies.find(t, i); size > 0 &&
		!(isCurrencySign(t.at(i+size-1)) && t.kind(i+size) == digitsToken) { // not "5 $10 notes"
		n.Currency, n.loose = c, false
		return i + size
	}
	if c := l.singular[t.at(i)]; c != "" && t.joint(i) == hyphen {
		n.Currency = c
		return i + 1
	}
	if _, size := l.currencies.find(t, i+1); size > 0 && t.kind(i) == wordToken && t[i].Capital &&
		!l.american[t.at(i)] && t.joint(i+1) == apart && t.kind(i+1) == wordToken {
		n.Currency = OtherCurrency // "Canadian dollars"
		return i + 1 + size
	}
	u, size := l.units.find(t, i)
	if size == 0 {
		return i
	}
	n.Unit, n.loose = u.name, n.loose || u.loose && n.Decimals <= 0 && !n.Rough
	if u.name == Points {
		n.Fraction = false // "half a point" is a number of points
	}
	return i + size
}
