package site

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"

	"burdenshare/internal/article"
	"burdenshare/internal/config"
	"burdenshare/internal/export"
	"burdenshare/internal/look"
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

// Locale returns the report's language as Open Graph writes it, always with a territory: "en_GB", and "fr_FR" of
// "fr".
func (f place) Locale() string {
	tag := language.Make(f.Site.Config.Language)
	base, _ := tag.Base()
	region, _ := tag.Region()
	return base.String() + "_" + region.String()
}

// Brand returns the report's own logo and icon.
func (s *Site) Brand() *look.Folder { return s.export.Brand }

// LogoURL returns the relative address of a logo.
func (f place) LogoURL(p *look.Picture) string { return f.Root + export.LogoFile(p) }

// LinkURL returns the address of a link at the foot.
func (f place) LinkURL(l config.Link) string {
	if strings.HasPrefix(l.URL, "/") {
		return f.URL(l.URL)
	}
	return l.URL
}
