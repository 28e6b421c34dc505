// Package kind declares the kinds of chart, one in a file: what each asks of
// the figures, which marks it makes of them, and what it says. Everything else
// about a chart is in package chart and, for drawings, package form.
package kind

import "burdenshare/internal/chart"

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
