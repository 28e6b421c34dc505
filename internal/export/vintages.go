package export

import (
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/pages"
)

// Vintages adds the figures of each member by each measure, a row for each year and a column for each release: a file
// for each measure, and a workbook for each member. They are linked where the same table is shown.
func (s *Export) Vintages(list []*pages.Page, files *Files) {
	for _, p := range list {
		v, ok := p.View.(*pages.Records)
		if !ok {
			continue
		}
		var names []string
		workbook := ""
		for _, series := range v.Series {
			if series.File != "" {
				names, workbook = append(names, series.File), series.Workbook
			}
		}
		if workbook != "" {
			files.Group(append(names, workbook), []byte(v.Name), func() { s.vintagesOf(v, workbook, files) })
		}
	}
}

func (s *Export) vintagesOf(v *pages.Records, workbook string, files *Files) {
	var sheets []sheet
	for _, series := range v.Series {
		if series.File == "" {
			continue
		}
		t := triangle(series)
		files.Add(series.File, t.csv())
		sheets = append(sheets, sheet{series.Source.ID + " " + series.Measure.ID, t})
	}
	data, err := s.workbook(v.Name, sheets)
	files.picture(workbook, data, err)
}

// triangle returns the table of years by releases, each from the first on.
func triangle(of pages.RecordSeries) *table {
	t := &table{columns: []column{{"year", true}}}
	for _, c := range slices.Backward(of.Columns) {
		t.columns = append(t.columns, column{c.Day.String(), true})
	}
	for _, row := range slices.Backward(of.Rows) {
		line := []string{strconv.Itoa(row.Year)}
		for _, c := range slices.Backward(row.Cells) {
			value := ""
			if f := c.Figure; f != nil {
				value = dataset.Plain(f.Value, f.Decimals)
			}
			line = append(line, value)
		}
		t.rows = append(t.rows, line)
	}
	return t
}
