package kind

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// heatmap shows how far every member was from a guideline in every year: a row of cells for each, coloured by distance.
var heatmap = &chart.Kind{
	Name: "heatmap", Keys: []string{"from", "to", "members", "highlight", "sort"}, Sorts: []string{"value", "name"},
	Form:  form.Grid{},
	Goal:  true,
	Begin: (*chart.Query).Counted,
	Marks: func(q *chart.Query, m *chart.Model) {
		appendCells(q, m, yearColumns(q, m))
		has := func(who *dataset.Member) bool { return slices.Contains(m.Y.Names, who.Name) && !who.Aggregate }
		q.NeedAmong(m.Edition, m.To, has)
		distances := lists.Each(m.Marks, func(k *chart.Mark) float64 { return q.Distance(k.Figures[0]).V })
		m.Classes = chart.NewBins(distances, q.Measure.Decimals, q.Guideline.Name.Side)
		m.Distances = q.Guideline.Name.Side == dataset.Between || q.Guideline.Own != nil
		if !m.Distances { // the key has the mark and steps from it
			m.Classes.Decimals = max(m.Classes.Decimals, q.Guideline.Decimals)
		}
		for i, d := range distances {
			m.Marks[i].Tone = chart.BinTone(m.Classes.Of(d))
		}
		m.X = chart.Axis{Scale: chart.Years}
		m.Refs = []chart.Ref{{At: q.Guideline.Mark(), Name: q.Guideline.Name.Name, Unit: q.Measure.Unit}}
		m.Series = []chart.Series{{Name: q.Measure.Name, Draw: chart.AsCell}}
	},
	Table:    cellTable,
	Title:    heatmapTitle,
	Subtitle: measured("chart.heatmap.subtitle"),
	Summary:  chart.Sentences{heatCount, heatEnds, heatAlways, cellsOpen, chart.EstimatedYears},
}

// heatmapMembers names the rows that meet the guideline in every year that any has a figure for, and in none.
func heatmapMembers(q *chart.Query, m *chart.Model) (always, never []string) {
	held := m.To - m.From + 1 - len(m.YearsWithout(m.Marks)) // years that any row has a figure of
	for name, row := range m.Rows() {
		switch met := metOf(q, row); {
		case len(row) < held:
		case met == held:
			always = append(always, name)
		case met == 0:
			never = append(never, name)
		}
	}
	return always, never
}

// heatmapCount returns how many of those with a figure met the guideline in a year, in words and as a number.
func heatmapCount(q *chart.Query, m *chart.Model, year int) (said string, met int) {
	marks := inYear(m, year)
	met = metOf(q, marks)
	return q.Some(met, len(marks)), met
}

// heatmapTitle returns a sentence on who met the guideline in every year, and who in none.
func heatmapTitle(q *chart.Query, m *chart.Model) string {
	if len(m.Y.Names) == 1 {
		return heatmapOne(q, m.InRow(m.Y.Names[0]))
	}
	always, never := heatmapMembers(q, m)
	if m.From == m.To {
		return q.MeetIn(q.OfThese(len(always), len(m.Y.Names), q.InWords), m.From)
	}
	who := func(names []string) string {
		if len(names) <= chart.MostInTitle {
			return q.List(names)
		}
		return q.Message("chart.counted", "count", q.InWords(len(names)))
	}
	first, _ := heatmapCount(q, m, m.From)
	last, _ := heatmapCount(q, m, m.To)
	key := cases{
		{len(always) > 0 && len(never) > 0, "both"},
		{len(always) > 0, "always"},
		{len(never) > 0, "never"},
		{true, "counts"},
	}.key()
	return q.Message("chart.heatmap.title."+key, "who", who(always), "others", who(never), "first", first, "last", last,
		"every", everyYear(q, len(m.YearsWithout(m.Marks)) > 0))
}

// heatmapOne returns the same of one row.
func heatmapOne(q *chart.Query, row chart.Marks) string {
	met, newest := metOf(q, row), lastOf(row)
	if met == 1 && len(row) == 1 {
		return q.MeetIn(newest.Row, newest.Year)
	}
	key := cases{
		{len(row) == 1, "below"},
		{met == len(row), "always"},
		{met == 0, "never"},
		{true, "sometimes"},
	}.key()
	return about(q, row).Message("chart.heatmap.one."+key, "years", q.Span(row[0].Year, newest.Year), "n", met,
		"met", q.Few(met), "of", q.Few(len(row)), "every", everyYear(q, hasGap(row)),
		"guideline", q.Guideline.GoalOf(newest.Member))
}

// heatCount says how many met the guideline at first and at last.
func heatCount(q *chart.Query, m *chart.Model) {
	who, n := heatmapCount(q, m, m.From)
	then, _ := heatmapCount(q, m, m.To)
	switch {
	case len(m.Y.Names) == 1:
		q.SayAll(about(q, m.InRow(m.Y.Names[0])).Message("chart.heatmap.one.newest"))
	case len(q.Members) == 0:
		countFrom(q, m)
	case m.From == m.To:
		q.SayMeet(who, n, m.From)
	default:
		q.SayMeetFrom(who, n, then)
	}
}

// heatEnds names the highest and the lowest of the last year.
func heatEnds(q *chart.Query, m *chart.Model) {
	if s, _ := highLow(q, m); s != "" {
		q.SayAll(q.Sentence(s))
	}
}

// heatAlways names those that always and never met the guideline.
func heatAlways(q *chart.Query, m *chart.Model) {
	if m.From < m.To && len(m.Y.Names) > 1 {
		always, never := heatmapMembers(q, m)
		every := everyYear(q, len(m.YearsWithout(m.Marks)) > 0)
		q.SayFew("chart.heatmap.always", always, "every", every)
		q.SayFew("chart.heatmap.never", never, "every", every)
	}
}
