package report

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
)

// This file writes figures for readers, in the report's language.

// AmountOf returns a figure as published, in the unit of its measure.
func (rep *Report) AmountOf(f *dataset.Figure) string {
	return rep.Catalog.Amount(rep.Data.Measures[f.Measure].Unit, f.Value, f.Decimals)
}

// Brief returns the name of a measure in few words.
func (rep *Report) Brief(m *dataset.Measure) string {
	return chart.Messages{Catalog: rep.Catalog}.BriefName(m)
}

// DistanceHead returns the head of a column of distances from a guideline; with nil from one named before.
func (rep *Report) DistanceHead(g *dataset.Guideline) string {
	b, m := chart.Messages{Catalog: rep.Catalog}, rep.Measure
	if g != nil {
		m = rep.Data.Measures[g.Measure]
	}
	switch percent := m.Unit == dataset.Percent; {
	case g == nil && percent:
		return b.Message("whatif.list")
	case g == nil:
		return b.Message("whatif.list_in", "unit", b.ColumnUnit(m.Unit))
	case percent:
		return b.Message("members.distance", "guideline", g.Name)
	default:
		return b.Message("members.distance_in", "guideline", g.Name, "unit", b.ColumnUnit(m.Unit))
	}
}

// Format returns an answer as precisely as it is known: "2.21%", "5 of 28". It is like fact.Exact, for readers.
func (rep *Report) Format(a *dataset.Answer) string {
	b := rep.Catalog
	number := b.Amount(a.Unit, a.Value, a.Decimals)
	if a.About && a.Value != 0 {
		number = b.Message("money.about", "money", number)
	}
	switch {
	case a.Unit == dataset.Truth:
		return rep.AmountOf(a.Figures[0])
	case fact.ShowsSign(a):
		return b.SignedAmount(a.Unit, a.Value, a.Decimals)
	case a.Unit == dataset.Count && a.Tally != nil && a.AtLeast:
		return b.Message("figure.at_least_of", "n", b.Number(a.Value, 0), "of", b.Number(float64(a.Tally.Of()), 0))
	case a.Unit == dataset.Count && a.Tally != nil:
		return b.Message("figure.of", "n", b.Number(a.Value, 0), "of", b.Number(float64(a.Tally.Of()), 0))
	case a.Unit == dataset.Place:
		return b.Message("figure.of", "n", b.Number(a.Value, 0), "of", b.Number(float64(len(a.Figures)), 0))
	case len(a.Holders) > 0:
		return b.Message("figure.held", "value", number, "names", b.Series(dataset.Names(a.Holders)))
	case a.AtLeast:
		return b.Message("figure.at_least", "value", number)
	}
	return number
}

// WordsOf returns the words of a fact: its author's, or the figure if there were none.
func (rep *Report) WordsOf(f *fact.Fact) string {
	a, b := f.Answer, rep.Catalog
	switch {
	case !f.Filled:
		return f.Words
	case a.Unit == dataset.Count && a.AtLeast:
		return b.Message("figure.at_least", "value", b.Number(a.Value, 0))
	case a.Unit == dataset.Count && a.Query.Comparison == "", a.Unit == dataset.Place:
		return b.Number(a.Value, 0)
	case len(a.Holders) > 0:
		return b.Amount(a.Unit, a.Value, a.Decimals)
	}
	return rep.Format(a)
}

// Priced names the source of a price that is not from the figure's own edition, or returns "".
func (rep *Report) Priced(base *dataset.Figure) string {
	if base == nil {
		return ""
	}
	return rep.Catalog.Message("figure.priced", "measure", rep.Data.Measures[base.Measure].Name,
		"source", rep.Data.Sources[base.Source].Name, "day", base.Released)
}

// MoneyIs explains how a distance is converted to money, or returns "" if it is not.
func (rep *Report) MoneyIs() string {
	if rep.Data.Currency(rep.Measure) == nil {
		return ""
	}
	return rep.Catalog.Message("money.how", "of", rep.Brief(rep.Data.Measures[rep.Measure.Of]))
}
