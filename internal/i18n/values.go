package i18n

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/feature/plural"

	"burdenshare/internal/civil"
	"burdenshare/internal/lists"
	"burdenshare/internal/unit"
)

// write formats one value of a message.
func (b *Catalog) write(v any, filters []string) string {
	var s string
	switch v := v.(type) {
	case string:
		s = cmp.Or(b.side("floor", v, filters), v)
		if slices.Contains(filters, "the") {
			s = b.The(v)
		}
		if slices.Contains(filters, "dative") {
			s = b.inDative(v)
		}
	case Noun:
		s = v.Many
		switch {
		case slices.Contains(filters, "one"):
			s = cmp.Or(v.One, v.Many)
		case slices.Contains(filters, "dative"):
			s = b.inDative(v.Many)
		}
	case int:
		s = strconv.Itoa(v)
		for _, f := range filters {
			if as := numerals[f]; as != nil {
				s = as(b, v)
			}
		}
	case goal:
		name := b.GoalName(v)
		s = cmp.Or(b.side(v.Kind(), name, filters), name)
	case civil.Date:
		s = b.Day(v)
	case []string:
		if s = b.List(v); slices.Contains(filters, "or") {
			s = b.join(v, b.or)
		}
	case nil:
	default:
		s = fmt.Sprint(v)
	}
	switch {
	case slices.Contains(filters, "capital"):
		return Capital(s)
	case slices.Contains(filters, "lower"):
		return lower(s)
	}
	return s
}

// numerals are the ways to write a whole number, by their filters.
var numerals = map[string]func(*Catalog, int) string{
	"words": (*Catalog).InWords, "few": (*Catalog).Few, "ordinal": (*Catalog).Ordinal,
	"number": func(b *Catalog, n int) string { return b.Number(float64(n), 0) },
}

// A Noun is a word that a message has in the plural, or with the filter "one" in the singular.
type Noun struct{ One, Many string }

// The returns a name as it is written in a sentence, with its article if the language has one: "the Netherlands".
func (b *Catalog) The(name string) string {
	if form, ok := b.articles[name]; ok {
		return form.with(name)
	}
	return Ended(name)
}

// Ended returns a name with a mark at its end where it is written from right to left: without it a colon and a number
// behind the name would be read as a part of it.
func Ended(name string) string {
	if last, _ := utf8.DecodeLastRuneInString(name); unicode.In(last, unicode.Arabic, unicode.Hebrew) {
		return name + "\u200e"
	}
	return name
}

// inDative returns a plural with the ending that its noun, and what describes it before, has after "of": in German
// "europäischen Ländern der Union" from "europäische Länder der Union".
func (b *Catalog) inDative(plural string) string {
	words := strings.Split(plural, " ")
	for i, w := range words {
		if !slices.ContainsFunc(b.unless, func(end string) bool { return strings.HasSuffix(w, end) }) {
			words[i] += b.dative
		}
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			break // the noun; what follows describes it
		}
	}
	return strings.Join(words, " ")
}

// InWords returns a count in words if strings.toml has words for it, and otherwise in digits.
func (b *Catalog) InWords(n int) string {
	if n < 0 || n >= len(b.words) {
		return b.Number(float64(n), 0)
	}
	return b.words[n]
}

// Few returns a count as it is written in a sentence: small ones in words, others in digits.
func (b *Catalog) Few(n int) string {
	if n > b.few {
		return b.Number(float64(n), 0)
	}
	return b.InWords(n)
}

// Ordinal returns an ordinal number, from 1: in words if strings.toml has them, and otherwise in the form that the
// language has for the number.
func (b *Catalog) Ordinal(n int) string {
	if n > 0 && n <= len(b.ordinals) {
		return b.ordinals[n-1]
	}
	t, ok := b.nth.forms[names[plural.Ordinal.MatchPlural(b.language, max(n, -n), 0, 0, 0, 0)]]
	if !ok {
		t = b.nth.forms["other"]
	}
	return t.with(strconv.Itoa(n))
}

// Month returns the name of a month.
func (b *Catalog) Month(m time.Month) string { return monthOf(b.months, m) }

// ShortMonth returns the abbreviated name of a month: "Jul".
func (b *Catalog) ShortMonth(m time.Month) string { return monthOf(b.short, m) }

func monthOf(names []string, m time.Month) string {
	if len(names) != 12 {
		return strconv.Itoa(int(m))
	}
	return names[m-1]
}

// A goal is the name of a guideline that knows on which side the guideline is met.
type goal interface {
	String() string
	Kind() string // "floor", "ceiling" or "band"

	// OwnMark returns the mark that is said in place of the name, if u is not nil, and whether there are others.
	OwnMark() (mark float64, decimals int, u *unit.Unit, others bool)
}

// GoalName returns the name of a guideline in a sentence, or the mark of its own that a member has: "1% (own mark)".
func (b *Catalog) GoalName(g goal) string {
	switch mark, decimals, u, others := g.OwnMark(); {
	case u != nil:
		return b.Message("own.mark", "mark", b.Amount(u, mark, decimals))
	case others:
		return b.Message("own.others", "guideline", g.String())
	}
	return g.String()
}

// side returns words about the position relative to a guideline, or "" if no filter asks for them.
func (b *Catalog) side(kind, name string, filters []string) string {
	for _, f := range filters {
		if slices.Contains(sides, f) {
			return b.Message("side."+kind+"."+f, "guideline", name)
		}
	}
	return ""
}

// Day returns a day as it is written in prose, "7 July 2026", or "" for the zero Date.
func (b *Catalog) Day(d civil.Date) string {
	if d.IsZero() || len(b.months) != 12 {
		return d.String()
	}
	return b.long.fill(func(part string) string {
		switch part {
		case "day":
			return b.DayOfMonth(d.Day)
		case "month":
			return b.months[d.Month-1]
		case "year":
			return strconv.Itoa(d.Year)
		}
		return ""
	})
}

// DayOfMonth returns a day of a month as it is written before the name of the month: "7", in French "1er".
func (b *Catalog) DayOfMonth(day int) string {
	if day == 1 && b.first != "" {
		return b.first
	}
	return strconv.Itoa(day)
}

// List joins names as prose does: "Estonia, Latvia and Poland".
func (b *Catalog) List(names []string) string { return b.join(names, b.and) }

// ListMarks returns what List writes between two names, and before the last.
func (b *Catalog) ListMarks() (comma, and string) { return b.comma, b.and }

func (b *Catalog) join(names []string, last string) string {
	n := len(names) - 1
	names = lists.Each(names, b.The)
	if n < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n], b.comma) + last + names[n]
}

// Number formats a value for readers, rounded to a number of decimals, with separated thousands and a true minus sign.
func (b *Catalog) Number(v float64, decimals int) string {
	return unit.Number(v, decimals, b.point, b.group)
}

// Marks returns the separators of decimals and thousands.
func (b *Catalog) Marks() (point, group string) { return b.point, b.group }

// Signed is like Number, with a plus sign if the value as written is positive.
func (b *Catalog) Signed(v float64, decimals int) string {
	s := b.Number(v, decimals)
	if v > 0 && strings.ContainsAny(s, "123456789") {
		return "+" + s
	}
	return s
}

// Capital returns the text with its first letter in upper case.
func Capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

// lower converts a heading for use within a sentence: "Share of GNI" becomes "share of GNI", and "GNI" remains.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if strings.ContainsRune(" -’", second) || unicode.IsLower(second) {
		return string(unicode.ToLower(r)) + s[n:]
	}
	return s
}

// Series joins names without a word before the last: "Estonia, Latvia".
func (b *Catalog) Series(names []string) string { return strings.Join(names, b.comma) }
