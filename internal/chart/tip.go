package chart

import (
	"cmp"

	"burdenshare/internal/dataset"
)

// Head names a mark: whose it is, of which year, and by which edition where
// there are several.
func (q *Query) Head(m *Mark) string {
	name := cmp.Or(m.Member, m.Row)
	if member := q.V.Members[m.Member]; member != nil {
		name = member.Name
	}
	if m.Edition != nil {
		edition := q.Say("chart.mark.edition", "source", m.Edition.Source.Name, "day", m.Edition.Release.Date)
		return q.Say("chart.mark.by", "who", name, "year", m.Year, "edition", edition)
	}
	if m.Of != 0 {
		return q.Say("chart.mark.year", "year", m.Year)
	}
	head := q.Say("chart.mark.who", "who", name, "year", m.Year)
	if of := q.V.Measures[m.Measure]; of != nil {
		return q.Say("chart.mark.measure", "who", head, "measure", q.Say("chart.shares.share_of", "measure", q.BriefName(of)))
	}
	return head
}

// Told writes what a mark shows, with its unit.
func (q *Query) Told(m *Mark) string {
	if m.Of != 0 {
		return q.Say("chart.mark.of", "n", int(m.Value.V), "of", m.Of, "members", q.Terms.Collective)
	}
	if m.Second.Known() {
		first, second := m.Figures[0], m.Figures[1]
		return q.Say("chart.mark.and_second", "first", q.RoughText(q.Text(m.Value), first.Status == dataset.Estimate),
			"measure", q.BriefName(q.V.Measures[second.Measure]), "second", q.RoughText(q.Text(m.Second), second.Status == dataset.Estimate))
	}
	return q.RoughText(q.Text(m.Value), m.Estimate)
}

// Text writes a number with its unit.
func (w Words) Text(n Number) string {
	switch {
	case n.Unit == dataset.Points:
		return w.Say("chart.points_away", "v", w.Signed(n.V, n.Decimals))
	case n.Signed && n.Unit == dataset.Percent:
		return w.Say("units.percent", "v", w.Signed(n.V, n.Decimals))
	case n.Signed:
		return w.SignedIn(n.Unit, n.V, n.Decimals)
	}
	return w.Value(n.Unit, n.V, n.Decimals)
}

// RoughText adds to a number that it is an estimate.
func (w Words) RoughText(text string, estimate bool) string {
	if estimate {
		return w.Say("chart.number_estimate", "v", text)
	}
	return text
}
