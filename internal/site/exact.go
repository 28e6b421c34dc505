package site

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
)

// This file writes figures for readers, in the report's language.

// amount writes a figure in its measure's unit.
func (s *Site) amount(m *dataset.Measure, v float64, decimals int) string {
	return s.Book.Amount(string(m.Unit), v, decimals)
}

// exact writes an answer as precisely as it is known: "2.21%", "5 of 28". It
// is fact.Exact for readers.
func (s *Site) exact(a *dataset.Answer) string {
	b := s.Book
	number := b.Amount(string(a.Unit), a.Value, a.Decimals)
	if a.About && a.Value != 0 {
		number = b.Say("money.about", "money", number)
	}
	switch {
	case a.Unit == dataset.Truth:
		f := a.Figures[0]
		return s.amount(a.Measure, f.Value, f.Decimals)
	case a.Query.Comparison == "change" || a.Query.Comparison == "growth":
		return s.signed(a)
	case a.Unit == dataset.Count && a.Tally != nil && a.AtLeast:
		return b.Say("figure.at_least_of", "n", b.Number(a.Value, 0), "of", b.Number(float64(a.Tally.Of()), 0))
	case a.Unit == dataset.Count && a.Tally != nil:
		return b.Say("figure.of", "n", b.Number(a.Value, 0), "of", b.Number(float64(a.Tally.Of()), 0))
	case a.Unit == dataset.Place:
		return b.Say("figure.of", "n", b.Number(a.Value, 0), "of", b.Number(float64(len(a.Figures)), 0))
	case len(a.Holders) > 0:
		var names []string
		for _, m := range a.Holders {
			names = append(names, m.Name)
		}
		return b.Say("figure.held", "value", number, "names", b.Series(names))
	case a.AtLeast:
		return b.Say("figure.at_least", "value", number)
	}
	return number
}

// signed writes a change or growth, which has its sign.
func (s *Site) signed(a *dataset.Answer) string {
	b := s.Book
	switch a.Unit {
	case dataset.USDMillion:
		if a.Value > 0 {
			return b.Say("units.usd_million", "sign", "+", "v", b.Number(a.Value, a.Decimals))
		}
	case dataset.Percent:
		return b.Say("units.percent", "v", b.Signed(a.Value, a.Decimals))
	case dataset.Points, dataset.Ratio:
	default:
		return b.Signed(a.Value, a.Decimals)
	}
	return b.Amount(string(a.Unit), a.Value, a.Decimals)
}

// wordsOf gives the words of a fact: its author's, or the figure where there
// were none.
func (s *Site) wordsOf(f *fact.Fact) string {
	a, b := f.Answer, s.Book
	switch {
	case !f.Filled:
		return f.Words
	case a.Unit == dataset.Count && a.AtLeast:
		return b.Say("figure.at_least", "value", b.Number(a.Value, 0))
	case a.Unit == dataset.Count && a.Query.Comparison == "", a.Unit == dataset.Place:
		return b.Number(a.Value, 0)
	case len(a.Holders) > 0:
		return b.Amount(string(a.Unit), a.Value, a.Decimals)
	}
	return s.exact(a)
}

// priced says where a price comes from that is not from the figure's own
// edition, "" for none.
func (s *Site) priced(base *dataset.Figure) string {
	if base == nil {
		return ""
	}
	return s.Book.Say("figure.priced", "measure", s.Data.Measures[base.Measure].Name, "source", s.Data.Sources[base.Source].Name, "day", base.Released)
}

// MoneyIs says how a distance comes to be money; "" where it does not.
func (s *Site) MoneyIs() string {
	of := s.Data.Measures[s.Measure.Of]
	if of == nil || of.Unit != dataset.USDMillion {
		return ""
	}
	return s.Book.Say("money.how", "of", chart.Words{Book: s.Book}.BriefName(of))
}
