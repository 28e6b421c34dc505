package site

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"burdenshare/internal/config"
	"burdenshare/internal/look"
)

// ownIcon returns the report's own icon, nil where it is drawn from the
// palette.
func (s *Site) ownIcon() *look.Picture {
	if s.opts.Brand == nil {
		return nil
	}
	return s.opts.Brand.Icon
}

// DrawnIcon reports whether the icon is drawn from the palette, and so is there
// as an SVG too.
func (f *frame) DrawnIcon() bool { return f.Site.ownIcon() == nil }

// A logo is what stands before the report's title.
type logo struct {
	Light, Dark   string // relative addresses; Dark may be empty
	Width, Height int    // in pixels
}

// Logo returns the report's logo, nil where it has none.
func (f *frame) Logo() *logo {
	b := f.Site.opts.Brand
	if b == nil || b.Logo == nil {
		return nil
	}
	l := &logo{Light: f.Root + logoFile(b.Logo), Width: b.Logo.Width, Height: b.Logo.Height}
	if b.DarkLogo != nil {
		l.Dark = f.Root + logoFile(b.DarkLogo)
	}
	return l
}

// logoFile returns the path at which a picture is published: named by its
// content, as assets are.
func logoFile(p *look.Picture) string {
	sum := sha256.Sum256(p.Data)
	ext := path.Ext(p.Name)
	stem := strings.TrimSuffix(path.Base(p.Name), ext)
	return "assets/" + stem + "-" + hex.EncodeToString(sum[:4]) + strings.ToLower(ext)
}

// addLogo adds the files of the logo.
func (s *Site) addLogo(files map[string][]byte) {
	if s.opts.Brand == nil {
		return
	}
	for _, p := range []*look.Picture{s.opts.Brand.Logo, s.opts.Brand.DarkLogo} {
		if p != nil {
			files[logoFile(p)] = p.Data
		}
	}
}

// LinkURL returns the address of a link at the foot.
func (f *frame) LinkURL(l config.Link) string {
	if strings.HasPrefix(l.URL, "/") {
		return f.URL(l.URL)
	}
	return l.URL
}
