package kind

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file makes a cell for each member and column: of a heat map, of panels and of a table.

// A column is a measure in a year.
type column struct {
	measure *dataset.Measure
	year    int
}

// yearColumns returns a column for each year of a model.
func yearColumns(q *chart.Query, m *chart.Model) []column {
	var list []column
	for y := m.From; y <= m.To; y++ {
		list = append(list, column{q.Measure, y})
	}
	return list
}

// appendCells adds a row of marks for each member that the spec names, else of all members of the last column's year:
// the highest by the first measure, or in the last year, first. Those without any figure are absent.
func appendCells(q *chart.Query, m *chart.Model, columns []column) {
	members := slices.SortedFunc(slices.Values(q.Members),
		func(a, b *dataset.Member) int { return strings.Compare(a.Name, b.Name) })
	if len(members) == 0 {
		members = q.V.MembersIn(columns[len(columns)-1].year)
	}
	m.Begins = map[string]int{}
	m.Marks = slices.Grow(m.Marks, len(members)*len(columns))
	var exempt []chart.Absent
	for _, who := range members {
		if who.Exempt != "" {
			exempt = append(exempt, chart.Absent{Member: who, Why: who.Exempt})
			continue
		}
		n := len(m.Marks)
		for i, c := range columns {
			f, ok := m.Edition.Figure(who.Code, c.year, c.measure.ID)
			if !ok || c.year < who.Joined.Year {
				continue
			}
			k := q.MarkOf(f)
			if k.Row, k.Column, k.Label = who.Name, i, q.Number(f.Value, f.Decimals); c.measure.Unit.Money() {
				k.Label = q.Money(c.measure.Unit, f.Value)
			}
			m.Append(k)
		}
		switch {
		case n == len(m.Marks):
			m.Absent = append(m.Absent, chart.Absent{Member: who, Why: q.NoFigure()})
		case who.Joined.Year > columns[0].year:
			m.Begins[who.Name] = who.Joined.Year
		}
	}
	m.Absent = append(m.Absent, exempt...)
	if q.Spec.Sort == "name" {
		return // as they come
	}
	by := 0
	if m.Year == 0 {
		by = len(columns) - 1
	}
	m.SortRows("", func(row chart.Marks) float64 {
		if i := slices.IndexFunc(row, func(k *chart.Mark) bool { return k.Column == by }); i >= 0 {
			return row[i].Value.V
		}
		return math.Inf(-1)
	})
}

// cellTable has a row for each member and a column for each year.
func cellTable(q *chart.Query, m *chart.Model) chart.Table {
	var columns []chart.TableColumn
	for _, c := range yearColumns(q, m) {
		columns = append(columns, chart.TableColumn{Heading: chart.Heading{Name: strconv.Itoa(c.year), Numeric: true},
			Why: true, Cell: func(row chart.Marks) string {
				if c.year < m.Begins[row[0].Row] {
					return q.Message("chart.heatmap.not_a_member")
				}
				return q.ValueIn(row, func(k *chart.Mark) bool { return k.Year == c.year })
			}})
	}
	return m.RowTable(columns...)
}

// cellsOpen names what has no figure: members, years, and years of members.
func cellsOpen(q *chart.Query, m *chart.Model) {
	members := lists.Each(m.Absent, func(a chart.Absent) *dataset.Member { return a.Member })
	absent := lists.Filter(members, func(who *dataset.Member) bool { return who.Exempt == "" })
	if len(absent) > 0 {
		q.SayAll(q.NoFigures(absent))
	}
	none := m.YearsWithout(m.Marks)
	if len(none) > 0 {
		q.Say("chart.heatmap.no_figures_for", "years", q.Runs(none))
	}
	lacks := func(row string) string {
		return q.Runs(lists.Filter(m.YearsWithout(m.InRow(row)), func(y int) bool {
			return y >= m.Begins[row] && !slices.Contains(none, y)
		}))
	}
	q.SayAll(chart.Grouped(m.Y.Names, lacks, func(row string) string { return row }, q.Lacking)...)
	late := lists.Filter(m.Y.Names, func(row string) bool { return m.Begins[row] > 0 })
	q.SayNames("chart.heatmap.joined", late)
	q.SayAll(q.Excused(members)...)
}
