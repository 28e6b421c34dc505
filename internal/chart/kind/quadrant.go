package kind

import (
	"slices"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// quadrant compares two measures of each member: a point for each, in one of the four corners that two guidelines make.
var quadrant = &chart.Kind{
	Name: "quadrant", Keys: []string{"year", "members", "highlight"}, Hollow: true, Whole: true,
	Form: form.Scatter{}, Goal: true,
	Begin: func(q *chart.Query) *chart.Model {
		if !needSecond(q) {
			return nil
		}
		return q.With(q.Measure, q.V.Measures[second(q).Measure])
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		other, year := second(q), m.Year
		s, figures := chart.Both(m.Edition.Standings(q.Measure.ID, year), other.Measure)
		m.Tally = &dataset.Tally{Standings: s, Guideline: q.Guideline}
		for i, st := range s.Ranked {
			k := &chart.Mark{Member: st.Member.Code, Year: year, Figures: []*dataset.Figure{st.Figure, figures[i]},
				Value: q.Figure(st.Figure), Second: q.Figure(figures[i]), Row: st.Member.Name,
				Short: chart.TileCode(st.Member)}
			corner := cornerOf(q, k)
			if k.Tone = [4]string{"down", "soft", "soft", "up"}[corner]; corner == meetsBoth {
				m.Tally.Meeting++
			}
			m.Append(k)
		}
		q.NeedAmong(m.Edition, year, chart.Among(s))
		up := q.V.Measures[other.Measure]
		m.X, m.Y = chart.Axis{Unit: q.Measure.Unit, Title: q.Measure.Name}, chart.Axis{Unit: up.Unit, Title: up.Name}
		m.Refs = slices.Concat(chart.AxisRefs(q.Guideline, &m.X), chart.AxisRefs(other, &m.Y))
		m.Series = []chart.Series{{Name: q.Measure.Name, Draw: chart.AsDot}}
		for corner := range m.Corners {
			m.Corners[corner], m.InCorner[corner] = cornerText(q, "name", corner), len(inCorner(q, m, corner))
		}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		other := q.V.Measures[second(q).Measure]
		corner := chart.ColumnOf(q.HeadOf("chart.quadrant.column_meets"),
			func(k *chart.Mark) string { return cornerText(q, "meets", cornerOf(q, k), k.Member) })
		q.AddAbsent(m, m.Tally.Standings)
		return m.MarkTable(q.HeadOf("chart.column.member"), chart.RowName, q.CodeColumn("chart.quadrant.column_code"),
			q.FigureColumn(q.Measure), q.FigureColumn(other), corner, q.StatusColumn())
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		first, other := q.Guideline.Name, second(q).Name
		if lit := m.Where(chart.IsHighlighted); len(lit) == 1 {
			return q.Message("chart.quadrant.one_in", cornerValues(q, lit[0])...)
		}
		if m.Tally.Meeting == 1 && !m.Tally.AtLeast() {
			return q.Message("chart.quadrant.alone", "who", inCorner(q, m, meetsBoth)[0], "first", first,
				"second", other)
		}
		return q.Message("chart.quadrant.title", "who", q.Fraction(m.Tally, q.InWords),
			"first", first, "second", other)
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		return q.Message("chart.quadrant.subtitle", "first", q.Measure.Name,
			"second", q.V.Measures[second(q).Measure].Name)
	},
	Summary: chart.Sentences{cornerCounts, cornerHighlighted, cornerMissing, chart.EstimatedRows},
}

// The corners, as bits: which of the two guidelines are met.
const (
	meetsNone  = 0
	meetsFirst = 1
	meetsOther = 2
	meetsBoth  = meetsFirst | meetsOther
)

// second returns the guideline of the other axis, which is the report's.
func second(q *chart.Query) *dataset.Guideline { return q.V.Guidelines[q.Terms.Second] }

// needSecond reports that there is none, or none of another measure.
func needSecond(q *chart.Query) bool {
	g := second(q)
	switch {
	case q.Terms.Second == "":
		q.Errorf("kind", "a quadrant chart needs the setting second_guideline").
			Hint("set second_guideline in config.toml to the guideline on the other axis")
	case g == nil:
		q.Errorf("kind", "second_guideline in config.toml is %q, which is no guideline", q.Terms.Second).
			Hint("all guidelines are in data/guidelines.toml")
	case g.Measure == q.Measure.ID:
		q.Errorf("measure", "a quadrant chart needs two measures").
			Hint("second_guideline in config.toml, %s, is for %s too; choose another measure here", g.ID, g.Measure)
	default:
		return true
	}
	return false
}

func cornerOf(q *chart.Query, k *chart.Mark) int {
	corner := meetsNone
	if q.Guideline.MetBy(k.Member, k.Value.V) {
		corner |= meetsFirst
	}
	if second(q).MetBy(k.Member, k.Second.V) {
		corner |= meetsOther
	}
	return corner
}

// cornerText returns a corner in the words of a table of messages: its name, the place of a point there, what it meets.
func cornerText(q *chart.Query, table string, corner int, members ...string) string {
	key := [4]string{"neither", "one", "one", "both"}[corner]
	met := [4]dataset.Goal{meetsFirst: q.Guideline.GoalOf(members...), meetsOther: second(q).GoalOf(members...)}[corner]
	return q.Message("chart.corner."+table+"."+key, "guideline", met)
}

// inCorner names the members in a corner.
func inCorner(q *chart.Query, m *chart.Model, corner int) []string {
	return m.RowsWhere(func(k *chart.Mark) bool { return cornerOf(q, k) == corner })
}

// cornerCounts counts the four corners, and names those with few members.
func cornerCounts(q *chart.Query, m *chart.Model) {
	others := lists.Each([]int{meetsFirst, meetsOther, meetsNone}, func(corner int) string {
		names := inCorner(q, m, corner)
		who := q.Few(len(names))
		if n := len(names); n > 0 && n <= chart.MostNamed {
			who = q.List(names)
		}
		return q.Message("chart.quadrant.in_corner", "what", cornerText(q, "name", corner), "who", who)
	})
	q.SayAll(strings.Join(others, " "))
	q.Say("chart.quadrant.meet."+m.Tense(), "n", m.Tally.Meeting, "who", q.Fraction(m.Tally, q.Few),
		"first", q.Guideline.Name, "second", second(q).Name)
}

// cornerHighlighted says in which corners the members are that the spec names; of more the drawing has the names.
func cornerHighlighted(q *chart.Query, m *chart.Model) {
	lit := m.Where(chart.IsHighlighted)
	if len(lit) > mostStories {
		return
	}
	for _, k := range lit {
		q.Say("chart.quadrant.one", cornerValues(q, k)...)
	}
}

// cornerValues returns the values of a sentence on a point.
func cornerValues(q *chart.Query, k *chart.Mark) []any {
	return []any{"who", k.Row, "first", q.Text(k.Value), "second", q.Text(k.Second),
		"standing", cornerText(q, "place", cornerOf(q, k), k.Member)}
}

// cornerMissing says who has no figure, and that all counts are lower bounds.
func cornerMissing(q *chart.Query, m *chart.Model) {
	q.SayMissing("chart.quadrant.bounded", m.Tally.Standings)
}
