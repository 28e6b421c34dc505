package site

import (
	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/export"
)

// Export returns the export of a chart on the page, or nil if it has none.
func (v chartView) Export() *export.ChartExport {
	if t, ok := v.View.(*export.ChartExport); ok {
		return t
	}
	return v.Site.export.ExportOf(v.Chart)
}

// Permalink returns the absolute address of a chart's own page.
func (f *frame) Permalink(t *export.ChartExport) string { return f.Site.Config.BaseURL + t.URL() }

// Thumbnail returns the relative address of a drawing of the first chart of an article; "" for an article without one,
// and where there are no drawings.
func (f *frame) Thumbnail(a *article.Article) string {
	drawn := chart.Drawn(a.Charts)
	if len(drawn) == 0 || !f.Pictures() {
		return ""
	}
	t := f.Site.export.ExportOf(drawn[0])
	if t == nil {
		return ""
	}
	return f.URL(t.File("svg"))
}
