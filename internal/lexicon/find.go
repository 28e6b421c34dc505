package lexicon

import (
	"slices"
	"strings"
	"sync"

	"burdenshare/internal/lists"
)

// A Finder finds numbers in running text that need evidence. In addition to the lexicon it knows the words for the
// members of a report and its guidelines. It is safe for concurrent use.
type Finder struct {
	l     *Lexicon
	nouns phrases[bool]
	marks map[string][]float64 // by currency, "" for per cent; nil if they are not known
}

// PlainMarks is the key of marks of guidelines in a unit of the report's own, which the lexicon does not read.
const PlainMarks = "#"

// Finder returns the Finder of a report whose members are called by nouns and whose guidelines are marks: those in per
// cent under "", those in money under a name of the currency, those in other units under PlainMarks. If marks is nil
// they are not known, and any number may be one.
func (l *Lexicon) Finder(nouns []string, marks map[string][]float64) *Finder {
	f := &Finder{l: l, nouns: phrases[bool]{}}
	if marks != nil {
		f.marks = map[string][]float64{"": marks[""], PlainMarks: marks[PlainMarks]}
	}
	for name, list := range marks {
		if c := l.Currency(name); c != "" {
			f.marks[c] = append(f.marks[c], list...)
		}
	}
	for w, list := range l.classes["members"] {
		f.nouns[w] = slices.Clone(list)
	}
	for _, n := range nouns {
		addInflected(l, f.nouns, n, true) // "22 Gebern"
	}
	return f
}

// A Span is a piece of text, in bytes.
type Span struct{ From, To int }

// A scan is the search in one text.
type scan struct {
	*Finder
	t       tokens
	base    int // the offset of the tokens in the text
	proven  []Span
	found   []Span
	read    []number // the number at each token, once read
	numbers []Span   // the numbers of the rule being tried, in tokens
	from    int      // the beginning of what it reports, in tokens
	to      int
}

// scans have the memory that texts are searched in.
var scans = sync.Pool{New: func() any { return new(scan) }}

// Uncited returns the numbers in text that need evidence and are not in one of the spans proven, which are in order.
// It reads only sentences with a word or digits that may be such a number.
func (f *Finder) Uncited(text string, proven []Span) []Span {
	s := scans.Get().(*scan)
	defer scans.Put(s)
	*s = scan{Finder: f, proven: proven, t: s.t, read: s.read, numbers: s.numbers}
	for i := 0; i < len(text); {
		at := f.l.nextTrigger(text, i, proven)
		if at < 0 {
			break
		}
		from, to := at, at+1
		for from > i && !f.l.ends(text, from) {
			from--
		}
		for to < len(text) && !f.l.ends(text, to) {
			to++
		}
		s.sentence(text[from:to], from)
		i = to
	}
	return s.found
}

// sentence searches a piece of text that begins at byte base.
func (s *scan) sentence(text string, base int) {
	s.t, s.base = s.l.tokens(text, s.t), base
	s.read = slices.Grow(s.read[:0], len(s.t))[:len(s.t)]
	clear(s.read)
	n := s.numberAt(0)
	if all := (Span{0, n.next}); n.next == len(s.t) && n.Decimals > 0 && !n.wrong && !s.isCited(all) {
		s.add(all) // alone in the cell of a table
		return
	}
	for i := 0; i < len(s.t); {
		i = s.step(i)
	}
}

// ends reports whether a sentence ends before byte i.
func (l *Lexicon) ends(text string, i int) bool {
	return (text[i] == ' ' || text[i] == '\n') && strings.IndexByte(".!?;", text[i-1]) >= 0 &&
		(i < 4 || text[i-1] != '.' || !l.shortScale(strings.ToLower(text[i-4:i-1])))
}

// shortScale reports whether a word is a scale that has a full stop: "Mrd."
func (l *Lexicon) shortScale(w string) bool {
	return len(w) == 3 && l.scales[w] > 0 && l.abbreviations[w]
}

// step searches at token i and returns the next token to look at.
func (s *scan) step(i int) int {
	var words, numbers []*rule
	var e *entry
	if k := s.t[i].kind; k == wordToken || k == markToken {
		e = s.l.entries[s.t[i].Text]
	}
	if e != nil {
		words = e.rules
	}
	starts, kinds := s.starts(e, i), uint16(0)
	if starts {
		kinds = s.kinds(e, i)
	}
	if kinds != 0 {
		numbers = s.l.rules.any
	}
	if j := s.t[i].joint; j == hyphen || j == glued && s.t[i].kind == wordToken { // "no-one of 28"
		words, numbers = nil, nil
	}
	for len(words) > 0 || len(numbers) > 0 {
		var r *rule
		if len(numbers) == 0 || len(words) > 0 && words[0].at <= numbers[0].at {
			r, words = words[0], words[1:]
		} else {
			r, numbers = numbers[0], numbers[1:]
			if r.kinds&kinds == 0 {
				continue
			}
		}
		if end, ok := s.try(r, i); ok {
			if r.claims {
				s.report()
			}
			return end
		}
	}
	if starts {
		if end := s.measured(i); end > i {
			return end
		}
	}
	return i + 1
}

// starts reports whether a number may begin at token i, whose entry is e.
func (s *scan) starts(e *entry, i int) bool {
	k := &s.t[i]
	switch {
	case k.kind == digitsToken, k.kind == markToken, k.kind == filled:
		return true
	case k.kind != wordToken:
		return false
	case len(k.Text) <= 3 && i+1 < len(s.t) && s.t[i+1].kind == markToken && isCurrencySign(s.t[i+1].Text): // "C$5"
		return true
	case e == nil:
		return false
	case e.article && !e.number:
		return s.l.parts[s.t.at(i+1)] > 0 || s.l.scales[s.t.at(i+1)] > 0
	case e.sign && !e.number:
		return i+1 < len(s.t) && s.t[i+1].kind != wordToken
	}
	return e.number || e.ordinal || e.part
}

// kinds returns the kinds of number that begin at token i, whose entry is e.
func (s *scan) kinds(e *entry, i int) (set uint16) {
	all := numeric
	if k := s.t[i].kind; k == digitsToken {
		all = "YOUG"
		if _, ok := s.number('N', i); ok {
			all = "NDZOG"
		}
	} else if k == wordToken && e != nil {
		switch {
		case e.ordinal && !e.part && !e.number:
			all = "O"
		case e.part && !e.ordinal:
			all = "FTUG"
		}
	}
	for k := range len(all) {
		if _, ok := s.kind(all[k], i); ok {
			set |= 1 << strings.IndexByte(numeric, all[k])
		}
	}
	return set
}

// measured reports the number at token i if its unit means that it needs evidence, and returns its end, or i if there
// is none.
func (s *scan) measured(i int) int {
	end, claims := i, false
	for {
		n := s.numberAt(end)
		if n.next == end || n.wrong && end > i {
			break
		}
		end = n.next
		if n.wrong {
			return end
		}
		inPrices := n.year && n.Currency != "" && !n.Scaled && n.next > n.bare // "in 2021 dollars"
		claims = claims || n.claims() && !inPrices
		if j := s.t.joint(end); j != dash && j != hyphen || s.t.kind(end) != digitsToken && s.t.kind(end) != markToken {
			break
		}
	}
	if claims && !s.isCited(Span{i, end}) {
		s.add(Span{i, end})
	}
	return end
}

// A number is what is read at a token, with and without its unit.
type number struct {
	Number
	bare, next int // its end without and with its unit; the token itself if there is no number
	isRead     bool
	wrong      bool
}

// numberAt reads the number at token i.
func (s *scan) numberAt(i int) *number {
	if i >= len(s.t) {
		return &number{bare: i, next: i}
	}
	n := &s.read[i]
	if !n.isRead {
		bare, next, wrong := s.l.bareAt(s.t, i)
		*n = number{bare, next, next, true, wrong != nil}
		if next > i && wrong == nil {
			n.next = s.l.unitAt(s.t, next, &n.Number)
		}
	}
	return n
}

// claims reports whether a number needs evidence because of its unit.
func (n Number) claims() bool {
	return !n.loose && (n.Unit != "" || n.Currency != "" || n.Scaled && n.Value >= 1e6)
}

// report adds what a rule has found. If one of its numbers is proven, the others are reported separately.
func (s *scan) report() {
	whole := Span{s.from, s.to}
	if len(s.numbers) == 0 && s.isCited(whole) {
		return
	}
	if !slices.ContainsFunc(s.numbers, s.isCited) {
		s.add(whole)
		return
	}
	for _, n := range s.numbers {
		if !s.isCited(n) {
			s.add(n)
		}
	}
}

// add adds a span, given in tokens.
func (s *scan) add(at Span) {
	if at.To > at.From {
		s.found = append(s.found, Span{s.base + s.t[at.From].From, s.base + s.t[at.To-1].To})
	}
}

// isCited reports whether tokens overlap a proven span.
func (s *scan) isCited(at Span) bool {
	from, to := s.base+s.t[at.From].From, s.base+s.t[at.To-1].To
	return slices.ContainsFunc(s.t[at.From:at.To], func(t token) bool { return t.kind == filled }) ||
		slices.ContainsFunc(s.proven, func(p Span) bool { return p.From < to && from < p.To })
}

func texts(t tokens) []string { return lists.Each(t, func(k token) string { return k.Text }) }
