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

// sourceOf says whose figures a chart shows, how estimates are drawn, and the terms.
func (s *Export) sourceOf(c *chart.Chart) string {
	apart := s.Catalog.Message("frame.semicolon")
	sources := strings.Join(lists.Each(report.Credits(c), s.CreditText), apart)
	line := s.Catalog.Message("chart_page.source", "sources", sources)
	if c.EstimateKey != "" {
		line += apart + c.EstimateKey
	}
	return strings.Join(append([]string{line + "."}, s.LicensesOf(c)...), " ")
}

// wordsBelow returns the text below a picture: what the page around the chart shows.
func (s *Export) wordsBelow(t *ChartExport) raster.Words {
	w := raster.Words{Source: s.sourceOf(t.Chart), Site: s.Config.Title, URL: s.Config.BaseURL + t.URL()}
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
	var rows, counts []map[string]string // by column
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
				rows = append(rows, map[string]string{"member": f.Member, "name": s.Data.Members[f.Member].Name,
					"year": strconv.Itoa(f.Year), "measure": f.Measure, "value": f.Plain(),
					"unit": s.Data.Measures[f.Measure].Unit.ID, "status": f.Status.String(), "source": f.Source,
					"released": f.Released.String(), "prices": pricesOf(f), "note": report.NoteTexts(f.Notes),
					"terms": cmp.Or(src.License, noBulk)})
			}
			own = own || f.Plain() == m.Value.Plain()
			if first < 0 && rows[at[f]][name] == "" && f.Year == m.Year && (m.Measure == "" || m.Measure == f.Measure) {
				first = at[f]
			}
		}
		switch {
		case own && m.Of == 0 || m.Member == "":
		case first >= 0 && m.Of == 0:
			rows[first][name], rows[first][name+"_unit"] = m.Value.Plain(), m.Value.Unit.ID
			if c.Shows() != "" {
				rows[first]["guideline"] = guideline(m.Member)
			}
		default:
			counts = append(counts, s.countRow(c, m, name, guideline()))
		}
	}
	return chartColumns(append(rows, counts...), name, terms)
}

// countRow returns the row of a mark that shows no single figure.
func (s *Export) countRow(c *chart.Chart, m *chart.Mark, name, guideline string) map[string]string {
	e := cmp.Or(m.Edition, c.Edition)
	r := map[string]string{"member": m.Member, "year": strconv.Itoa(m.Year), "measure": cmp.Or(m.Measure, name),
		"value": m.Value.Plain(), "unit": m.Value.Unit.ID, "source": e.Source.ID,
		"released": e.Release.Date.String(), "note": s.NoteOfCount(c, m), "terms": e.Source.License}
	if one := s.Data.Members[m.Member]; one != nil {
		r["name"] = one.Name
	}
	if m.Of != 0 {
		r["measure"], r["of"], r["guideline"] = cmp.Or(m.Measure, "meeting"), strconv.Itoa(m.Of), guideline
		if r["status"] = dataset.Actual.String(); m.Estimate {
			r["status"] = dataset.Estimate.String()
		}
	}
	return r
}

// figureColumns are those that a chart's file always has: of data/figures.csv, with the member's name.
var figureColumns = []column{{"member", false}, {"name", false}, {"year", true}, {"measure", false}, {"value", true},
	{"unit", false}, {"status", false}, {"source", false}, {"released", false}}

// chartColumns returns the table of rows, with those further columns that some row has something in: what a mark shows,
// and in which unit, the denominator of a count, the guideline that either is of, and the year of a figure's prices.
func chartColumns(rows []map[string]string, shown string, terms bool) *table {
	t := &table{rows: make([][]string, len(rows))}
	for n, c := range slices.Concat(figureColumns, []column{{shown, true}, {shown + "_unit", false}, {"of", true},
		{"guideline", false}, {"prices", true}, {"note", false}, {"terms", false}}) {
		cells := lists.Each(rows, func(r map[string]string) string { return r[c.name] })
		if n >= len(figureColumns) && strings.Join(cells, "") == "" || c.name == "terms" && !terms {
			continue
		}
		t.columns = append(t.columns, c)
		for i, cell := range cells {
			t.rows[i] = append(t.rows[i], cell)
		}
	}
	return t
}
