package site

import "burdenshare/internal/pages"

// A citation is how a page is cited, with the edition of its figures: without that a figure cannot be found again.
type citation struct {
	Text string // ends in a full stop
	URL  string // absolute
}

// Citation returns the page's citation, which base.html shows in the footer, or nil for lists and for variants of
// another page.
func (f *frame) Citation() *citation {
	v, ok := f.View.(pages.Cited)
	if !ok {
		return nil
	}
	return &citation{Text: v.Citation(f.Site.Report, f.Title), URL: f.Site.Address(f.Path)}
}
