package site

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// This file makes the page of every figure of a member or a group, on which
// each has a place of its own: the row of its release. Numbers elsewhere lead
// there, also to those that may not be passed on as a file.

// A recordView is what is shown of a member's or a group's figures.
type recordView struct {
	*dataset.Member
	URL    string
	Page   *memberView // the member's own page; nil for a group
	Series []recordSeries
	Count  int
}

// A recordSeries is all that one source has said of a member by one measure.
type recordSeries struct {
	ID      string
	Source  *dataset.Source
	Measure *dataset.Measure
	Title   string
	matrix
}

// A seriesKey names all that a source has said of a member by a measure.
type seriesKey struct{ member, source, measure string }

// makeSeries gathers what has been released by the report's day, the newest
// release first.
func (s *Site) makeSeries() {
	s.series = map[seriesKey][]*dataset.Figure{}
	for i := range slices.Backward(s.Data.Figures) {
		f := &s.Data.Figures[i]
		if k := (seriesKey{f.Member, f.Source, f.Measure}); !f.Released.After(s.opts.AsOf) {
			s.series[k] = append(s.series[k], f)
		}
	}
}

// Record returns the address of a figure's row.
func (f *frame) Record(of *dataset.Figure) string {
	return f.URL(report.RecordURL(of.Member) + "#" + report.RecordID(of))
}

// Num returns a number as a table has it, leading to the row of the figure
// that it is made from.
func (f *frame) Num(text string, of *dataset.Figure) template.HTML {
	if of == nil {
		return template.HTML(template.HTMLEscapeString(text))
	}
	return report.NumberAt(f.Root, text, of)
}

// RecordURL is the address of the member's figures.
func (v *memberView) RecordURL() string { return report.RecordURL(v.Code) }

// records makes the pages, members first.
func (s *Site) records() []*recordView {
	var views []*recordView
	for _, m := range slices.Concat(s.Data.AllMembers(), s.Data.Aggregates()) {
		v := &recordView{Member: m, URL: report.RecordURL(m.Code), Page: s.members[m.Code]}
		for _, source := range s.SourceIDs() {
			for _, measure := range s.MeasureIDs() {
				figures := s.series[seriesKey{m.Code, source, measure}]
				if len(figures) == 0 {
					continue
				}
				r := recordSeries{ID: report.SeriesID(source, measure), Source: s.Data.Sources[source], Measure: s.Data.Measures[measure], matrix: s.matrix(m, measure, figures)}
				r.Title = s.Book.Say("records.series", "source", r.Source.Name, "measure", r.Measure.Name, "unit", chart.Words{Book: s.Book}.ColumnUnit(r.Measure.Unit))
				v.Series, v.Count = append(v.Series, r), v.Count+r.matrix.Count
			}
		}
		if v.Count > 0 {
			views = append(views, v)
		}
	}
	return views
}

// Contents are the series of the page.
func (v *recordView) Contents() []article.ContentsLine {
	var list []article.ContentsLine
	for _, r := range v.Series {
		list = append(list, article.ContentsLine{Level: 2, ID: r.ID, Text: r.Title})
	}
	return list
}

// recordPage returns the page of a member's figures.
func (s *Site) recordPage(v *recordView) Page {
	return Page{Path: v.URL, Template: "records.html", Title: s.Book.Say("records.title", "who", v.Name), Section: "data/", View: v,
		Summary: s.Book.Say("records.summary", "who", v.Name, "n", v.Count)}
}

// Cells returns the cells of a matrix's row. On the page of a member's
// figures each has its place, and the row of the release file; elsewhere each
// leads there.
func (f *frame) Cells(row matrixRow, places bool) template.HTML {
	b, book := &strings.Builder{}, f.Site.Book
	for _, c := range row.Cells {
		switch {
		case c.Gap:
			b.WriteString(`<td class="num none"><abbr title="` + template.HTMLEscapeString(book.Say("data.not_held")) + `">·</abbr></td>`)
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
			b.WriteString(`" id="` + report.RecordID(c.Figure) + `">` + string(report.ClassLink("n", address.Href(f.Root, line.Path()), c.Text)))
		}
		if c.Estimate {
			b.WriteString(`<abbr title="` + template.HTMLEscapeString(book.Say("ledger.estimate")) + `">` + template.HTMLEscapeString(book.Say("ledger.estimate_mark")) + `</abbr>`)
		}
		b.WriteString(string(report.NoteMark(book)(c.Notes)))
		if places && line.File != "" {
			b.WriteString(`<small>` + template.HTMLEscapeString(book.Say("records.row", "n", line.Row)) + `</small>`)
		}
		b.WriteString("</td>")
	}
	return template.HTML(b.String())
}

// Heads are what the heads of a chart's table lead to: a member to its
// figures, a year to its page, a day to the release.
func (v chartView) Heads() map[string]string {
	s, heads := v.Site, map[string]string{}
	add := func(text, path string) {
		for _, t := range []string{text, text + " (" + s.Book.Under("chart.column")["percent"] + ")"} {
			if heads[t] == "" {
				heads[t] = path
			}
		}
	}
	for _, f := range v.Chart.Figures() {
		add(s.Data.Members[f.Member].Name, report.RecordURL(f.Member)+"#"+report.SeriesID(f.Source, f.Measure))
		if url := s.YearURL(f.Year); url != "" {
			add(strconv.Itoa(f.Year), url)
		}
	}
	for _, e := range v.Chart.Editions() {
		add(s.Book.Day(e.Release.Date), report.ReleasePath(e))
	}
	return heads
}

// Head returns a head of a chart's table, leading to where its numbers are
// from.
func (v chartView) Head(heads map[string]string, text string) template.HTML {
	if path := heads[text]; path != "" {
		return v.Link(path, text)
	}
	return template.HTML(template.HTMLEscapeString(text))
}
