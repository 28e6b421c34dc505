package report

import (
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

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
	return then.Edition != nil && now != nil && !rebased(then, now) && now.Edition.Release.Date.After(then.Edition.Release.Date) && !Same(then, now)
}

// rebased reports whether two answers have the prices of different years or different definitions, so that one does
// not revise the other.
func rebased(then, now *dataset.Answer) bool {
	if len(then.Figures) == 0 || len(now.Figures) == 0 || then.Tally != nil || then.Figures[0].Measure != now.Figures[0].Measure {
		return false
	}
	f, g := then.Figures[0], now.Figures[0]
	return then.Unit.Money() && !f.SameBase(g) || len(then.Figures) == 1 && dataset.BreakBetween(f, g) != nil
}

// Same reports whether two answers to a query agree at the precision of the less precise one: 2.1 and 2.10 do.
func Same(a, b *dataset.Answer) bool {
	d := min(a.Decimals, b.Decimals)
	if a.Unit == dataset.Truth {
		f, g := a.Figures[0], b.Figures[0]
		return a.Value == b.Value && dataset.Round(f.Value, min(f.Decimals, g.Decimals)) == dataset.Round(g.Value, min(f.Decimals, g.Decimals))
	}
	return dataset.Round(a.Value, d) == dataset.Round(b.Value, d) && a.AtLeast == b.AtLeast && slices.Equal(a.Holders, b.Holders)
}
