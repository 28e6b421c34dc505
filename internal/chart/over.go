package chart

import (
	"cmp"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file holds what charts over years share: their marks and the notes on their gaps.

// Holding begins the model of a chart of single members over the spec's years, else those of the edition that has
// figures of them; nil where none does.
func (q *Query) Holding() *Model {
	e := q.editionHolding()
	if e == nil {
		return nil
	}
	m, all := q.Model(e), e.Span(q.Measure.ID)
	m.From, m.To = cmp.Or(q.Spec.From, all[0]), cmp.Or(q.Spec.To, all[len(all)-1])
	return m
}

// Answered returns the years within the spec's own that an edition answers for all members.
func (q *Query) Answered(e *dataset.Edition) []int {
	return lists.Filter(e.Years(q.Measure.ID), func(y int) bool {
		return y >= q.Spec.From && (q.Spec.To == 0 || y <= q.Spec.To)
	})
}

// Counted begins the model of a chart of all members over years: of the edition that answers, from the first to the
// last of its years within the spec's own; nil where there is none.
func (q *Query) Counted() *Model {
	e := q.editionOver()
	if e == nil {
		return nil
	}
	m, years := q.Model(e), q.Answered(e)
	m.From, m.To = years[0], years[len(years)-1]
	return m
}

// FiguresOver returns the figures of a member over some years.
func (q *Query) FiguresOver(e *dataset.Edition, who *dataset.Member, from, to int) []*dataset.Figure {
	var list []*dataset.Figure
	for y := from; y <= to; y++ {
		if f, ok := e.Figure(who.Code, y, q.Measure.ID); ok {
			list = append(list, f)
		}
	}
	return list
}

// AppendYears adds a series of a member's figures over some years, and reports at its place a member without any.
func (q *Query) AppendYears(m *Model, who *dataset.Member, from, to int) {
	figures := q.FiguresOver(m.Edition, who, from, to)
	switch {
	case len(figures) > 0:
	case who.Joined.Year > to:
		q.NotYet(who, "later years", to)
		return
	default:
		q.NoFigureIn(m.Edition, who, q.Span(from, to))
		return
	}
	for _, f := range figures {
		k := q.MarkOf(f)
		k.Series = len(m.Series)
		m.Append(k)
	}
	first, last := figures[0].Year, figures[len(figures)-1].Year
	if len(m.Series) == 0 {
		m.From, m.To = first, last
	}
	m.From, m.To = min(m.From, first), max(m.To, last)
	m.Series = append(m.Series, Series{Name: who.Name})
}

// OthersOver returns the figures over a chart's years of the members that it does not show.
func (q *Query) OthersOver(m *Model) [][]*dataset.Figure {
	others := lists.Filter(q.V.MembersIn(m.To), func(who *dataset.Member) bool { return !q.Chosen(who) })
	lines := lists.Each(others, func(who *dataset.Member) []*dataset.Figure {
		return q.FiguresOver(m.Edition, who, max(m.From, who.Joined.Year), m.To)
	})
	return lists.Filter(lines, func(line []*dataset.Figure) bool { return len(line) > 1 })
}

// YearsWhere returns the years of the marks for which a condition holds, in order.
func (m *Model) YearsWhere(holds func(*Mark) bool) []int {
	years := lists.Each(m.Where(holds), func(k *Mark) int { return k.Year })
	slices.Sort(years)
	return slices.Compact(years)
}

// YearsWithout returns the years of the chart that none of some marks is of.
func (m *Model) YearsWithout(marks []*Mark) (years []int) {
	for y := m.From; y <= m.To; y++ {
		if !slices.ContainsFunc(marks, func(k *Mark) bool { return k.Year == y }) {
			years = append(years, y)
		}
	}
	return years
}

// Gaps names the series with years without a figure, those with the same ones together.
func Gaps(q *Query, m *Model) {
	years := func(marks []*Mark) string { return q.Runs(m.YearsWithout(marks)) }
	name := func(marks []*Mark) string { return m.Series[marks[0].Series].Name }
	q.SayAll(Grouped(m.Lines(), years, name, q.Lacking)...)
}

// EstimatedYears names the years that rest on estimates.
func EstimatedYears(q *Query, m *Model) {
	if years := m.YearsWhere(IsEstimate); len(years) > 0 {
		q.Say("chart.estimates.named", "names", q.Runs(years))
	}
}

// AllFrom names the edition of all figures, or the first and the last where two are compared.
func AllFrom(q *Query, m *Model) {
	if first := m.Marks[0].Edition; first != nil {
		q.Say("chart.both_from", "first", q.EditionName(first), "last", q.EditionName(m.Edition))
		return
	}
	q.Say("chart.all_from")
}
