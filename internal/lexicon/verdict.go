package lexicon

import (
	"slices"
	"strings"
)

// An Outcome is what is true of a figure beside the mark of a guideline. Within a band it is above one mark and below
// the other.
type Outcome struct{ Met, Above, At, Below bool }

// verdicts maps keys of the lexicon to what their words say of a figure.
var verdicts = map[string]func(Outcome) bool{
	"met":         func(s Outcome) bool { return s.Met },
	"missed":      func(s Outcome) bool { return !s.Met },
	"above":       func(s Outcome) bool { return s.Above },
	"at_or_above": func(s Outcome) bool { return s.Above || s.At },
	"at":          func(s Outcome) bool { return s.At },
	"at_or_below": func(s Outcome) bool { return s.Below || s.At },
	"below":       func(s Outcome) bool { return s.Below },
}

// Verdict compares what words say about a guideline with where a figure is: +1 if it is so, -1 if it is not, 0 if they
// say nothing, or both.
func (l *Lexicon) Verdict(words string, of Outcome) int {
	t := l.tokens(words, nil)
	var said []bool
	turned := false // by a negation since the last verdict or comma
	clause := 0     // how many verdicts had been said when it began
	for i := 0; i < len(t); {
		if t[i].kind == stop {
			turned, clause = false, len(said)
			i++
			continue
		}
		if n := l.neutral(t, i); n > 0 {
			i += n
			continue
		}
		says, size := l.verdicts.find(t, i)
		if n := l.negates(t, i); n > 0 && n >= size {
			if l.negatedAfter[t[i].Text] && len(said) > clause && l.nextVerdict(t, i+n) < 0 {
				said[len(said)-1] = !said[len(said)-1] // "erreicht das Ziel nicht"
			} else {
				turned = !turned
			}
			i += n
			continue
		}
		if size == 0 || l.weak[t[i].Text] && !l.hasMark(t, i+size) {
			i++
			continue
		}
		said, turned = append(said, says(of) != turned), false
		i += size
	}
	switch {
	case len(said) == 0 || slices.Contains(said, true) && slices.Contains(said, false):
		return 0
	case said[0]:
		return +1
	}
	return -1
}

// Turned returns the words right before or after words about a guideline that turn what they say, as "did not" before
// "meet it", or "".
func (l *Lexicon) Turned(before, words, after string, of Outcome) string {
	front, behind := strings.Fields(before), strings.Fields(after)
	before = strings.Join(front[max(0, len(front)-3):], " ")
	after = strings.Join(behind[:min(3, len(behind))], " ")
	switch {
	case l.Verdict(words, of) <= 0:
	case l.Verdict(before+" "+words, of) < 0:
		return before
	case l.Verdict(words+" "+after, of) < 0:
		return after
	}
	return ""
}

// Unchecked returns those of the words that tell of other years than a fact's own, which nothing checks, or "": "the
// third year running", and "last year" if the fact is not about the year before that of the text.
func (l *Lexicon) Unchecked(words string, text int, own ...int) string {
	t := l.tokens(words, nil)
	for i := range t {
		for k, class := range []string{"last_year", "this_year", "next_year", "unchecked"} {
			_, n := l.classes[class].find(t, i)
			if n > 0 && (class == "unchecked" || !slices.Contains(own, text-1+k)) {
				return words[t[i].From:t[i+n-1].To]
			}
		}
	}
	return ""
}

// nextVerdict returns the end of the first verdict of the clause from token i on, or -1.
func (l *Lexicon) nextVerdict(t tokens, i int) int {
	for ; i < len(t) && t[i].kind != stop; i++ {
		if _, size := l.verdicts.find(t, i); size > 0 {
			return i + size
		}
	}
	return -1
}

// neutral returns the length of words that look like a negation or a verdict but are not: "not only"; "promised to
// meet" is both.
func (l *Lexicon) neutral(t tokens, i int) int {
	if _, n := l.classes["neutral"].find(t, i); n > 0 {
		return n
	}
	_, n := l.classes["intention"].find(t, i)
	if n == 0 {
		return 0
	}
	if end := l.nextVerdict(t, i+n); end >= 0 {
		return end - i
	}
	return n
}

// hasMark reports whether the mark, or nothing, follows a word such as "over": "spent over a decade" is not about the
// mark.
func (l *Lexicon) hasMark(t tokens, i int) bool {
	if i == len(t) || t[i].kind == stop {
		return true
	}
	for ; i < len(t) && (l.articles[t[i].Text] || l.fillers[t[i].Text] || t[i].Possessive); i++ {
	}
	if n, next, _ := l.numberAt(t, i); next > i {
		return n.Unit == Percent || n.Unit == Points
	}
	return l.marks[t.at(i)]
}
