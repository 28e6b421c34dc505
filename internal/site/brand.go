package site

import (
	"strings"

	"burdenshare/internal/config"
	"burdenshare/internal/export"
)

// DrawnIcon reports whether the icon is drawn from the palette, and so is also published as SVG.
func (f place) DrawnIcon() bool { return f.Site.export.OwnIcon() == nil }

// A logo is the picture before the report's title.
type logo struct {
	Light, Dark   string // relative addresses; Dark may be empty
	Width, Height int    // in pixels
}

// Logo returns the report's logo, nil where it has none.
func (f place) Logo() *logo {
	b := f.Site.opts.Brand
	if b == nil || b.Logo == nil {
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
