package fact

import (
	"strconv"
	"strings"
	"unicode"

	"burdenshare/internal/dataset"
)

// A reading is what words claim: a number, the unit they give it, and how
// they hold the figure against it.
type reading struct {
	value    float64 // in the unit's own scale: US$ millions, per cent
	decimals int     // digits behind the point as written; negative when the last digit stands for tens, thousands …
	unit     dataset.Unit
	relation relation
	side     int     // −1: "below", "short", "under"; +1: "above", "over"; 0: neither
	of       float64 // of "five of 28"
	hasOf    bool
	signed   bool // a plus or minus was written
}

// A relation is how the figure must stand to the number in the words.
type relation int

const (
	equal   relation = iota // rounded to the precision written
	atLeast                 // the figure is the number or more
	atMost
	moreThan
	lessThan
)

// relations are the words before a number that make it a bound.
var relations = map[string]relation{
	"at least": atLeast, "no fewer than": atLeast, "no less than": atLeast,
	"at most": atMost, "no more than": atMost, "up to": atMost,
	"more than": moreThan, "over": moreThan, "above": moreThan,
	"less than": lessThan, "fewer than": lessThan, "under": lessThan, "below": lessThan,
}

// sides are the words that say on which side of a guideline a distance lies.
var sides = map[string]int{"below": -1, "short": -1, "under": -1, "above": +1, "over": +1}

var small = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
	"twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
var tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}

// numberWords holds the number words to ninety-nine, and "none" and "no".
var numberWords = func() map[string]float64 {
	m := map[string]float64{"none": 0, "no": 0}
	for i, w := range small {
		m[w] = float64(i)
	}
	for i := 2; i < len(tens); i++ {
		m[tens[i]] = float64(i * 10)
		for j := 1; j < 10; j++ {
			m[tens[i]+"-"+small[j]] = float64(i*10 + j)
		}
	}
	return m
}()

// read takes words apart. The problem says why they cannot be understood;
// without any number in them found is false.
func read(words string) (r reading, found bool, wrong *problem) {
	tokens := tokenize(words)
	for i := 0; i < len(tokens); {
		n, next, ok, bad := number(tokens, i)
		if bad != nil {
			return r, false, bad
		}
		if !ok {
			i++
			continue
		}
		switch {
		case !found:
			r, found = n, true
			r.relation = before(tokens, i)
			if i, ok := ofWhat(tokens, next); ok {
				if total, after, ok, _ := number(tokens, i); ok {
					r.of, r.hasOf, next = total.value, true, after
				}
			}
		default:
			return r, true, &problem{"two numbers in \"" + words + "\"", "a fact holds one number; make the other a fact of its own"}
		}
		i = next
	}
	for _, t := range tokens {
		if s, ok := sides[t]; ok {
			r.side = s
		}
	}
	return r, found, nil
}

// ofWhat skips "of", "of the", "out of" and says where the number behind
// would stand.
func ofWhat(tokens []string, i int) (next int, ok bool) {
	if i < len(tokens) && tokens[i] == "out" {
		i++
	}
	if i >= len(tokens) || tokens[i] != "of" {
		return i, false
	}
	i++
	if i < len(tokens) && (tokens[i] == "the" || tokens[i] == "all") {
		i++
	}
	return i, i < len(tokens)
}

// before looks at the words that lead up to token i.
func before(tokens []string, i int) relation {
	for n := min(3, i); n > 0; n-- {
		if rel, ok := relations[strings.Join(tokens[i-n:i], " ")]; ok {
			return rel
		}
	}
	return equal
}

// tokenize splits words into lower-case words and numbers; signs, currency
// and per cent marks stand alone.
func tokenize(s string) []string {
	var tokens []string
	start := -1
	flush := func(end int) {
		if start >= 0 {
			tokens = append(tokens, strings.ToLower(strings.TrimRight(s[start:end], ".,-")))
			start = -1
		}
	}
	for i, c := range s {
		inside := start >= 0
		switch {
		case unicode.IsDigit(c) || (c == '.' || c == ',') && inside && isDigit(s, i-1):
			if inside && !isDigit(s, start) { // "$10" and "US$10" have been cut already
				flush(i)
			}
			if start < 0 {
				start = i
			}
		case unicode.IsLetter(c) || (c == '-' || c == '\'' || c == '’') && inside && !isDigit(s, start):
			if inside && isDigit(s, start) { // "10bn"
				flush(i)
			}
			if start < 0 {
				start = i
			}
		default:
			flush(i)
			if strings.ContainsRune("%$€£+-−–", c) {
				tokens = append(tokens, string(c))
			}
		}
	}
	flush(len(s))
	return tokens
}

func isDigit(s string, i int) bool { return i >= 0 && i < len(s) && s[i] >= '0' && s[i] <= '9' }

// number reads the number at token i, with sign, currency, scale and unit.
func number(tokens []string, i int) (r reading, next int, ok bool, wrong *problem) {
	at := func(j int) string {
		if j < len(tokens) {
			return tokens[j]
		}
		return ""
	}
	negative := false
	j := i
	for ; ; j++ {
		switch t := at(j); t {
		case "-", Minus, "–", "minus":
			negative, r.signed = true, true
			continue
		case "+", "plus":
			r.signed = true
			continue
		case "$", "us":
			if t == "$" || at(j+1) == "$" {
				r.unit = dataset.USDMillion
				continue
			}
		}
		break
	}
	word := at(j)
	if v, isWord := numberWords[word]; isWord {
		r.value = v
		if n, both := numberWords[word+"-"+at(j+1)]; both && at(j+1) != "" { // "twenty one"
			r.value = n
			j++
		}
	} else if word != "" && isDigit(word, 0) {
		if wrong := r.digits(word); wrong != nil {
			return r, j + 1, false, wrong
		}
	} else {
		return reading{}, i + 1, false, nil
	}
	j++
	if scale, ok := scales[at(j)]; ok && (r.unit == dataset.USDMillion || len(at(j)) > 2) {
		r.scale(scale)
		j++
	}
	j = r.readUnit(tokens, j)
	if negative {
		r.value = -r.value
	}
	return r, j, true, nil
}

// Minus is the sign that prose has for a negative number.
const Minus = dataset.Minus

// scales are the powers of ten of money words, against one million.
var scales = map[string]int{"m": 0, "mn": 0, "million": 0, "bn": 3, "billion": 3, "tn": 6, "trillion": 6}

// digits reads "1,234.56". A comma must stand before three digits, so that a
// decimal comma is found out.
func (r *reading) digits(s string) *problem {
	whole, frac, point := strings.Cut(s, ".")
	groups := strings.Split(whole, ",")
	for i, g := range groups {
		if i > 0 && (len(g) != 3 || len(groups[0]) > 3) {
			return &problem{"\"" + s + "\" is not a number", "write thousands as 1,234 and decimals with a point"}
		}
	}
	v, err := strconv.ParseFloat(strings.Join(groups, "")+"."+frac, 64)
	if err != nil || point && frac == "" {
		return &problem{"\"" + s + "\" is not a number", "write thousands as 1,234 and decimals with a point"}
	}
	r.value, r.decimals = v, len(frac)
	return nil
}

func (r *reading) scale(power int) {
	for range power {
		r.value *= 10
	}
	r.decimals -= power
	r.unit = dataset.USDMillion
}

// readUnit reads the unit behind a number and gives the token after it.
func (r *reading) readUnit(tokens []string, j int) int {
	at := func(j int) string {
		if j < len(tokens) {
			return tokens[j]
		}
		return ""
	}
	set := func(u dataset.Unit, n int) int {
		if r.unit == "" {
			r.unit = u
		}
		return j + n
	}
	switch {
	case at(j) == "%" || at(j) == "percent":
		return set(dataset.Percent, 1)
	case at(j) == "per" && at(j+1) == "cent":
		return set(dataset.Percent, 2)
	case at(j) == "percentage" && (at(j+1) == "point" || at(j+1) == "points"):
		return set(dataset.Points, 2)
	case at(j) == "point" || at(j) == "points" || at(j) == "pp":
		return set(dataset.Points, 1)
	case at(j) == "dollars":
		return set(dataset.USDMillion, 1)
	}
	return j
}
