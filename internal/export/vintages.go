package export

import (
	"slices"
	"strconv"

	"burdenshare/internal/lists"
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
		several := lists.Filter(v.Series, func(r pages.RecordSeries) bool { return r.File != "" })
		if len(several) > 0 {
			names := lists.Each(several, func(r pages.RecordSeries) string { return r.File })
			names = append(names, several[0].Workbook)
			files.Group(names, []byte(v.Name), func() { s.vintagesOf(v.Name, several, files) })
		}
	}
}

func (s *Export) vintagesOf(name string, all []pages.RecordSeries, files *Files) {
	sheets := s.vintageSheets(all)
	for i, series := range all {
		files.Add(series.File, sheets[i+1].csv())
	}
	data, err := s.workbook(name, sheets)
	files.picture(all[0].Workbook, data, err)
}

// vintageSheets returns a table for each series, after one that says what they hold: the name of a sheet is short.
func (s *Export) vintageSheets(all []pages.RecordSeries) []sheet {
	say := s.Catalog.Message
	contents := &table{columns: []column{{say("data.sheet.name"), false}, {say("data.holds"), false}}}
	sheets := []sheet{{say("data.sheet.contents"), contents}}
	for i, series := range all {
		name := sheetName(strconv.Itoa(i+1) + " " + series.Measure.Name)
		sheets = append(sheets, sheet{name, s.triangle(series)})
		contents.rows = append(contents.rows, []string{name, series.Title})
	}
	return sheets
}

// triangle returns the table of years by the releases that are held, each from the first on. Amounts at the prices of
// different years are not revisions of each other, so the head of a column has them.
func (s *Export) triangle(of pages.RecordSeries) *table {
	t := &table{columns: []column{{"year", true}}}
	for _, c := range slices.Backward(of.Columns) {
		head := c.Day.String()
		if c.Prices != 0 {
			head += " (" + s.Catalog.Message("figure.prices", "year", c.Prices) + ")"
		}
		if c.Edition != nil {
			t.columns = append(t.columns, column{head, true})
		}
	}
	for _, row := range slices.Backward(of.Rows) {
		line := []string{strconv.Itoa(row.Year)}
		for i, c := range slices.Backward(row.Cells) {
			switch {
			case c.Figure != nil:
				line = append(line, c.Figure.Plain())
			case of.Columns[i].Edition != nil:
				line = append(line, "")
			}
		}
		t.rows = append(t.rows, line)
	}
	return t
}
