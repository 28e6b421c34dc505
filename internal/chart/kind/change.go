package kind

import (
	"cmp"
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// change shows how far each member moved from one year to another: a stroke
// for the first year, a point for the last, and the way between them.
var change = &chart.Kind{
	Name: "change", Keys: []string{"from", "to", "members", "highlight"}, Hollow: true,
	Form:  form.Rows{Axis: true, Joined: true, Keyed: true, Pitch: 20},
	Begin: (*chart.Query).Between,
	Marks: func(q *chart.Query, m *chart.Model) {
		changeRows(q, m)
		if len(m.Marks) == 0 && !q.Errs.Failed() {
			q.Errorf("measure", "no member has %s for both %d and %d in the edition of %s",
				q.Measure.ID, m.From, m.To, m.Edition).Hint("%s", q.YearsHint(m.Edition, q.Measure.ID))
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
		ofBoth := func(head chart.Heading, cell func(row chart.Marks) string) chart.TableColumn {
			return chart.TableColumn{Heading: head, Cell: func(row chart.Marks) string {
				if len(row) < 2 {
					return ""
				}
				return cell(row)
			}}
		}
		number := func(n chart.Number) string { return q.Number(n.V, n.Decimals) }
		first, last := q.Heading(strconv.Itoa(m.From), q.Measure.Unit), q.Heading(strconv.Itoa(m.To), q.Measure.Unit)
		move := q.Heading(q.Message("chart.change.column_change"), q.DistanceUnit())
		return m.RowTable(ofBoth(first, func(row chart.Marks) string { return number(row[0].Value) }),
			chart.TableColumn{Heading: last, Cell: func(row chart.Marks) string { return number(lastOf(row).Value) }},
			ofBoth(move, func(row chart.Marks) string { return q.Signed(moveOf(row).V, moveOf(row).Decimals) }),
			chart.TableColumn{Heading: q.HeadOf("chart.change.column_note"), Why: true,
				Cell: func(row chart.Marks) string { return changeNote(q, m.From, row) }})
	},
	Title:    changeTitle,
	Subtitle: measured("chart.change.subtitle"),
	Summary:  chart.Sentences{changeCounts, changeCrossed, changeJoined, changeAbsent, changeEstimates},
}

// changeRows makes the rows, those that rose furthest first, and those that joined in between last.
func changeRows(q *chart.Query, m *chart.Model) {
	var rows []chart.Marks
	for _, who := range q.Shown(m.To) {
		if row := changeRow(q, m, who); row != nil {
			rows = append(rows, row)
		}
	}
	by := func(row chart.Marks) float64 {
		if len(row) == 1 {
			return row[0].Value.V
		}
		return moveOf(row).V
	}
	slices.SortStableFunc(rows, func(a, b chart.Marks) int {
		return cmp.Or(len(b)-len(a), cmp.Compare(by(b), by(a)))
	})
	m.Append(slices.Concat(rows...)...)
}

// changeRow makes the marks of a member, or says why there are none: below the
// rows where all are shown, at its place where the spec names it.
func changeRow(q *chart.Query, m *chart.Model, who *dataset.Member) chart.Marks {
	first, before := m.Edition.Figure(who.Code, m.From, q.Measure.ID)
	last, after := m.Edition.Figure(who.Code, m.To, q.Measure.ID)
	mark := func(f *dataset.Figure, series int) *chart.Mark {
		k := q.MarkOf(f)
		k.Row, k.Series, k.Tone = who.Name, series, q.SideTone(f.Member, f.Value)
		return k
	}
	named, both := len(q.Members) > 0, before && after && who.Exempt == ""
	lacks, why := m.To, q.NoFigure()
	if after {
		lacks = m.From
	}
	switch {
	case named && who.Joined.Year > m.To:
		q.NotYet(who, "a later year", m.To)
		return nil
	case who.Exempt != "" && !named:
		why = who.Exempt
	case after && who.Joined.Year > m.From, // what is said of it before it joined does not count
		both && dataset.BreakBetween(first, last) != nil:
		return chart.Marks{mark(last, 1)}
	case both:
		return chart.Marks{mark(first, 0), mark(last, 1)}
	case named:
		q.NoFigureIn(m.Edition, who, strconv.Itoa(lacks))
		return nil
	case before || after:
		why = q.Message("chart.change.no_figure_for", "year", lacks)
	}
	m.Absent = append(m.Absent, chart.Absent{Member: who, Why: why})
	return nil
}

// changeColumns puts the two figures and the change beside each row.
func changeColumns(q *chart.Query, m *chart.Model) {
	first, last, by := m.Columns[0].Cells, m.Columns[1].Cells, map[string]string{}
	for name, row := range m.Rows() {
		last[name] = q.Text(lastOf(row).Value)
		if len(row) == 2 {
			first[name], by[name] = q.Text(row[0].Value), q.SignedIn(moveOf(row))
		} else if by[name] = q.Message("chart.change.broken"); joinedAfter(q, m.From, row[0]) {
			by[name] = q.Message("chart.change.joined", "year", q.V.Members[row[0].Member].Joined.Year)
		}
	}
	m.Columns = append(m.Columns, chart.Column{Head: q.Message("chart.change.column_change"), Cells: by, Bold: true})
}

// joinedAfter reports whether a member joined after a year; else a row that
// has one year alone is not compared with the other.
func joinedAfter(q *chart.Query, year int, k *chart.Mark) bool {
	return q.V.Members[k.Member].Joined.Year > year
}

// changeNote returns a sentence on which of a row's figures are estimates, and who joined when.
func changeNote(q *chart.Query, from int, row chart.Marks) string {
	alone, estimated := "", ""
	switch {
	case len(row) == 1 && joinedAfter(q, from, row[0]):
		alone = q.Message("chart.change.joined_on", "day", q.V.Members[row[0].Member].Joined)
	case len(row) == 1:
		alone = q.Message("chart.change.broken")
	}
	if years := lists.Filter(row, chart.IsEstimate); len(years) > 0 {
		estimated = q.Message("chart.change.estimate_for", "years", lists.Each(years, chart.YearName))
	}
	return q.Clauses(alone, estimated)
}
