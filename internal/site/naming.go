package site

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// This file says in words what a number is of.

// A Term is something the ledger explains.
type Term struct{ ID, Name, Definition string }

// what says what a number is of: "Poland, 2016: distance from 2% of GDP".
func (s *Site) what(a *dataset.Answer) string {
	return s.who(a) + ": " + counting(a, s.Config.Plural)
}

// who says whom a number is of, and when.
func (s *Site) who(a *dataset.Answer) string {
	q := a.Query
	who := english.Capital(s.Config.Plural)
	if q.Subject != "" {
		who = s.Data.Members[q.Subject].Name
	}
	if q.Against != "" {
		who += " against " + s.Data.Members[q.Against].Name
	}
	years := strconv.Itoa(q.Year)
	if q.From != 0 {
		years = strconv.Itoa(q.From) + " to " + years
	}
	return who + ", " + years
}

// counting says what is counted. A heading of the data's own stands as it is,
// but for its first letter.
func counting(a *dataset.Answer, plural string) string {
	p := ""
	switch {
	case a.Derived != nil && a.Derived.NamesGuideline() && a.Guideline != nil:
		p = fmt.Sprintf(a.Derived.Phrase, a.Guideline.Name)
	case a.Derived != nil && a.Measure != nil:
		p = a.Derived.Phrase + ", " + lower(a.Measure.Name)
	case a.Measure != nil:
		p = lower(a.Measure.Name)
	default:
		p = "number of " + plural
	}
	if c := a.Query.Comparison; c != "" {
		return c + ", " + p
	}
	return p
}

// terms gives what a reader may want explained in a row, the phrase's own
// first.
func (s *Site) terms(a *dataset.Answer) []*Term {
	var list []*Term
	if c := a.Query.Comparison; c != "" {
		list = append(list, &Term{"comparison_" + c, english.Capital(c), dataset.ComparisonNamed(c)})
	}
	if d := a.Derived; d != nil {
		name := d.Phrase
		if d.NamesGuideline() {
			name = fmt.Sprintf(d.Phrase, "the guideline")
		}
		list = append(list, &Term{"derived_" + d.Name, english.Capital(name), d.Definition})
	}
	if m := a.Measure; m != nil {
		list = append(list, &Term{"measure_" + m.ID, m.Name, m.Definition})
	}
	return list
}

// sideTaken says on which side of the guideline a fact that claims a side is.
func sideTaken(a *dataset.Answer) string {
	if a.Unit != dataset.Truth {
		return ""
	}
	if a.Guideline.MetBy(a.Figures[0].Value) {
		return "meets " + a.Guideline.Name
	}
	return "is short of " + a.Guideline.Name
}

// lower takes a heading into a sentence: "Share of GDP" becomes "share of
// GDP", and "GDP" stays.
func lower(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	if strings.ContainsRune(" -", second) || unicode.IsLower(second) {
		return string(unicode.ToLower(r)) + s[n:]
	}
	return s
}
