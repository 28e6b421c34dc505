package site

import (
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/phrase"
)

// This file says in words what a number is of.

// A Term is something the ledger explains.
type Term struct{ ID, Name, Definition string }

// what says what a number is of: "Poland, 2016: distance from 2% of GDP".
func (s *Site) what(a *dataset.Answer) string {
	return s.Book.Say("figure.what", "who", s.who(a), "what", s.counting(a))
}

// who says whom a number is of, and when.
func (s *Site) who(a *dataset.Answer) string {
	q := a.Query
	years := strconv.Itoa(q.Year)
	if q.From != 0 {
		years = s.Book.Say("figure.years", "from", q.From, "to", q.Year)
	}
	switch {
	case q.Subject == "":
		return s.Book.Say("figure.who", "who", phrase.Capital(s.Config.Plural), "years", years)
	case q.Against == "":
		return s.Book.Say("figure.who", "who", s.Data.Members[q.Subject].Name, "years", years)
	}
	return s.Book.Say("figure.against", "who", s.Data.Members[q.Subject].Name, "other", s.Data.Members[q.Against].Name, "years", years)
}

// counting says what is counted. A heading of the data's own stands as it is,
// but for its first letter.
func (s *Site) counting(a *dataset.Answer) string {
	p := ""
	switch d := a.Derived; {
	case d != nil && d.Guideline && a.Guideline != nil:
		p = s.Book.Say("derived."+d.Name+".phrase", "guideline", a.Guideline.Name)
	case d != nil && a.Measure != nil:
		p = s.Book.Say("figure.derived_of", "phrase", s.Book.Say("derived."+d.Name+".phrase"), "measure", a.Measure.Name)
	case a.Measure != nil:
		p = s.Book.Say("figure.measure", "measure", a.Measure.Name)
		if prices := a.Figures[0].PriceYear(); prices != 0 {
			p = s.Book.Say("figure.at_prices", "phrase", p, "prices", s.Book.Say("figure.prices", "year", prices))
		}
	default:
		p = s.Book.Say("figure.number_of", "members", s.Config.Plural)
	}
	if c := a.Query.Comparison; c != "" {
		return s.Book.Say("figure.compared", "comparison", s.Book.Say("comparison."+c+".name"), "phrase", p)
	}
	return p
}

// terms gives what a reader may want explained in a row, the phrase's own
// first.
func (s *Site) terms(a *dataset.Answer) []*Term {
	var list []*Term
	if c := a.Query.Comparison; c != "" {
		list = append(list, &Term{"comparison_" + c, phrase.Capital(s.Book.Say("comparison." + c + ".name")), s.Book.Say("comparison." + c + ".definition")})
	}
	if d := a.Derived; d != nil {
		name := s.Book.Say("derived."+d.Name+".phrase", "guideline", s.Book.Say("figure.the_guideline"))
		list = append(list, &Term{"derived_" + d.Name, phrase.Capital(name), s.Book.Say("derived." + d.Name + ".definition")})
	}
	if m := a.Measure; m != nil {
		list = append(list, &Term{"measure_" + m.ID, m.Name, m.Definition})
	}
	return list
}

// sideTaken says on which side of the guideline a fact that claims a side is.
func (s *Site) sideTaken(a *dataset.Answer) string {
	if a.Unit != dataset.Truth {
		return ""
	}
	if a.Guideline.MetBy(a.Figures[0].Value) {
		return s.Book.Say("figure.meets", "guideline", a.Guideline.Name)
	}
	return s.Book.Say("figure.is_short", "guideline", a.Guideline.Name)
}

// A definition is a line of the data dictionary: a name that a fact can ask
// for, and what it gives.
type definition struct{ Name, Definition string }

// derivedDefinitions are those of what is derived from figures.
func (s *Site) derivedDefinitions() []definition {
	var list []definition
	for _, d := range dataset.Derivations() {
		list = append(list, definition{d.Name, s.Book.Say("derived." + d.Name + ".definition")})
	}
	return list
}

// comparisonDefinitions are those of what compares two figures.
func (s *Site) comparisonDefinitions() []definition {
	var list []definition
	for _, c := range dataset.Comparisons() {
		list = append(list, definition{c, s.Book.Say("comparison." + c + ".definition")})
	}
	return list
}
