package site

import "burdenshare/internal/pages"

// A citation is how a page is named elsewhere, with the edition its figures
// are of: without that a figure cannot be found again.
type citation struct {
	Text string // ends in a full stop
	URL  string // absolute
}

// Citation returns that of the page, which base.html shows at its foot; nil for
// pages that only lead to others, and for those that tell another again.
func (f *frame) Citation() *citation {
	v, ok := f.View.(pages.Cited)
	if !ok {
		return nil
	}
	return &citation{Text: v.Citation(f.Site.Report, f.Title), URL: f.Site.Address(f.Path)}
}
