package report

import (
	"html"
	"html/template"
	"path"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file links figures to their releases.

// ReleaseID returns the id of a release, the anchor on the data page to which every edition on the site is linked.
func ReleaseID(e *dataset.Edition) string { return e.Source.ID + "-" + e.Release.Date.String() }

// ReleasePath returns the path of a release on the data page.
func ReleasePath(e *dataset.Edition) string { return "data/#" + ReleaseID(e) }

// NotHeld returns the releases of a source by the report's day that are not in the data.
func (rep *Report) NotHeld(src *dataset.Source) []*dataset.Missing {
	return lists.Filter(src.Missing, func(m *dataset.Missing) bool { return !m.Date.After(rep.AsOf) })
}

// EditionName returns the name of an edition for readers: "DAC, 1 May 2019".
func (rep *Report) EditionName(e *dataset.Edition) string {
	if e == nil {
		return rep.Source.Name
	}
	return rep.Catalog.Message("chart_page.edition", "source", e.Source.Name, "day", e.Release.Date)
}

// Credits returns the editions of which a chart shows figures: those of each source together, oldest first, in the
// order of the chart.
func Credits(c *chart.Chart) [][]*dataset.Edition {
	bySource := lists.Groups(c.Editions(), func(e *dataset.Edition) *dataset.Source { return e.Source })
	for _, of := range bySource {
		slices.SortFunc(of, func(a, b *dataset.Edition) int { return a.Release.Date.Compare(b.Release.Date) })
	}
	return bySource
}

// Credit names a source with some of its editions, each as a function writes it:
// by its name where it is the only one, else by its day.
func (rep *Report) Credit(of []*dataset.Edition, write func(*dataset.Edition, string) template.HTML) template.HTML {
	if len(of) == 1 {
		return write(of[0], rep.EditionName(of[0]))
	}
	day := func(e *dataset.Edition) string { return string(write(e, rep.Catalog.Day(e.Release.Date))) }
	days := strings.Join(lists.Each(of, day), ", ")
	return rep.Catalog.HTML("chart_page.credit_html", "source", of[0].Source.Name, "days", template.HTML(days))
}

// CreditText is Credit without links.
func (rep *Report) CreditText(of []*dataset.Edition) string {
	return html.UnescapeString(string(rep.Credit(of, func(_ *dataset.Edition, text string) template.HTML {
		return template.HTML(template.HTMLEscapeString(text))
	})))
}

// SourcesOf names them: "DAC, 7 July 2026", or "DAC, 21 editions from 4 July 2016 to 7 July 2026".
func (rep *Report) SourcesOf(c *chart.Chart) string {
	said := ""
	for i, of := range Credits(c) {
		n := len(of)
		first, last := of[0], of[n-1]
		next := rep.EditionName(last)
		if n > 1 {
			next = rep.Catalog.Message("chart_page.editions", "source", last.Source.Name, "n", n,
				"first", first.Release.Date, "last", last.Release.Date)
		}
		if said = rep.Catalog.Message("chart_page.series", "before", said, "next", next); i == 0 {
			said = next
		}
	}
	return said
}

// LicensesOf returns the licences of a chart's sources, each as one sentence.
func (rep *Report) LicensesOf(c *chart.Chart) []string {
	var list []string
	for _, e := range c.Editions() {
		if terms := strings.TrimSuffix(e.Source.License, ".") + "."; terms != "." {
			list = lists.With(list, terms)
		}
	}
	return list
}

// A Line is a row of a published release file. The header is row 1, as in RFC 7111.
type Line struct {
	Figure *dataset.Figure
	File   string // its path on the site; "" if the file may not be redistributed
	Row    int
}

// Name returns the file's name.
func (l *Line) Name() string { return path.Base(l.File) }

// Path returns the row's address on the site: in its file, or among the figures of its member if the file may not be
// redistributed.
func (l *Line) Path() string {
	if l.File == "" {
		return RecordURL(l.Figure.Member) + "#" + RecordID(l.Figure)
	}
	return l.File + "#row=" + strconv.Itoa(l.Row)
}

// LineOf returns the row of an answer that is, or is computed from, a single figure.
func (rep *Report) LineOf(a *dataset.Answer) *Line {
	if len(a.Figures) != 1 {
		return nil
	}
	return rep.RowOf(a.Figures[0])
}

// RowOf returns the row of a figure.
func (rep *Report) RowOf(f *dataset.Figure) *Line {
	if !rep.Data.Sources[f.Source].Redistribute {
		return &Line{Figure: f}
	}
	return &Line{f, f.Pos.File, f.Row()}
}
