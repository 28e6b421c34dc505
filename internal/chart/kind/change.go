package kind

import (
	"cmp"
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
)

// change shows how far each member moved from one year to another: a stroke
// for the first year, a point for the last, and the way between them.
var change = &chart.Kind{
	Name: "change", Keys: []string{"from", "to", "members", "highlight"}, Hollow: true,
	Form:  form.Rows{Axis: true, Joined: true, Key: true, Pitch: 20},
	Begin: (*chart.Query).Between,
	Marks: func(q *chart.Query, m *chart.Model) {
		changeRows(q, m)
		if len(m.Marks) == 0 && !q.Errs.Failed() {
			q.Errorf("measure", "no member has %s for both %d and %d in the edition of %s",
				q.Measure.ID, m.From, m.To, m.Edition).Hint("%s", q.Answers(m.Edition, q.Measure.ID))
		}
		m.X.Unit = q.Measure.Unit
		m.Refs = q.GuidelineRef(&m.X)
		lo, hi := m.Extent(&m.X)
		m.X.Zero = lo > 0 && lo < hi*0.6
		m.Series = []chart.Series{{Name: strconv.Itoa(m.From), Draw: chart.AsTick, Tone: "soft"},
			{Name: strconv.Itoa(m.To), Draw: chart.AsDot, Tone: "soft"}}
		changeColumns(q, m)
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		year := func(series, year int) chart.TableColumn {
			return chart.TableColumn{Heading: q.Heading(strconv.Itoa(year), q.Measure.Unit),
				Cell: func(row []*chart.Mark) string {
					for _, k := range row {
						if k.Series == series {
							return q.Number(k.Value.V, k.Value.Decimals)
						}
					}
					return ""
				}}
		}
		by := chart.TableColumn{Heading: q.HeadingIn(q.Message("chart.change.column_change"),
			q.DistanceColumnUnit(q.Measure.Unit)), Cell: func(row []*chart.Mark) string {
			if len(row) < 2 {
				return ""
			}
			v, places := moveOf(row)
			return q.Signed(v, places)
		}}
		note := chart.TableColumn{Heading: chart.Heading{Name: q.Message("chart.change.column_note")}, Why: true,
			Cell: func(row []*chart.Mark) string { return changeNote(q, m.From, row) }}
		return m.RowTable(year(0, m.From), year(1, m.To), by, note)
	},
	Title: changeTitle,
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		return q.Message("chart.change.subtitle", "measure", q.Measured(q.Measure))
	},
	Summary: chart.Sentences{changeCounts, changeCrossed, changeJoined, changeAbsent, changeEstimates},
}

// changeRows makes the rows, those that rose furthest first, and those that joined in between last.
func changeRows(q *chart.Query, m *chart.Model) {
	var rows [][]chart.Mark
	for _, who := range q.Shown(m.To) {
		if row := changeRow(q, m, who); row != nil {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b []chart.Mark) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		if len(a) == 1 {
			return cmp.Compare(b[0].Value.V, a[0].Value.V)
		}
		by := func(row []chart.Mark) float64 { v, _ := moveOf([]*chart.Mark{&row[0], &row[1]}); return v }
		return cmp.Compare(by(b), by(a))
	})
	for _, row := range rows {
		for _, k := range row {
			m.Append(k)
		}
	}
}

// changeRow makes the marks of a member, or says why there are none: below the
// rows where all are shown, at its place where the spec names it.
func changeRow(q *chart.Query, m *chart.Model, who *dataset.Member) []chart.Mark {
	first, before := m.Edition.Figure(who.Code, m.From, q.Measure.ID)
	last, after := m.Edition.Figure(who.Code, m.To, q.Measure.ID)
	mark := func(f *dataset.Figure, series int) chart.Mark {
		k := q.MarkOf(f)
		k.Row, k.Series, k.Tone = who.Name, series, q.SideTone(f.Member, f.Value)
		return k
	}
	named := len(q.Members) > 0
	switch {
	case named && who.Joined.Year > m.To:
		q.NotYet(who, "a later year", m.To)
	case who.Exempt != "" && !named:
		m.Absent = append(m.Absent, chart.Absent{Member: who, Why: who.Exempt})
	case after && who.Joined.Year > m.From: // what is said of it before it joined does not count
		return []chart.Mark{mark(last, 1)}
	case before && after && who.Exempt == "" && dataset.BreakBetween(first, last) != nil:
		return []chart.Mark{mark(last, 1)}
	case before && after && who.Exempt == "":
		return []chart.Mark{mark(first, 0), mark(last, 1)}
	default:
		lacks := m.To
		if after {
			lacks = m.From
		}
		if named {
			q.NoMember(who, "leave it out", "no %s of %s for %d in the edition of %s", q.Measure.ID, who.Name, lacks, m.Edition)
			return nil
		}
		why := q.Message("chart.change.no_figure_for", "year", lacks)
		if !before && !after {
			why = q.NoFigure()
		}
		m.Absent = append(m.Absent, chart.Absent{Member: who, Why: why})
	}
	return nil
}

// changeColumns puts the two figures and the change beside each row.
func changeColumns(q *chart.Query, m *chart.Model) {
	first, last, by := m.Columns[0].Cells, m.Columns[1].Cells, map[string]string{}
	for _, name := range m.Y.Names {
		row := m.InRow(name)
		if last[name] = q.Text(row[len(row)-1].Value); len(row) == 1 {
			by[name] = q.Message("chart.change.broken")
			if joinedAfter(q, m.From, row[0]) {
				by[name] = q.Message("chart.change.joined", "year", q.V.Members[row[0].Member].Joined.Year)
			}
			continue
		}
		v, places := moveOf(row)
		first[name], by[name] = q.Text(row[0].Value), q.SignedIn(q.Measure.Unit, v, places)
	}
	m.Columns = append(m.Columns, chart.Column{Head: q.Message("chart.change.column_change"), Cells: by, Bold: true})
}

// joinedAfter reports whether a member joined after a year; else a row that
// has one year alone is not compared with the other.
func joinedAfter(q *chart.Query, year int, k *chart.Mark) bool {
	return q.V.Members[k.Member].Joined.Year > year
}

// changeNote returns a sentence on which of a row's figures are estimates, and who joined when.
func changeNote(q *chart.Query, from int, row []*chart.Mark) string {
	var parts, estimates []string
	switch {
	case len(row) == 1 && joinedAfter(q, from, row[0]):
		parts = append(parts, q.Message("chart.change.joined_on", "day", q.V.Members[row[0].Member].Joined))
	case len(row) == 1:
		parts = append(parts, q.Message("chart.change.broken"))
	}
	for _, k := range row {
		if k.Estimate {
			estimates = append(estimates, strconv.Itoa(k.Year))
		}
	}
	if len(estimates) > 0 {
		parts = append(parts, q.Message("chart.change.estimate_for", "years", estimates))
	}
	if len(parts) == 0 {
		return ""
	}
	return q.Clauses(parts...)
}
