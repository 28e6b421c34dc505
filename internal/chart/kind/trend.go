package kind

import (
	"math"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
)

// trend shows the figures of some members or aggregates over the years: a line
// for each, broken where a year has no figure.
var trend = &chart.Kind{
	Name: "trend", Keys: []string{"from", "to", "members", "highlight"}, Hollow: true, Named: true,
	Form:  form.Lines{Plot: [2]float64{320, 280}},
	Begin: (*chart.Query).Holding,
	Marks: func(q *chart.Query, m *chart.Model) {
		from, to := m.From, m.To
		for _, who := range q.Members {
			q.AppendYears(m, who, from, to)
		}
		if q.Errs.Failed() {
			return
		}
		for i := range m.Series {
			m.Series[i].Draw, m.Series[i].End = chart.AsLine, endOf(q, m, lastOf(m.Of(i)))
		}
		m.X, m.Y = chart.Axis{Scale: chart.Years}, chart.Axis{Unit: q.Measure.Unit}
		m.Refs = q.GuidelineRef(&m.Y)
		// amounts of large and small members are not compared
		if !q.Undrawn && q.Measure.Unit == dataset.Percent && m.To-m.From <= maxBackgroundYears {
			m.Background = q.OthersOver(m)
		}
		m.Events = q.EventsIn(m.From, m.To)
		if m.Lead = q.Leading(m)[0]; q.Spec.Title == "" {
			m.Lead = movedMost(q, m)
		}
	},
	Table:    func(q *chart.Query, m *chart.Model) chart.Table { return q.YearTable(m) },
	Title:    func(q *chart.Query, m *chart.Model) string { return trendTitle(q, m, m.Lead) },
	Subtitle: chart.MeasuredOver,
	Summary:  chart.Sentences{compareLast, trendStories, chart.Gaps, chart.EstimatedYears, chart.AllFrom, chart.Agreed},
}

// trendTitle returns a sentence on how a line went from its first figure to its last.
func trendTitle(q *chart.Query, m *chart.Model, i int) string {
	marks, who := m.Of(i), m.Series[i].Name
	first, last := marks[0], lastOf(marks)
	from := []any{"who", who, "first", q.Text(first.Value), "from", first.Year, "last", q.Text(last.Value),
		"to", last.Year}
	switch {
	case first == last:
		return q.Message("chart.trend.title.one_year", "who", who, "value", q.Text(first.Value), "year", first.Year)
	case last.BreakFrom(first) != nil:
		return q.Message("chart.trend.title.broken", from...)
	case len(m.Series) == 1:
		return q.Message("chart.trend.title.one", from...)
	case last.Value.V > first.Value.V:
		return q.Message("chart.trend.title.rose", from...)
	case last.Value.V < first.Value.V:
		return q.Message("chart.trend.title.fell", from...)
	}
	return q.Message("chart.trend.title.level", "from", first.Year, "to", last.Year)
}

// maxBackgroundYears is over how many years the other members are shown: a long drawing would be of nothing else.
const maxBackgroundYears = 20

// movedMost returns the series that moved furthest from its first figure to its last.
func movedMost(q *chart.Query, m *chart.Model) int {
	may, by := q.Leading(m), -1.0
	most := may[0]
	for _, i := range may {
		marks := m.Of(i)
		move, _ := moveOf(marks)
		if lastOf(marks).BreakFrom(marks[0]) == nil && math.Abs(move) > by+1e-9 {
			most, by = i, math.Abs(move)
		}
	}
	return most
}

// compareLast returns sentences on who is highest and lowest in the last year, and how many of those shown meet the
// guideline.
func compareLast(q *chart.Query, m *chart.Model) []string {
	s, marks := highLow(q, m)
	n := len(marks)
	if s == "" {
		return nil
	}
	switch {
	case q.Guideline == nil:
	case metOf(q, marks) == n:
		s = q.Clauses(s, q.Message("chart.trend.all_meet", "all", q.All(n, q.Few)))
	default:
		s = q.Clauses(s, q.Message("chart.trend.meet", "n", metOf(q, marks), "of", q.Few(n)))
	}
	return []string{q.Sentence(s)}
}

// mostStories is how many lines a summary lists one by one.
const mostStories = 4

// trendStories describes each line from its first figure to its last, or only the one that moved most when there are
// many.
func trendStories(q *chart.Query, m *chart.Model) []string {
	if len(m.Series) > mostStories {
		return []string{trendStory(q, m, movedMost(q, m))}
	}
	var s []string
	for i := range m.Series {
		s = append(s, trendStory(q, m, i))
	}
	return s
}

func trendStory(q *chart.Query, m *chart.Model, i int) string {
	marks, name := m.Of(i), m.Series[i].Name
	first, last := marks[0], lastOf(marks)
	if first == last {
		return q.Sentence(q.Message("chart.trend.title.one_year", "who", name, "value", q.Text(first.Value),
			"year", first.Year))
	}
	by, places := moveOf(marks)
	key := direction(by, "up", "down", "level")
	if last.BreakFrom(first) != nil {
		key = "broken"
	}
	s := []string{q.Message("chart.trend.story."+key, "who", name, "first", q.Text(first.Value), "from", first.Year,
		"last", q.Text(last.Value), "to", last.Year,
		"by", q.Away(q.Measure.Unit, by, places))}
	high, low := chart.Extremes(marks)
	if key != "broken" && high != first && high != last {
		s = append(s, q.Message("chart.trend.story.highest", "value", q.Text(high.Value), "year", high.Year))
	}
	if key != "broken" && low != first && low != last {
		s = append(s, q.Message("chart.trend.story.lowest", "value", q.Text(low.Value), "year", low.Year))
	}
	if q.Guideline != nil {
		side := throughout(q, marks)
		if side == "" {
			side = q.Message("chart.trend.story.above_in", "met", q.Few(metOf(q, marks)), "of", q.Few(len(marks)))
		}
		s = append(s, side)
	}
	return q.Sentence(s...)
}
