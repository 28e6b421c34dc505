package report

import (
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// A Standing is the position of a figure relative to the report's guideline, ready to print.
type Standing struct {
	Figure    *dataset.Figure
	Value     string // "2.07%"
	Distance  string // "+0.07"
	Points    string // the word behind the distance: "points"; "" of what is no share
	Away      string // "0.07 points", without the sign
	Meets     bool
	Exactly   bool   // the figure is equal to the mark
	Above     bool   // the figure is above the mark
	Money     string // the distance in money, with its sign; "" if it has no price or is money itself
	Cost      string // the distance in money, without its sign
	InSurplus bool   // the amount of money is above the mark
	Note      string // where the price comes from, if not from the same edition
	Estimate  bool
	Notes     []*dataset.Note // the notes that the figure is marked with
}

// Standing returns the position of a figure of the report's measure relative to its guideline.
func (rep *Report) Standing(f *dataset.Figure) Standing { return rep.StandingTo(rep.Guideline, f) }

// StandingTo returns the position of a figure relative to a guideline for its measure.
func (rep *Report) StandingTo(g *dataset.Guideline, f *dataset.Figure) Standing {
	d, decimals := g.Distance(f)
	unit := rep.Data.Measures[g.Measure].Unit
	away := rep.Catalog.Points(d, decimals)
	points := rep.Catalog.Message("member.points_unit", "n", rep.Catalog.Behind(d, decimals))
	if unit != dataset.Percent {
		away, points = rep.Catalog.Amount(unit, max(d, -d), decimals), ""
	}
	st := Standing{Figure: f, Value: rep.Catalog.Amount(unit, f.Value, f.Decimals),
		Distance: rep.Catalog.Signed(d, decimals), Points: points, Away: away, Meets: g.Met(f), Exactly: d == 0,
		Above: d > 0, Estimate: f.Status == dataset.Estimate, Notes: Marked(f)}
	if p, ok := rep.Today.Price(g, f); ok && p.Base != nil {
		rep.price(&st, p)
	}
	return st
}

// Stands returns a figure with its year, and whether it is an estimate or expected: "2.07% in 2016, estimate".
func (rep *Report) Stands(f *dataset.Figure) string {
	return rep.Catalog.Message("figure.in_year."+f.Tense(), "value", rep.AmountOf(f), "year", f.Year)
}

// price adds the distance in money, if there is one.
func (rep *Report) price(st *Standing, p dataset.Price) {
	if p.Negligible() {
		return
	}
	st.InSurplus, st.Note = p.Value > 0, rep.Priced(p.Elsewhere)
	st.Cost, st.Money = rep.Catalog.Money(p.Unit, max(p.Value, -p.Value)), rep.Catalog.SignedMoney(p.Unit, p.Value)
	if p.About {
		st.Cost, st.Money = rep.Catalog.Message("money.about", "money", st.Cost),
			rep.Catalog.Message("money.about_signed", "money", st.Money)
	}
}

// AskToday asks an answer's query again with the newest figures, whatever edition was named, and returns nil if there
// is no answer.
func (rep *Report) AskToday(then *dataset.Answer) *dataset.Answer {
	q := then.Query
	q.Released = civil.Date{}
	now, err := rep.Today.Ask(rep.Terms, q)
	if err != nil {
		return nil
	}
	return now
}

// Revised reports whether now is from a later edition than then and differs from it.
func Revised(then, now *dataset.Answer) bool {
	return then.Edition != nil && now != nil && !rebased(then, now) &&
		now.Edition.Release.Date.After(then.Edition.Release.Date) && !Same(then, now)
}

// rebased reports whether two answers have the prices of different years or different definitions, so that one does
// not revise the other.
func rebased(then, now *dataset.Answer) bool {
	if len(then.Figures) == 0 || len(now.Figures) == 0 || then.Tally != nil ||
		then.Figures[0].Measure != now.Figures[0].Measure {
		return false
	}
	f, g := then.Figures[0], now.Figures[0]
	return then.Unit.Money() && !f.SameBase(g) || len(then.Figures) == 1 && dataset.BreakBetween(f, g) != nil
}

// Same reports whether two answers to a query agree at the precision of the less precise one: 2.1 and 2.10 do.
func Same(a, b *dataset.Answer) bool {
	if a.Unit == dataset.Truth {
		return a.Value == b.Value && a.Figures[0].Agrees(b.Figures[0])
	}
	return dataset.Agree(a.Value, a.Decimals, b.Value, b.Decimals) && a.AtLeast == b.AtLeast &&
		slices.Equal(a.Holders, b.Holders)
}
