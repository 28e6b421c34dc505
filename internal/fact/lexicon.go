package fact

import (
	"maps"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// A relation is how the figure must stand to the number in the words. The
// rules are written down in docs/facts.md, and tested from there.
type relation int

const (
	equal     relation = iota // rounded to the precision written; a tie may round either way
	exactly                   // at the precision published
	about                     // within 5% on either side
	nearly                    // below, and within 5%
	justAbove                 // above, and within 5%
	atLeast
	atMost
	moreThan
	lessThan
)

// near is how far from a number "about", "nearly" and "just over" reach, as
// a part of it. Fractions and multiples in words, such as a third or twice,
// are meant no more precisely.
const near = 0.05

// A phrase is some words with a meaning.
type phrase[T any] struct {
	words []string
	means T
}

func phrases[T any](means T, list ...string) []phrase[T] {
	p := make([]phrase[T], len(list))
	for i, s := range list {
		p[i] = phrase[T]{strings.Fields(s), means}
	}
	return p
}

// byFirst groups phrases by their first word, the longest first.
func byFirst[T any](lists ...[]phrase[T]) map[string][]phrase[T] {
	m := map[string][]phrase[T]{}
	for _, p := range slices.Concat(lists...) {
		m[p.words[0]] = append(m[p.words[0]], p)
	}
	for _, ps := range m {
		slices.SortStableFunc(ps, func(a, b phrase[T]) int { return len(b.words) - len(a.words) })
	}
	return m
}

// find gives the longest phrase at token i.
func find[T any](m map[string][]phrase[T], t tokens, i int) (means T, n int) {
	for _, p := range m[t.at(i)] {
		if n := t.match(i, p.words); n > 0 {
			return p.means, n
		}
	}
	return means, 0
}

// leading are the words before a number that say how it is meant.
var leading = byFirst(
	phrases(atLeast, "≥", "as little as", "as few as", "at least", "no fewer than", "no less than", "not fewer than", "not less than", "a minimum of"),
	phrases(atMost, "≤", "as much as", "as many as", "at most", "no more than", "not more than", "up to", "a maximum of"),
	phrases(moreThan, "more than", "greater than", "higher than", "over", "above", "exceeding", "in excess of", "upwards of", "well over", "well above", "exceeded", "exceeds", "topped", "tops", "beyond", "surpassed", ">"),
	phrases(lessThan, "less than", "fewer than", "lower than", "under", "below", "short of", "shy of", "well under", "well below", "<"),
	phrases(nearly, "nearly", "almost", "close to", "approaching", "just under", "just below", "just short of", "slightly under", "slightly below",
		"slightly less than", "a little under", "a little below", "a little less than", "a shade under", "not quite", "just shy of"),
	phrases(justAbove, "just over", "just above", "just more than", "slightly over", "slightly above", "slightly more than", "a little over",
		"a little above", "a little more than", "a shade over", "barely"),
	phrases(about, "about", "around", "roughly", "approximately", "some", "circa", "~", "in the region of"),
	phrases(exactly, "exactly", "precisely"),
)

// trailing are those behind it.
var trailing = byFirst(
	phrases(atLeast, "or more", "or above", "or over", "and more", "or higher", "or better", "plus", "at least"),
	phrases(atMost, "or less", "or fewer", "or below", "or lower", "at most"),
	phrases(about, "or so", "or thereabouts"),
	phrases(exactly, "exactly", "precisely"),
)

// fillers may stand between such words and their number.
var fillers = wordSet("a an the its their full estimated further whole mere only just roughly about around total some", 1)

// positions are the words that say on which side of a guideline, or of
// another member, a number lies; the number then says how far.
var positions = merge(wordSet("above over ahead", +1), wordSet("below short under missed miss misses behind shy", -1))

// movements are the words that say which way a number went.
var movements = merge(
	wordSet("up rose risen rise rises rising grew grown grow grows growing growth gained gain gains increased increase increases increasing climbed added higher raised more bigger larger jumped", +1),
	wordSet("down fell fallen fall falls falling dropped drop drops declined decline declining shrank shrunk shrinking cut cuts lower decreased decrease decreases lost loss slipped reduced reduction contraction contracted plunged less fewer smaller", -1))

func wordSet(words string, means int) map[string]int {
	m := map[string]int{}
	for _, w := range strings.Fields(words) {
		m[w] = means
	}
	return m
}

func merge(a, b map[string]int) map[string]int {
	maps.Copy(a, b)
	return a
}

// numberWords holds the number words to ninety-nine, and a few more.
var numberWords = func() map[string]float64 {
	m := map[string]float64{"no": 0, "nobody": 0, "both": 2, "dozen": 12}
	for word, n := range english.Numbers() {
		m[word] = float64(n)
	}
	return m
}()

// ordinals holds the ordinals to ninety-ninth.
var ordinals = english.Ordinals()

// parts are the denominators of fractions in words.
var parts = func() map[string]float64 {
	m := map[string]float64{"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100, "thousandth": 1000}
	for w, n := range ordinals {
		if n > 2 {
			m[w], m[w+"s"] = float64(n), float64(n)
		}
	}
	return m
}()

// signFractions are fractions written as one sign.
var signFractions = map[string]float64{"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4}

// multiples are words for one number divided by another.
var multiples = map[string]float64{"double": 2, "doubled": 2, "doubling": 2, "twice": 2, "twofold": 2, "triple": 3, "tripled": 3, "treble": 3, "trebled": 3,
	"thrice": 3, "threefold": 3, "quadruple": 4, "quadrupled": 4, "fourfold": 4, "fivefold": 5, "halved": 0.5, "halving": 0.5}

// scales are the powers of ten of the words behind a number.
var scales = map[string]int{"b": 9, "t": 12, "hundred": 2, "k": 3, "thousand": 3, "m": 6, "mn": 6, "mln": 6, "million": 6, "millions": 6, "bn": 9, "billion": 9, "billions": 9, "tn": 12, "trn": 12, "trillion": 12, "trillions": 12}

// units are the words of units behind a number.
var units = byFirst(
	phrases(dataset.Percent, "%", "per cent", "percent", "pc"),
	phrases(dataset.Points, "percentage points", "percentage point", "points", "point", "pp", "pts", "of a percentage point", "of a point",
		"a percentage point", "a point"),
	phrases(dataset.USDMillion, "dollars", "us dollars", "american dollars", "usd"),
	phrases(dataset.Ratio, "times", "fold", "x"),
	phrases(dataset.Unit("basis points"), "basis points", "basis point", "bps"),
)

// refused are words that would change what a number means in a way that is
// not read here, so that a claim cannot hold by being half understood.
var refused = map[string]string{
	"hundred": "write the number in digits", "hundreds": "write the number in digits", "thousand": "write the number in digits",
	"thousands": "write the number in digits", "dozens": "write the number in digits", "score": "write the number in digits", "scores": "write the number in digits",
	"not": "say what it is, not what it is not", "never": "say what it is, not what it is not", "nor": "say what it is, not what it is not",
	"cannot": "say what it is, not what it is not", "neither": "say what it is, not what it is not", "longer": "say what it is, not what it is not",
	"failed": "say what it is, not what it is not", "fails": "say what it is, not what it is not", "without": "say what it is, not what it is not",
	"hardly": "say what it is, not what it is not", "scarcely": "say what it is, not what it is not", "except": "say what it is, not what it is not",
}

// refusal says why a word cannot be checked; "" for a word that can.
func refusal(w string) string {
	if strings.HasSuffix(w, "n't") || strings.HasSuffix(w, "n’t") {
		return refused["not"]
	}
	return refused[w]
}

// currencies are marks and words of money. Only the first is a unit that
// figures come in.
var currencies = func() map[string]string {
	m := map[string]string{"$": "US dollars", "£": "pounds", "€": "euros", "pounds": "pounds", "pound": "pounds", "euros": "euros", "euro": "euros", "sterling": "pounds",
		"gbp": "pounds", "eur": "euros"}
	for _, w := range strings.Fields("yen zloty zlotys rouble roubles ruble rubles franc francs krone kroner krona kronor koruna korunas forint forints lira liras leu lei lev cents pence yuan rupees rupee cad aud jpy chf sek nok dkk pln czk huf try rub cny inr ron bgn isk") {
		m[w] = "another currency"
	}
	return m
}()

// ends are the words that count places from the top (true) or the bottom.
var ends = map[string]bool{"highest": true, "largest": true, "biggest": true, "greatest": true, "top": true, "most": true, "best": true, "leader": true,
	"leads": true, "led": true, "lowest": false, "smallest": false, "least": false, "bottom": false, "last": false, "lowliest": false}
