package report

import (
	"cmp"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
)

// This file describes in words what a number is about.

// A Term is a term that the evidence table explains, or without an ID a line of the data dictionary: a name that a fact
// can ask for, and its meaning.
type Term struct{ ID, Name, Definition string }

// What describes a number: "Sweden, 2018: distance from 0.7% of income".
func (rep *Report) What(a *dataset.Answer) string {
	return rep.Catalog.Message("figure.what", "who", rep.Who(a), "what", rep.Counting(a))
}

// Who names the member that a number is about, and the year.
func (rep *Report) Who(a *dataset.Answer) string {
	q := a.Query
	years := strconv.Itoa(q.Year)
	if q.From != 0 {
		years = rep.Catalog.Message("figure.years", "from", q.From, "to", q.Year)
	}
	switch {
	case q.Subject == "":
		return rep.Catalog.Message("figure.who", "who", i18n.Capital(rep.Config.Plural), "years", years)
	case q.Against == "":
		return rep.Catalog.Message("figure.who", "who", rep.Data.Members[q.Subject].Name, "years", years)
	}
	return rep.Catalog.Message("figure.against", "who", rep.Data.Members[q.Subject].Name,
		"other", rep.Data.Members[q.Against].Name, "years", years)
}

// Counting names what is measured. A heading from the data is unchanged except for its first letter.
func (rep *Report) Counting(a *dataset.Answer) string {
	say, p := rep.Catalog.Message, ""
	switch d := a.Derived; {
	case d != nil && d.Guideline && a.Guideline != nil:
		p = say("derived."+d.Name+".phrase", "guideline", a.Guideline.GoalOf(a.Query.Subject))
	case d != nil && a.Measure != nil:
		p = say("figure.derived_of", "phrase", say("derived."+d.Name+".phrase"), "measure", a.Measure.Name)
	case a.Measure != nil:
		p = say("figure.measure", "measure", a.Measure.Name)
		if prices := a.Figures[0].PriceYear(); prices != 0 {
			p = say("figure.at_prices", "phrase", p, "prices", say("figure.prices", "year", prices))
		}
	default:
		p = say("figure.number_of", "members", rep.Config.Plural)
	}
	if c := a.Query.Comparison; c != "" {
		return say("figure.compared", "comparison", say("comparison."+c+".name"), "phrase", p)
	}
	return p
}

// TermsOf returns the terms that a reader may want explained in a row, that of the measure first.
func (rep *Report) TermsOf(a *dataset.Answer) []*Term {
	var list []*Term
	if c := a.Query.Comparison; c != "" {
		list = append(list, &Term{"comparison_" + c, i18n.Capital(rep.Catalog.Message("comparison." + c + ".name")),
			rep.Catalog.Message("comparison." + c + ".definition")})
	}
	if d := a.Derived; d != nil {
		name := rep.Catalog.Message("derived."+d.Name+".phrase", "guideline", rep.theGuideline(a.Guideline))
		list = append(list, &Term{"derived_" + d.Name, i18n.Capital(name),
			rep.Catalog.Message("derived."+d.Name+".definition", "guideline", rep.theGuideline(a.Guideline))})
	}
	if m := a.Measure; m != nil {
		list = append(list, &Term{"measure_" + m.ID, m.Name, m.Definition})
	}
	return list
}

// SideTaken returns the side of the guideline that a fact claims.
func (rep *Report) SideTaken(a *dataset.Answer) string {
	if a.Unit != dataset.Truth {
		return ""
	}
	f := a.Figures[0]
	goal := a.Guideline.GoalOf(f.Member)
	if a.Guideline.Met(f) {
		return rep.Catalog.Message("figure.meets", "guideline", goal)
	}
	return rep.Catalog.Message("figure.is_short", "guideline", goal)
}

// Definitions returns the derived measures and comparisons that the data dictionary explains.
func (rep *Report) Definitions() []Term {
	guideline := rep.theGuideline(nil)
	derived := lists.Each(dataset.Derivations, func(d *dataset.Derived) Term {
		return Term{"", d.Name, rep.Catalog.Message("derived."+d.Name+".definition", "guideline", guideline)}
	})
	return append(derived, lists.Each(dataset.Comparisons, func(c string) Term {
		return Term{"", c, rep.Catalog.Message("comparison." + c + ".definition")}
	})...)
}

// MarkOf returns what the report's guideline requires of a member, in bare numbers: "0.7", "45–60".
func (rep *Report) MarkOf(member string) dataset.Goal {
	g := rep.Guideline
	marks := lists.Each(g.For(member).Marks(), func(v float64) string { return rep.Catalog.Number(v, g.Decimals) })
	return dataset.Goal{Name: strings.Join(marks, "–"), Side: g.Name.Side}
}

// theGuideline returns the name of a guideline, or of the report's own.
func (rep *Report) theGuideline(g *dataset.Guideline) dataset.Goal {
	return dataset.Goal{Name: rep.Catalog.Message("figure.the_guideline"), Side: cmp.Or(g, rep.Guideline).Name.Side}
}
