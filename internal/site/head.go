package site

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"

	"burdenshare/internal/article"
	"burdenshare/internal/config"
	"burdenshare/internal/export"
)

// Card returns the card that shows the page.
func (f *frame) Card() *article.Picture {
	if t, ok := f.View.(*export.ChartExport); ok {
		return t.Picture()
	}
	if f.Written != nil && f.Written.Cover != nil {
		return f.Written.Cover
	}
	return f.Site.export.CardOf(cmp.Or(f.Of, f.Path))
}

// CardURL returns the absolute address of a card: those who show it are not on the site.
func (f *frame) CardURL(c *article.Picture) string { return f.Site.Config.BaseURL + c.Path }

// SocialType returns the page's type in Open Graph.
func (f *frame) SocialType() string {
	if f.Template == "article.html" {
		return "article"
	}
	return "website"
}

// Locale returns the report's language as Open Graph writes it, always with a territory: "en_GB", and "fr_FR" of
// "fr".
func (f place) Locale() string {
	tag := language.Make(f.Site.Config.Language)
	base, _ := tag.Base()
	region, _ := tag.Region()
	return base.String() + "_" + region.String()
}

// DrawnIcon reports whether the icon is drawn from the palette, and so is also published as SVG.
func (f place) DrawnIcon() bool { return f.Site.opts.Brand.Icon == nil }

// A logo is the picture before the report's title.
type logo struct {
	Light, Dark   string // relative addresses; Dark may be empty
	Width, Height int    // in pixels
}

// Logo returns the report's logo, nil where it has none.
func (f place) Logo() *logo {
	b := f.Site.opts.Brand
	if b.Logo == nil {
		return nil
	}
	l := &logo{Light: f.Root + export.LogoFile(b.Logo), Width: b.Logo.Width, Height: b.Logo.Height}
	if b.DarkLogo != nil {
		l.Dark = f.Root + export.LogoFile(b.DarkLogo)
	}
	return l
}

// LinkURL returns the address of a link at the foot.
func (f place) LinkURL(l config.Link) string {
	if strings.HasPrefix(l.URL, "/") {
		return f.URL(l.URL)
	}
	return l.URL
}

// A citation is how a page is cited, with the edition of its figures: without that a figure cannot be found again.
type citation struct {
	Text string // ends in a full stop
	URL  string // absolute
}

// Citation returns the page's citation, which base.html shows in the footer, or nil for lists and for variants of
// another page.
func (f *frame) Citation() *citation {
	if f.Cited == "" {
		return nil
	}
	return &citation{Text: f.Cited, URL: f.Site.Address(f.Path)}
}
