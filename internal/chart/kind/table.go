package kind

import (
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
)

// tableKind has a row for each member, and a column for each year of a measure or
// for each measure of a year. It is printed as it is, without a drawing.
var tableKind = &chart.Kind{
	Name: "table", Keys: []string{"measures", "year", "from", "to", "members", "highlight", "sort"},
	Sorts:   []string{"value", "name"},
	Without: "guideline",
	Model: func(q *chart.Query) *chart.Model {
		q.Guideline = nil
		byYear := len(q.Spec.Measures) == 0 && q.Spec.Year == 0
		if !byYear && (q.Spec.From != 0 || q.Spec.To != 0) {
			q.Errorf("year", "a table is of measures in one year, or of one measure over years").
				Hint("leave out from and to, or year and measures")
		}
		if len(q.Spec.Measures) > 0 && q.Spec.Measure != "" {
			q.Errorf("measure", "a table has measure or measures").Hint("leave one of them out")
		}
		measures := measuresOf(q)
		if q.Errs.Failed() {
			return nil
		}
		var m *chart.Model
		if byYear {
			m = tableYears(q)
		} else {
			m = tableYear(q, measures)
		}
		if m == nil {
			return nil
		}
		columns := tableColumns(q, m)
		appendCells(q, m, columns, max(0, len(columns)-1)*(1-min(1, m.Year)))
		for _, who := range q.Members {
			if !slices.Contains(m.Y.Names, who.Name) {
				q.NoMember(who, "leave it out", "no figure of %s in the edition of %s", who.Name, m.Edition)
			}
		}
		if len(m.Marks) == 0 && !q.Errs.Failed() {
			q.Errorf("measure", "no member has a figure in the edition of %s", m.Edition).
				Hint("%s", q.Answers(m.Edition, q.Measure.ID))
		}
		if q.Errs.Failed() {
			return nil
		}
		return m
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		t := chart.Table{Columns: []chart.Heading{q.MemberHeading()}}
		columns := tableColumns(q, m)
		for _, c := range columns {
			if h := (chart.Heading{Name: strconv.Itoa(c.year), Numeric: true}); m.Year == 0 {
				t.Columns = append(t.Columns, h)
			} else {
				t.Columns = append(t.Columns, q.Heading(q.BriefName(c.measure), c.measure.Unit))
			}
		}
		return tableRows(q, m, t)
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		switch {
		case m.Year == 0:
			return q.Message("chart.measured_over", "measure", q.Measure.Name, "years", q.Span(m.From, m.To))
		case len(q.Members) > 0:
			return q.Message("chart.table.title", "who", q.FewOfThese(chart.NamesOf(q.Members), len(q.Members)), "year", m.Year)
		}
		return q.Message("chart.table.title", "who", q.Terms.Collective, "year", m.Year)
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		if m.Year == 0 {
			return q.Message("chart.table.unit", "unit", q.InUnit(q.Measure.Unit))
		}
		var names []string
		for _, c := range tableColumns(q, m) {
			names = append(names, q.BriefName(c.measure))
		}
		return q.Clauses(names...)
	},
	Summary: chart.Sentences{cellsOpen},
}

// measuresOf returns the measures that the spec names, else the one of the query.
func measuresOf(q *chart.Query) []*dataset.Measure {
	var list []*dataset.Measure
	for i, id := range q.Spec.Measures {
		switch m := q.V.Measures[id]; {
		case m == nil:
			q.ItemErrorf("measures", i, "unknown measure %q", id).Hint("%s", q.V.MeasureHint(id))
		case slices.Contains(list, m):
			q.ItemErrorf("measures", i, "%s is named twice", id).Hint("name each measure once")
		default:
			list = append(list, m)
		}
	}
	if len(q.Spec.Measures) == 0 {
		list = append(list, q.Measure)
	}
	return list
}

// tableYears begins the model of a table over years; nil where no edition has any.
func tableYears(q *chart.Query) *chart.Model {
	if len(q.Members) == 0 {
		return q.Counted()
	}
	e := q.EditionHolding()
	if e == nil {
		return nil
	}
	m := q.Model(e)
	m.From, m.To = q.Within(e)
	return m
}

// tableYear begins that of one year.
func tableYear(q *chart.Query, measures []*dataset.Measure) *chart.Model {
	e, year := q.EditionWith(measures...)
	if e == nil {
		return nil
	}
	m := q.Model(e)
	m.Year, m.From, m.To = year, year, year
	return m
}

// tableColumns returns the columns of a table: of a year the measures.
func tableColumns(q *chart.Query, m *chart.Model) []column {
	if m.Year == 0 {
		return yearColumns(q, m)
	}
	var list []column
	for _, measure := range measuresOf(q) {
		list = append(list, column{measure, m.Year})
	}
	return list
}

// tableRows adds the rows of a table: the cells with their marks, and the members without any.
func tableRows(q *chart.Query, m *chart.Model, t chart.Table) chart.Table {
	for _, name := range m.Y.Names {
		row := make([]chart.Cell, len(t.Columns))
		row[0] = chart.Cell{Text: name, Header: true}
		for i := range row[1:] {
			row[i+1].Text = q.Message("chart.table.none")
		}
		for _, k := range m.InRow(name) {
			row[0].Mark = k
			row[k.Column+1] = chart.Cell{Text: q.Number(k.Value.V, k.Value.Decimals), Mark: k}
		}
		t.Rows = append(t.Rows, row)
	}
	for _, a := range m.Absent {
		row := make([]chart.Cell, len(t.Columns))
		row[0], row[len(row)-1] = chart.Cell{Text: a.Member.Name, Header: true}, chart.Cell{Text: a.Why}
		t.Rows = append(t.Rows, row)
	}
	return t
}
