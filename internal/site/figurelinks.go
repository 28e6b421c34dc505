package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/dataset"
	"burdenshare/internal/export"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// This file leads from numbers on a page to the figures that they are made from, and to the releases it rests on.

// Num returns a number as a table has it, leading to the row of the figure that it is made from.
func (f *frame) Num(text string, of *dataset.Figure) template.HTML {
	if of == nil {
		return template.HTML(template.HTMLEscapeString(text))
	}
	return report.NumberAt(f.Root, text, of)
}

// Cells returns the cells of a matrix's row. On the page of a member's figures each has its place, and the row of the
// release file; elsewhere each leads there.
func (f *frame) Cells(row pages.MatrixRow, places bool) template.HTML {
	b, catalog := &strings.Builder{}, f.Site.Catalog
	b.Grow(200 * len(row.Cells))
	for _, c := range row.Cells {
		switch {
		case c.Gap:
			b.WriteString(`<td class="num none"><abbr title="` +
				template.HTMLEscapeString(catalog.Message("data.not_held")) + `">·</abbr></td>`)
			continue
		case c.Figure == nil:
			b.WriteString("<td></td>")
			continue
		}
		b.WriteString(`<td class="num` + c.Side)
		if c.Estimate {
			b.WriteString(" est")
		}
		line := f.Site.RowOf(c.Figure)
		switch {
		case !places:
			b.WriteString(`">` + string(f.Num(c.Text, c.Figure)))
		case line.File == "":
			b.WriteString(`" id="` + report.RecordID(c.Figure) + `">` + template.HTMLEscapeString(c.Text))
		default:
			b.WriteString(`" id="` + report.RecordID(c.Figure) + `">` +
				string(report.ClassLink("n", address.Href(f.Root, line.Path()), c.Text)))
		}
		if c.Estimate {
			b.WriteString(`<abbr title="` + template.HTMLEscapeString(catalog.Message("evidence.estimate")) + `">` +
				template.HTMLEscapeString(catalog.Message("evidence.estimate_mark")) + `</abbr>`)
		}
		b.WriteString(string(report.NoteMark(catalog, c.Notes)))
		if places && line.File != "" {
			row := catalog.Message("records.row", "n", line.Row)
			b.WriteString(`<small>` + template.HTMLEscapeString(row) + `</small>`)
		}
		b.WriteString("</td>")
	}
	return template.HTML(b.String())
}

// Heads returns what the heads of a chart's table lead to: a member to its figures, as a measure where there is one
// member, a year to its page, a day to the release.
func (v chartView) Heads() map[string]string {
	s, heads := v.Site, map[string]string{}
	percent := " (" + s.Catalog.Message("chart.column_unit.percent") + ")"
	add := func(text, path string) {
		if heads[text] == "" {
			heads[text], heads[text+percent] = path, path
		}
	}
	figures := v.Chart.Figures()
	alone := !slices.ContainsFunc(figures, func(f *dataset.Figure) bool { return f.Member != figures[0].Member })
	for _, f := range figures {
		series := report.RecordURL(f.Member) + "#" + report.SeriesID(f.Source, f.Measure)
		if alone { // its measures lead to it too
			add(s.Brief(s.Data.Measures[f.Measure]), series)
		}
		add(s.Data.Members[f.Member].Name, series)
		if url := s.YearURL(f.Year); url != "" {
			add(strconv.Itoa(f.Year), url)
		}
	}
	for _, e := range v.Chart.Editions() {
		add(s.Catalog.Day(e.Release.Date), report.ReleasePath(e))
	}
	return heads
}

// Head returns a head of a chart's table, leading to where its numbers are from.
func (v chartView) Head(heads map[string]string, text string) template.HTML {
	if path := heads[text]; path != "" {
		return v.Link(path, text)
	}
	return template.HTML(template.HTMLEscapeString(text))
}

// Release returns an edition's name, leading to its release.
func (f place) Release(e *dataset.Edition) template.HTML {
	return f.Link(report.ReleasePath(e), f.Site.EditionName(e))
}

// ReleaseDay returns the day of an edition, leading to its release.
func (f place) ReleaseDay(e *dataset.Edition) template.HTML {
	return f.Link(report.ReleasePath(e), f.Site.Catalog.Day(e.Release.Date))
}

// Credits returns the editions of which a chart shows figures, by source.
func (v chartView) Credits() [][]*dataset.Edition { return report.Credits(v.Chart) }

// Credit returns a source with its editions, each leading to its release.
func (f *frame) Credit(of []*dataset.Edition) template.HTML {
	link := func(e *dataset.Edition, text string) template.HTML { return f.Link(report.ReleasePath(e), text) }
	return f.Site.Credit(of, link)
}

// Licenses returns the terms of a chart's sources, each once: on the chart's own page, and where figures may not be
// passed on in bulk. Elsewhere the foot of the page has them.
func (v chartView) Licenses() []string {
	bound := func(e *dataset.Edition) bool { return !e.Source.Redistribute }
	if _, alone := v.View.(*export.ChartExport); !alone && !slices.ContainsFunc(v.Chart.Editions(), bound) {
		return nil
	}
	return v.Site.LicensesOf(v.Chart)
}
