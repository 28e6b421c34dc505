package chart

import (
	"cmp"
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// A Table holds the numbers of a drawing as text.
type Table struct {
	Caption string
	Columns []Heading
	Rows    [][]Cell // as many cells as Columns
}

// A Heading is the head of a table's column.
type Heading struct {
	Name    string
	Numeric bool // aligned as numbers
}

// A Cell is one text of a table.
type Cell struct {
	Text    string
	Header  bool  // names its row
	Numeric bool  // like its column
	Mark    *Mark // that it shows, in a table without a drawing
}

// A TableColumn is a column of a table, beside the names of its rows.
type TableColumn struct {
	Heading Heading
	Cell    func(row []*Mark) string
	Why     bool                         // has the reason why members have no mark
	Absent  func(*dataset.Member) string // the text about them otherwise; nil for none
}

// TableOf returns a table with a row for each name: what the columns show of its marks, then the members without any.
func (m *Model) TableOf(head Heading, names []string, rows [][]*Mark, columns ...TableColumn) Table {
	heads := lists.Each(columns, func(c TableColumn) Heading { return c.Heading })
	t := Table{Columns: append([]Heading{head}, heads...)}
	add := func(name string, text func(TableColumn) string) {
		row := []Cell{{Text: name, Header: true}}
		for _, c := range columns {
			row = append(row, Cell{Text: text(c), Numeric: c.Heading.Numeric})
		}
		t.Rows = append(t.Rows, row)
	}
	for i, name := range names {
		add(name, func(c TableColumn) string { return c.Cell(rows[i]) })
	}
	for _, a := range m.Absent {
		add(a.Member.Name, func(c TableColumn) string {
			switch {
			case c.Why:
				return a.Why
			case c.Absent != nil:
				return c.Absent(a.Member)
			}
			return ""
		})
	}
	return t
}

// RowTable returns the table of a chart of rows.
func (m *Model) RowTable(columns ...TableColumn) Table {
	return m.TableOf(m.HeadOf("chart.column.member"), m.Y.Names, lists.Each(m.Y.Names, m.InRow), columns...)
}

// MarkTable returns a table with a row for each mark.
func (m *Model) MarkTable(head Heading, name func(*Mark) string, columns ...TableColumn) Table {
	return m.TableOf(head, lists.Each(m.Marks, name), slices.Collect(slices.Chunk(m.Marks, 1)), columns...)
}

// SeriesTable returns a table with a column for each series, and rows in which each of its marks is in one.
func (q *Query) SeriesTable(m *Model, head Heading, names []string, nameOf func(*Mark) string) Table {
	var columns []TableColumn
	for i, s := range m.Series {
		columns = append(columns, TableColumn{Heading: q.Heading(s.Name, m.Of(i)[0].Value.Unit),
			Cell: func(row []*Mark) string { return q.ValueIn(row, func(k *Mark) bool { return k.Series == i }) }})
	}
	rows := map[string][]*Mark{}
	for _, k := range m.Marks {
		rows[nameOf(k)] = append(rows[nameOf(k)], k)
	}
	return m.TableOf(head, names, lists.Each(names, func(name string) []*Mark { return rows[name] }), columns...)
}

// YearTable returns the table of a chart over years: a row for each year and a column for each series.
func (q *Query) YearTable(m *Model) Table {
	return q.SeriesTable(m, q.HeadOf("chart.column.year"), m.yearNames(), YearName)
}

// YearName names a mark by its year.
func YearName(k *Mark) string { return strconv.Itoa(k.Year) }

// RowName names a mark by its row.
func RowName(k *Mark) string { return k.Row }

// ValueIn writes what the one mark of a row shows for which a condition holds, or that there is none.
func (q *Query) ValueIn(row []*Mark, holds func(*Mark) bool) string {
	if i := slices.IndexFunc(row, holds); i >= 0 {
		return q.ValueText(row[i])
	}
	return q.NoFigure()
}

// ValueText writes what a mark shows, without its unit.
func (q *Query) ValueText(k *Mark) string {
	text := q.Number(k.Value.V, k.Value.Decimals)
	if k.Value.Signed {
		text = q.Signed(k.Value.V, k.Value.Decimals)
	}
	return q.roughText(text, k.Estimate)
}

// ColumnOf returns a column on the first mark of each row.
func ColumnOf(head Heading, cell func(*Mark) string) TableColumn {
	return TableColumn{Heading: head, Cell: func(row []*Mark) string { return cell(row[0]) }}
}

// InTable returns the column of a drawing as one of a table.
func (c *Column) InTable() TableColumn {
	return ColumnOf(Heading{c.Head, true}, func(k *Mark) string { return c.Cells[k.Row] })
}

// FigureColumn shows the figure of a measure that the row rests on.
func (w Messages) FigureColumn(measure *dataset.Measure) TableColumn {
	return TableColumn{Heading: w.Heading(measure.Name, measure.Unit), Cell: func(row []*Mark) string {
		if f := lists.Find(figuresOf(row), func(f *dataset.Figure) bool { return f.Measure == measure.ID }); f != nil {
			return w.Number(f.Value, f.Decimals)
		}
		return ""
	}}
}

// StatusColumn reports whether the row rests on an estimate.
func (w Messages) StatusColumn() TableColumn {
	return TableColumn{Heading: w.HeadOf("chart.column.status"), Why: true,
		Cell: func(row []*Mark) string { return w.Status(slices.ContainsFunc(row, IsEstimate)) }}
}

// CodeColumn shows the short name of a member.
func (q *Query) CodeColumn(key string) TableColumn {
	return TableColumn{Heading: q.HeadOf(key), Absent: TileCode,
		Cell: func(row []*Mark) string { return TileCode(q.V.Members[row[0].Member]) }}
}

// TileCode returns the short name of a member.
func TileCode(m *dataset.Member) string { return cmp.Or(m.ISO2, m.Code) }
