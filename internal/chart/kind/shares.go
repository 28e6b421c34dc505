package kind

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
)

// shares shows what part of the whole each member makes up, beside its part of
// what the measure is a share of: who carries more than its weight.
var shares = &chart.Kind{
	Name: "shares", Keys: []string{"year", "members", "highlight"}, Without: "guideline",
	Form:  form.Rows{Keyed: true, Pitch: 34, Thick: 26},
	Shows: "share_of_total",
	Begin: func(q *chart.Query) *chart.Model {
		part, base := q.NeedSpending(), q.NeedBase()
		switch {
		case part == nil || base == nil:
			return nil
		case part == base:
			q.Errorf("measure",
				"a shares chart needs two measures; spending in config.toml is %s, and so is what %s is a share of",
				part.ID, q.Measure.ID).
				Hint("choose a measure that is a share of something else")
			return nil
		}
		q.Guideline = nil // whatever the report compares the measure with
		return q.With(part, base)
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		m.All = allShares(q, m)
		q.NeedAmong(m.Edition, m.Year, chart.Among(m.Tally.Standings))
		rows := shareRows(m)
		if len(rows) > mostShares {
			rows = append(rows[:mostShares-1:mostShares-1], othersOf(q, m, rows[mostShares-1:]))
		}
		for _, row := range rows {
			part, base := *row[0], *row[1]
			part.Tone, base.Tone = upDown(part.Value.V-base.Value.V), "soft"
			m.Append(&part, &base)
		}
		m.X = chart.Axis{Unit: dataset.Percent, Zero: true, Hidden: true}
		m.Series = []chart.Series{{Name: shareName(q, spending(q)), Tone: "up"},
			{Name: shareName(q, baseOf(q)), Tone: "soft"}}
		if slices.ContainsFunc(m.Marks, func(k *chart.Mark) bool { return k.Tone == "down" }) {
			below := chart.Series{Name: q.Message("chart.shares.below"), Tone: "down"}
			m.Key = slices.Insert(slices.Clone(m.Series), 1, below)
		}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		share := func(series int, of *dataset.Measure) chart.TableColumn {
			return chart.TableColumn{Heading: q.Heading(shareName(q, of), dataset.Percent),
				Cell: func(row chart.Marks) string { return q.Number(row[series].Value.V, shareDecimals) }}
		}
		part, base := spending(q), baseOf(q)
		return m.All.RowTable(share(0, part), share(1, base), q.FigureColumn(part), q.FigureColumn(base),
			q.StatusColumn())
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		return q.Message("chart.shares.title", shareValues(q, shareRows(m)[0])...)
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		of := cmp.Or(wholeName(q, m), q.Message("chart.shares.sum_of_members"))
		return q.Message("chart.shares.subtitle", "part", q.BriefName(spending(q)), "whole", of)
	},
	Summary: chart.Sentences{shareLarger, shareTop, shareRest,
		func(q *chart.Query, m *chart.Model) {
			q.SayMissing("chart.shares.missing", m.Tally.Standings)
			q.SayEstimates(m.All.RowsWhere(chart.IsEstimate), len(m.All.Y.Names))
		}},
}

// mostShares is how many rows are drawn: the smallest are added up in the last.
const mostShares = 14

// shareDecimals are the digits behind the point of a share, as the derived measure share_of_total has them.
const shareDecimals = 1

func spending(q *chart.Query) *dataset.Measure { return q.V.Measures[q.Terms.Spending] }

// wholeName names the aggregate that is the whole; it is empty where that is the sum of the members, because the
// edition does not hold it for both measures.
func wholeName(q *chart.Query, m *chart.Model) string {
	_, part := m.Edition.Figure(q.Terms.Total, m.Year, q.Terms.Spending)
	_, base := m.Edition.Figure(q.Terms.Total, m.Year, baseOf(q).ID)
	if part && base {
		return q.V.Members[q.Terms.Total].Name
	}
	return ""
}

// allShares divides the figures of the members by the whole, the largest first: a row of two marks for each. Members
// chosen by the spec are of the same whole.
func allShares(q *chart.Query, m *chart.Model) *chart.Model {
	s, bases := chart.Both(m.Edition.Standings(q.Terms.Spending, m.Year), baseOf(q).ID)
	wholes := [2]float64{}
	for i, st := range s.Ranked {
		wholes[0], wholes[1] = wholes[0]+st.Figure.Value, wholes[1]+bases[i].Value
	}
	if wholeName(q, m) != "" {
		for i, of := range []*dataset.Measure{spending(q), baseOf(q)} {
			f, _ := m.Edition.Figure(q.Terms.Total, m.Year, of.ID)
			wholes[i] = f.Value
		}
	}
	all := &chart.Model{Messages: m.Messages}
	for i, st := range s.Ranked {
		if len(q.Members) > 0 && !q.Chosen(st.Member) {
			continue
		}
		v := [2]float64{percentOf(st.Figure.Value, wholes[0]), percentOf(bases[i].Value, wholes[1])}
		row := shareBars(q, m, st.Member.Name, v, [2][]*dataset.Figure{{st.Figure}, {bases[i]}})
		row[0].Member, row[1].Member = st.Member.Code, st.Member.Code
		all.Append(row...)
	}
	if q.AddAbsent(all, s); len(q.Members) > 0 {
		s.Missing, s.Exempt = nil, nil
	}
	m.Tally = &dataset.Tally{Standings: s}
	return all
}

// shareBars returns the two bars of a row, of a member or of several: their shares of both wholes.
func shareBars(q *chart.Query, m *chart.Model, who string, v [2]float64, figures [2][]*dataset.Figure) chart.Marks {
	var row chart.Marks
	for i, of := range []*dataset.Measure{spending(q), baseOf(q)} {
		value := chart.Number{V: v[i], Decimals: shareDecimals, Unit: dataset.Percent}
		name := q.Message("chart.mark.who", "who", who)
		row = append(row, &chart.Mark{Name: q.Message("chart.mark.measure", "who", name, "measure", shareName(q, of)),
			Measure: of.ID, Year: m.Year, Figures: figures[i], Row: who, Series: i, Value: value, Label: q.Text(value)})
	}
	return row
}

func percentOf(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole * 100
}

// shareRows returns the two marks of each member.
func shareRows(m *chart.Model) []chart.Marks {
	return slices.Collect(slices.Chunk(m.All.Marks, 2))
}

// othersOf adds up the shares of some.
func othersOf(q *chart.Query, m *chart.Model, rows []chart.Marks) chart.Marks {
	var sums [2]float64
	var figures []*dataset.Figure
	for _, k := range slices.Concat(rows...) {
		sums[k.Series] += k.Value.V
		figures = append(figures, k.Figures...)
	}
	who := q.Message("chart.shares.others", "n", len(rows))
	return shareBars(q, m, who, sums, [2][]*dataset.Figure{figures, figures})
}

// shareName names the share of a measure.
func shareName(q *chart.Query, m *dataset.Measure) string {
	return q.Message("chart.shares.share_of", "measure", q.BriefName(m))
}

// shareValues returns the values of a sentence on a row.
func shareValues(q *chart.Query, row chart.Marks) []any {
	return []any{"who", row[0].Row, "share", row[0].Label, "part", q.BriefName(spending(q)), "weight", row[1].Label}
}

// shareTop says which share is the largest, and what the same member has of the base.
func shareTop(q *chart.Query, m *chart.Model) {
	q.Say("chart.shares.top", shareValues(q, shareRows(m)[0])...)
}

// shareLarger says who has a larger share than of the base, who is furthest below, and how few make up half of the
// whole.
func shareLarger(q *chart.Query, m *chart.Model) {
	rows := shareRows(m)
	if len(rows) < 2 {
		return
	}
	var larger []string
	least, half, sum := rows[0], 0, 0.0
	short := func(row chart.Marks) float64 { return row[1].Value.V - row[0].Value.V }
	for i, row := range rows {
		if short(row) < 0 {
			larger = append(larger, row[0].Row)
		}
		if short(row) > short(least) {
			least = row
		}
		if sum < 50 {
			sum, half = sum+row[0].Value.V, i+1
		}
	}
	n := len(larger)
	values := append([]any{"names", larger, "n", n, "all", len(rows)}, shareValues(q, least)...)
	key := cases{{n == 0, "nobody"}, {n <= chart.MostNamed, "named"}, {true, "counted"}}.key()
	q.Say("chart.shares.larger."+key, values...)
	if dataset.Round(short(least), shareDecimals) > 0 {
		q.Say("chart.shares.least", values...)
	}
	if half > 1 && sum >= 50 && len(q.Members) == 0 {
		q.Say("chart.shares.half", "n", half, "part", q.BriefName(spending(q)))
	}
}

// shareRest says what is drawn together, and what the whole is.
func shareRest(q *chart.Query, m *chart.Model) {
	if n := len(m.All.Y.Names); n > mostShares {
		q.Say("chart.shares.together", append(shareValues(q, m.Marks[len(m.Marks)-2:]), "n", n-mostShares+1)...)
	}
	if wholeName(q, m) == "" {
		q.Say("chart.shares.whole")
	}
}
