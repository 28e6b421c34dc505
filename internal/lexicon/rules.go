package lexicon

import (
	"errors"
	"fmt"
	"strings"
)

// The rules of a lexicon determine which numbers in running text need evidence. Each is a line of the key evidence.
// They are tried from top to bottom at every word:
//
//   - N of @the* [N]    needs evidence; what is in brackets is reported, or else all of it
//   - @label N          needs none: reading continues after it
//
// A rule consists of words, of alternatives separated by |, and of
//
//	N number without a unit, D one in digits, Z one with decimals, Y year, O ordinal,
//	F fraction ("a third"), T counted fraction ("two thirds"), U number with a unit,
//	G number that is a guideline's mark, M noun of members, C word with a capital letter,
//	W any word, S possessive, . punctuation or the end, @class words of a class,
//	!x anything but x (reads nothing), x? at most once, x* up to four times.
//
// Text is read only if it contains a number, or the first word of a rule without a number; ^x marks another word to
// look for instead.
type rules struct {
	byWord map[string][]*rule // by the first word
	any    []*rule            // rules that begin with a number
}

type rule struct {
	at     int // its place among the others
	claims bool
	parts  []element
	kinds  uint16 // the kinds of numbers that it can begin with, as bits in the order of numeric
}

// An element is one part of a rule.
type element struct {
	kinds    string          // letters of the list above
	words    map[string]bool // or one of these
	phrases  []phrases[bool] // or words of these classes
	not      bool
	min, max int
	from, to bool // the reported part begins before it, ends after it
	rarest   bool // marked as the rarest of a rule without a number
	isNumber bool
}

// numeric lists the kinds that are numbers.
const numeric = "NDZYOFTUG"

// compile parses the rules of the key evidence. It calls wrong with what is wrong and the offset of its line.
func (l *Lexicon) compile(text string, wrong func(at int, err error)) *rules {
	r := &rules{byWord: map[string][]*rule{}}
	at := 0
	for line := range strings.Lines(text) {
		rule := &rule{at: at}
		if err := l.parseRule(line, rule); err != nil {
			wrong(at, err)
		}
		r.file(rule)
		at += len(line)
	}
	return r
}

// parseRule reads a line, which may have no rule, as far as it can be read.
func (l *Lexicon) parseRule(line string, r *rule) error {
	line, _, _ = strings.Cut(line, "#")
	fields := strings.Fields(line)
	if len(fields) == 0 {
		return nil
	}
	if fields[0] != "+" && fields[0] != "-" || len(fields) == 1 {
		return errors.New("a rule begins with + or - and a space")
	}
	r.claims = fields[0] == "+"
	for _, f := range fields[1:] {
		e, err := l.element(f)
		if err != nil {
			return err
		}
		r.parts = append(r.parts, e)
	}
	return nil
}

// element parses one part of a rule.
func (l *Lexicon) element(s string) (e element, err error) {
	e = element{min: 1, max: 1}
	s, e.from = strings.CutPrefix(s, "[")
	s, e.to = strings.CutSuffix(s, "]")
	s, e.not = strings.CutPrefix(s, "!")
	s, e.rarest = strings.CutPrefix(s, "^")
	if rest, ok := strings.CutSuffix(s, "?"); ok {
		e.min, s = 0, rest
	} else if rest, ok := strings.CutSuffix(s, "*"); ok {
		e.min, e.max, s = 0, 4, rest
	}
	e.words = map[string]bool{}
	for w := range strings.SplitSeq(s, "|") {
		name, isClass := strings.CutPrefix(w, "@")
		switch {
		case len(w) == 1 && strings.Contains(numeric+"MCSW.", w):
			e.kinds += w
		case !isClass:
			e.words[w] = true
		case l.classes[name] == nil:
			return e, fmt.Errorf("there is no class %q", name)
		default:
			e.phrases = append(e.phrases, l.classes[name])
		}
	}
	e.isNumber = e.kinds != "" && e.kinds != "Y" && strings.Trim(e.kinds, numeric) == "" // a year needs no evidence
	return e, nil
}

// begins calls add with the words that the element begins with.
func (e *element) begins(add func(string)) {
	for w := range e.words {
		add(w)
	}
	for _, p := range e.phrases {
		for w := range p {
			add(w)
		}
	}
}

// bits returns the bits of kinds of numbers.
func bits(kinds string) (b uint16) {
	for i, k := range numeric {
		if strings.ContainsRune(kinds, k) {
			b |= 1 << i
		}
	}
	return b
}

// file files a rule under its first word.
func (r *rules) file(rule *rule) {
	for _, e := range rule.parts {
		if e.kinds != "" {
			r.any = append(r.any, rule)
			rule.kinds |= bits(e.kinds)
			return
		}
		e.begins(func(w string) { r.byWord[w] = append(r.byWord[w], rule) })
		if e.min > 0 {
			return
		}
	}
}
