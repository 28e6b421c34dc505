package site

import (
	"html/template"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/export"
	"burdenshare/internal/report"
)

// This file leads from what a page shows to the releases it rests on.

// Release returns an edition's name, leading to its release.
func (f place) Release(e *dataset.Edition) template.HTML {
	return f.Link(report.ReleasePath(e), f.Site.EditionName(e))
}

// ReleaseDay returns the day of an edition, leading to its release.
func (f place) ReleaseDay(e *dataset.Edition) template.HTML {
	return f.Link(report.ReleasePath(e), f.Site.Catalog.Day(e.Release.Date))
}

// Credits are all that a chart shows figures of.
func (v chartView) Credits() []report.Credit { return report.Credits(v.Chart) }

// Credit returns a source with its editions, each leading to its release.
func (f *frame) Credit(c report.Credit) template.HTML {
	return f.Site.Credit(c, func(e *dataset.Edition, text string) template.HTML { return f.Link(report.ReleasePath(e), text) })
}

// Licenses are the terms of a chart's sources, each once: on the chart's own page, and where figures may not be passed
// on in bulk. Elsewhere the foot of the page has them.
func (v chartView) Licenses() []string {
	bound := func(e *dataset.Edition) bool { return !e.Source.Redistribute }
	if _, alone := v.View.(*export.ChartExport); !alone && !slices.ContainsFunc(v.Chart.Editions(), bound) {
		return nil
	}
	return v.Site.LicensesOf(v.Chart)
}
