package lexicon

// Verdict returns what words say of a guideline: +1 that it is met, -1 that
// it is missed, 0 when they say neither, or both.
func (l *Lexicon) Verdict(words string) int {
	t := l.tokens(words, nil)
	met, missed := false, false
	turned := false // by a negation since the last verdict or comma
	for i := 0; i < len(t); {
		if t[i].Kind == Stop {
			turned = false
			i++
			continue
		}
		if n := l.neutral(t, i); n > 0 {
			i += n
			continue
		}
		sign, size := l.verdicts.find(t, i)
		if n := l.negates(t, i); n > 0 && n >= size {
			turned = !turned
			i += n
			continue
		}
		if size == 0 || l.weak[t[i].Text] && !l.hasMark(t, i+size) {
			i++
			continue
		}
		met = met || (sign > 0) != turned
		missed = missed || (sign < 0) != turned
		turned = false
		i += size
	}
	switch {
	case met && !missed:
		return +1
	case missed && !met:
		return -1
	}
	return 0
}

// neutral returns the length of words that look like a negation or a verdict
// and are none: "not only"; "promised to meet" is both.
func (l *Lexicon) neutral(t Tokens, i int) int {
	if _, n := l.classes["neutral"].find(t, i); n > 0 {
		return n
	}
	_, n := l.classes["intention"].find(t, i)
	if n == 0 {
		return 0
	}
	for j := i + n; j < len(t) && t[j].Kind != Stop; j++ {
		if _, size := l.verdicts.find(t, j); size > 0 {
			return j + size - i
		}
	}
	return n
}

// hasMark reports whether the mark follows a word such as "over", or nothing
// does: "spent over a decade" is not about the mark.
func (l *Lexicon) hasMark(t Tokens, i int) bool {
	if i == len(t) || t[i].Kind == Stop {
		return true
	}
	for ; i < len(t) && (l.articles[t[i].Text] || l.fillers[t[i].Text] || t[i].Possessive); i++ {
	}
	if n, next, _ := l.numberAt(t, i); next > i {
		return n.Unit == Percent || n.Unit == Points
	}
	return l.marks[t.at(i)]
}
