package lexicon

import (
	"cmp"
	"io/fs"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// FileOf returns the name of a language's lexicon in a templates folder. lang is a BCP 47 tag, of which only the first
// part is used.
func FileOf(lang string) string {
	base, _, _ := strings.Cut(lang, "-")
	return "lexicon." + strings.ToLower(base) + ".toml"
}

// fallback is the language of the lexicon for a language that has none.
const fallback = "en"

// Load loads the lexicon of a language from a templates folder, or the English one if there is none.
func Load(templates fs.FS, lang string) (*Lexicon, diag.List) {
	doc, top := tomldoc.Read(templates, "templates", FileOf(lang))
	if doc == nil {
		doc, top = tomldoc.Read(templates, "templates", FileOf(fallback))
	}
	r := &reader{l: &Lexicon{}, top: top}
	r.l.possessives, r.l.elisions = top.Strings("possessives"), top.Strings("elisions")
	r.numbers()
	r.units()
	r.relations()
	r.ranksAndVerdicts()
	r.running()
	r.hints()
	top.Done("a lexicon has possessives, elisions, numbers, units, currencies, relations, refused, ranks, verdicts, " +
		"running, classes and hints")
	r.errs.Add(doc.Errors()...)
	return r.l, r.errs
}

// A reader fills a Lexicon from the tables of its file.
type reader struct {
	l    *Lexicon
	top  *tomldoc.Table
	errs diag.List
}

// table returns a table of the file, or an empty one if it is absent: a language need not have words for everything.
func (r *reader) table(of *tomldoc.Table, name string) *tomldoc.Table {
	return cmp.Or(of.Table(name), &tomldoc.Table{})
}

func (r *reader) numbers() {
	r.top.Require("numbers")
	t, l := r.table(r.top, "numbers"), r.l
	t.Require("point", "group", "words", "ordinals")
	l.point, l.group = r.rune(t, "point"), r.rune(t, "group")
	l.numbers, l.ordinals = phrases[float64]{}, phrases[int]{}
	for n, w := range t.Strings("words") {
		add(l, l.numbers, w, float64(n))
	}
	r.each(t, "more", func(of *tomldoc.Table, w string) { add(l, l.numbers, w, of.Float(w, 0)) })
	l.inflections, l.oneScale = t.Strings("inflections"), set(t, "one_scale")
	for n, w := range t.Strings("ordinals") {
		addInflected(l, l.ordinals, w, n+1)
	}
	r.each(t, "other_ordinals", func(of *tomldoc.Table, w string) { add(l, l.ordinals, w, of.Int(w)) })
	l.nth, l.articles, l.and = set(t, "ordinal_endings"), set(t, "articles"), set(t, "and")
	l.fused = set(t, "fused")
	l.minus, l.plus, l.all, l.but = set(t, "minus"), set(t, "plus"), set(t, "all"), r.list(t, "but")
	l.of, l.in, l.allOne = r.list(t, "of"), r.list(t, "in"), r.list(t, "all_one")
	l.between, l.upTo = r.list(t, "between"), set(t, "up_to")
	l.few, l.multiple = phrases[float64]{}, phrases[float64]{}
	r.each(t, "few", func(of *tomldoc.Table, w string) { add(l, l.few, w, of.Float(w, 0)) })
	r.each(t, "multiples", func(of *tomldoc.Table, w string) { add(l, l.multiple, w, of.Float(w, 0)) })
	l.scales, l.parts = map[string]float64{}, map[string]float64{}
	r.each(t, "scales", func(of *tomldoc.Table, w string) { l.scales[w] = of.Float(w, 0) })
	r.each(t, "parts", func(of *tomldoc.Table, w string) { l.parts[w] = of.Float(w, 0) })
	t.Done("")
}

// each calls read with each key of a table in a table, which are words.
func (r *reader) each(in *tomldoc.Table, name string, read func(of *tomldoc.Table, word string)) {
	t := r.table(in, name)
	for _, w := range t.Names() {
		read(t, w)
	}
}

// rune returns the character that is the value of a key.
func (r *reader) rune(t *tomldoc.Table, key string) rune {
	s := t.String(key)
	if t.Has(key) && len([]rune(s)) != 1 {
		t.Errorf(key, "%s must be one character, not %q", key, s).Hint("write %s = \",\"", key)
	}
	return first(s)
}

// units maps keys of the lexicon to what their words mean.
var units = map[string]unit{
	"percent": {Percent, false}, "basis_points": {BasisPoints, false}, "per_thousand": {PerThousand, false},
	"points": {Points, false}, "loose_points": {Points, true}, "times": {Times, false}, "loose_times": {Times, true},
}

func (r *reader) units() {
	t, l := r.table(r.top, "units"), r.l
	l.units = phrases[unit]{}
	for key, u := range units {
		addAll(l, l.units, t.Strings(key), u)
	}
	coins := r.table(t, "coins")
	l.coins, l.coinOf = map[string]map[string]bool{}, r.list(coins, "of")
	r.each(coins, "hundredths", func(of *tomldoc.Table, w string) { l.coins[w] = set(of, w) })
	coins.Done("")
	t.Done("units are percent, points, loose_points, basis_points, per_thousand, times, loose_times and coins")
	c := r.table(r.top, "currencies")
	l.currencies, l.singular = phrases[string]{}, map[string]string{}
	for _, name := range c.Names() {
		if !c.IsTable(name) {
			addAll(l, l.currencies, c.Strings(name), name)
			continue
		}
		r.each(c, name, func(of *tomldoc.Table, currency string) {
			for _, w := range of.Strings(currency) {
				l.singular[w] = currency
			}
		})
	}
}

// hints reads what hints quote as words that can be checked.
func (r *reader) hints() {
	t := r.table(r.top, "hints")
	r.l.quoted = map[string]string{}
	for _, key := range []string{"at_least", "less", "range", "rank"} {
		r.l.quoted[key] = t.String(key)
	}
	t.Done("hints are at_least, less, range and rank")
}

// Quoted returns words of the language that a hint quotes, or the English ones where the lexicon has none.
func (l *Lexicon) Quoted(key, english string) string { return cmp.Or(l.quoted[key], english) }

func (r *reader) relations() {
	t, l := r.table(r.top, "relations"), r.l
	l.american, l.fillers, l.by, l.to = set(t, "american"), set(t, "fillers"), set(t, "by"), set(t, "to")
	l.sides, l.movements, l.final = signed(t, "above", "below"), signed(t, "up", "down"), set(t, "final")
	l.before, l.after, l.compared = r.relation(t, "before"), r.relation(t, "after"), r.list(t, "compared")
	t.Done("")
	t = r.table(r.top, "refused")
	l.large, l.negations, l.endings = set(t, "large"), r.list(t, "negations"), t.Strings("endings")
	t.Done("")
}

var relationNames = map[string]Relation{"at_least": AtLeast, "at_most": AtMost, "more_than": MoreThan,
	"less_than": LessThan, "nearly": Nearly, "just_above": JustAbove, "about": About, "exactly": Exactly}

func (r *reader) relation(of *tomldoc.Table, name string) phrases[Relation] {
	t, p := r.table(of, name), phrases[Relation]{}
	for key, relation := range relationNames {
		addAll(r.l, p, t.Strings(key), relation)
	}
	t.Done("")
	return p
}

func (r *reader) ranksAndVerdicts() {
	t, l := r.table(r.top, "ranks"), r.l
	l.top, l.among, l.numbered = signed(t, "top", "bottom"), r.list(t, "among"), set(t, "numbered")
	l.butOne, l.noPlace = r.list(t, "but_one"), r.list(t, "no_place")
	l.places = phrases[int]{}
	r.each(t, "places", func(of *tomldoc.Table, w string) { addInflected(l, l.places, w, of.Int(w)) })
	t.Done("")
	t = r.table(r.top, "verdicts")
	l.verdicts = phrases[func(Outcome) bool]{}
	l.negated, l.negatedAfter = r.list(t, "negations"), set(t, "negations_after")
	for key, says := range verdicts {
		addAll(l, l.verdicts, t.Strings(key), says)
	}
	l.weak, l.marks = set(t, "weak"), set(t, "marks")
	t.Done("")
}

// running reads the words and rules for running text. A rule that cannot be parsed is an error at its line.
func (r *reader) running() {
	t, l := r.table(r.top, "running"), r.l
	l.abbreviations = set(t, "abbreviations")
	classes := r.table(r.top, "classes")
	l.classes = map[string]phrases[bool]{}
	for _, name := range classes.Names() {
		l.classes[name] = r.list(classes, name)
	}
	l.rules = l.compile(t.String("evidence"), func(at int, err error) {
		r.errs.Errorf(t.Inside("evidence", at), "invalid rule: %v", err).
			Hint("the syntax of rules is explained in the default lexicon")
	})
	t.Done("the table has abbreviations and evidence")
	l.index()
}

func set(t *tomldoc.Table, key string) map[string]bool {
	m := map[string]bool{}
	for _, w := range t.Strings(key) {
		m[w] = true
	}
	return m
}

// signed maps the words of one key to +1 and those of another to −1.
func signed(t *tomldoc.Table, plus, minus string) map[string]int {
	m := map[string]int{}
	for _, w := range t.Strings(plus) {
		m[w] = +1
	}
	for _, w := range t.Strings(minus) {
		m[w] = -1
	}
	return m
}

func (r *reader) list(t *tomldoc.Table, key string) phrases[bool] {
	p := phrases[bool]{}
	addAll(r.l, p, t.Strings(key), true)
	return p
}

// addAll adds phrases that mean the same.
func addAll[T any](l *Lexicon, p phrases[T], list []string, means T) {
	for _, s := range list {
		add(l, p, s, means)
	}
}

// addInflected adds a word, and the same with each ending that it may have.
func addInflected[T any](l *Lexicon, p phrases[T], word string, means T) {
	for _, end := range append([]string{""}, l.inflections...) {
		add(l, p, word+end, means)
	}
}

// add adds a phrase as it is written in the lexicon.
func add[T any](l *Lexicon, p phrases[T], s string, means T) {
	open := strings.HasSuffix(s, "'") // such as "moins d'", which is joined to the next word
	if open {
		s += "x"
	}
	t := l.tokens(s, nil)
	if open {
		t = t[:len(t)-1]
	}
	if len(t) > 0 {
		p.add(texts(t), means)
	}
}
