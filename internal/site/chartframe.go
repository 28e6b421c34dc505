package site

import "burdenshare/internal/export"

// Takeaway returns the takeaway of a chart on the page; nil for one that is not
// offered.
func (v chartView) Takeaway() *export.Takeaway {
	if t, ok := v.View.(*export.Takeaway); ok {
		return t
	}
	return v.Site.export.Taken(v.Chart)
}

// Permalink returns the absolute address of a chart's own page.
func (f *frame) Permalink(t *export.Takeaway) string { return f.Site.Config.BaseURL + t.URL() }
