package kind

import (
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// tableKind has a row for each member, and a column for each year of a measure or
// for each measure of a year. It is printed as it is, without a drawing.
var tableKind = &chart.Kind{
	Name: "table", Keys: []string{"measures", "year", "from", "to", "members", "highlight", "sort"},
	Sorts:   []string{"value", "name"},
	Without: "guideline",
	Begin: func(q *chart.Query) *chart.Model {
		q.Guideline = nil
		byYear := len(q.Spec.Measures) == 0 && q.Spec.Year == 0
		if !byYear && (q.Spec.From != 0 || q.Spec.To != 0) {
			q.Errorf("year", "a table is of measures in one year, or of one measure over years").
				Hint("leave out from and to, or year and measures")
		}
		if len(q.Spec.Measures) > 0 && q.Spec.Measure != "" {
			q.Errorf("measure", "a table has measure or measures").Hint("leave one of them out")
		}
		switch measures := measuresOf(q); {
		case q.Errs.Failed():
			return nil
		case !byYear:
			return q.With(measures...)
		case len(q.Members) == 0:
			return q.Counted()
		}
		return q.Holding()
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		if m.Year != 0 {
			m.From, m.To = m.Year, m.Year
		}
		appendCells(q, m, tableColumns(q, m))
		for _, who := range q.Members {
			if !slices.Contains(m.Y.Names, who.Name) {
				q.NoMember(who, "leave it out", "no figure of %s in the edition of %s", who.Name, m.Edition)
			}
		}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		var columns []chart.TableColumn
		for i, c := range tableColumns(q, m) {
			head := chart.Heading{Name: strconv.Itoa(c.year), Numeric: true}
			if m.Year != 0 {
				head = q.Heading(q.BriefName(c.measure), c.measure.Unit)
			}
			columns = append(columns, chart.TableColumn{Heading: head, Cell: func(row chart.Marks) string {
				for _, k := range row {
					if k.Column == i {
						return q.Number(k.Value.V, k.Value.Decimals)
					}
				}
				return q.Message("chart.table.none")
			}})
		}
		columns[len(columns)-1].Why = true
		t := m.RowTable(columns...)
		for r, name := range m.Y.Names {
			for _, k := range m.InRow(name) {
				t.Rows[r][0].Mark, t.Rows[r][k.Column+1].Mark = k, k
			}
		}
		return t
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		switch {
		case m.Year == 0:
			return q.Message("chart.measured_over")
		case len(q.Members) > 0:
			return q.Message("chart.table.title", "who", q.FewOfThese(dataset.Names(q.Members), len(q.Members)))
		}
		return q.Message("chart.table.title", "who", q.Terms.Members())
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		if m.Year == 0 {
			return q.Message("chart.table.unit", "unit", q.InUnit(q.Measure.Unit))
		}
		brief := func(c column) string { return q.BriefName(c.measure) }
		return q.Clauses(lists.Each(tableColumns(q, m), brief)...)
	},
	Summary: chart.Sentences{cellsOpen},
}

// measuresOf returns the measures that the spec names, else the one of the query.
func measuresOf(q *chart.Query) []*dataset.Measure {
	if len(q.Spec.Measures) == 0 {
		return []*dataset.Measure{q.Measure}
	}
	return chart.LookUp(q, "measures", "measure", q.Spec.Measures, q.V.Measures, q.V.MeasureHint)
}

// tableColumns returns the columns of a table: of a year the measures.
func tableColumns(q *chart.Query, m *chart.Model) []column {
	if m.Year == 0 {
		return yearColumns(q, m)
	}
	return lists.Each(measuresOf(q), func(measure *dataset.Measure) column { return column{measure, m.Year} })
}
