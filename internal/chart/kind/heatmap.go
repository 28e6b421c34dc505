package kind

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
)

// heatmap shows how far every member was from a guideline in every year: a row of cells for each, coloured by distance.
var heatmap = &chart.Kind{
	Name: "heatmap", Keys: []string{"from", "to", "members", "highlight", "sort"}, Sorts: []string{"value", "name"},
	Form:  form.Grid{},
	Goal:  true,
	Begin: (*chart.Query).Counted,
	Marks: func(q *chart.Query, m *chart.Model) {
		columns := yearColumns(q, m)
		appendCells(q, m, columns, len(columns)-1)
		has := func(who *dataset.Member) bool { return slices.Contains(m.Y.Names, who.Name) && !who.Aggregate }
		q.NeedAmong(m.Edition, m.To, has)
		distances := make([]float64, len(m.Marks))
		for i, k := range m.Marks {
			distances[i] = q.Distance(k.Figures[0]).V
		}
		m.Classes = chart.NewBins(distances, q.Guideline.Name.Side)
		m.Distances = q.Guideline.Name.Side == dataset.Between || q.Guideline.Own != nil
		for i, d := range distances {
			m.Marks[i].Tone = chart.BinTone(m.Classes.Of(d))
		}
		m.X = chart.Axis{Scale: chart.Years}
		m.Refs = []chart.Ref{{At: q.Guideline.Mark(), Name: q.Guideline.Name.Name, Unit: q.Measure.Unit}}
		m.Series = []chart.Series{{Name: q.Measure.Name, Draw: chart.AsCell}}
	},
	Table: cellTable,
	Title: heatmapTitle,
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		return q.Message("chart.heatmap.subtitle", "measure", q.Measured(q.Measure))
	},
	Summary: chart.Sentences{heatCount, heatEnds, heatAlways, cellsOpen, chart.EstimatedYears},
}

// heatmapModel counts in how many of a row's figures the guideline is met, and
// whether the row has a figure for every year that any has one.
func heatmapModel(q *chart.Query, m *chart.Model, name string) (met, all int, whole bool) {
	row := m.InRow(name)
	return metOf(q, row), len(row), len(row) == len(yearsHeld(m))
}

// heatmapMembers names the rows that meet the guideline in every year, and in none.
func heatmapMembers(q *chart.Query, m *chart.Model) (always, never []string) {
	for _, name := range m.Y.Names {
		switch met, all, whole := heatmapModel(q, m, name); {
		case whole && met == all:
			always = append(always, name)
		case whole && met == 0:
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
	always, never := heatmapMembers(q, m)
	who := func(names []string) string {
		if len(names) <= 3 {
			return q.List(names)
		}
		return q.Message("chart.counted", "count", q.InWords(len(names)))
	}
	values := []any{}
	message := func(key string, more ...any) string {
		return q.Message("chart.heatmap."+key, append(more, values...)...)
	}
	switch {
	case len(m.Y.Names) == 1:
		met, all, _ := heatmapModel(q, m, m.Y.Names[0])
		row := m.InRow(m.Y.Names[0])
		newest := lastOf(row)
		more := []any{"who", newest.Row, "year", newest.Year, "years", q.Span(row[0].Year, newest.Year), "met", q.Few(met),
			"of", q.Few(all)}
		switch {
		case all == 1 && met == 1:
			return q.MeetIn(newest.Row, newest.Year)
		case all == 1:
			return message("one.below", more...)
		case met == all:
			return message("one.always", more...)
		case met == 0:
			return message("one.never", more...)
		}
		return message("one.sometimes", more...)
	case m.From == m.To:
		return q.MeetIn(q.OfThese(len(always), len(m.Y.Names), q.InWords), m.From)
	case len(always) > 0 && len(never) > 0:
		return message("title.both", "who", who(always), "others", who(never))
	case len(always) > 0:
		return message("title.always", "who", who(always))
	case len(never) > 0:
		return message("title.never", "who", who(never))
	}
	first, _ := heatmapCount(q, m, m.From)
	last, _ := heatmapCount(q, m, m.To)
	return message("title.counts", "first", first, "last", last)
}

// heatCount returns sentences on how many met the guideline at first and at last.
func heatCount(q *chart.Query, m *chart.Model) []string {
	if len(m.Y.Names) == 1 {
		k := lastOf(m.InRow(m.Y.Names[0]))
		return []string{q.Message("chart.heatmap.one.newest", "who", k.Row, "value", q.Text(k.Value), "year", k.Year)}
	}
	who, n := heatmapCount(q, m, m.From)
	then, _ := heatmapCount(q, m, m.To)
	if len(q.Members) == 0 {
		t := m.Edition.Tally(q.Guideline, m.From)
		who, n = q.Fraction(t, q.Few), t.Meeting
		then = q.Ratio(m.Edition.Tally(q.Guideline, m.To))
	}
	if m.From == m.To {
		return []string{q.MeetFor(who, n, m.From)}
	}
	return []string{q.MeetFrom(who, n, then)}
}

// heatEnds names the highest and the lowest of the last year.
func heatEnds(q *chart.Query, m *chart.Model) []string {
	if s, _ := highLow(q, m); s != "" {
		return []string{q.Sentence(s)}
	}
	return nil
}

// heatAlways names those that always and never met the guideline.
func heatAlways(q *chart.Query, m *chart.Model) []string {
	if m.From == m.To || len(m.Y.Names) == 1 {
		return nil
	}
	always, never := heatmapMembers(q, m)
	return append(q.NamingFew("chart.heatmap.always", always), q.NamingFew("chart.heatmap.never", never)...)
}
