package chart

import (
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// hedge adds to a headline made of figures that its newest year was not over
// when they came out, or that they are estimates.
func (w Messages) hedge(title string, m *Model) string {
	if m.Told != nil {
		m = &Model{Marks: m.Told}
	}
	if tense := m.Tense(); tense != "actual" {
		return w.Message("chart.hedge."+tense, "title", title)
	}
	return title
}

// Tense returns how sentences speak of the newest year of a model, the last part of their messages' names: "actual",
// "expected" where the year was not over when its figures came out, and "estimated" where all of them are estimates.
func (m *Model) Tense() string {
	figures := m.newest()
	if len(m.Marks) == 0 && m.Tally != nil {
		figures = m.Tally.Figures()
	}
	return dataset.TenseOf(figures)
}

// estimatedIn reports whether all figures of a year that the marks show are estimates.
func (m *Model) estimatedIn(year int) bool {
	return dataset.AllEstimates(lists.Filter(m.figures(), func(f *dataset.Figure) bool { return f.Year == year }))
}

func isEstimate(f *dataset.Figure) bool { return f.Status == dataset.Estimate }

// newest returns the figures of the newest year that the marks show, each source's by its newest edition there.
func (m *Model) newest() []*dataset.Figure {
	all, year, days := m.figures(), 0, map[string]civil.Date{}
	for _, f := range all {
		year = max(year, f.Year)
	}
	all = slices.DeleteFunc(all, func(f *dataset.Figure) bool { return f.Year < year })
	for _, f := range all {
		if f.Released.After(days[f.Source]) {
			days[f.Source] = f.Released
		}
	}
	return slices.DeleteFunc(all, func(f *dataset.Figure) bool { return f.Released != days[f.Source] })
}

// Status returns the word of tables for an estimate, or for a figure that is none.
func (w Messages) Status(estimate bool) string {
	if estimate {
		return w.Message("chart.estimate")
	}
	return w.Message("chart.actual")
}

// estimateNote adds to a subtitle the note on n estimates among all figures.
func (w Messages) estimateNote(subtitle string, n, all int, key string) string {
	switch n {
	case 0:
		return subtitle
	case all:
		return w.Message("chart.all_estimates", "n", n, "subtitle", subtitle)
	}
	return w.Message("chart.some_estimates", "subtitle", subtitle, "key", key)
}

// SayEstimates names the members whose figures are estimates, or counts them where they are many.
func (q *Query) SayEstimates(estimates []string, all int) {
	switch n := len(estimates); {
	case n == 0, n == all: // as the subtitle says
	case n <= MostNamed:
		q.SayNames("chart.estimates.named", estimates)
	default:
		q.Say("chart.estimates.counted", "n", n, "all", all)
	}
}
