// Package lexicon reads numbers, and what is said about them, in the words of one language.
//
// Load reads templates/lexicon.<language>.toml, which contains all words that the package knows. A Lexicon finds in
// plain text numbers with their places, units, signs and precision (number.go); the claim that the words of a fact
// make (claim.go, place.go, verdict.go); and the numbers in running text that need evidence (find.go). The fact check
// and the search for numbers without evidence therefore read words in the same way.
//
// No word of any language is in the code: another language is another file. The package does not know what a figure
// is, or which claims are true.
package lexicon

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// A Lexicon contains the words of one language. It does not change after it is loaded.
type Lexicon struct {
	point, group rune // before decimals, and between thousands
	possessives  []string
	inflections  []string // endings of ordinals and of the words for members
	elisions     []string

	numbers  phrases[float64] // "five", "twenty-one"
	few      phrases[float64] // words that are numbers only in a fact: "both", "no"
	ordinals phrases[int]
	nth      map[string]bool // endings of ordinals in digits: "th"
	parts    map[string]float64
	articles map[string]bool
	fused    map[string]bool // words that have an article in them: "moins du tiers"
	and      map[string]bool
	scales   map[string]float64
	oneScale map[string]bool // scales that are a number by themselves: "cent" in French
	multiple phrases[float64]
	all      map[string]bool
	allOne   phrases[bool] // "every one"
	but      phrases[bool]
	minus    map[string]bool
	plus     map[string]bool
	of       phrases[bool]
	in       phrases[bool]
	between  phrases[bool]   // words before the lower end of a range
	upTo     map[string]bool // words between its ends

	units      phrases[unit]
	coins      map[string]map[string]bool // "cents": of which they are hundredths: "dollar", "euro"
	coinOf     phrases[bool]              // "of every", before those
	currencies phrases[string]
	singular   map[string]string // singular forms of currencies, which are units in a compound: "a five-dollar note"
	american   map[string]bool   // words before "$" and "dollars" that mean US dollars

	before, after phrases[Relation]
	fillers       map[string]bool
	sides         map[string]int
	movements     map[string]int
	by, to        map[string]bool
	final         map[string]bool // sides and movements only as the last word: "nahm um 3 % ab", "vier, darunter Polen"
	large         map[string]bool // number words that are too large to be read in a fact
	compared      phrases[bool]   // words after a number that make it a difference: "27 more"
	negations     phrases[bool]   // words that negate a claim, which cannot be checked
	endings       []string        // endings of such words: "n't"

	top      map[string]int // +1 for words that count from the top, −1 from the bottom
	among    phrases[bool]
	butOne   phrases[bool]
	places   phrases[int] // "zweithöchste": 2, "vorletzte": -2
	numbered map[string]bool
	noPlace  phrases[bool]

	verdicts     phrases[func(Outcome) bool]
	negated      phrases[bool]
	negatedAfter map[string]bool // negations that may also follow what they negate: "erreicht das Ziel nicht"
	weak         map[string]bool // verdict words that need the mark after them
	marks        map[string]bool

	quoted map[string]string

	classes       map[string]phrases[bool]
	abbreviations map[string]bool
	rules         *rules

	entries map[string]*entry // nil for most words
}

// phrases maps first words to phrases with a meaning, the longest first.
type phrases[T any] map[string][]phrase[T]

type phrase[T any] struct {
	words []string
	means T
}

// add adds a phrase.
func (p phrases[T]) add(words []string, means T) {
	list := append(p[words[0]], phrase[T]{words, means})
	slices.SortStableFunc(list, func(a, b phrase[T]) int { return len(b.words) - len(a.words) })
	p[words[0]] = list
}

// find returns the meaning of the longest phrase at token i and its length in tokens, or 0.
func (p phrases[T]) find(t tokens, i int) (means T, n int) {
	for _, f := range p[t.at(i)] {
		if t.match(i, f.words) {
			return f.means, len(f.words)
		}
	}
	return means, 0
}

// refusal returns what to write instead of a word that cannot be checked, or "".
func (l *Lexicon) refusal(t tokens, i int) string {
	_, negates := l.negations.find(t, i)
	switch w := t.at(i); {
	case l.large[w]:
		return "write the number in digits"
	case negates > 0, l.endsNegated(w):
		return "say what it is, not what it is not"
	}
	return ""
}

// endsNegated reports whether a word ends in a negation: "didn't".
func (l *Lexicon) endsNegated(w string) bool {
	return slices.ContainsFunc(l.endings, func(s string) bool { return len(w) > len(s) && strings.HasSuffix(w, s) })
}

// negates returns the number of tokens from i on that negate what follows them.
func (l *Lexicon) negates(t tokens, i int) int {
	if l.endsNegated(t.at(i)) {
		return 1
	}
	_, n := l.negated.find(t, i)
	return n
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func first(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
