package kind

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// sources shows the figures of a year by each source: a row for each member on which they disagree, with a point for
// each source's newest figure. It compares editions, so that its marks name theirs.
var sources = &chart.Kind{
	Name: "sources", Keys: []string{"year", "members", "highlight"}, Hollow: true,
	Form: form.Rows{Axis: true, Joined: true, Keyed: true, Pitch: 26},
	Begin: func(q *chart.Query) *chart.Model {
		if q.Spec.Source != "" {
			q.Errorf("source", "a sources chart shows what every source says").
				Hint("leave it out; a revisions chart shows one source")
		}
		q.NeedYear()
		return q.Model(nil)
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		m.Year = q.Spec.Year
		var rows []chart.Marks
		for _, who := range q.Shown(m.Year) {
			row := sourceRow(q, m, who)
			switch {
			case len(row) == 0 && len(q.Members) > 0:
				q.NoMember(who, "leave it out, or choose another year", "no source has %s of %s for %d as known on %s",
					q.Measure.ID, who.Name, m.Year, q.V.Day)
			case len(q.Members) > 0 || len(row) > 1 && spreadOf(row).V > 0:
				rows = append(rows, row)
			}
		}
		if len(rows) == 0 && !q.Errs.Failed() {
			q.Errorf("year", "no two sources differ on %s for %d as known on %s", q.Measure.ID, m.Year, q.V.Day).
				Hint("choose another year or a later as_of, or name members")
		}
		if q.Errs.Failed() {
			return
		}
		if len(q.Members) == 0 {
			slices.SortStableFunc(rows, func(a, b chart.Marks) int { return cmp.Compare(spreadOf(b).V, spreadOf(a).V) })
		}
		apart := map[string]string{}
		for _, row := range rows {
			if m.Append(row...); len(row) > 1 {
				apart[row[0].Row] = q.Number(spreadOf(row).V, row[0].Value.Decimals)
			}
		}
		sourceSeries(q, m)
		m.Edition = q.NewestOf(m)
		m.X.Unit = q.Measure.Unit
		m.Refs = q.GuidelineRef(&m.X)
		m.Columns = []chart.Column{{Head: q.Message("chart.sources.column_apart"), Cells: apart, Bold: true}}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		columns := []chart.TableColumn{
			chart.ColumnOf(q.HeadOf("chart.sources.column_source"),
				func(k *chart.Mark) string { return sourceOf(k).Name }),
			chart.ColumnOf(q.HeadOf("chart.column.released"),
				func(k *chart.Mark) string { return q.Day(k.Edition.Release.Date) }),
			q.FigureColumn(q.Measure)}
		if q.Guideline != nil {
			columns = append(columns, q.DistanceColumn("chart.column.distance_from"))
		}
		return m.MarkTable(q.HeadOf("chart.column.member"), chart.RowName, append(columns, q.StatusColumn())...)
	},
	Title:    sourceTitle,
	Subtitle: measured("chart.sources.subtitle"),
	Summary:  chart.Sentences{sourceStories, sourceSilent, sourceEstimates, sourceEditions, sourceCopies},
}

// sourceRow returns every source's newest figure of a member, the highest first, equal ones by name. One figure of a
// partial release counts; one that repeats another source's does not.
func sourceRow(q *chart.Query, m *chart.Model, who *dataset.Member) chart.Marks {
	var row chart.Marks
	own, _ := q.V.BySource(who.Code, m.Year, q.Measure.ID)
	for _, f := range own {
		k := q.MarkOf(f)
		k.Row, k.Edition = who.Name, f.Edition
		row = append(row, k)
	}
	slices.SortStableFunc(row, func(a, b *chart.Mark) int {
		return cmp.Or(cmp.Compare(b.Value.V, a.Value.V), cmp.Compare(a.Edition.Source.Name, b.Edition.Source.Name))
	})
	return row
}

// sourceSeries makes a series of each source, in the order of their names. The
// report's own has the first colour, and each other its own in every chart.
func sourceSeries(q *chart.Query, m *chart.Model) {
	all := lists.With(nil, lists.Each(m.Marks, sourceOf)...)
	slices.SortFunc(all, func(a, b *dataset.Source) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	others := slices.DeleteFunc(q.V.SourceIDs(), func(id string) bool { return id == q.Terms.Source })
	for _, s := range all {
		tone := "line-1"
		if i := slices.Index(others, s.ID); i >= 0 {
			tone = "line-" + strconv.Itoa(i%5+2)
		}
		m.Series = append(m.Series, chart.Series{Name: s.Name, Draw: chart.AsDot, Tone: tone})
	}
	for _, k := range m.Marks {
		k.Series = slices.Index(all, sourceOf(k))
		k.Tone = m.Series[k.Series].Tone
	}
}

// spreadOf returns how far the figures of a row are apart.
func spreadOf(row chart.Marks) chart.Number {
	by := moveOf(row)
	return chart.Number{V: math.Abs(by.V), Decimals: row[0].Value.Decimals, Unit: by.Unit}
}

func sourceOf(k *chart.Mark) *dataset.Source { return k.Edition.Source }

// sourcesWhere names the sources of the marks for which a condition holds.
func sourcesWhere(row chart.Marks, holds func(v float64) bool) []string {
	by := lists.Filter(row, func(k *chart.Mark) bool { return holds(k.Value.V) })
	return lists.Each(by, func(k *chart.Mark) string { return sourceOf(k).Name })
}

// meetingBy names the sources by which a row meets the guideline, where there is one.
func meetingBy(q *chart.Query, row chart.Marks) []string {
	return sourcesWhere(row, func(v float64) bool { return q.Guideline != nil && q.Guideline.MetBy(row[0].Member, v) })
}

// sourceRange returns a sentence on the range of the figures, and the sources of its ends: "from 1.98% (Bank and OECD)
// to 2.07% (DAC)".
func sourceRange(q *chart.Query, row chart.Marks) string {
	high, low := row[0].Value, lastOf(row).Value
	by := func(n chart.Number) []string {
		return sourcesWhere(row, func(v float64) bool { return v == n.V })
	}
	return q.Message("chart.sources.from_to", "low", q.Text(low), "low_by", by(low), "high", q.Text(high),
		"high_by", by(high))
}

// sourceTitle returns a sentence on the members that the sources put on both sides of the guideline, else how far they
// are apart.
func sourceTitle(q *chart.Query, m *chart.Model) string {
	var split, shared, most []string
	n, widest := len(m.Y.Names), m.InRow(m.Y.Names[0])
	for name, row := range m.Rows() {
		if q.Crossing(row[0].Member, lastOf(row).Value.V, row[0].Value.V) != 0 {
			split = append(split, name)
		}
		if len(row) > 1 {
			shared = append(shared, name)
		}
		switch by := spreadOf(row).V; {
		case by > spreadOf(widest).V:
			widest, most = row, []string{name}
		case by == spreadOf(widest).V:
			most = append(most, name)
		}
	}
	key := cases{
		{n == 1 && len(widest) == 1, "alone"},
		{n == 1 && spreadOf(widest).V == 0, "equal"},
		{n == 1 && len(split) == 1, "split"},
		{n == 1, "range"},
		{len(split) > 0, "both_sides"},
		{len(shared) == 0, "single"},
		{spreadOf(widest).V == 0, "agree"},
		{true, "differ"},
	}.key()
	whom := shared
	if len(split) > 0 {
		whom = split
	}
	return q.Message("chart.sources.title."+key, "n", len(most), "who", q.FewOfThese(most, n),
		"by", q.Away(spreadOf(widest)), "value", q.Text(widest[0].Value),
		"source", sourceOf(widest[0]).Name, "sources", meetingBy(q, widest), "range", sourceRange(q, widest),
		"whom", q.FewOfThese(whom, n), "count", q.Few(n))
}

// mostSourceStories is how many members a summary lists one by one.
const mostSourceStories = 6

// sourceStories says how far the figures of each member are apart, of the widest alone where there are many.
func sourceStories(q *chart.Query, m *chart.Model) {
	for name, row := range m.Rows() {
		key := cases{{len(row) == 1, "once"}, {spreadOf(row).V == 0, "equal"}, {true, "apart"}}.key()
		q.SayAll(q.Sentence(q.Message("chart.sources."+key, "who", name, "value", q.Text(row[0].Value),
			"source", sourceOf(row[0]).Name, "sources", sourcesWhere(row, func(float64) bool { return true }),
			"range", sourceRange(q, row), "by", q.Away(spreadOf(row))),
			sourceSide(q, row)))
		if len(m.Y.Names) > mostSourceStories {
			return
		}
	}
}

// sourceSide returns a clause on the sources by which a row meets the guideline.
func sourceSide(q *chart.Query, row chart.Marks) string {
	switch met := meetingBy(q, row); {
	case q.Guideline == nil:
		return ""
	case len(row) == 1:
		return q.SideOf(row[0].Member, len(met) == 1)
	case len(met) == len(row):
		return q.Message("chart.sources.above_by_all")
	case len(met) == 0:
		return q.Message("chart.sources.below_by_all")
	default:
		return q.Message("chart.sources.above_by", "sources", met)
	}
}

// sourceSilent names the sources that have figures of some members only.
func sourceSilent(q *chart.Query, m *chart.Model) {
	for i, series := range m.Series {
		q.SayFew("chart.sources.silent", lists.Filter(m.Y.Names, func(name string) bool {
			return !slices.ContainsFunc(m.Of(i), func(k *chart.Mark) bool { return k.Row == name })
		}), "source", series.Name)
	}
}

// sourceEstimates names the figures that their sources call estimates.
func sourceEstimates(q *chart.Query, m *chart.Model) {
	q.SayEstimates(lists.Each(m.Where(chart.IsEstimate), func(k *chart.Mark) string {
		return q.Message("chart.sources.estimate_of", "source", sourceOf(k).Name, "who", k.Row)
	}), len(m.Marks))
}

// sourceEditions names every edition used: "DAC of 7 July 2026".
func sourceEditions(q *chart.Query, m *chart.Model) {
	var all []string
	for i, series := range m.Series {
		days := lists.Each(m.Of(i), func(k *chart.Mark) string { return q.Day(k.Edition.Release.Date) })
		all = append(all, q.Message("chart.sources.edition", "source", series.Name, "days", lists.With(nil, days...)))
	}
	q.Say("chart.sources.editions", "editions", q.Clauses(all...))
}

// sourceCopies names the sources that repeat the series of another, and do not count as sources of their own.
func sourceCopies(q *chart.Query, m *chart.Model) {
	var s []string
	for _, k := range m.Marks {
		_, copies := q.V.BySource(k.Member, m.Year, q.Measure.ID)
		for _, f := range copies {
			o := f.Original()
			s = lists.With(s, q.Message("note.repeats", "source", q.V.Sources[f.Source].Name,
				"original", q.V.Sources[o.Source].Name, "day", o.Released))
		}
	}
	q.SayAll(s...)
}
