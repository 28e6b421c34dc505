package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/raster"
	"burdenshare/internal/report"
)

// Downloads adds the files of every chart and table.
func (s *Export) Downloads(files *Files) {
	for _, t := range s.charts {
		names := []string{t.File("csv"), t.File("xlsx")}
		if t.Form != nil {
			names = append(names, t.URL()+"option.json", t.URL()+"option.js", t.File("svg"), t.File("png"))
		}
		files.Group(names, t.Key(), func() { s.download(t, files) })
	}
}

func (s *Export) download(t *ChartExport, files *Files) {
	figures := s.chartTable(t.Chart)
	files.Add(t.File("csv"), figures.csv())
	xlsx, err := s.workbook(t.Title, s.named([]sheet{{"figures", figures}}))
	files.picture(t.File("xlsx"), xlsx, err)
	if t.Form == nil {
		return
	}
	files.Add(t.URL()+"option.json", t.Option(s.Theme.Colour))
	files.Add(t.URL()+"option.js", fmt.Appendf(nil, "chartOption(%q,%s);\n", t.Name, t.Option(chart.Property)))
	p := raster.Chart(s.Theme, t.Chart, s.wordsBelow(t))
	files.Add(t.File("svg"), p.SVG())
	s.paint(t.File("png"), p, files)
}

// paint adds a picture.
func (s *Export) paint(name string, p *raster.Picture, files *Files) {
	png, err := s.png(p)
	files.picture(name, png, err)
}

// png returns a picture as PNG; in a check nothing, or what it shows.
func (s *Export) png(p *raster.Picture) ([]byte, error) {
	switch {
	case !s.Check:
		return p.PNG(s.Paintings)
	case s.Compared:
		return p.SVG(), nil
	}
	return nil, nil
}

// wordsBelow returns the text below a picture: what the page around the chart shows.
func (s *Export) wordsBelow(t *ChartExport) raster.Words {
	sources := lists.Each(report.Credits(t.Chart), s.CreditText)
	apart := s.Catalog.Message("frame.semicolon")
	w := raster.Words{Source: s.Catalog.Message("chart_page.source", "sources", strings.Join(sources, apart)),
		Site: s.Config.Title, URL: s.Config.BaseURL + t.URL()}
	if t.EstimateKey != "" {
		w.Source += apart + t.EstimateKey
	}
	w.Source += "."
	for _, terms := range s.LicensesOf(t.Chart) {
		w.Source += " " + terms
	}
	for _, l := range s.NoteLines(t.Figures()) {
		if l.Mark {
			w.Source += " " + s.Catalog.Message("note.mark") + " " + l.Text
		}
	}
	return w
}

// chartTable returns a chart's figures as a table: a row for each figure that was drawn, and beside it what its mark
// shows where that is something else; what a mark shows of no single figure, such as a count, has a row of its own.
// Figures that may not be passed on in bulk carry their source's terms.
func (s *Export) chartTable(c *chart.Chart) *table {
	var rows, counts []figureRow
	terms := false
	at := map[*dataset.Figure]int{}
	name := cmp.Or(c.Shows(), "shown")
	guideline := func(members ...string) string { // with the mark that they have of their own
		if c.Guideline == nil {
			return ""
		}
		return s.Catalog.GoalName(c.Guideline.GoalOf(members...))
	}
	for _, m := range c.Model.Marks {
		own := false // some figure is what the mark shows
		first := -1  // row of the mark that shows nothing else yet
		for _, f := range m.Figures {
			if _, seen := at[f]; !seen {
				src := s.Data.Sources[f.Source]
				noBulk := s.Catalog.Message("chart_page.not_in_bulk", "publisher", src.Publisher)
				terms = terms || !src.Redistribute
				at[f] = len(rows)
				rows = append(rows, figureRow{cells: []string{f.Member, s.Data.Members[f.Member].Name,
					strconv.Itoa(f.Year), f.Measure, f.Plain(), s.Data.Measures[f.Measure].Unit.ID,
					f.Status.String(), f.Source, f.Released.String()},
					prices: pricesOf(f), note: report.NoteTexts(f.Notes), terms: cmp.Or(src.License, noBulk)})
			}
			own = own || f.Plain() == m.Value.Plain()
			if first < 0 && rows[at[f]].shown == "" && f.Year == m.Year && (m.Measure == "" || m.Measure == f.Measure) {
				first = at[f]
			}
		}
		switch {
		case own && m.Of == 0 || m.Member == "":
		case first >= 0 && m.Of == 0:
			rows[first].shown, rows[first].unit = m.Value.Plain(), m.Value.Unit.ID
			if c.Shows() != "" {
				rows[first].guideline = guideline(m.Member)
			}
		default:
			counts = append(counts, s.countRow(c, m, name, guideline()))
		}
	}
	return chartColumns(append(rows, counts...), name, terms)
}

// countRow returns the row of a mark that shows no single figure.
func (s *Export) countRow(c *chart.Chart, m *chart.Mark, name, guideline string) figureRow {
	e := cmp.Or(m.Edition, c.Edition)
	r := figureRow{note: s.NoteOfCount(c, m), terms: e.Source.License}
	status, who := "", ""
	if one := s.Data.Members[m.Member]; one != nil {
		who = one.Name
	}
	if m.Of != 0 {
		name, r.of, r.guideline = "meeting", strconv.Itoa(m.Of), guideline
		if status = dataset.Actual.String(); m.Estimate {
			status = dataset.Estimate.String()
		}
	}
	r.cells = []string{m.Member, who, strconv.Itoa(m.Year), cmp.Or(m.Measure, name), m.Value.Plain(), m.Value.Unit.ID,
		status, e.Source.ID, e.Release.Date.String()}
	return r
}

// A figureRow is a row of a chart's file.
type figureRow struct {
	cells       []string // as in the header of data/figures.csv, with the member's name
	shown, unit string   // what its mark shows, and in which unit
	of          string   // the denominator of a count
	guideline   string   // that a mark's number or a count is of
	prices      string   // the year at whose prices the figure is
	note, terms string
}

// chartColumns returns the columns that some row has something in.
func chartColumns(rows []figureRow, shown string, terms bool) *table {
	t := &table{columns: []column{{"member", false}, {"name", false}, {"year", true}, {"measure", false},
		{"value", true}, {"unit", false}, {"status", false}, {"source", false}, {"released", false}},
		rows: lists.Each(rows, func(r figureRow) []string { return r.cells })}
	add := func(c column, of func(r figureRow) string) {
		if !slices.ContainsFunc(rows, func(r figureRow) bool { return of(r) != "" }) {
			return
		}
		t.columns = append(t.columns, c)
		for i, r := range rows {
			t.rows[i] = append(t.rows[i], of(r))
		}
	}
	add(column{shown, true}, func(r figureRow) string { return r.shown })
	add(column{shown + "_unit", false}, func(r figureRow) string { return r.unit })
	add(column{"of", true}, func(r figureRow) string { return r.of })
	add(column{"guideline", false}, func(r figureRow) string { return r.guideline })
	add(column{"prices", true}, func(r figureRow) string { return r.prices })
	add(column{"note", false}, func(r figureRow) string { return r.note })
	if terms {
		add(column{"terms", false}, func(r figureRow) string { return r.terms })
	}
	return t
}
