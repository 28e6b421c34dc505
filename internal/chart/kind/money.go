package kind

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/unit"
)

// money shows what the members below a guideline are short by in money: a bar for each.
var money = &chart.Kind{
	Name: "money", Keys: []string{"year", "members", "highlight", "sort"}, Sorts: []string{"value", "name"},
	Form:  form.Rows{Pitch: 22, Thick: 12},
	Shows: "shortfall", Goal: true,
	Begin: func(q *chart.Query) *chart.Model {
		q.NeedBase()
		return q.StandingsOf()
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		for _, s := range m.Tally.Short() {
			if len(q.Members) > 0 && !q.Chosen(s.Member) {
				continue
			}
			price, ok := q.V.Price(q.Guideline, s.Figure)
			if !ok {
				m.Absent = append(m.Absent, chart.Absent{Member: s.Member, Why: q.Message("chart.money.not_priced")})
				continue
			}
			short := chart.Number{V: -q.Guideline.Name.Side.Favour(price.Value), Unit: price.Unit}
			short.Decimals = unit.Digits(short.V)
			m.Append(&chart.Mark{Member: s.Member.Code, Year: m.Year, Row: s.Member.Name, Value: short, Tone: "down",
				Figures: append([]*dataset.Figure{s.Figure}, price.Figures()...), Label: q.Text(short)})
		}
		if len(m.Marks) == 0 && len(m.Absent) > 0 {
			q.Errorf("year", "no source known on %s has %s of a member %s %s in %d", q.V.Day, q.Measure.Of,
				q.Guideline.Name.Side.Missed(), q.Guideline.Name, m.Year).
				Hint("a distance is priced by %s of the same edition, else of any other known on the day", q.Measure.Of)
		}
		m.SortRows(q.Spec.Sort, func(row chart.Marks) float64 { return row[0].Value.V })
		m.X = chart.Axis{Unit: q.V.Currency(q.Measure), Zero: true, Hidden: true}
		m.Series = []chart.Series{{Name: q.Message("chart.money.series", "unit", q.ColumnUnit(m.X.Unit))}}
		m.Instead = q.Message("chart.money.nobody")
		q.AddAbsent(m, &dataset.Standings{Missing: m.Tally.Missing}) // who is exempt is short of nothing
		if len(m.Marks) > 1 {
			m.Columns = []chart.Column{{Head: q.Message("chart.money.of_all"), Cells: map[string]string{}}}
			for _, k := range m.Marks {
				if part := k.Value.V / total(m) * 100; part >= 1 {
					m.Columns[0].Cells[k.Row] = q.Amount(dataset.Percent, part, 0)
				}
			}
		}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		base := baseOf(q)
		short := chart.ColumnOf(q.Heading(q.Message("chart.money.short_by"), m.X.Unit),
			func(k *chart.Mark) string { return q.Number(k.Value.V, 0) })
		away := q.DistanceColumn("chart.column.distance")
		return m.RowTable(short, q.FigureColumn(q.Measure), away, q.FigureColumn(base), q.StatusColumn())
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		values := []any{"sum", sum(q, m), "count", q.Few(m.Tally.Of()), "of", q.Few(m.Tally.Of())}
		say := func(key string, more ...any) string {
			return q.Message("chart.money.title."+key, append(more, values...)...)
		}
		switch n := len(m.Marks) + len(unpriced(q, m)); {
		case n == 0 && len(q.Members) == 1:
			return say("not", "who", q.Members[0].Name)
		case n == 0 && len(q.Members) == 0 && m.Tally.Of() == 1 && len(m.Tally.Ranked) == 1:
			return say("not", "who", m.Tally.Ranked[0].Member.Name)
		case n == 0 && len(q.Members) > 0:
			return say("none_of_these", "count", q.InWords(len(q.Members)))
		case n == 0 && m.Tally.AtLeast():
			return say("none_known", "count", q.Few(len(m.Tally.Ranked)))
		case n == 0:
			return say("none")
		case n == 1:
			return say("one", "who", m.Marks[0].Row, "sum", q.Text(m.Marks[0].Value))
		case len(q.Members) > 0:
			return say("chosen", "names", m.Y.Names)
		default:
			who := q.InWords(n)
			if m.Tally.AtLeast() {
				who = q.Message("chart.at_least", "count", who)
			}
			return say("together", "count", who)
		}
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		s := q.Message("chart.money.subtitle", "unit", q.UnitName(m.X.Unit))
		if len(m.Marks) == 0 {
			return s
		}
		note := priceNote(q, m, m.Marks[0])
		if slices.ContainsFunc(m.Marks, func(k *chart.Mark) bool { return priceNote(q, m, k) != note }) {
			return s
		}
		return q.Clauses(s, note)
	},
	Summary: chart.Sentences{shortMost, shortTogether, shortNot, priced, moneyMissing, chart.EstimatedRows},
}

func baseOf(q *chart.Query) *dataset.Measure { return q.V.Measures[q.Measure.Of] }

// unpriced names the members below the guideline that have no price.
func unpriced(q *chart.Query, m *chart.Model) []string {
	none := q.Message("chart.money.not_priced")
	list := lists.Filter(m.Absent, func(a chart.Absent) bool { return a.Why == none })
	return lists.Each(list, func(a chart.Absent) string { return a.Member.Name })
}

// sum returns what all are short by together, "at least" where some are left out.
func sum(q *chart.Query, m *chart.Model) string {
	money := q.Money(m.X.Unit, total(m))
	if len(unpriced(q, m)) > 0 || len(q.Members) == 0 && m.Tally.AtLeast() {
		return q.Message("chart.at_least", "count", money)
	}
	return money
}

func total(m *chart.Model) float64 {
	sum := 0.0
	for _, k := range m.Marks {
		sum += k.Value.V
	}
	return sum
}

// priceNote returns where the price of a mark comes from; it is empty for the chart's own edition.
func priceNote(q *chart.Query, m *chart.Model, k *chart.Mark) string {
	e := k.Figures[len(k.Figures)-1].Edition
	if e == m.Edition {
		return ""
	}
	return q.Message("chart.money.priced", "edition", q.EditionName(e))
}

// shortTogether adds up the shortfalls.
func shortTogether(q *chart.Query, m *chart.Model) {
	n := len(m.Marks)
	if n == 1 {
		k := m.Marks[0]
		q.Say("chart.money.one", "who", k.Row, "value", q.FigureText(k.Figures[0]),
			"place", q.PositionOf(q.Distance(k.Figures[0]), k.Member), "sum", q.Text(k.Value))
		return
	}
	if n == 0 {
		n := len(m.Tally.Ranked)
		who := q.Message("chart.all_known", "count", q.Few(n))
		switch {
		case len(q.Members) > 0:
			who, n = q.List(dataset.Names(q.Members)), len(q.Members)
		case n == 1:
			who = m.Tally.Ranked[0].Member.Name
		}
		q.SayMeet(who, n, m.Year)
		return
	}
	count := q.Few(n + len(unpriced(q, m)))
	who := q.Message("chart.counted", "count", count)
	switch {
	case len(q.Members) > 0:
		who = q.Message("chart.these", "count", count)
	case m.Tally.AtLeast():
		who = q.Message("chart.at_least", "count", who)
	}
	q.Say("chart.money.together", "who", who, "sum", sum(q, m))
}

// shortMost says who makes up most of the sum, unless another makes up as much or somebody without a price may.
func shortMost(q *chart.Query, m *chart.Model) {
	if len(m.Marks) < 2 || len(unpriced(q, m)) > 0 {
		return
	}
	if top, _ := chart.Extremes(m.Marks); len(alike(m.Marks, top)) == 1 {
		d, key := q.Distance(top.Figures[0]), "most"
		if q.Measure.Unit != dataset.Percent {
			key = "most_each"
		}
		q.Say("chart.money."+key, "who", top.Row, "sum", q.Text(top.Value), "by", q.Away(d))
	}
}

// shortNot says how many meet the guideline.
func shortNot(q *chart.Query, m *chart.Model) {
	if len(q.Members) == 0 && len(m.Marks) > 0 && m.Tally.Of() > 1 {
		key, of := "met", m.Tally.Of()
		if m.Tally.AtLeast() {
			key, of = "met_known", len(m.Tally.Ranked)
		}
		q.Say("chart.money."+key, "n", m.Tally.Meeting, "of", q.Few(of))
	}
}

// priced says who has no price, and where prices come from.
func priced(q *chart.Query, m *chart.Model) {
	q.SayNames("chart.money.unpriced", unpriced(q, m))
	note := func(k *chart.Mark) string { return priceNote(q, m, k) }
	q.SayAll(chart.Grouped(m.Marks, note, chart.RowName, func(names []string, note string) string {
		if len(names) == len(m.Marks) {
			return q.Message("chart.money.all_priced", "n", len(names), "how", note)
		}
		return q.Because(names, note)
	})...)
}

// moneyMissing says who has no figure, and that the sum is a lower bound.
func moneyMissing(q *chart.Query, m *chart.Model) {
	switch {
	case len(q.Members) > 0:
	case len(m.Marks) == 0:
		q.SayMissing("", m.Tally.Standings)
	default:
		q.SayMissing("chart.money.bounded", m.Tally.Standings)
	}
}
