package i18n

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
	xmessage "golang.org/x/text/message"
	"golang.org/x/text/number"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// writingTables lists the tables of strings.toml that define how values are written; the others contain messages.
var writingTables = []string{"numbers", "dates", "lists", "names", "plurals"}

// A writing defines how values are written in a language.
type writing struct {
	group, point string   // the separators of thousands and decimals, from golang.org/x/text
	words        []string // numbers from 0
	few          int      // the largest number that is written in words in a sentence
	ordinals     []string // ordinal numbers from 1
	nth          message  // an ordinal number beyond them
	months       []string
	short        []string        // abbreviated names of months
	long         text            // "{day} {month} {year}"
	first        string          // the first day of a month, where it is not "1"
	and, or      string          // between the last two items of a list
	comma        string          // between the other items
	articles     map[string]text // by name: "the {name}"
	dative       string          // the ending that a plural has after "of" in some languages
	unless       []string        // the endings after which it has none
}

func newWriting(tag language.Tag) *writing {
	w := &writing{point: "."}
	sample := xmessage.NewPrinter(tag).Sprint(number.Decimal(1234567.5, number.Scale(1)))
	marks := strings.FieldsFunc(sample, unicode.IsDigit)
	if n := len(marks); n > 0 {
		w.point = marks[n-1]
	}
	if len(marks) > 1 {
		w.group = marks[0]
	}
	return w
}

// read reads the tables of a file that define how values are written.
func (w *writing) read(top *tomldoc.Table, errs *diag.List) {
	if t := top.Table("numbers"); t != nil {
		w.words, w.few, w.ordinals = t.Strings("words"), t.Int("few"), t.Strings("ordinals")
		if sub := t.Table("nth"); sub != nil {
			w.nth = readForms(sub, t.KeyPos("nth"), errs)
		}
		t.Done("the table has the keys words, few, ordinals and nth")
	}
	if t := top.Table("dates"); t != nil {
		w.months, w.short, w.first = t.Strings("months"), t.Strings("short_months"), t.String("first")
		w.long = parse(t.String("long"), t.ValuePos("long"), errs)
		for key, names := range map[string][]string{"months": w.months, "short_months": w.short} {
			if n := len(names); n != 12 && t.Has(key) {
				t.Errorf(key, "%d months", n).Hint("name all twelve")
			}
		}
		t.Done("the table has the keys months, short_months, long and first")
	}
	if t := top.Table("lists"); t != nil {
		w.and, w.or, w.comma = t.String("and"), t.String("or"), t.String("comma")
		t.Done("the table has the keys and, or and comma")
	}
	if t := top.Table("names"); t != nil {
		w.readNames(t, errs)
	}
	if t := top.Table("plurals"); t != nil {
		w.dative, w.unless = t.String("dative"), t.Strings("unless")
		t.Done("the table has the keys dative and unless")
	}
}

// readNames reads the articles of names.
func (w *writing) readNames(t *tomldoc.Table, errs *diag.List) {
	w.articles = map[string]text{}
	file := func(form text, names []string) {
		for _, name := range names {
			w.articles[name] = form
		}
	}
	file(parse(t.String("the"), t.ValuePos("the"), errs), t.Strings("with"))
	if others := t.Table("others"); others != nil {
		for _, form := range others.Names() {
			file(parse(form, others.KeyPos(form), errs), others.Strings(form))
		}
	}
	t.Done("the table has the keys the, with and others")
}

// complete sets what is missing from another writing.
func (w *writing) complete(std *writing) {
	if len(w.words) == 0 {
		w.words, w.few = std.words, std.few
	}
	if len(w.ordinals) == 0 || len(w.nth.forms) == 0 {
		w.ordinals, w.nth = std.ordinals, std.nth
	}
	if len(w.months) != 12 || len(w.short) != 12 || w.long.String() == "" {
		w.months, w.short, w.long, w.first = std.months, std.short, std.long, std.first
	}
	if w.articles == nil {
		w.articles = std.articles
	}
	if w.dative == "" {
		w.dative, w.unless = std.dative, std.unless
	}
	if w.and == "" || w.comma == "" {
		w.and, w.or, w.comma = std.and, std.or, std.comma
	}
}
