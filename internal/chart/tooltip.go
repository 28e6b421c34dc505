package chart

import (
	"cmp"
	"math"
	"strings"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// Head names a mark: whose it is, of which year, and by which edition where there are several.
func (q *Query) Head(m *Mark) string {
	if m.Name != "" {
		return m.Name
	}
	name := cmp.Or(m.Member, m.Row)
	if member := q.V.Members[m.Member]; member != nil {
		name = member.Name
	}
	if m.Edition != nil {
		edition := q.Message("chart.mark.edition", "source", m.Edition.Source.Name, "day", m.Edition.Release.Date)
		return q.Message("chart.mark.by", "who", name, "year", m.Year, "edition", edition)
	}
	if m.Of != 0 {
		return q.Message("chart.mark.year", "year", m.Year)
	}
	return q.Message("chart.mark.who", "who", name, "year", m.Year)
}

// both writes the two figures of a mark, each with what it measures.
func (q *Query) both(m *Mark) []string {
	return lists.Each(m.Figures[:2], func(f *dataset.Figure) string {
		measure := q.BriefName(q.V.Measures[f.Measure])
		return q.Message("chart.tip.of", "measure", measure, "value", q.rough(f))
	})
}

// tooltip writes what a mark shows, with its unit; two values in two lines.
func (q *Query) tooltip(m *Mark) string {
	switch {
	case m.Bound:
		return q.Message("chart.part.at_least", "n", int(m.Value.V), "met", int(m.Value.V), "of", m.Of)
	case m.Of == 1:
		return q.Message("chart.mark.of_one", "n", int(m.Value.V), "of", m.Of)
	case m.Of != 0:
		return q.Message("chart.mark.of", "n", int(m.Value.V), "of", m.Of)
	case m.Second.Known():
		return strings.Join(q.both(m), "\n")
	}
	return q.roughText(q.Text(m.Value), m.Estimate)
}

// tip writes the tooltip of a mark, in lines: whose it is, what it shows, and of a member's figure its distance, its
// place among all and what it is short of the guideline in money.
func (q *Query) tip(of scene.Marker) string {
	m, ok := of.(*Mark)
	if !ok || m.Member == "" {
		return ""
	}
	lines := []string{q.Head(m)}
	g := q.Guideline
	switch held := len(m.Figures) > 0 && g != nil && m.Figures[0].Measure == g.Measure; {
	case m.Second.Known():
		lines = append(lines, q.both(m)...)
	case !held, m.Of != 0, m.Figures[0].Member != m.Member, q.Kind.Shows == "" && m.Value.V != m.Figures[0].Value:
		// a step from figure to figure
		lines = append(lines, q.tooltip(m))
	default:
		lines = append(lines, q.against(m)...)
	}
	return strings.Join(lines, "\n")
}

// against returns lines on the figure of a mark: how far from the guideline, in which place, and how much money is
// between them.
func (q *Query) against(m *Mark) []string {
	f, g := m.Figures[0], q.Guideline
	place := q.PositionOf(q.Distance(f), f.Member)
	lines := []string{q.Message("chart.tip.figure", "value", q.rough(f), "place", place)}
	if q.Kind.Shows != "" && q.Kind.Shows != "distance" {
		lines = append(lines, q.tooltip(m))
	}
	if e := f.Edition; e.Answers(f.Measure, f.Year) {
		s := e.Standings(f.Measure, f.Year)
		if place, ok := s.Place(f.Member); ok {
			lines = append(lines, q.Message("chart.tip.rank", "n", place, "of", len(s.Ranked)))
		}
	}
	if price, ok := q.V.Price(g, f); ok && price.Base != nil && !g.Met(f) && g.Name.Side.Favour(price.Value) < 0 &&
		q.Kind.Shows != "shortfall" {
		lines = append(lines, q.Message("chart.tip.money", "sum", q.Money(price.Unit, math.Abs(price.Value)),
			"guideline", q.Guideline.GoalOf(f.Member)))
	}
	return lines
}

// rough writes a figure, and that it is an estimate.
func (q *Query) rough(f *dataset.Figure) string {
	return q.roughText(q.FigureText(f), isEstimate(f))
}

// roughText adds to a number that it is an estimate.
func (w Messages) roughText(text string, estimate bool) string {
	if estimate {
		return w.Message("chart.number_estimate", "v", text)
	}
	return text
}
