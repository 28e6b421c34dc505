package raster

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"image"
	"image/png"
	"runtime"
	"strings"
	"testing"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/golden"
)

// TestSheetsGolden keeps where everything is on cards, icons and files: a short headline and a long one, with a chart
// that has space and one that fades in the middle, and an address that has a line of its own.
func TestSheetsGolden(t *testing.T) {
	th, all := theme(t), charts(t, "en-GB")
	headline := "Three of seven donors reach the mark, one of them for the first time"
	long := strings.Repeat("Three of seven donors reach the mark, one of them for the first time. ", 3)
	address := below
	address.URL += strings.Repeat("long/", 30)
	silent := below
	silent.URL = ""
	var b bytes.Buffer
	for _, sheet := range []struct {
		name string
		*Picture
	}{
		{"a card of words", NewCard(th, Card{Kicker: "3 May 2019", Headline: headline, Note: "What it is about", Site: "Who gives", Edition: "DAC, 16 April 2020"})},
		{"a card of a few words", NewCard(th, Card{Headline: "Words", Site: "Who gives"})},
		{"a card of many words", NewCard(th, Card{Kicker: strings.Repeat("Kicker ", 20), Headline: long, Note: long, Site: "Who gives"})},
		{"a card of too many words", NewCard(th, Card{Headline: long + long + long, Site: "Who gives"})},
		{"a card with a chart", NewCard(th, Card{Kicker: "3 May 2019", Headline: headline, Note: "What it is about", Chart: all["meeting"], Site: "Who gives", Edition: "DAC, 16 April 2020"})},
		{"a card with a low chart", NewCard(th, Card{Headline: headline, Chart: all["panels"], Site: "Who gives"})},
		{"a card with a high chart", NewCard(th, Card{Kicker: "3 May 2019", Headline: long, Note: "What it is about", Chart: all["distance"], Site: "Who gives"})},
		{"a card with a high chart without rows", NewCard(th, Card{Headline: headline, Chart: all["quadrant"], Site: "Who gives"})},
		{"a file", Chart(th, all["meeting"], below)},
		{"a file with a long address", Chart(th, all["meeting"], address)},
		{"a file without an address", Chart(th, all["meeting"], silent)},
		{"an icon", Icon(th, 64)},
	} {
		fmt.Fprintf(&b, "# %s: %v by %v, %v pixels to one, text of %v\n", sheet.name, sheet.scene.W, sheet.scene.H, sheet.scale, sheet.scene.Text)
		for _, item := range sheet.scene.Items {
			switch shape := item.Shape.(type) {
			case scene.Drawing:
				fmt.Fprintf(&b, "drawing of %.1f at %.1f, %.1f by %.3f, from %v to %v\n", shape.H, shape.X, shape.Y, shape.Scale, shape.Top, shape.Bottom)
			case *scene.Text:
				fmt.Fprintf(&b, "%s at %.1f, %.1f of %.1f from %d: %s\n", item.Class, shape.X, shape.Y, shape.Size, shape.Anchor, shape.S)
			case scene.Path:
				fmt.Fprintf(&b, "%s from %.1f, %.1f to %.1f, %.1f\n", item.Class, shape[0].X, shape[0].Y, shape[1].X, shape[1].Y)
			default:
				fmt.Fprintf(&b, "%s %.1f\n", item.Class, shape)
			}
		}
		if sheet.over != nil {
			c := newCanvas(CardWidth, CardHeight)
			c.fillBox(0, 0, CardWidth, CardHeight, ink{alpha: 1})
			sheet.over(c)
			fmt.Fprint(&b, "faded in the middle, shades from row to row:")
			for y := range c.h {
				if v := c.pix[y*c.w+c.w-1]; y > 0 && v != c.pix[(y-1)*c.w+c.w-1] {
					fmt.Fprintf(&b, " %d:%d", y, c.palette[v].r)
				}
			}
			fmt.Fprintln(&b)
		}
	}
	golden.Check(t, "sheets.txt", b.Bytes())
}

// TestPaintedGolden keeps every way of painting as pixels, dark ones as @ and light ones as points: boxes with edges
// within pixels, stripes, circles, thick and dashed lines, areas of several pieces, text in every style with its halo,
// and a drawing of which a part is seen.
func TestPaintedGolden(t *testing.T) { golden.Check(t, "painted.txt", pixelsOf(t, painted(), 1)) }

// painted returns a scene of all that can be painted.
func painted() *scene.Scene {
	s := &scene.Scene{W: 150, H: 96, Text: 12}
	s.Add("paper", scene.Rect{W: 150, H: 96})
	s.Add("ink", scene.Rect{X: 2.3, Y: 2.6, W: 7.5, H: 5.2}, scene.Rect{X: 12.4, Y: 2, W: 0.3, H: 6}, scene.Rect{X: -4, Y: 90, W: 8, H: 20})
	s.Add("met", scene.Rect{X: 16.5, Y: 2.5, W: 9, H: 6})
	s.Add("bar down est", scene.Rect{X: 28, Y: 2, W: 22, H: 12})
	s.Add("cell down", scene.Path(nil).Move(54, 2).Line(76, 2).Line(70, 14).Line(54, 12).Closed())
	s.Add("overlay est", scene.Path(nil).Move(54, 2).Line(76, 2).Line(70, 14).Line(54, 12).Closed())
	s.Add("dot ink", scene.Circle{X: 84, Y: 8, R: 5.5})
	s.Add("dot ink est", scene.Circle{X: 98, Y: 8, R: 5.5})
	s.Add("bar ink", scene.Shapes{scene.Rect{X: 108, Y: 7, W: 20, H: 2}, scene.Circle{X: 128, Y: 8, R: 3}})
	s.Add("dot soft", scene.Shapes{scene.Circle{X: 138, Y: 8, R: 2}, scene.Rect{X: 142, Y: 6, W: 4, H: 4}})
	s.Add("line line-1 lead", scene.Path(nil).Move(4, 30).Line(20, 18).Line(36, 30).Line(36, 30).Line(60, 22))
	s.Add("line ink dash-2", scene.Segment(64, 18, 146, 18), scene.Segment(66, 22, 140, 32))
	s.Add("line ink dash-4", scene.Path(nil).Move(100, 22).Line(120, 22).Line(120, 26).Line(146, 26))
	s.Add("event-line", scene.Path(nil).Move(4, 34).Line(20, 34).Line(20, 42).Line(4, 42).Closed())
	s.Add("outline", scene.Path(nil).Box(26, 35, 20, 8), scene.Path(nil).Move(52, 43).Line(62, 33).Line(72, 43).Closed())
	s.Add("land up-3", scene.Path(nil).Move(78, 34).Line(142, 36).Line(110, 44).Closed().Box(144, 34, 4, 8))
	s.Add("name", &scene.Text{X: 2, Y: 56, S: "Ög ", Tail: "2%"})
	s.Add("count", &scene.Text{X: 60, Y: 56, S: "Wag", Anchor: scene.Middle, Size: 14})
	s.Add("headline", &scene.Text{X: 148, Y: 57, S: "Serif", Anchor: scene.End, Size: 15.5})
	s.Add("ink", scene.Rect{X: 4, Y: 62, W: 60, H: 12})
	s.Add("point-name", &scene.Text{X: 8, Y: 72, S: "edge", Size: 11})
	s.Add("reason", &scene.Text{X: 76, Y: 72, S: "Kursiv", Size: 11})
	s.Add("name", &scene.Text{X: 140, Y: 70, S: "off the edge"}, &scene.Text{X: -4, Y: 86, S: "Mm"}, &scene.Text{X: 66, Y: 100, S: "gW"})
	s.Add("no-data", scene.Rect{X: 142.5, Y: 80.5, W: 5, H: 8})
	inner := &scene.Scene{W: 60, H: 40, Text: 12}
	inner.Add("bar up", scene.Rect{W: 60, H: 40})
	inner.Add("dot ink", scene.Circle{X: 30, Y: 20, R: 18})
	inner.Add("name", &scene.Text{X: 2, Y: 12, S: "in"})
	s.Add("", scene.Drawing{Scene: inner, X: 10, Y: 78, Scale: 0.7, Top: 82, Bottom: 92}, scene.Drawing{Scene: inner, X: 80, Y: 78})
	return s
}

// TestLargeGolden keeps a small drawing at three pixels to a unit.
func TestLargeGolden(t *testing.T) { golden.Check(t, "painted-large.txt", pixelsOf(t, large(), 3)) }

func large() *scene.Scene {
	s := &scene.Scene{W: 40, H: 20, Text: 9}
	s.Add("paper", scene.Rect{W: 40, H: 20})
	s.Add("bar up est", scene.Rect{X: 1.1, Y: 1.2, W: 12, H: 8})
	s.Add("line ink dash-3", scene.Segment(15, 3, 39, 8))
	s.Add("ref-thin", scene.Segment(15, 1, 39, 1), scene.Segment(38, 1, 38, 19))
	s.Add("val", &scene.Text{X: 2, Y: 17.5, S: "0.7%"})
	inner := &scene.Scene{W: 10, H: 10, Text: 9}
	inner.Add("dot down est", scene.Circle{X: 5, Y: 5, R: 4})
	s.Add("", scene.Drawing{Scene: inner, X: 26, Y: 9})
	return s
}

// pixelsOf paints a scene and writes a line for each row of pixels.
func pixelsOf(t *testing.T, s *scene.Scene, scale float64) []byte {
	c := newCanvas(int(s.W*scale), int(s.H*scale))
	defer canvases.Put(c)
	p := &painter{c, theme(t), map[string]scene.Style{}}
	p.paint(s, frame{0, 0, scale, s.Text})
	const shades = "@%#*+=-:. "
	var b bytes.Buffer
	for y := range c.h {
		row := make([]byte, c.w)
		for x := range row {
			v := c.palette[c.pix[y*c.w+x]]
			row[x] = shades[(299*int(v.r)+587*int(v.g)+114*int(v.b))*len(shades)/255_001]
		}
		b.Write(append(bytes.TrimRight(row, " "), '\n'))
	}
	return b.Bytes()
}

// TestVersion holds that the version of pictures is another once any pixel of the same scene is, as the cache would
// otherwise go on with former ones. The sum is that of a machine whose rounding is known.
func TestVersion(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other machines round otherwise")
	}
	th, sum := theme(t), sha256.New()
	for _, p := range []*Picture{
		{scene: painted(), theme: th, scale: 1}, {scene: painted(), theme: th, scale: 2}, {scene: large(), theme: th, scale: 3},
		{scene: large(), theme: th, scale: 2, over: func(c *canvas) { c.fillBox(3.5, 2, 40, 9.3, ink{alpha: 0.5}) }},
		NewCard(th, Card{Kicker: "3 May 2019", Headline: "Three of seven donors", Note: "What it is about", Site: "Who gives"}), Icon(th, 64),
	} {
		data, err := p.PNG(nil)
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range img.(*image.Paletted).Palette {
			fmt.Fprint(sum, v)
		}
		sum.Write(img.(*image.Paletted).Pix)
	}
	golden.Check(t, "version.txt", fmt.Appendf(nil, "%s %x\n", version, sum.Sum(nil)))
}
