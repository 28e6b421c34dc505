// Package variants reads the pictures that editors put beside their text.
//
// Read takes the name and the bytes of a file. It returns a Picture: the kind and size of the picture, and smaller
// copies of it for smaller screens; or an error that an editor can act on. Every byte of a picture is decoded before
// it is published, because otherwise only readers would notice half a picture.
//
// The package does not know where a picture is shown or what the report is about. The same file always produces the
// same copies.
package variants

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	_ "image/gif" // read by its first bytes, as the others
	"path"
	"slices"
	"strings"

	_ "golang.org/x/image/webp"

	"burdenshare/internal/cache"
	"burdenshare/internal/diag"
)

// version is part of the key of copies in the store. It is increased when the same file would produce different copies,
// or an entry is written in another way.
const version = 2

// maxPixels is the maximum number of pixels of a picture: a small file can decompress to more than a machine has
// memory. The largest cameras of telephones stay below it, at 50 million.
const maxPixels = 64_000_000

// A Picture is a picture that has been read completely.
type Picture struct {
	Kind          Kind
	Width, Height int    // as shown, in pixels; 0 for an SVG without a size
	Located       bool   // the file contains the place where it was taken
	Sum           string // hexadecimal SHA-256 of the file
	Copies        []Copy // from small to large, each with fewer pixels and bytes than the file
}

// A Copy is a picture in a smaller size.
type Copy struct {
	Width, Height int
	Ext           string // "jpg" or "png"
	Data          []byte
}

// A Kind is a format of pictures.
type Kind string

// The formats that all browsers show.
const (
	PNG  Kind = "PNG"
	JPEG Kind = "JPEG"
	GIF  Kind = "GIF"
	WebP Kind = "WebP"
	SVG  Kind = "SVG"
)

// kindsHint lists the formats for messages.
const kindsHint = "a picture is a PNG, JPEG, GIF, WebP or SVG file"

// endings maps formats to their extensions, the usual one first.
var endings = map[Kind][]string{PNG: {"png"}, JPEG: {"jpg", "jpeg"}, GIF: {"gif"}, WebP: {"webp"}, SVG: {"svg"}}

// Read reads a picture. If copies is set it also makes the copies, which takes time; the store avoids that for a file
// that was read before.
func Read(name string, data []byte, copies bool, store *cache.Folder) (*Picture, *diag.Error) {
	p := &Picture{Sum: fmt.Sprintf("%x", sha256.Sum256(data))}
	if p.Kind = sniff(data); p.Kind == "" {
		return nil, foreign(name, data)
	}
	if wrong := named(name, p.Kind); wrong != nil {
		return nil, wrong
	}
	if p.Kind == SVG {
		return p, p.readSVG(name, data)
	}
	cfg, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, broken(name, p.Kind, err)
	}
	if px := cfg.Width * cfg.Height; px > maxPixels {
		return nil, &diag.Error{Msg: fmt.Sprintf("%s has %d by %d pixels", name, cfg.Width, cfg.Height),
			HintText: fmt.Sprintf("at most %d million pixels can be read; a page shows no more than %d in width",
				maxPixels/1_000_000, widths[len(widths)-1])}
	}
	turn := 1
	if p.Kind == JPEG {
		turn, p.Located = exif(data)
	}
	p.Width, p.Height = cfg.Width, cfg.Height
	if turn >= 5 { // rotated by 90 degrees
		p.Width, p.Height = p.Height, p.Width
	}
	if err := p.copy(data, cfg.ColorModel, turn, copies, store); err != nil {
		return nil, broken(name, p.Kind, err)
	}
	return p, nil
}

// Shows reports whether social networks show pictures of this kind on cards.
func (k Kind) Shows() bool { return k == PNG || k == JPEG || k == WebP }

func broken(name string, kind Kind, err error) *diag.Error {
	for _, prefix := range []string{"png: ", "gif: ", "webp: ", "vp8: ", "vp8l: ", "riff: ", "invalid JPEG format: "} {
		if msg, ok := strings.CutPrefix(err.Error(), prefix); ok {
			err = fmt.Errorf("%s", msg)
		}
	}
	return &diag.Error{Msg: fmt.Sprintf("%s is a broken %s picture: %v", name, kind, err),
		HintText: "open it in a picture editor and save it again, or copy it again from the original"}
}

// foreigners are files that are taken for pictures, by the bytes from a place on.
var foreigners = []struct {
	at           int
	begins, kind string
}{
	{4, "ftypavi", "an AVIF picture"}, {4, "ftyp", "a HEIC picture or a video"}, {0, "BM", "a BMP picture"},
	{0, "II*\x00", "a TIFF picture"}, {0, "MM\x00*", "a TIFF picture"}, {0, "%PDF", "a PDF document"},
}

// foreign returns the error for a file that is not a picture, or not one that browsers show.
func foreign(name string, data []byte) *diag.Error {
	switch {
	case len(data) == 0:
		return &diag.Error{Msg: name + " is empty", HintText: "copy the picture again from the original"}
	case bytes.HasPrefix(data, []byte("version https://git-lfs")):
		return &diag.Error{Msg: name + " is a Git LFS pointer, not the picture itself", HintText: "run git lfs pull"}
	}
	for _, f := range foreigners {
		if bytes.HasPrefix(data[min(f.at, len(data)):], []byte(f.begins)) {
			return &diag.Error{Msg: name + " is " + f.kind + ", which cannot be shown",
				HintText: kindsHint + "; save it as one"}
		}
	}
	return &diag.Error{Msg: name + " is not a picture", HintText: kindsHint}
}

// named compares the extension of a file's name with its contents: servers tell browsers the format by the name.
func named(name string, kind Kind) *diag.Error {
	ext := strings.TrimPrefix(path.Ext(name), ".")
	if slices.Contains(endings[kind], strings.ToLower(ext)) {
		return nil
	}
	right := strings.TrimSuffix(path.Base(name), path.Ext(name)) + "." + endings[kind][0]
	return &diag.Error{Msg: fmt.Sprintf("%s is a %s picture, despite its name", name, kind),
		HintText: "rename it " + right}
}

// kinds are the bitmap formats by what package image calls them.
var kinds = map[string]Kind{"png": PNG, "jpeg": JPEG, "gif": GIF, "webp": WebP}

// sniff returns the format determined by the first bytes.
func sniff(data []byte) Kind {
	if isSVG(data) {
		return SVG
	}
	_, format, _ := image.DecodeConfig(bytes.NewReader(data))
	return kinds[format]
}

// opaque reports whether a colour model has no transparency.
func opaque(m color.Model) bool {
	return m == color.YCbCrModel || m == color.CMYKModel || m == color.GrayModel || m == color.Gray16Model
}
