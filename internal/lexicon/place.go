package lexicon

import "strconv"

// A Place is a rank in words: "third", "the second lowest", "4th of 27", "in the top ten".
type Place struct {
	N      int  // 0: the words name no rank
	Bottom bool // counted from the lowest
	Among  bool // within the first N
	Of     int  // of how many; 0 if the words do not say

	Ordinal bool // "third", "3rd": words that never mean a figure
}

// wholePlace returns the hint for words about a rank that are not understood.
func (l *Lexicon) wholePlace() string {
	return "write the rank: " + l.Quoted("rank", "third, second lowest, 4th")
}

// Place reads a rank in words.
func (l *Lexicon) Place(words string) (p Place, wrong *Problem) {
	t := l.tokens(words, nil).words()
	numbers := 0
	for i := 0; i < len(t); {
		if how := l.refusal(t, i); how != "" {
			return p, &Problem{"\"" + t[i].Text + "\" in \"" + words + "\" cannot be checked", how}
		}
		next, n := l.placeAt(t, i, &p, numbers > 0)
		if n < 0 {
			return p, &Problem{"\"" + words + "\" is not a rank", l.wholePlace()}
		}
		if n > 0 {
			p.N, numbers = n, numbers+1
		}
		i = next
	}
	switch {
	case numbers > 1:
		return p, twoNumbers(words)
	case p.N == 0:
		return p, &Problem{"nothing to check in \"" + words + "\"", l.wholePlace()}
	}
	return p, nil
}

// Opposes reports whether words about the highest or the lowest figure say the opposite, or negate it.
func (l *Lexicon) Opposes(words string, highest bool) bool {
	t := l.tokens(words, nil).words()
	for i, k := range t {
		_, but := l.but.find(t, i)
		if top := l.top[k.Text]; top != 0 && (top > 0) != highest || but > 0 || l.refusal(t, i) != "" {
			return true
		}
	}
	return false
}

// placeAt reads the token at i and returns the rank it names: 0 if it names none, -1 if the words cannot name a rank.
func (l *Lexicon) placeAt(t tokens, i int, p *Place, found bool) (next, n int) {
	w := t[i].Text
	if _, size := l.noPlace.find(t, i); size > 0 { // "last year"
		return i + size, 0
	}
	if _, size := l.of.find(t, i); size > 0 && found {
		if q, next, bad := l.numberAt(t, i+size); bad == nil && next > i+size {
			p.Of = int(q.Value)
			return next, 0
		}
		return i + size, 0
	}
	if n, size := l.places.find(t, i); size > 0 {
		p.Ordinal, p.Bottom = true, n < 0
		return i + size, max(n, -n)
	}
	if _, size := l.butOne.find(t, i); size > 0 {
		p.N++
		return i + size, 0
	}
	if n, next := l.amongAt(t, i, p); n > 0 {
		return next, n
	}
	if n, size := l.ordinalAt(t, i); size > 0 {
		p.Ordinal = true
		return i + size, n
	}
	if top := l.top[w]; top != 0 {
		p.Bottom, p.N = top < 0, max(p.N, 1)
		return i + 1, 0
	}
	switch {
	case t[i].kind == markToken:
		return i, -1
	case t[i].kind == digitsToken && len(w) < 4:
		n, err := strconv.Atoi(w)
		if err != nil {
			return i, -1
		}
		return i + 1, n
	case l.numbered[w]:
		if v, size := l.numbers.find(t, i+1); size > 0 && v > 0 {
			return i + 1 + size, int(v)
		}
	}
	return i + 1, 0
}

// amongAt reads "top ten" or "ten highest".
func (l *Lexicon) amongAt(t tokens, i int, p *Place) (n, next int) {
	_, size := l.among.find(t, i)
	last := i + size - 1
	q, next, _ := l.numberAt(t, i+size)
	if _, behind := l.among.find(t, next); size == 0 && next > i && behind > 0 && t.joint(next) == apart {
		size, last, next = behind, next+behind-1, next+behind
	}
	if size == 0 || q.Unit != "" || q.Value == 0 {
		return 0, i
	}
	p.Among, p.Bottom = true, l.top[t[last].Text] < 0
	return int(q.Value), next
}

// ordinalAt reads "third", "twenty-first", "29th".
func (l *Lexicon) ordinalAt(t tokens, i int) (n, size int) {
	if n, size := l.ordinals.find(t, i); size > 0 {
		return n, size
	}
	if t.kind(i) == digitsToken && l.nth[t.at(i+1)] && t.joint(i+1) == glued {
		if n, err := strconv.Atoi(t[i].Text); err == nil {
			return n, 2
		}
	}
	return 0, 0
}
