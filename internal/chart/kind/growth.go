package kind

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
	"burdenshare/internal/lists"
)

// mostPanels is how many members are above each other before the eye no longer finds the same year in all of them.
const mostPanels = 4

// growth shows by how much something grew or shrank in each year: columns up
// and down from zero, in a panel of its own for each member or aggregate.
var growth = &chart.Kind{
	Name: "growth", Keys: []string{"from", "to", "members"}, Without: "guideline",
	Form: form.Columns{}, Most: mostPanels,
	Begin: func(q *chart.Query) *chart.Model {
		if !growthMeasure(q) {
			return nil
		}
		return q.Holding()
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		e, from, to, members := m.Edition, m.From, m.To, q.Members
		if len(members) == 0 {
			members = wholeOf(q, e, from, to)
		}
		for _, who := range members {
			q.AppendYears(m, who, max(from, who.Joined.Year), to)
		}
		if len(members) == 0 {
			q.Errorf("members", "no aggregate has %s for %s in the edition of %s", q.Measure.ID, q.Span(from, to), e).
				Hint("name up to %s members", english.Few(mostPanels))
		}
		for _, k := range m.Marks {
			k.Tone, k.Label = upDown(k.Value.V), q.Text(k.Value) // up and down say the sign
			k.Value.Signed = true
		}
		m.X, m.Y = chart.Axis{Scale: chart.Years}, chart.Axis{Unit: q.Measure.Unit, Zero: true}
	},
	Table: (*chart.Query).YearTable,
	Title: func(q *chart.Query, m *chart.Model) string {
		if len(m.Series) == 1 {
			return growthTitle(q, m)
		}
		high, low := chart.Extremes(inYear(m, m.To))
		key := cases{
			{high.Value.V == low.Value.V, "in_year"},
			{high.Value.V < 0, "title.all_fell"},
			{high.Value.V == 0, "title.none_rose"},
			{low.Value.V < 0, "title.rose_and_fell"},
			{low.Value.V == 0, "title.none_fell"},
			{true, "title.all_rose"},
		}.key()
		return q.Message("chart.growth."+key, "who", memberName(q, high), "value", q.Text(high.Value), "year", m.To,
			"other", memberName(q, low), "least", q.Text(low.Value))
	},
	Subtitle: measured("chart.measured_over"),
	Summary:  chart.Sentences{growthStories, chart.Gaps, chart.EstimatedYears, chart.AllFrom},
}

// growthMeasure takes the report's measure of growth where the spec names none.
func growthMeasure(q *chart.Query) bool {
	q.Guideline = nil // also where the measure has one
	switch {
	case q.Spec.Measure != "" && q.Measure.ID != q.Terms.Growth &&
		(q.Measure.Unit != dataset.Percent || q.Measure.Min >= 0):
		q.Errorf("measure", "%s is no measure of growth", q.Measure.ID).Hint("a trend chart draws it")
		return false
	case q.Spec.Measure != "":
		return true
	case q.Terms.Growth == "":
		q.Errorf("measure", "the report has no measure of growth").
			Hint("name it in config.toml as growth = …, or in the chart as measure = …")
		return false
	}
	if q.Measure = q.V.Measures[q.Terms.Growth]; q.Measure == nil {
		q.Errorf("measure", "the report's measure of growth, %q, is unknown", q.Terms.Growth).
			Hint("all measures are in data/measures.toml")
	}
	return q.Measure != nil
}

// wholeOf returns what is shown where the spec names nobody: the report's own
// aggregate, else the first that has figures.
func wholeOf(q *chart.Query, e *dataset.Edition, from, to int) []*dataset.Member {
	wholes := slices.Clone(q.V.Aggregates)
	if total := q.V.Members[q.Terms.Total]; total != nil {
		wholes = slices.Insert(wholes, 0, total)
	}
	for _, who := range wholes {
		if len(q.FiguresOver(e, who, from, to)) > 0 {
			return []*dataset.Member{who}
		}
	}
	return nil
}

// leastRun is how many years in a row are worth a headline.
const leastRun = 3

// growthTitle returns a sentence on how the newest year went, and how many did so in a row.
func growthTitle(q *chart.Query, m *chart.Model) string {
	marks := m.Of(0)
	last := lastOf(marks)
	run, turned := 0, false // else nobody knows how many there were before
	for i := len(marks) - 1; i >= 0 && !turned && marks[i].Year == last.Year-run; i-- {
		if v := marks[i].Value.V; v == 0 || (v > 0) != (last.Value.V > 0) {
			turned = true
		} else {
			run++
		}
	}
	high, _ := chart.Extremes(marks)
	key := cases{
		{turned && run >= leastRun && last.Value.V < 0, "title.falls"},
		{turned && run >= leastRun, "title.rises"},
		{high == last && len(marks) > 1 && !hasGap(marks), "title.highest"},
		{true, "in_year"},
	}.key()
	return about(q, marks).Message("chart.growth."+key, "nth", run)
}

// growthStories describes each panel: its newest year, its highest and lowest, and how often it rose.
func growthStories(q *chart.Query, m *chart.Model) {
	for _, marks := range m.Lines() {
		s := about(q, marks).Message("chart.growth.in_year")
		ends, often := "", ""
		switch high, low := chart.Extremes(marks); {
		case len(marks) == 1:
		case high == low:
			s = q.Message("chart.growth.level", "said", s, "every", everyYear(q, hasGap(marks)))
		default:
			up, key := len(lists.Filter(marks, func(k *chart.Mark) bool { return k.Value.V > 0 })), "up_in"
			if up == len(marks) {
				key = "up_in_all"
			}
			ends = q.Message("chart.growth.extremes", "high", q.Text(high.Value), "low", q.Text(low.Value),
				"high_year", yearsLike(q, marks, high), "low_year", yearsLike(q, marks, low))
			often = q.Message("chart.growth."+key, "n", up, "of", q.Few(len(marks)))
		}
		q.SayAll(q.Sentence(s, ends, often))
	}
}
