package lexicon

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Relation is how a figure must compare with the number in the words. The rules are documented in docs/facts.md,
// which is tested.
type Relation int

// The relations.
const (
	Equal     Relation = iota // rounded to the precision written; a tie may round either way
	Exactly                   // at the precision published
	About                     // within 5% on either side
	Nearly                    // below, and within 5%
	JustAbove                 // above, and within 5%
	AtLeast
	AtMost
	MoreThan
	LessThan
	Between // from the number to High, both included
)

// A Claim is what words claim: a number, and how the figure compares with it.
type Claim struct {
	Number
	All      bool // "all", or "all but" the number
	Relation Relation
	High     Number  // the upper end of a range
	Position int     // −1: "below", "short"; +1: "above"; 0: neither
	Movement int     // −1: "fell"; +1: "rose"; 0: neither
	Bound    int     // the same for a lone "below" or "over" before the number, which may be a bound or a position
	By       bool    // the movement is "by" the number, not "to" it
	Level    bool    // the movement is "to" or "from" the number
	Compared bool    // "more", "fewer" or the like follows the number
	Of       float64 // of "five of 28"
	HasOf    bool
}

// Claim parses the words of a claim. years are the years that the fact is about; as part of the words they are not
// numbers of the claim. found reports whether the words contain a number. The problem is the reason why the words
// cannot be understood.
func (l *Lexicon) Claim(words string, years ...int) (c Claim, found bool, wrong *Problem) {
	t := l.tokens(words, nil).words()
	level := -1      // where a number begins that something moves to
	article := false // the number found is a word such as "un" in French, which may be an article
	coins := slices.ContainsFunc(t, func(k token) bool { return l.coins[k.Text] != nil })
	var said Claim // by the words around the number
	for i := 0; i < len(t); {
		if _, end := l.wholeOf(t, i); end > i && coins { // "of every dollar, 57 cents"
			i = end
			continue
		}
		relation, lead := l.before.find(t, i)
		at := l.skipFillers(t, i+lead, lead > 0)
		q, next, bad := l.rangeAt(t, at, years)
		if next == at && bad == nil {
			q, next, bad = l.quantity(t, at)
		}
		switch {
		case bad != nil:
			return c, false, bad
		case next == at, lead > 0 && isYear(t, at, next, years): // no number here, nor in "fewer than 2014"
			if wrong := l.unread(t, i, lead, words, found); wrong != nil {
				return c, false, wrong
			}
			word := t[i].Text
			if l.final[word] && i < len(t)-1 {
				word = ""
			}
			said.Position = cmp.Or(said.Position, l.sides[word])
			switch m := l.movements[word]; {
			case m != 0 && l.to[t.at(i+1)]:
				level = i + 2
			case m != 0:
				said.Movement = cmp.Or(said.Movement, m)
				said.By = said.By || l.by[t.at(i+1)]
			}
			i++
			continue
		case isYear(t, at, next, years),
			found && (l.isArticle(t, at, next) || q.All && !q.HasOf && l.isOf(t, at-1)): // "of all spending"
			i = next
			continue
		case found && !article:
			return c, true, twoNumbers(words)
		}
		found, c, article = true, q, l.isArticle(t, at, next)
		c.Level = i == level
		said.By = said.By || c.Unit != Times && l.moves(t, i, lead)
		if lead > 0 && c.Relation != Between {
			c.Relation = relation
			if lead == 1 {
				c.Bound = l.sides[t[i].Text] // "below 0.39 points" may be either
			}
		}
		i = l.tail(t, next, &c, years)
	}
	c.Position, c.Movement, c.By = said.Position, said.Movement, said.By
	return c, found, nil
}

func twoNumbers(words string) *Problem {
	return &Problem{"two numbers in \"" + words + "\"", "a fact has one number; make the other a fact of its own"}
}

// Beside returns the word right before or after a number that says which way it is, -1 or 1: that it fell or rose by
// it, "fell by", "a fall of", or else that it is below or above something by it, "short of it by". Way is 0 without
// one.
func (l *Lexicon) Beside(before, after string, sides bool) (word string, way int) {
	ways, back := l.movements, 1
	if sides {
		ways, back = l.sides, 5
	}
	t := l.tokens(before, nil)
	i := len(t) - 1
	if by := l.by[t.at(i)] || !sides && l.isOf(t, i); by || !sides {
		if by {
			i--
		}
		for ; back > 0 && t.kind(i) == wordToken; i-- {
			w := t.at(i)
			if !l.fillers[w] { // "dropped a full"
				back--
			}
			if way = ways[w]; way != 0 && !l.final[w] && l.refusal(t, i-1) == "" && l.refusal(t, i-2) == "" {
				return w, way
			}
		}
	}
	t = l.tokens(after, nil)
	if l.fillers[t.at(0)] && l.movements[t.at(1)] != 0 { // "de moins"
		t = t[1:]
	}
	if way = ways[t.at(0)]; way != 0 && (sides || len(t) == 1 || t.kind(1) == stop) {
		return t.at(0), way
	}
	return "", 0
}

// moves reports whether a word right before a number, with lead tokens between, says that something moved by it: "rose
// 2%", "rose more than 2%". "Fell below 2%", "rose close to 2%" and "a lower 2%" are levels.
func (l *Lexicon) moves(t tokens, i, lead int) bool {
	level := func(k token) bool { return l.sides[k.Text] != 0 || l.to[k.Text] }
	_, compared := l.compared.find(t, i-1)
	return l.movements[t.at(i-1)] != 0 && compared == 0 && !slices.ContainsFunc(t[i:i+lead], level)
}

// isOf reports whether token i is "of", or a word such as "de" in French.
func (l *Lexicon) isOf(t tokens, i int) bool {
	_, n := l.of.find(t, i)
	return n == 1 || l.fillers[t.at(i)]
}

// isArticle reports whether a number is a single word that is also an article.
func (l *Lexicon) isArticle(t tokens, from, to int) bool {
	return to == from+1 && l.articles[t[from].Text]
}

// skipFillers skips words such as "an estimated" between a relation and its number.
func (l *Lexicon) skipFillers(t tokens, i int, after bool) int {
	for ; after && l.fillers[t.at(i)]; i++ {
		if _, next, _ := l.bareAt(t, i); next > i { // "a third"
			break
		}
	}
	return i
}

// unread returns the reason why the word at token i, where no number begins, cannot be skipped.
func (l *Lexicon) unread(t tokens, i, lead int, words string, found bool) *Problem {
	if how := l.refusal(t, i); how != "" {
		return &Problem{"\"" + t[i].Text + "\" in \"" + words + "\" cannot be checked", how}
	}
	if lead > 1 && !found {
		said := strings.Join(texts(t[i:i+lead]), " ")
		return &Problem{"\"" + said + "\" has no number after it in \"" + words + "\"",
			"put the number directly after it"}
	}
	return nil
}

// tail reads what follows a number: "or more", "of the 28".
func (l *Lexicon) tail(t tokens, next int, c *Claim, years []int) int {
	trailing := func() {
		if r, n := l.after.find(t, next); n > 0 && c.Relation == Equal {
			c.Relation = r
			next += n
		}
	}
	trailing()
	_, n := l.compared.find(t, next)
	if n == 0 && c.countOnly() { // "ten allies more"
		_, n = l.compared.find(t, next+1)
	}
	c.Compared = n > 0
	if at := l.inTen(t, next, c); at > next {
		return at
	}
	next = l.whole(t, next, c, years)
	trailing()
	return next
}

func isYear(t tokens, from, to int, years []int) bool {
	is := func(y int) bool { return y != 0 && t[from].Text == strconv.Itoa(y) }
	return to == from+1 && slices.ContainsFunc(years, is)
}

// between is the maximum number of words between "of" and its number.
const between = 3

// whole reads "of 28", "out of the 28", "of the alliance's 28".
func (l *Lexicon) whole(t tokens, i int, c *Claim, years []int) int {
	at := l.wholeBegins(t, i, c, l.of)
	_, n := l.of.find(t, at)
	if n == 0 {
		return i
	}
	for k := at + n; k <= at+n+between; k++ {
		q, next, bad := l.quantity(t, k)
		switch {
		case bad != nil:
			return i
		case next == k:
			continue
		case q.Unit != "" || q.Rough || q.Signed || q.All && !q.HasOf || isYear(t, k, next, years):
			return i
		}
		c.Of, c.HasOf = cmp.Or(q.Of, q.Value), true
		return next
	}
	return i
}

// inTen reads "in ten" after a count in words: "nine in ten" is a part of all, however many they are.
func (l *Lexicon) inTen(t tokens, i int, c *Claim) int {
	at := l.wholeBegins(t, i, c, l.in)
	_, n := l.in.find(t, at)
	if n == 0 || !c.countOnly() || t.kind(i-1) == digitsToken || t.kind(at+n) == digitsToken {
		return i
	}
	of, size := l.numbers.find(t, at+n)
	if size == 0 || of > 10 || of < c.Value {
		return i
	}
	c.Value, c.Fraction, c.Rough = c.Value/of, true, true
	return at + n + size
}

// countOnly reports whether a claim is a number of things, as yet without a whole.
func (c *Claim) countOnly() bool {
	return c.Unit == "" && c.Currency == "" && c.Decimals <= 0 && !c.Fraction
}

// wholeBegins returns where a whole that begins with one of the words of may begin after a count: directly, or after
// its noun, as in "five allies out of 28".
func (l *Lexicon) wholeBegins(t tokens, i int, c *Claim, of phrases[bool]) int {
	if !c.countOnly() {
		return i
	}
	for at := i; at < len(t) && at < i+between; at++ {
		if _, n := of.find(t, at); n > 0 {
			return at
		}
		if _, number := l.numbers.find(t, at); number > 0 || t[at].kind != wordToken || l.sides[t[at].Text] != 0 {
			break
		}
	}
	return i
}

// quantity reads a number, or words that are numbers in a fact: "all but two", "both", "twice".
func (l *Lexicon) quantity(t tokens, i int) (c Claim, next int, wrong *Problem) {
	j, _ := l.signs(t, i, &Number{})
	if _, n := l.allOne.find(t, j); n > 0 {
		c.All = true
		return c, j + n, nil
	}
	if l.all[t.at(j)] {
		return l.everyone(t, i, j+1)
	}
	if v, n := l.multiple.find(t, j); n > 0 {
		c.Number = Number{Value: v, Rough: true, Unit: Times}
		return c, j + n, nil
	}
	if v, n := l.few.find(t, i); n > 0 {
		c.Number = Number{Value: v}
		next = l.scaleAt(t, i+n, &c.Number)
		return c, l.unitAt(t, next, &c.Number), nil
	}
	n, next, wrong := l.numberAt(t, i)
	if wrong == nil && n.Large {
		wrong = &Problem{"the number in words is too long to be read", "write the number in digits"}
	}
	return Claim{Number: n}, next, wrong
}

// everyone reads "all", "all 28", "all but two" and "all 28 allies but two"; j is the token after "all".
func (l *Lexicon) everyone(t tokens, i, j int) (c Claim, next int, wrong *Problem) {
	j = l.skipFillers(t, j, true)
	if n, next, wrong := l.numberAt(t, j); wrong == nil && next > j && n.Unit == "" {
		c.Of, c.HasOf, j = n.Value, true, next
	}
	for at := j; at < j+between; at++ {
		_, size := l.but.find(t, at)
		n, next, wrong := l.numberAt(t, at+size)
		switch {
		case size == 0:
			continue
		case wrong == nil && next > at+size:
			c.All, c.Value = true, n.Value
			return c, next, nil
		case at == j:
			return Claim{}, i, wrong
		}
	}
	c.All = true
	return c, j, nil
}
