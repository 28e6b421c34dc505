package report

import (
	"cmp"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/phrase"
)

// This file says in words what a number is of.

// A Term is something the ledger explains.
type Term struct{ ID, Name, Definition string }

// What says what a number is of: "Poland, 2016: distance from 2% of GNI".
func (rep *Report) What(a *dataset.Answer) string {
	return rep.Book.Say("figure.what", "who", rep.Who(a), "what", rep.Counting(a))
}

// Who says whom a number is of, and when.
func (rep *Report) Who(a *dataset.Answer) string {
	q := a.Query
	years := strconv.Itoa(q.Year)
	if q.From != 0 {
		years = rep.Book.Say("figure.years", "from", q.From, "to", q.Year)
	}
	switch {
	case q.Subject == "":
		return rep.Book.Say("figure.who", "who", phrase.Capital(rep.Config.Plural), "years", years)
	case q.Against == "":
		return rep.Book.Say("figure.who", "who", rep.Data.Members[q.Subject].Name, "years", years)
	}
	return rep.Book.Say("figure.against", "who", rep.Data.Members[q.Subject].Name, "other", rep.Data.Members[q.Against].Name, "years", years)
}

// Counting says what is counted. A heading of the data's own stands as it is,
// but for its first letter.
func (rep *Report) Counting(a *dataset.Answer) string {
	p := ""
	switch d := a.Derived; {
	case d != nil && d.Guideline && a.Guideline != nil:
		p = rep.Book.Say("derived."+d.Name+".phrase", "guideline", a.Guideline.Name)
	case d != nil && a.Measure != nil:
		p = rep.Book.Say("figure.derived_of", "phrase", rep.Book.Say("derived."+d.Name+".phrase"), "measure", a.Measure.Name)
	case a.Measure != nil:
		p = rep.Book.Say("figure.measure", "measure", a.Measure.Name)
		if prices := a.Figures[0].PriceYear(); prices != 0 {
			p = rep.Book.Say("figure.at_prices", "phrase", p, "prices", rep.Book.Say("figure.prices", "year", prices))
		}
	default:
		p = rep.Book.Say("figure.number_of", "members", rep.Config.Plural)
	}
	if c := a.Query.Comparison; c != "" {
		return rep.Book.Say("figure.compared", "comparison", rep.Book.Say("comparison."+c+".name"), "phrase", p)
	}
	return p
}

// TermsOf returns what a reader may want explained in a row, the phrase's own
// first.
func (rep *Report) TermsOf(a *dataset.Answer) []*Term {
	var list []*Term
	if c := a.Query.Comparison; c != "" {
		list = append(list, &Term{"comparison_" + c, phrase.Capital(rep.Book.Say("comparison." + c + ".name")), rep.Book.Say("comparison." + c + ".definition")})
	}
	if d := a.Derived; d != nil {
		name := rep.Book.Say("derived."+d.Name+".phrase", "guideline", rep.theGuideline(a.Guideline))
		list = append(list, &Term{"derived_" + d.Name, phrase.Capital(name), rep.Book.Say("derived."+d.Name+".definition", "guideline", rep.theGuideline(a.Guideline))})
	}
	if m := a.Measure; m != nil {
		list = append(list, &Term{"measure_" + m.ID, m.Name, m.Definition})
	}
	return list
}

// SideTaken says on which side of the guideline a fact that claims a side is.
func (rep *Report) SideTaken(a *dataset.Answer) string {
	if a.Unit != dataset.Truth {
		return ""
	}
	if a.Guideline.Met(a.Figures[0]) {
		return rep.Book.Say("figure.meets", "guideline", a.Guideline.Name)
	}
	return rep.Book.Say("figure.is_short", "guideline", a.Guideline.Name)
}

// A Definition is a line of the data dictionary: a name that a fact can ask
// for, and what it gives.
type Definition struct{ Name, Definition string }

// DerivedDefinitions are those of what is derived from figures.
func (rep *Report) DerivedDefinitions() []Definition {
	var list []Definition
	for _, d := range dataset.Derivations() {
		list = append(list, Definition{d.Name, rep.Book.Say("derived."+d.Name+".definition", "guideline", rep.theGuideline(nil))})
	}
	return list
}

// theGuideline names a guideline, or the report's own, without its name.
func (rep *Report) theGuideline(g *dataset.Guideline) dataset.Goal {
	return dataset.Goal{Name: rep.Book.Say("figure.the_guideline"), Side: cmp.Or(g, rep.Guideline).Name.Side}
}

// ComparisonDefinitions are those of what compares two figures.
func (rep *Report) ComparisonDefinitions() []Definition {
	var list []Definition
	for _, c := range dataset.Comparisons() {
		list = append(list, Definition{c, rep.Book.Say("comparison." + c + ".definition")})
	}
	return list
}
