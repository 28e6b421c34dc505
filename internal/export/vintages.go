package export

import (
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/pages"
	"burdenshare/internal/parallel"
)

// Vintages adds the figures of each member by each measure, a row for each year and a column for each release: a file
// for each measure, and a workbook for each member. They are linked where the same table is shown.
func (s *Export) Vintages(list []*pages.Page, files map[string][]byte, errs *diag.List) {
	type made struct {
		files map[string][]byte
		err   error
	}
	all := make([]made, len(list))
	parallel.Do(len(list), func(i int) {
		v, ok := list[i].View.(*pages.Records)
		if !ok {
			return
		}
		m := made{files: map[string][]byte{}}
		var sheets []sheet
		workbook := ""
		for _, series := range v.Series {
			if series.File == "" {
				continue
			}
			t := triangle(series.Rows, series.Days())
			m.files[series.File], workbook = t.csv(), series.Workbook
			sheets = append(sheets, sheet{series.Source.ID + " " + series.Measure.ID, t})
		}
		if workbook != "" {
			m.files[workbook], m.err = s.workbook(v.Name, sheets)
		}
		all[i] = m
	})
	for _, m := range all {
		if m.err != nil {
			pictureFault(errs, m.err)
		}
		for name, data := range m.files {
			files[name] = data
		}
	}
}

// triangle returns the table of years by releases, each from the first on.
func triangle(rows []pages.MatrixRow, days []string) *table {
	t := &table{columns: []column{{"year", true}}}
	for i := range days {
		t.columns = append(t.columns, column{days[len(days)-1-i], true})
	}
	for i := range rows {
		row := rows[len(rows)-1-i]
		line := []string{strconv.Itoa(row.Year)}
		for j := range row.Cells {
			f := row.Cells[len(row.Cells)-1-j].Figure
			if f == nil {
				line = append(line, "")
				continue
			}
			line = append(line, dataset.Plain(f.Value, f.Decimals))
		}
		t.rows = append(t.rows, line)
	}
	return t
}
