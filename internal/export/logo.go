package export

import (
	"crypto/sha256"
	"encoding/hex"
	"path"
	"strings"

	"burdenshare/internal/look"
)

// OwnIcon returns the report's own icon, nil where it is drawn from the
// palette.
func (s *Export) OwnIcon() *look.Picture {
	if s.Brand == nil {
		return nil
	}
	return s.Brand.Icon
}

// LogoFile returns the path at which a picture is published: named by its
// content, as assets are.
func LogoFile(p *look.Picture) string {
	sum := sha256.Sum256(p.Data)
	ext := path.Ext(p.Name)
	stem := strings.TrimSuffix(path.Base(p.Name), ext)
	return "assets/" + stem + "-" + hex.EncodeToString(sum[:4]) + strings.ToLower(ext)
}

// Logo adds the files of the logo.
func (s *Export) Logo(files *Files) {
	if s.Brand == nil {
		return
	}
	for _, p := range []*look.Picture{s.Brand.Logo, s.Brand.DarkLogo} {
		if p != nil {
			files.Add(LogoFile(p), p.Data)
		}
	}
}
