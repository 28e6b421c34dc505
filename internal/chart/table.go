package chart

import "burdenshare/internal/dataset"

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
	Text   string
	Header bool  // names its row
	Mark   *Mark // that it shows, in a table without a drawing
}

// A TableColumn is a column of a table with a row for each row of the drawing.
type TableColumn struct {
	Heading Heading
	Cell    func(row []*Mark) string
	Why     bool                         // has the reason why members have no mark
	Absent  func(*dataset.Member) string // the text about them otherwise; nil for none
}

// RowTable returns the table of a chart of rows: the marks of each row, then the members without any.
func (m *Model) RowTable(columns ...TableColumn) Table { return m.TableOf(m.Y.Names, columns...) }

// TableOf is RowTable with the rows in an order of their own.
func (m *Model) TableOf(rows []string, columns ...TableColumn) Table {
	t := Table{Columns: make([]Heading, len(columns)), Rows: make([][]Cell, 0, len(rows)+len(m.Absent))}
	for i, c := range columns {
		t.Columns[i] = c.Heading
	}
	cells, n := make([]Cell, len(rows)*len(columns)), len(columns)
	for r, name := range rows {
		row, marks := cells[r*n:(r+1)*n:(r+1)*n], m.InRow(name)
		for i, c := range columns {
			row[i] = Cell{Text: c.Cell(marks), Header: i == 0}
		}
		t.Rows = append(t.Rows, row)
	}
	for _, a := range m.Absent {
		row := make([]Cell, len(columns))
		row[0] = Cell{Text: a.Member.Name, Header: true}
		for i, c := range columns {
			switch {
			case c.Why:
				row[i].Text = a.Why
			case c.Absent != nil:
				row[i].Text = c.Absent(a.Member)
			}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// MarkTable is RowTable with a row for each mark.
func (m *Model) MarkTable(columns ...TableColumn) Table {
	var t Table
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Heading)
	}
	for _, k := range m.Marks {
		row := make([]Cell, len(columns))
		for i, c := range columns {
			row[i] = Cell{Text: c.Cell([]*Mark{k}), Header: i == 0}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// InTable returns the column of a drawing as one of a table.
func (c *Column) InTable() TableColumn {
	return TableColumn{Heading: Heading{Name: c.Head, Numeric: true},
		Cell: func(row []*Mark) string { return c.Cells[row[0].Row] }}
}

// NameColumn names the row.
func (w Messages) NameColumn() TableColumn {
	return TableColumn{Heading: w.MemberHeading(), Cell: func(row []*Mark) string { return row[0].Row }}
}

// FigureColumn shows the figure of a measure that the row rests on.
func (w Messages) FigureColumn(measure *dataset.Measure) TableColumn {
	return TableColumn{Heading: w.Heading(measure.Name, measure.Unit), Cell: func(row []*Mark) string {
		for _, f := range row[0].Figures {
			if f.Measure == measure.ID {
				return w.Number(f.Value, f.Decimals)
			}
		}
		return ""
	}}
}

// ValueColumn shows what the row's mark shows.
func (q *Query) ValueColumn(name string) TableColumn {
	return TableColumn{Heading: Heading{Name: name, Numeric: true},
		Cell: func(row []*Mark) string { return q.ValueCell(row[0]).Text }}
}

// StatusColumn reports whether the row is an estimate.
func (w Messages) StatusColumn() TableColumn {
	return TableColumn{Heading: w.StatusHeading(), Why: true,
		Cell: func(row []*Mark) string { return w.Status(row[0].Estimate) }}
}

// CodeColumn shows the short name of a member.
func (q *Query) CodeColumn(head string) TableColumn {
	return TableColumn{Heading: Heading{Name: head}, Absent: TileCode,
		Cell: func(row []*Mark) string { return TileCode(q.V.Members[row[0].Member]) }}
}

// TileCode is the short name of a member.
func TileCode(m *dataset.Member) string {
	if m.ISO2 != "" {
		return m.ISO2
	}
	return m.Code
}
