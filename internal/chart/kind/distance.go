package kind

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// distance shows how far each member is from a guideline in a year: bars to either side of a line.
var distance = &chart.Kind{
	Name: "distance", Keys: []string{"year", "members", "highlight", "sort"}, Sorts: []string{"value", "name"},
	Form:  form.Rows{Axis: true, Dots: true, Pitch: 20, Thick: 6},
	Shows: "distance", Goal: true,
	Begin: (*chart.Query).StandingsOf,
	Marks: func(q *chart.Query, m *chart.Model) {
		for _, s := range m.Tally.Ranked {
			if len(q.Members) > 0 && !q.Chosen(s.Member) {
				continue
			}
			v := q.Distance(s.Figure)
			m.Append(&chart.Mark{Member: s.Member.Code, Year: m.Year, Row: s.Member.Name,
				Figures: []*dataset.Figure{s.Figure}, Value: v, Label: q.SignedIn(v),
				Tone: upDown(q.Guideline.Name.Side.Favour(v.V))})
		}
		m.X = chart.Axis{Unit: m.Marks[0].Value.Unit, Zero: true}
		m.Refs = append([]chart.Ref{{Name: q.GoalName(q.Guideline.Name), On: &m.X}}, q.OtherGuidelines(&m.X, m.Year)...)
		m.Series = []chart.Series{{Name: q.Message("chart.column.distance_from")}}
		m.SortRows(q.Spec.Sort, nil)
		q.AddAbsent(m, m.Tally.Standings)
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		return m.RowTable(q.FigureColumn(q.Measure), q.DistanceColumn("chart.column.distance_from"), q.StatusColumn())
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		switch k := m.Marks[0]; {
		case len(m.Marks) == 1 && len(m.Absent) == 0:
			return q.Message("chart.distance.one_in", "who", k.Row, "place", q.PositionOf(k.Value, k.Member))
		case len(q.Members) > 0:
			return q.MeetIn(q.OfThese(len(m.RowsWhere(chart.Met)), len(m.Marks), q.InWords), m.Year)
		}
		return chart.CountTitle(q, m)
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		return q.Message("chart.distance.subtitle", "unit", q.UnitName(q.DistanceUnit()))
	},
	Summary: chart.Sentences{extremes, chart.CountMeeting, shorterSide, chart.Missing, chart.EstimatedRows},
}

// upDown returns the colour of a distance: a member on the line meets the guideline.
func upDown(v float64) string { return chart.Direction(v, "up", "down", "up") }

// extremes names the highest and the lowest figure, several where they are equal; distances order them otherwise where
// members have marks of their own, or within a band.
func extremes(q *chart.Query, m *chart.Model) {
	value := func(k *chart.Mark) float64 { return k.Figures[0].Value }
	by := func(a, b *chart.Mark) int { return cmp.Compare(value(a), value(b)) }
	high, low := slices.MaxFunc(m.Marks, by), slices.MinFunc(m.Marks, by)
	say := func(key string, like *chart.Mark, place func(chart.Number) string) string {
		same := m.Where(func(k *chart.Mark) bool { return value(k) == value(like) })
		places := lists.Each(same, func(k *chart.Mark) string { return place(k.Value) })
		return q.Message("chart.distance."+key, "n", len(same), "who", lists.Each(same, chart.RowName),
			"value", q.FigureText(like.Figures[0]), "place", lists.With(nil, places...))
	}
	switch {
	case len(m.Marks) == 1 && len(m.Absent) == 0:
		q.SayAll(say("one_for", high, func(n chart.Number) string { return q.PositionOf(n, high.Member) }))
	case len(m.Marks) == 1:
		q.SayAll(say("one", high, q.PlaceOf))
	case value(high) == value(low):
		q.SayAll(say("level", high, q.PlaceOf))
	default:
		q.Say("chart.distance.extremes", "high", say("highest", high, q.PlaceOf),
			"low", say("lowest", low, q.PlaceOf))
	}
}

// shorterSide names the members above or below the line, whichever are fewer.
func shorterSide(q *chart.Query, m *chart.Model) {
	met, short := m.RowsWhere(chart.Met), m.RowsWhere(func(k *chart.Mark) bool { return !chart.Met(k) })
	if len(short) < len(met) {
		q.SayFew("chart.distance.below", short)
	} else {
		q.SayFew("chart.distance.above", met)
	}
}
