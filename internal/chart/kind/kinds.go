// Package kind declares the kinds of chart, one in a file. The input of each is the figures that a spec names; its
// output is marks and sentences. Everything else about a chart is in package chart and, for drawings, package form; a
// kind does not know coordinates or pages.
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
