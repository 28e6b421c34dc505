package lexicon

// Verdict returns what words say about a guideline: +1 that it is met, -1 that it is missed, 0 if neither or both.
func (l *Lexicon) Verdict(words string) int {
	t := l.tokens(words, nil)
	var said []int
	turned := false // by a negation since the last verdict or comma
	clause := 0     // how many verdicts had been said when it began
	for i := 0; i < len(t); {
		if t[i].Kind == Stop {
			turned, clause = false, len(said)
			i++
			continue
		}
		if n := l.neutral(t, i); n > 0 {
			i += n
			continue
		}
		sign, size := l.verdicts.find(t, i)
		if n := l.negates(t, i); n > 0 && n >= size {
			if l.negatedAfter[t[i].Text] && len(said) > clause && !l.verdictAhead(t, i+n) {
				said[len(said)-1] *= -1 // "erreicht das Ziel nicht"
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
		if turned {
			sign = -sign
		}
		said, turned = append(said, sign), false
		i += size
	}
	return agreed(said)
}

// agreed returns what all verdicts say, or 0 if they differ or there is none.
func agreed(said []int) int {
	all := 0
	for _, s := range said {
		if all != 0 && s != all {
			return 0
		}
		all = s
	}
	return all
}

// verdictAhead reports whether the clause has a verdict from token i on.
func (l *Lexicon) verdictAhead(t Tokens, i int) bool {
	for ; i < len(t) && t[i].Kind != Stop; i++ {
		if _, size := l.verdicts.find(t, i); size > 0 {
			return true
		}
	}
	return false
}

// neutral returns the length of words that look like a negation or a verdict but are not: "not only"; "promised to
// meet" is both.
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

// hasMark reports whether the mark, or nothing, follows a word such as "over": "spent over a decade" is not about the
// mark.
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
