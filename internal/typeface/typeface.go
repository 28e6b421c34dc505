// Package typeface holds the outlines that pictures are written with.
//
// In come files of a typeface in the format WOFF, the parts of each style; out comes for a character the part that has
// it. Without files the faces of the Go project, which are compiled in, stand for the typeface. The package does not
// know how wide a text is laid out, nor what is painted.
package typeface

import (
	"crypto/sha256"
	"encoding/hex"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Set is the styles that pictures are written in.
type Set struct {
	Sum                   string // of its files; "" for the compiled one
	Regular, Bold, Italic *Face
	Serif                 *Face // of headlines
}

// A Face is one style.
type Face struct {
	Drawn sync.Map // what has been made of its outlines, kept by who made it
	fonts func() []*sfnt.Font
}

// Compiled is the set that is compiled in.
var Compiled = &Set{Regular: compiled(goregular.TTF), Bold: compiled(gobold.TTF), Italic: compiled(goitalic.TTF),
	Serif: compiled(gobold.TTF)}

func compiled(ttf []byte) *Face {
	return newFace(func() []*sfnt.Font {
		f, err := sfnt.Parse(ttf)
		if err != nil {
			panic(err) // it is compiled in and known to be sound
		}
		return []*sfnt.Font{f}
	})
}

func newFace(read func() []*sfnt.Font) *Face { return &Face{fonts: sync.OnceValue(read)} }

// New returns the set of WOFF files: the parts of each style, the one that is
// asked first in front. What none of them has is asked of the compiled set.
func New(regular, bold, italic, serif [][]byte) *Set {
	h := sha256.New()
	of := func(parts [][]byte, last *Face) *Face {
		for _, part := range parts {
			h.Write(part)
		}
		return newFace(func() (fonts []*sfnt.Font) {
			for _, part := range parts {
				if f, err := parse(part); err == nil {
					fonts = append(fonts, f)
				}
			}
			return append(fonts, last.fonts()...)
		})
	}
	s := &Set{Regular: of(regular, Compiled.Regular), Bold: of(bold, Compiled.Bold),
		Italic: of(italic, Compiled.Italic), Serif: of(serif, Compiled.Serif)}
	s.Sum = hex.EncodeToString(h.Sum(nil)[:8])
	return s
}

// Glyph returns a character's glyph and how far it moves the pen, in ems; false where the face has none.
func (f *Face) Glyph(c rune) (of *sfnt.Font, index sfnt.GlyphIndex, advance float64, ok bool) {
	var b sfnt.Buffer
	for _, of := range f.fonts() {
		index, err := of.GlyphIndex(&b, c)
		if err != nil || index == 0 {
			continue
		}
		em := fixed.Int26_6(of.UnitsPerEm())
		w, err := of.GlyphAdvance(&b, index, em, font.HintingNone)
		if err == nil && w >= 0 {
			return of, index, float64(w) / float64(em), true
		}
	}
	return nil, 0, 0, false
}
