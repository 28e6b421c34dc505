package export

import (
	"bytes"
	"encoding/binary"
	"fmt"

	"burdenshare/internal/address"
	"burdenshare/internal/look"
	"burdenshare/internal/pages"
	"burdenshare/internal/raster"
	"burdenshare/internal/variants"
)

// iconSizes are the icons that browsers and phones ask for, in pixels.
var iconSizes = []int{32, 180, 192, 512}

func iconFile(size int) string { return fmt.Sprintf("icons/icon-%d.png", size) }

// Icons adds the icons by which browsers know the site, and the manifest
// with which it can be put on a phone's home screen.
func (s *Export) Icons(files *Files) {
	var icons []pages.Object
	add := func(file, sizes, kind string) {
		icons = append(icons, pages.Object{{"src", file}, {"sizes", sizes}, {"type", kind}})
	}
	if s.Brand.Icon == nil {
		files.Add("favicon.svg", raster.Icon(s.Theme, iconSizes[0]).SVG())
		add("favicon.svg", "any", "image/svg+xml")
	}
	for _, size := range iconSizes {
		png, err := s.icon(size)
		files.picture(iconFile(size), png, err)
		if size == iconSizes[0] {
			files.Add("favicon.ico", ico(png, size))
		}
		add(iconFile(size), fmt.Sprintf("%dx%d", size, size), "image/png")
	}
	manifest := pages.Object{{"name", s.Config.Title}, {"description", s.Config.Description},
		{"lang", s.Config.Language}, {"start_url", "index.html"}, {"scope", "./"}, {"display", "minimal-ui"},
		{"icons", icons}}
	files.Add("site.webmanifest", encodeJSON(manifest, " ")) // manifest.json is the list of files
}

// icon makes an icon in a size: of the report's own, else of the palette. In a check it is not painted.
func (s *Export) icon(size int) ([]byte, error) {
	own := s.Brand.Icon
	switch {
	case own == nil:
		return s.png(raster.Icon(s.Theme, size))
	case s.Check:
		return own.Data, nil
	}
	return variants.Icon(own.Data, size, s.Paintings)
}

// ico wraps a PNG as the file that browsers ask for where no page names an icon.
func ico(png []byte, side int) []byte {
	var b bytes.Buffer
	b.Write([]byte{0, 0, 1, 0, 1, 0, byte(side), byte(side), 0, 0, 1, 0, 32, 0}) // one image, 32 bits a pixel
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(png))))
	b.Write(binary.LittleEndian.AppendUint32(nil, uint32(b.Len()+4))) // where it begins
	b.Write(png)
	return b.Bytes()
}

// LogoFile returns the path at which a picture is published.
func LogoFile(p *look.Picture) string { return address.Asset(p.Name, p.Data) }

// Logo adds the files of the logo.
func (s *Export) Logo(files *Files) {
	for _, p := range []*look.Picture{s.Brand.Logo, s.Brand.DarkLogo} {
		if p != nil {
			files.Add(LogoFile(p), p.Data)
		}
	}
}
