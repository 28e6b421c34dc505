package variants

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/draw"

	"burdenshare/internal/cache"
)

// widths lists the widths of the copies, in pixels: for a telephone, a column of text, and both on a screen with
// twice the density.
var widths = []int{480, 720, 1080, 1440}

// quality is the quality of JPEG copies: below it, lines of text in a picture become blurred.
const quality = 82

// copy decodes the picture and makes the copies, or takes them from the store. An entry of the store contains the
// copies as gob writes them.
func (p *Picture) copy(data []byte, model color.Model, turn int, copies bool, store *cache.Folder) error {
	ext := "png"
	if p.Kind == JPEG || p.Kind == WebP && opaque(model) {
		ext = "jpg"
	}
	paint := func() ([]byte, error) {
		src, _, err := image.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		var made []Copy
		for _, w := range widths {
			if !copies || p.Kind == GIF || w*10 > p.Width*9 { // a GIF may be animated, and a copy would not be
				break
			}
			h := max(1, (p.Height*w+p.Width/2)/p.Width)
			c, err := shrink(src, w, h, turn, ext)
			if err != nil {
				return nil, err
			}
			if len(c) < len(data) {
				made = append(made, Copy{w, h, ext, c})
			}
		}
		var entry bytes.Buffer
		err = gob.NewEncoder(&entry).Encode(made)
		return entry.Bytes(), err
	}
	kept, err := store.Get(fmt.Appendf(nil, "photo %d %s %t", version, p.Sum, copies), paint)
	if err != nil {
		return err
	}
	if gob.NewDecoder(bytes.NewReader(kept)).Decode(&p.Copies) != nil {
		return errors.New("its copies cannot be read; remove .cache")
	}
	return nil
}

// shrink returns a copy of w by h pixels, upright.
func shrink(src image.Image, w, h, turn int, ext string) ([]byte, error) {
	across, down := w, h
	if turn >= 5 {
		across, down = h, w
	}
	small := image.NewNRGBA(image.Rect(0, 0, across, down))
	if ext == "jpg" {
		draw.Draw(small, small.Bounds(), image.White, image.Point{}, draw.Src)
	}
	draw.CatmullRom.Scale(small, small.Bounds(), src, src.Bounds(), draw.Over, nil)
	upright := turned(small, turn)
	var b bytes.Buffer
	if ext == "jpg" {
		err := jpeg.Encode(&b, upright, &jpeg.Options{Quality: quality})
		return b.Bytes(), err
	}
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, upright)
	return b.Bytes(), err
}

// Icon returns a square copy of a square PNG picture, side pixels wide.
func Icon(data []byte, side int, store *cache.Folder) ([]byte, error) {
	paint := func() ([]byte, error) {
		src, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		return shrink(src, side, side, 1, "png")
	}
	return store.Get(fmt.Appendf(nil, "icon %d %d %x", version, side, sha256.Sum256(data)), paint)
}

// turned returns the picture upright. turn is the Exif orientation of the camera.
func turned(src *image.NRGBA, turn int) *image.NRGBA {
	if turn <= 1 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	dst := image.NewNRGBA(image.Rect(0, 0, w, h))
	if turn >= 5 {
		dst = image.NewNRGBA(image.Rect(0, 0, h, w))
	}
	for y := range h {
		for x := range w {
			to := [...]image.Point{2: {w - 1 - x, y}, 3: {w - 1 - x, h - 1 - y}, 4: {x, h - 1 - y},
				5: {y, x}, 6: {h - 1 - y, x}, 7: {h - 1 - y, w - 1 - x}, 8: {y, w - 1 - x}}[turn]
			copy(dst.Pix[dst.PixOffset(to.X, to.Y):][:4], src.Pix[src.PixOffset(x, y):][:4])
		}
	}
	return dst
}
