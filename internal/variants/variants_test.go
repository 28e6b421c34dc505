package variants

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/cache"
	"burdenshare/internal/golden"
)

// grain returns a picture that compresses badly: its left half is reddish, its right half bluish.
func grain(w, h int) *image.NRGBA {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	n := uint32(1)
	for i := 0; i < len(m.Pix); i += 4 {
		n = n*1664525 + 1013904223
		c := color.NRGBA{200 + uint8(n>>28), uint8(n >> 26), uint8(n >> 27), 255}
		if i/4%w >= w/2 {
			c.R, c.B = c.B, c.R
		}
		copy(m.Pix[i:], []byte{c.R, c.G, c.B, c.A})
	}
	return m
}

// dots returns a picture in black and white.
func dots(w, h int) image.Image {
	m, from := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.Black, color.White}), grain(w, h)
	for i := range m.Pix {
		m.Pix[i] = from.Pix[4*i+1] >> 5 & 1
	}
	return m
}

func asPNG(m image.Image) []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, m) // writing to a buffer does not fail
	return b.Bytes()
}

// asJPEG encodes the picture with an Exif orientation.
func asJPEG(m image.Image, turn uint16) []byte {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, m, nil)
	exif := []byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x02\x01\x12\x00\x03\x00\x00\x00\x01")
	exif = append(binary.BigEndian.AppendUint16(exif, turn), 0, 0)
	exif = append(exif, "\x88\x25\x00\x04\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00\x00\x00"...)
	segment := binary.BigEndian.AppendUint16([]byte{0xff, 0xe1}, uint16(len(exif)+2))
	return slices.Concat(b.Bytes()[:2], segment, exif, b.Bytes()[2:])
}

const webpDot = "UklGRiQAAABXRUJQVlA4IBgAAAAwAQCdASoBAAEAAgA0JaQAA3AA/vuUAAA="

func TestRead(t *testing.T) {
	var moving bytes.Buffer
	_ = gif.Encode(&moving, grain(900, 20), nil)
	dot, _ := base64.StdEncoding.DecodeString(webpDot)
	for _, c := range []struct {
		name   string
		data   []byte
		want   string
		copies string
	}{
		{"a.png", asPNG(grain(1000, 500)), "PNG 1000x500", "480x240.png 720x360.png"},
		{"a.PNG", asPNG(grain(500, 20)), "PNG 500x20", ""},    // 480 would be hardly smaller
		{"b.png", asPNG(dots(1200, 300)), "PNG 1200x300", ""}, // in shades of grey a copy would be larger than the file
		{"a.jpg", asJPEG(grain(1700, 100), 1), "JPEG 1700x100", "480x28.jpg 720x42.jpg 1080x64.jpg 1440x85.jpg"},
		{"a.jpeg", asJPEG(grain(400, 800), 6), "JPEG 800x400", "480x240.jpg 720x360.jpg"}, // rotated by 90 degrees
		{"a.gif", moving.Bytes(), "GIF 900x20", ""},
		{"a.webp", dot, "WebP 1x1", ""},
		{"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="30px" height="20"/>`), "SVG 30x20", ""},
		{"b.svg", []byte("<?xml version='1.0'?>\n<!-- drawn by hand -->\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 200'><g/></svg>"), "SVG 300x200", ""},
		{"c.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="150" viewBox="0,0,300,200"/>`), "SVG 150x100", ""},
		{"d.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="100%"/>`), "SVG 0x0", ""},
	} {
		p, wrong := Read(c.name, c.data, true, nil)
		if wrong != nil {
			t.Errorf("%s: %v", c.name, wrong)
			continue
		}
		var copies []string
		for _, k := range p.Copies {
			copies = append(copies, fmt.Sprintf("%dx%d.%s", k.Width, k.Height, k.Ext))
			m, _, err := image.Decode(bytes.NewReader(k.Data))
			if err != nil || m.Bounds().Dx() != k.Width || m.Bounds().Dy() != k.Height || len(k.Data) >= len(c.data) {
				t.Errorf("%s: the copy of %d pixels: %v, %d bytes", c.name, k.Width, err, len(k.Data))
			}
		}
		if got := fmt.Sprintf("%s %dx%d", p.Kind, p.Width, p.Height); got != c.want || strings.Join(copies, " ") != c.copies {
			t.Errorf("%s: got %s with %v, want %s with %s", c.name, got, copies, c.want, c.copies)
		}
		if p.Located != (p.Kind == JPEG) {
			t.Errorf("%s: taken at a known place: %v", c.name, p.Located)
		}
		again, _ := Read(c.name, c.data, true, nil)
		for i, k := range again.Copies {
			if !bytes.Equal(k.Data, p.Copies[i].Data) {
				t.Errorf("%s: two copies of %d pixels differ", c.name, k.Width)
			}
		}
	}
}

// TestTurned checks that copies are upright for every orientation: the left half of the original is red.
func TestTurned(t *testing.T) {
	for turn, red := range map[uint16]image.Point{1: {5, 16}, 2: {475, 16}, 3: {475, 16}, 4: {5, 16}, 5: {240, 2}, 6: {240, 2}, 7: {240, 29}, 8: {240, 29}} {
		m := grain(600, 40)
		if turn >= 5 {
			m = grain(40, 600)
		}
		p, wrong := Read("a.jpg", asJPEG(m, turn), true, nil)
		if wrong != nil || len(p.Copies) == 0 {
			t.Fatal(turn, wrong)
		}
		k, _ := jpeg.Decode(bytes.NewReader(p.Copies[0].Data))
		r, _, b, _ := k.At(red.X, red.Y).RGBA()
		if r < 2*b || k.Bounds().Dx() != 480 {
			t.Errorf("held as %d: %v is not red: %d, %d", turn, red, r>>8, b>>8)
		}
	}
}

func TestMistakes(t *testing.T) {
	small := asPNG(grain(20, 20))
	bomb := slices.Clone(small) // its header claims a larger size
	binary.BigEndian.PutUint32(bomb[16:], 100_000)
	binary.BigEndian.PutUint32(bomb[20:], 100_000)
	binary.BigEndian.PutUint32(bomb[29:], crc32.ChecksumIEEE(bomb[12:29]))
	for _, c := range []struct{ name, data, want string }{
		{"a.png", "", "a.png is empty"},
		{"a.png", "hello", "a.png is not a picture\n\thint: a picture is a PNG, JPEG, GIF, WebP or SVG file"},
		{"a.jpg", string(small), "a.jpg is a PNG picture, despite its name\n\thint: rename it a.png"},
		{"a.png", string(small[:300]), "a.png is a broken PNG picture: invalid format: not enough pixel data\n\thint: open it in a picture editor and save it again, or copy it again from the original"},
		{"a.png", string(bomb), "a.png has 100000 by 100000 pixels\n\thint: at most 64 million pixels can be read; a page shows no more than 1440 in width"},
		{"a.svg", "<svg xmlns='http://www.w3.org/2000/svg'>\n<g></svg>", "a.svg is a broken SVG picture: on line 2, element <g> closed by </svg>"},
		{"a.heic", "\x00\x00\x00\x18ftypheic\x00", "a.heic is a HEIC picture or a video, which cannot be shown\n\thint: a picture is a PNG, JPEG, GIF, WebP or SVG file; save it as one"},
		{"a.png", "version https://git-lfs.github.com/spec/v1\n", "a.png is a Git LFS pointer, not the picture itself\n\thint: run git lfs pull"},
		{"a.svg", "<p>see <svg></p>", "a.svg is not a picture"},
	} {
		p, wrong := Read(c.name, []byte(c.data), true, nil)
		if wrong == nil || !strings.HasPrefix(wrong.Error(), c.want) {
			t.Errorf("%s: got %v, %v; want %s", c.name, p, wrong, c.want)
		}
	}
}

// TestStore checks that a picture from the store is the one that was stored, and that an entry without copies is not
// used for copies.
func TestStore(t *testing.T) {
	root := golden.OpenRoot(t, t.TempDir())
	store, data := cache.Open(root, "cache"), asPNG(grain(1000, 500))
	if p, wrong := Read("a.png", data, false, store); wrong != nil || len(p.Copies) > 0 {
		t.Fatal(p, wrong)
	}
	made, _ := Read("a.png", data, true, store)
	kept, wrong := Read("a.png", data, true, store)
	if wrong != nil || store.Misses() != 2 || len(kept.Copies) != 2 || kept.Width != 1000 ||
		!bytes.Equal(kept.Copies[1].Data, made.Copies[1].Data) {
		t.Error(kept, wrong, store.Misses())
	}
}

func FuzzRead(f *testing.F) {
	for _, seed := range [][]byte{asPNG(grain(3, 2)), asJPEG(grain(8, 8), 6), []byte("<svg viewBox='0 0 1 1'/>"), []byte("GIF89a"), []byte("RIFF....WEBPVP8 ")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if kind := sniff(data); kind != SVG && kind != "" {
			if cfg, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && cfg.Width*cfg.Height > 1e6 {
				return // it would only take time
			}
		}
		for _, ext := range []string{"png", "jpg", "gif", "webp", "svg"} {
			if p, wrong := Read("a."+ext, data, true, nil); wrong == nil && (p.Width < 0 || p.Height < 0) {
				t.Error(p)
			}
		}
	})
}
