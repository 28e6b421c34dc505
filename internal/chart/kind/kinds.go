// Package kind declares the kinds of chart, one in a file. The input of each is the figures that a spec names; its
// output is marks and sentences. Everything else about a chart is in package chart and, for drawings, package form; a
// kind does not know coordinates or pages.
package kind

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
)

// All are the kinds of chart, in alphabetical order.
var All = chart.Kinds{
	bridge,
	change,
	distance,
	growth,
	heatmap,
	mapKind,
	meeting,
	money,
	panels,
	quadrant,
	revisions,
	shares,
	sources,
	trend,
}

// Tables are the kinds of table, which are drawn as such.
var Tables = chart.Kinds{tableKind}

// Every kind, of charts and tables.
var Every = append(Tables[:1:1], All...)

// overlay has a line for each of many members, all on one scale and each of a class of its own, m-CODE, of which the
// page shows those that its reader chooses: without the choice of members it is empty. The spec's own words are the
// text for screen readers.
var overlay = &chart.Kind{
	Name: "compare", Form: form.Lines{Plot: [2]float64{320, 280}, Overlay: true},
	Begin: trend.Begin,
	Marks: func(q *chart.Query, m *chart.Model) {
		from, to := m.From, m.To
		for _, who := range q.Members {
			q.AppendYears(m, who, from, to)
		}
		for _, k := range m.Marks {
			k.Estimate = false // whose points are hollow; here all are alike
		}
		m.X, m.Y, m.Lead = chart.Axis{Scale: chart.Years}, chart.Axis{Unit: q.Measure.Unit, Zero: true}, -1
		m.Refs = q.GuidelineRef(&m.Y)
	},
	Table: trend.Table, Subtitle: trend.Subtitle,
	Summary: chart.Sentences{func(q *chart.Query, _ *chart.Model) { q.SayAll(q.Spec.Caption) }},
}

// DrawOverlay draws a line for each member of a spec over the years of the newest edition that answers more than one,
// those without figures left out; nil when none does.
func DrawOverlay(v *dataset.Vintage, t dataset.Terms, catalog *i18n.Catalog, s chart.Spec) *chart.Chart {
	s.Kind, s.Everyone = overlay.Name, true
	c, _ := chart.Kinds{overlay}.Draw(v, t, catalog, s)
	if c == nil || c.Model.From == c.Model.To {
		return nil
	}
	c.ID = overlay.Name
	return c
}
