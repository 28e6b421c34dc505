package site

import (
	"html/template"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/export"
	"burdenshare/internal/report"
)

// This file leads from what a page shows to the releases it rests on.

// ReleaseURL returns the address of an edition's release.
func (f place) ReleaseURL(e *dataset.Edition) string { return f.URL(report.ReleasePath(e)) }

// Release returns an edition's name, leading to its release.
func (f place) Release(e *dataset.Edition) template.HTML {
	return f.Link(report.ReleasePath(e), f.Site.EditionName(e))
}

// ReleaseDay returns the day of an edition, leading to its release.
func (f place) ReleaseDay(e *dataset.Edition) template.HTML {
	return f.Link(report.ReleasePath(e), f.Site.Book.Day(e.Release.Date))
}

// A Credit is a source of a chart with the editions that it shows, oldest
// first.
type Credit struct {
	Source   *dataset.Source
	Editions []*dataset.Edition
}

// Credits are all that a chart shows figures of, in the order in which it
// does.
func (v chartView) Credits() []Credit {
	var list []Credit
	for _, e := range v.Chart.Editions() {
		i := slices.IndexFunc(list, func(c Credit) bool { return c.Source == e.Source })
		if i < 0 {
			i, list = len(list), append(list, Credit{Source: e.Source})
		}
		list[i].Editions = append(list[i].Editions, e)
	}
	for _, c := range list {
		slices.SortFunc(c.Editions, func(a, b *dataset.Edition) int { return a.Release.Date.Compare(b.Release.Date) })
	}
	return list
}

// Credit returns a source with its editions, each leading to its release.
func (f *frame) Credit(c Credit) template.HTML {
	if len(c.Editions) == 1 {
		return f.Release(c.Editions[0])
	}
	var days []string
	for _, e := range c.Editions {
		days = append(days, string(f.ReleaseDay(e)))
	}
	return f.Site.Book.HTML("chart_page.credit_html", "source", c.Source.Name, "days", template.HTML(strings.Join(days, ", ")))
}

// Licenses are the terms of a chart's sources, each once: on the chart's own page, and where figures may not be passed
// on in bulk. Elsewhere the foot of the page has them.
func (v chartView) Licenses() []string {
	bound := func(e *dataset.Edition) bool { return !e.Source.Redistribute }
	if _, alone := v.View.(*export.Takeaway); !alone && !slices.ContainsFunc(v.Chart.Editions(), bound) {
		return nil
	}
	return v.Site.LicensesOf(v.Chart)
}
