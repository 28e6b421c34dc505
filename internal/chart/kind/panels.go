package kind

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/lists"
)

// panels shows every member's figures over the years, a small line for each on
// one scale, those highest in the last year first.
var panels = &chart.Kind{
	Name: "panels", Keys: []string{"from", "to", "members", "highlight", "sort"}, Sorts: []string{"value", "name"},
	Hollow: true,
	Form:   form.Panels{},
	Goal:   true,
	Begin:  heatmap.Begin,
	Marks: func(q *chart.Query, m *chart.Model) {
		heatmap.Marks(q, m)
		m.Y = chart.Axis{Unit: q.Measure.Unit, Names: m.Y.Names, Zero: true}
		m.Refs, m.Lead, m.Series = q.GuidelineRef(&m.Y), -1, nil
		for name, row := range m.Rows() {
			last := lastOf(row)
			s := chart.Series{Name: name, Draw: chart.AsLine, Tone: q.SideTone(last.Member, last.Value.V),
				End: endOf(q, m, last)}
			for _, k := range row {
				k.Series, k.Tone, k.Label = len(m.Series), s.Tone, ""
			}
			m.Series = append(m.Series, s)
		}
		m.Notes = lists.Each(m.Absent, func(a chart.Absent) string { return q.Because([]string{a.Member.Name}, a.Why) })
	},
	Table:    cellTable,
	Title:    panelsTitle,
	Subtitle: measured("chart.measured_over"),
	Summary:  chart.Sentences{compareLast, panelsOne, panelsBegin, chart.EstimatedYears, chart.AllFrom},
}

// panelsOne describes the line of a chart of one.
func panelsOne(q *chart.Query, m *chart.Model) {
	if len(m.Series) == 1 {
		trendStories(q, m)
	}
}

// panelsTitle returns a sentence on how many lines of those with a figure at both ends went up, or down.
func panelsTitle(q *chart.Query, m *chart.Model) string {
	if len(m.Series) == 1 {
		return trendTitle(q, m, 0)
	}
	var up, down []string
	compared := 0
	for _, marks := range m.Lines() {
		first, last := marks[0], lastOf(marks)
		if first.Year != m.From || last.Year != m.To || last.BreakFrom(first) != nil {
			continue
		}
		compared++
		if to := chart.Direction(last.Value.V-first.Value.V, &up, &down, nil); to != nil {
			*to = append(*to, last.Row)
		}
	}
	if m.From == m.To || compared == 0 {
		return heatmapTitle(q, m)
	}
	key, who, some := "up", q.Some(len(up), compared), compared > 1 && compared < len(m.Series)
	switch {
	case len(down) > 0:
		key, who, some = "down", q.FewOfThese(down, compared), some && len(down) > chart.MostInTitle
	case compared == 1 && len(up) == 1:
		who = up[0]
	case len(up) == compared:
		who = q.All(compared, q.Few)
	}
	if some {
		who = q.Message("chart.panels.compared", "who", who)
	}
	return q.Message("chart.panels."+key, "n", len(up), "who", who)
}

// panelsBegin says that lines begin with the membership.
func panelsBegin(q *chart.Query, m *chart.Model) {
	if len(m.Begins) > 0 {
		q.Say("chart.panels.begins")
	}
}
