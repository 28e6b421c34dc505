package kind

import (
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
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
			k := chart.Mark{Member: st.Member.Code, Year: year, Figures: []*dataset.Figure{st.Figure, figures[i]},
				Value: q.Figure(st.Figure), Second: q.Figure(figures[i]), Row: st.Member.Name, Short: chart.TileCode(st.Member)}
			corner := cornerOf(q, &k)
			if k.Tone = [4]string{"down", "soft", "soft", "up"}[corner]; corner == meetsBoth {
				m.Tally.Meeting++
			}
			m.Append(k)
		}
		q.NeedAmong(m.Edition, year, chart.Among(s))
		up := q.V.Measures[other.Measure]
		m.X, m.Y = chart.Axis{Unit: q.Measure.Unit, Title: q.Measure.Name}, chart.Axis{Unit: up.Unit, Title: up.Name}
		m.Refs = []chart.Ref{chart.AxisRef(q.Guideline, &m.X), chart.AxisRef(other, &m.Y)}
		m.Series = []chart.Series{{Name: q.Measure.Name, Draw: chart.AsDot}}
		for corner := range m.Corners {
			m.Corners[corner] = q.Message("chart.quadrant.corner", "what", cornerName(q, corner),
				"n", len(inCorner(q, m, corner)))
		}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		other := q.V.Measures[second(q).Measure]
		meets := []string{q.Message("chart.quadrant.meets_neither"), q.Guideline.Name.Name, second(q).Name.Name,
			q.Message("chart.quadrant.meets_both")}
		corner := chart.ColumnOf(chart.Heading{Name: q.Message("chart.quadrant.column_meets")},
			func(k *chart.Mark) string { return meets[cornerOf(q, k)] })
		q.AddAbsent(m, m.Tally.Standings)
		return m.MarkTable(q.MemberHeading(), chart.RowName, q.CodeColumn(q.Message("chart.quadrant.column_code")),
			q.FigureColumn(q.Measure), q.FigureColumn(other), corner, q.StatusColumn())
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		first, other := q.Guideline.Name, second(q).Name
		if lit := m.Where(chart.IsHighlighted); len(lit) == 1 {
			k := lit[0]
			return q.Message("chart.quadrant.one_in", "who", k.Row, "first", q.Text(k.Value),
				"second", q.Text(k.Second), "standing", cornerPlace(q, k))
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

// cornerName returns the meaning of a corner in words.
func cornerName(q *chart.Query, corner int) string {
	switch corner {
	case meetsBoth:
		return q.Message("chart.quadrant.both")
	case meetsNone:
		return q.Message("chart.quadrant.neither")
	}
	return q.Message("chart.quadrant.only", "guideline", goalOf(q, corner))
}

// goalOf returns the one guideline that is met in a corner.
func goalOf(q *chart.Query, corner int) dataset.Goal {
	if corner == meetsFirst {
		return q.Guideline.Name
	}
	return second(q).Name
}

// cornerPlace returns the corner of a point in words: "meeting both guidelines", "only 2% of GNI".
func cornerPlace(q *chart.Query, k *chart.Mark) string {
	switch corner := cornerOf(q, k); corner {
	case meetsBoth:
		return q.Message("chart.quadrant.meeting_both")
	case meetsNone:
		return q.Message("chart.quadrant.meeting_none")
	default:
		return q.Message("chart.quadrant.meeting_one", "guideline", goalOf(q, corner))
	}
}

// inCorner names the members in a corner.
func inCorner(q *chart.Query, m *chart.Model, corner int) []string {
	return m.RowsWhere(func(k *chart.Mark) bool { return cornerOf(q, k) == corner })
}

// cornerCounts counts the four corners, and names those with few members.
func cornerCounts(q *chart.Query, m *chart.Model) []string {
	s := []string{q.Message("chart.quadrant.meet."+m.Tense(), "n", m.Tally.Meeting,
		"who", q.Fraction(m.Tally, q.Few), "first", q.Guideline.Name, "second", second(q).Name)}
	var parts []string
	for _, corner := range []int{meetsFirst, meetsOther, meetsNone} {
		names := inCorner(q, m, corner)
		who := q.Few(len(names))
		if n := len(names); n > 0 && n <= chart.MostNamed {
			who = q.List(names)
		}
		parts = append(parts, q.Message("chart.quadrant.in_corner", "what", cornerName(q, corner), "who", who))
	}
	return append(s, strings.Join(parts, " "))
}

// cornerHighlighted returns sentences on the corners of the members that the spec names.
func cornerHighlighted(q *chart.Query, m *chart.Model) []string {
	var s []string
	for _, k := range m.Where(chart.IsHighlighted) {
		if len(s) == mostStories {
			return nil // the drawing names them
		}
		s = append(s, q.Message("chart.quadrant.one", "who", k.Row, "first", q.Text(k.Value), "second", q.Text(k.Second),
			"standing", cornerPlace(q, k)))
	}
	return s
}

// cornerMissing returns sentences on who has no figure, and that all counts are lower bounds.
func cornerMissing(q *chart.Query, m *chart.Model) []string {
	if !m.Tally.AtLeast() {
		return q.WithoutFigure(m.Tally.Standings, nil)
	}
	return q.WithoutFigure(m.Tally.Standings, func(s string) string {
		return q.Message("chart.quadrant.bounded", "sentence", s)
	})
}
