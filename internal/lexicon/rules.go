package lexicon

import (
	"fmt"
	"strings"
)

// The rules of a lexicon say which numbers in running text a claim rests on.
// Each is a line of the key evidence, tried from top to bottom at every word:
//
//   - N of @the* [N]    a claim; what stands in brackets is reported, else all of it
//   - @label N          no claim: reading goes on behind it
//
// A rule is made of words, of alternatives divided by |, and of
//
//	N number without a unit, D one in digits, Z one with decimals, Y year, O ordinal,
//	F fraction ("a third"), T one that is counted ("two thirds"), U number with a unit,
//	G number that is a guideline's mark, M noun of members, C word with a capital letter,
//	W any word, S possessive, . punctuation or the end, @class words of a class,
//	!x anything but x (nothing is read), x? at most once, x* up to four times.
//
// Text is read only where it holds a number, or a word that a rule without one
// begins with; ^x is the word to go by instead.
type rules struct {
	byWord map[string][]*rule // by the first word
	any    []*rule            // that begin with a number
}

type rule struct {
	line    int
	claims  bool
	parts   []element
	reports bool   // has brackets
	kinds   uint16 // of numbers that it can begin with, as bits by their place in numeric
}

// An element is one part of a rule.
type element struct {
	kinds    string          // letters of the list above
	words    map[string]bool // or one of these
	phrases  []phrases[bool] // or words of these classes
	not      bool
	min, max int
	from, to bool // the reported part begins before, ends behind
	telling  bool // marked as the rarest of a rule without a number
	isNumber bool
	first    [4]uint64 // the words that it begins with, by the last byte of their hash
}

// numeric are the kinds that are numbers.
const numeric = "NDZYOFTUG"

// compile reads the rules of the key evidence.
func (l *Lexicon) compile(text string) (*rules, []ruleError) {
	r := &rules{byWord: map[string][]*rule{}}
	var wrong []ruleError
	for n, line := range strings.Split(text, "\n") {
		line, _, _ = strings.Cut(line, "#")
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		rule := &rule{line: n, claims: fields[0] == "+"}
		if fields[0] != "+" && fields[0] != "-" || len(fields) == 1 {
			wrong = append(wrong, ruleError{n, "a rule begins with + or - and a space"})
			continue
		}
		for _, f := range fields[1:] {
			e, err := l.element(f)
			if err != nil {
				wrong = append(wrong, ruleError{n, err.Error()})
				break
			}
			rule.reports = rule.reports || e.from
			rule.parts = append(rule.parts, e)
		}
		r.file(rule)
	}
	return r, wrong
}

type ruleError struct {
	line int
	msg  string
}

// element reads one part of a rule.
func (l *Lexicon) element(s string) (e element, err error) {
	e = element{min: 1, max: 1}
	if rest, ok := strings.CutPrefix(s, "["); ok {
		e.from, s = true, rest
	}
	if rest, ok := strings.CutSuffix(s, "]"); ok {
		e.to, s = true, rest
	}
	if rest, ok := strings.CutPrefix(s, "!"); ok {
		e.not, s = true, rest
	}
	if rest, ok := strings.CutPrefix(s, "^"); ok {
		e.telling, s = true, rest
	}
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
	e.begins(func(w string) {
		h := hashOf(w)
		e.first[h%256/64] |= 1 << (h % 64)
	})
	e.isNumber = e.kinds != "" && strings.Trim(e.kinds, numeric) == ""
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

// file puts a rule where it is found by its first word.
func (r *rules) file(rule *rule) {
	for _, e := range rule.parts {
		if e.kinds != "" {
			r.any = append(r.any, rule)
			for i, k := range numeric {
				if strings.ContainsRune(e.kinds, k) {
					rule.kinds |= 1 << i
				}
			}
			return
		}
		e.begins(func(w string) { r.byWord[w] = append(r.byWord[w], rule) })
		if e.min > 0 {
			return
		}
	}
}
