package site

import (
	"cmp"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/pages"
)

// Pictures reports whether charts are published as pictures too.
func (f place) Pictures() bool { return f.Site.opts.Theme != nil }

// Card returns the card that shows the page; nil on a site without pictures.
func (f *frame) Card() *article.Picture {
	if f.Site.opts.Theme == nil {
		return nil
	}
	if v, ok := f.View.(pages.Covered); ok && v.CoverPicture() != nil {
		return v.CoverPicture()
	}
	return f.Site.export.CardOf(cmp.Or(f.Of, f.Path))
}

// CardURL returns the absolute address of a card: those who show it are not on
// the site.
func (f *frame) CardURL(c *article.Picture) string { return f.Site.Config.BaseURL + c.Path }

// SocialType returns the page's type in Open Graph.
func (f *frame) SocialType() string {
	if f.Template == "article.html" {
		return "article"
	}
	return "website"
}

// Locale is the report's language as Open Graph writes it: "en_GB".
func (f place) Locale() string { return strings.ReplaceAll(f.Site.Config.Language, "-", "_") }
