package kind

import (
	"cmp"
	"math"
	"sync"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
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
		if q.Measure.Unit == dataset.Percent && m.To-m.From <= maxBackgroundYears {
			m.Background = sync.OnceValue(func() [][]*dataset.Figure { return q.OthersOver(m) })
		}
		m.Events = q.EventsIn(m.From, m.To)
		if m.Lead = q.Leading(m)[0]; q.Spec.Title == "" {
			m.Lead = movedMost(q, m, asShown)
		}
		m.Told = m.Of(m.Lead)
	},
	Table:    (*chart.Query).YearTable,
	Title:    func(q *chart.Query, m *chart.Model) string { return trendTitle(q, m, m.Lead) },
	Subtitle: trendSubtitle,
	Summary:  chart.Sentences{compareLast, trendStories, chart.Gaps, chart.EstimatedYears, chart.AllFrom, chart.Agreed},
}

// namesMeasure reports whether the title is that of one member and names the measure, as all else on a page is of
// another.
func namesMeasure(q *chart.Query, m *chart.Model) bool {
	return len(m.Series) == 1 && q.Measure.ID != q.Terms.Measure && q.Spec.Title == ""
}

// trendSubtitle names the measure, if the title does not, the unit and the years.
func trendSubtitle(q *chart.Query, m *chart.Model) string {
	if namesMeasure(q, m) {
		return q.Message("chart.trend.subtitle", "unit", q.InUnit(q.Measure.Unit))
	}
	return q.Message("chart.measured_over", "measure", q.Measured(q.Measure))
}

// trendTitle returns a sentence on how a line went from its first figure to its last.
func trendTitle(q *chart.Query, m *chart.Model, i int) string {
	marks := m.Of(i)
	first, last := marks[0], lastOf(marks)
	key := cases{
		{first == last, "one_year"},
		{last.BreakFrom(first) != nil, "broken"},
		{len(compared(m)) == 1, "one"},
		{true, besideOthers(compared(m), marks, "rose", "fell")},
	}.key()
	if namesMeasure(q, m) {
		key += "_of"
	}
	return about(q, marks).Message("chart.trend.title." + key)
}

// maxBackgroundYears is over how many years the other members are shown: a long drawing would be of nothing else.
const maxBackgroundYears = 20

// compared returns the lines whose first figure can be compared with their last.
func compared(m *chart.Model) []chart.Marks {
	return lists.Filter(m.Lines(), func(line chart.Marks) bool {
		return lastOf(line) != line[0] && lastOf(line).BreakFrom(line[0]) == nil
	})
}

// besideOthers chooses the key of a headline by how a line moved: "level" where none did, and "one", which compares it
// with no other, where it is not the only one that moved so far or where another is of other years.
func besideOthers(lines []chart.Marks, marks chart.Marks, up, down string) string {
	by, most, n := moveOf(marks).V, 0.0, 0
	for _, line := range lines {
		if line[0].Year != marks[0].Year || lastOf(line).Year != lastOf(marks).Year {
			return "one"
		}
		switch size := math.Abs(moveOf(line).V); {
		case size > most:
			most, n = size, 1
		case size == most:
			n++
		}
	}
	if most > 0 && (math.Abs(by) < most || n > 1) {
		return "one"
	}
	return chart.Direction(by, up, down, "level")
}

// asShown leaves a line as it is.
func asShown(line chart.Marks) chart.Marks { return line }

// movedMost returns the series that moved furthest from its first figure to its last, of those that ends keeps.
func movedMost(q *chart.Query, m *chart.Model, ends func(chart.Marks) chart.Marks) int {
	may, by := q.Leading(m), -1.0
	most := may[0]
	for _, i := range may {
		marks := ends(m.Of(i))
		size := math.Abs(moveOf(marks).V)
		if lastOf(marks).BreakFrom(marks[0]) == nil && size > by+1e-9 {
			most, by = i, size
		}
	}
	return most
}

// compareLast says who is highest and lowest in the last year, and how many of those shown meet the guideline.
func compareLast(q *chart.Query, m *chart.Model) {
	s, marks := highLow(q, m)
	if s == "" {
		return
	}
	met, side := 0, ""
	if q.Guideline != nil {
		met = metOf(q, marks)
		side = q.Message("chart.trend.meet", "n", met, "of", q.Few(len(marks)))
	}
	if met == len(marks) {
		side = q.Message("chart.trend.all_meet", "all", q.All(met, q.Few))
	}
	q.SayAll(q.Sentence(s, side))
}

// mostStories is how many lines a summary lists one by one.
const mostStories = 4

// trendStories describes each line from its first figure to its last, or only the one that moved most when there are
// many.
func trendStories(q *chart.Query, m *chart.Model) {
	if len(m.Series) > mostStories {
		q.SayAll(trendStory(q, m, movedMost(q, m, asShown)))
		return
	}
	for i := range m.Series {
		q.SayAll(trendStory(q, m, i))
	}
}

// trendStory describes a line: its ends, its highest and its lowest, and when it meets the guideline.
func trendStory(q *chart.Query, m *chart.Model, i int) string {
	marks, say := m.Of(i), about(q, m.Of(i))
	first, last := marks[0], lastOf(marks)
	if first == last {
		return q.Sentence(say.Message("chart.trend.title.one_year"))
	}
	key, high, low, side := chart.Direction(moveOf(marks).V, "up", "down", "level"), "", "", ""
	if last.BreakFrom(first) != nil {
		key = "broken"
	} else {
		top, bottom := chart.Extremes(marks)
		high, low = between(q, marks, top, "highest"), between(q, marks, bottom, "lowest")
	}
	if q.Guideline != nil {
		met := metOf(q, marks)
		side = cmp.Or(throughout(q, marks), q.Message("chart.trend.story.above_in", "n", met, "met", q.Few(met),
			"of", q.Few(len(marks)), "guideline", q.Guideline.GoalOf(first.Member)))
	}
	return q.Sentence(say.Message("chart.trend.story."+key), high, low, side)
}

// between says of the highest or lowest marks of a line in which years they are; it is empty where an end is one.
func between(q *chart.Query, marks chart.Marks, k *chart.Mark, key string) string {
	if k.Value.V == marks[0].Value.V || k.Value.V == lastOf(marks).Value.V {
		return ""
	}
	return about(q, chart.Marks{k}).Message("chart.trend.story."+key, "year", yearsLike(q, marks, k))
}
