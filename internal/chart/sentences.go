package chart

import (
	"cmp"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file contains the sentences that several kinds of chart share. Each function describes what it has to of a
// model, in no sentence or more.

// CountTitle returns a sentence on how many members meet the guideline in the model's year, or who alone does or does
// not.
func CountTitle(q *Query, m *Model) string {
	switch t, short := m.Tally, m.Tally.Short(); {
	case t.Meeting == 1 && t.Of() > 1 && !t.AtLeast():
		return q.aloneThere("chart.alone_above", t.Met()[0].Member)
	case len(short) == 1 && t.Meeting > 0 && !t.AtLeast():
		return q.aloneThere("chart.alone_below", short[0].Member)
	}
	return q.MeetIn(q.Fraction(m.Tally, q.InWords), m.Year)
}

func (q *Query) aloneThere(key string, m *dataset.Member) string {
	return q.Message(key, "who", m.Name, "guideline", q.Guideline.GoalOf(m.Code))
}

// CountMeeting says how many members meet the guideline, of those that the spec names if it names some.
func CountMeeting(q *Query, m *Model) {
	switch n := len(m.Marks); {
	case len(q.Members) > 0 && !q.Kind.Whole && n > 1:
		met := len(m.RowsWhere(Met))
		q.SayMeet(q.OfThese(met, n, q.Few), met, m.Year)
	case n > 1 || len(m.Absent) > 0:
		q.SayMeet(q.Fraction(m.Tally, q.Few), m.Tally.Meeting, m.Year)
	}
}

// Met reports whether a mark that shows a distance meets the guideline.
func Met(k *Mark) bool { return strings.HasPrefix(k.Tone, "up") }

// Missing says who has no figure, that a count is therefore a lower bound, and who has none and why.
func Missing(q *Query, m *Model) {
	if len(q.Members) == 0 || q.Kind.Whole {
		q.SayMissing("chart.bounded", m.Tally.Standings)
	}
}

// EstimatedRows says which rows rest on estimates.
func EstimatedRows(q *Query, m *Model) { q.SayEstimates(m.RowsWhere(IsEstimate), len(m.Marks)) }

// RowsWhere returns the names of the rows with a mark for which a condition holds.
func (m *Model) RowsWhere(holds func(*Mark) bool) []string {
	return lists.With(nil, lists.Each(m.Where(holds), RowName)...)
}

// Where returns the marks for which a condition holds.
func (m *Model) Where(holds func(*Mark) bool) []*Mark { return lists.Filter(m.Marks, holds) }

// IsEstimate reports whether a mark is an estimate.
func IsEstimate(k *Mark) bool { return k.Estimate }

// IsHighlighted reports whether a mark is of a member that is pointed out.
func IsHighlighted(k *Mark) bool { return k.Highlighted }

// Model begins the model of an edition, still without marks.
func (q *Query) Model(e *dataset.Edition) *Model {
	q.shown = &Model{Messages: q.Messages, Edition: e}
	return q.shown
}

// MarkOf returns the mark of a figure.
func (q *Query) MarkOf(f *dataset.Figure) *Mark {
	return &Mark{Member: f.Member, Year: f.Year, Figures: []*dataset.Figure{f}, Value: q.Figure(f)}
}

// MarkOfCount returns the mark of how many members meet a guideline.
func (q *Query) MarkOfCount(t *dataset.Tally) *Mark {
	return &Mark{Member: q.Terms.Collective, Year: t.Year, Figures: t.Figures(), Of: t.Of(), Bound: t.AtLeast(),
		Value: Number{V: float64(t.Meeting), Unit: dataset.Count}}
}

// Append adds marks. One is an estimate where a figure that it rests on is one.
func (m *Model) Append(marks ...*Mark) {
	m.Marks = append(m.Marks, marks...)
	for _, k := range marks {
		k.Estimate = slices.ContainsFunc(k.Figures, isEstimate)
		if k.Row != "" && !slices.Contains(m.Y.Names, k.Row) {
			m.Y.Scale, m.Y.Names = Names, append(m.Y.Names, k.Row)
		}
	}
}

// SortRows puts rows in the order of their names, where the spec asks for that, else by a value of each, the highest
// first; as they are where there is none.
func (m *Model) SortRows(by string, value func(row []*Mark) float64) {
	values, at := map[string]float64{}, map[string]int{}
	switch {
	case by == "name":
		slices.Sort(m.Y.Names)
	case value != nil:
		for _, row := range lists.Groups(m.Marks, RowName) {
			values[row[0].Row] = value(row)
		}
		slices.SortStableFunc(m.Y.Names, func(a, b string) int { return cmp.Compare(values[b], values[a]) })
	}
	for i, name := range m.Y.Names {
		at[name] = i
	}
	slices.SortStableFunc(m.Marks, func(a, b *Mark) int { return cmp.Compare(at[a.Row], at[b.Row]) })
}

// AddAbsent adds the members without a mark, unless the spec names those that it is to show.
func (q *Query) AddAbsent(m *Model, s *dataset.Standings) {
	if len(q.Members) > 0 && !q.Kind.Whole {
		return
	}
	for _, member := range s.Missing {
		m.Absent = append(m.Absent, Absent{Member: member, Why: q.NoFigure()})
	}
	for _, member := range s.Exempt {
		m.Absent = append(m.Absent, Absent{Member: member, Why: member.Exempt})
	}
}

// DistanceUnit returns the unit of distances from a guideline for the chart's measure.
func (q *Query) DistanceUnit() dataset.Unit { return q.Measure.Unit.Apart() }

// Distance returns how far a figure is from the guideline.
func (q *Query) Distance(f *dataset.Figure) Number {
	v, decimals := q.Guideline.Distance(f)
	return Number{v, decimals, q.DistanceUnit(), true}
}

// Figure returns a figure as a number.
func (q *Query) Figure(f *dataset.Figure) Number {
	return Number{f.Value, f.Decimals, q.V.Measures[f.Measure].Unit, false}
}

// FigureText writes a figure with its unit.
func (q *Query) FigureText(f *dataset.Figure) string {
	return q.Short(q.V.Measures[f.Measure].Unit, f.Value, f.Decimals)
}

// PositionOf returns where a distance is: "0.21 points above 2% of GNI", "0.40 points short of", "exactly at".
func (q *Query) PositionOf(n Number, member string) string {
	return q.position(n, "", "guideline", q.Guideline.GoalOf(member))
}

// PlaceOf is PositionOf where the guideline has been named: "0.21 points above".
func (q *Query) PlaceOf(n Number) string { return q.position(n, "_it") }

func (q *Query) position(n Number, end string, values ...any) string {
	return q.Message("chart.stands."+Direction(n.V, "above", "short", "at")+end, append(values, "by", q.Away(n))...)
}

// DistanceColumn shows how far a row's figure is from the guideline.
func (q *Query) DistanceColumn(key string) TableColumn {
	return ColumnOf(q.Heading(q.Message(key), q.DistanceUnit()), func(k *Mark) string {
		n := q.Distance(k.Figures[0])
		return q.Signed(n.V, n.Decimals)
	})
}

// Among reports whether a member is ranked in standings.
func Among(s *dataset.Standings) func(*dataset.Member) bool {
	return func(m *dataset.Member) bool {
		return slices.ContainsFunc(s.Ranked, func(r dataset.Standing) bool { return r.Member == m })
	}
}
