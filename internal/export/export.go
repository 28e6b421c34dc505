// Package export makes the files of a site that are not pages.
//
// Its input is a report, its views and its pages; its output is charts as files, cards, feeds, the sitemap, the search
// index, structured data and the files of figures with their description. The package does not know how a page is
// rendered.
package export

import (
	"slices"
	"sync"

	"burdenshare/internal/cache"
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/look"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// Means are the renderers of pictures.
type Means struct {
	Theme     *scene.Theme  // colours
	Paintings *cache.Folder // and workbooks, of former builds; nil makes each
	Brand     *look.Folder  // the report's own logo and icon
	Check     bool          // nothing will be written: no picture or workbook is made
	Compared  bool          // in a check, what a picture or workbook would be made of is in its place
}

// An Export is all files of a site that are not pages.
type Export struct {
	*report.Report
	*pages.Views
	Means

	wide    sync.Map       // charts of all members, by what several of some members have in common
	charts  []*ChartExport // every chart once, in the order of the pages
	exports map[*chart.Chart]*ChartExport
	cards   map[string]*card // by the path of their page
}

// New gathers the charts and cards of all pages, and returns the pages of the charts.
func New(rep *report.Report, views *pages.Views, m Means, list []*pages.Page) (*Export, []*pages.Page) {
	s := &Export{Report: rep, Views: views, Means: m}
	made := s.collectCharts(list)
	s.makeCards(slices.Concat(list, made))
	return s, made
}

// ExportOf returns the export of a chart, or nil if it has none.
func (s *Export) ExportOf(c *chart.Chart) *ChartExport { return s.exports[c] }
