package lexicon

import "slices"

// try matches a rule at token i.
func (s *scan) try(r *rule, i int) (end int, ok bool) {
	s.numbers, s.from, s.to = s.numbers[:0], i, -1
	end, ok = s.match(r.parts, i)
	if s.to < 0 {
		s.to = end
	}
	return end, ok
}

// match matches elements from token i on, as many of each as there are.
func (s *scan) match(parts []element, i int) (end int, ok bool) {
	if len(parts) == 0 {
		n := len(s.numbers)
		return i, n == 0 || s.numbers[n-1].To != i || s.t.joint(i) == apart // not "two of the five-year plans"
	}
	e, rest := &parts[0], parts[1:]
	if e.not {
		if _, ok := s.one(e, i); ok {
			return 0, false
		}
		return s.match(rest, i)
	}
	ends := [5]int{i}
	n := 0
	for n < e.max {
		next, ok := s.one(e, ends[n])
		if !ok {
			break
		}
		n++
		ends[n] = next
		if next == ends[n-1] {
			break
		}
	}
	for ; n >= e.min; n-- {
		mark := len(s.numbers)
		if n > 0 && e.isNumber {
			s.numbers = append(s.numbers, Span{i, ends[n]})
		}
		if end, ok := s.match(rest, ends[n]); ok {
			if e.from {
				s.from = i
			}
			if e.to {
				s.to = ends[n]
			}
			return end, true
		}
		s.numbers = s.numbers[:mark]
	}
	return 0, false
}

// one matches an element once.
func (s *scan) one(e *element, i int) (next int, ok bool) {
	for k := range len(e.kinds) {
		if next, ok := s.kind(e.kinds[k], i); ok {
			return next, true
		}
	}
	if i >= len(s.t) {
		return i, false
	}
	for _, p := range e.phrases {
		if _, n := p.find(s.t, i); n > 0 {
			return i + n, true
		}
	}
	return i + 1, e.words[s.t[i].Text]
}

// kind matches what a letter of a rule means.
func (s *scan) kind(kind byte, i int) (next int, ok bool) {
	switch kind {
	case 'M':
		_, n := s.nouns.find(s.t, i)
		return i + n, n > 0
	case 'C':
		return i + 1, s.t.kind(i) == wordToken && s.t[i].Capital
	case 'W':
		return i + 1, s.t.kind(i) == wordToken
	case 'S':
		return i + 1, s.t.token(i).Possessive
	case '.':
		return i, s.t.kind(i) == stop || s.t.kind(i) == noteToken
	case 'Y':
		n := s.numberAt(i)
		return n.bare, n.year
	case 'O':
		_, n := s.l.ordinalAt(s.t, i)
		return i + n, n > 0
	case 'F', 'T':
		n := Number{}
		next = s.l.fractionAt(s.t, i, &n)
		isCounted := !s.l.articles[s.t.at(i)] && s.l.parts[s.t.at(i)] == 0
		return next, n.Fraction && (kind == 'F' || isCounted)
	case 'U', 'G':
		n := s.numberAt(i)
		hasUnit, of := n.Unit != "" || n.Currency != "", n.Currency
		if !hasUnit {
			of = PlainMarks
		}
		isMark := s.marks == nil || (n.Unit == Percent || n.Unit == "") && slices.Contains(s.marks[of], n.Value)
		return n.next, n.next > i && !n.wrong && (kind == 'U' && hasUnit || kind == 'G' && isMark)
	}
	return s.number(kind, i)
}

// number matches a number without a unit.
func (s *scan) number(kind byte, i int) (next int, ok bool) {
	if j := s.t.joint(i); j == hyphen || j == glued {
		return 0, false
	}
	n := s.numberAt(i)
	switch {
	case n.bare == i, n.wrong, n.Signed, n.Fraction, n.year:
		return 0, false
	case n.digits && s.t.joint(n.bare) == glued && !n.Scaled: // "2nd", "5G"
		return 0, false
	case n.Currency != "", n.next > n.bare && n.Unit != Times && !n.loose, n.Scaled && n.loose:
		return 0, false
	case kind == 'D' && !n.digits && !n.filled, kind == 'Z' && n.Decimals <= 0:
		return 0, false
	}
	return n.bare, true
}
