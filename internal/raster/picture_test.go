package raster

import (
	"bytes"
	"encoding/xml"
	"flag"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

var keep = flag.String("keep", "", "a `folder` to keep the pictures in, to be looked at")

// theme is that of the default templates.
func theme(t testing.TB) *scene.Theme {
	t.Helper()
	theme, errs := scene.ReadTheme(templates.FS)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return theme
}

// charts draws a chart of every kind.
func charts(t testing.TB, language string) map[string]*chart.Chart {
	t.Helper()
	d, errs := dataset.Load(os.DirFS("../../testdata/report"))
	if errs.Failed() {
		t.Fatal(errs)
	}
	catalog, errs := i18n.Load(templates.FS, templates.FS, language)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	terms := dataset.Terms{Source: "norda", Measure: "share_of_income", Guideline: "two_pc", Second: "equipment", Spending: "spent_current",
		Growth: "real_growth", Total: "NORDA", Collective: "allies"}
	list := map[string]*chart.Chart{}
	for _, k := range kind.All {
		name := k.Name
		spec := chart.Spec{Kind: name, Title: "Three of <seven> & “more”"}
		if k.Named || name == "sources" || name == "panels" {
			spec.Members = []string{"GBL", "POM", "FRB"}
		}
		switch name {
		case "sources", "revisions", "money", "shares":
			spec.Year = 2016
		}
		c, errs := kind.All.Draw(d.AsOf(civil.MustParse("2026-08-01")), terms, catalog, spec)
		if errs.Failed() {
			t.Fatalf("%s: %v", name, errs)
		}
		c.Summary = append([]string{"A </desc> is no end."}, c.Summary...)
		list[name] = c
	}
	return list
}

var below = Words{Source: "Source: DAC, 16 April 2020. CC <BY> 4.0.", Site: "Who gives", URL: "https://example.org/aid/charts/x/"}

// TestKinds makes every picture of a chart of every kind: sound XML that
// stands alone, and the same pixels twice.
func TestKinds(t *testing.T) {
	for name, c := range charts(t, "en-GB") {
		p := Chart(theme(t), c, below)
		svg := p.SVG()
		checkSVG(t, name, svg)
		image, err := p.PNG(nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if again, _ := p.PNG(nil); !bytes.Equal(image, again) {
			t.Errorf("%s: two pictures differ", name)
		}
		card, err := NewCard(theme(t), Card{Kicker: "3 May 2019", Headline: c.Title, Note: c.Subtitle, Chart: c, Site: "Who gives", Edition: "DAC, 16 April 2020"}).PNG(nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if cfg, err := png.DecodeConfig(bytes.NewReader(card)); err != nil || cfg.Width != CardWidth || cfg.Height != CardHeight {
			t.Errorf("%s: a card of %dx%d (%v)", name, cfg.Width, cfg.Height, err)
		}
		if *keep != "" {
			for ext, b := range map[string][]byte{".svg": svg, ".png": image, ".card.png": card} {
				if err := os.WriteFile(filepath.Join(*keep, name+ext), b, 0o666); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// checkSVG holds that a file for download is sound XML and stands alone.
func checkSVG(t *testing.T, name string, svg []byte) {
	t.Helper()
	ids := map[string]bool{}
	var used []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	text := ""
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		switch e := token.(type) {
		case xml.CharData:
			text += string(e)
		case xml.StartElement:
			for _, a := range e.Attr {
				switch {
				case a.Name.Local == "id":
					if ids[a.Value] {
						t.Errorf("%s: the id %q appears twice", name, a.Value)
					}
					ids[a.Value] = true
				case a.Name.Local == "class" || strings.Contains(a.Value, "var("):
					t.Errorf("%s: %s=%q is left to a style sheet", name, a.Name.Local, a.Value)
				case a.Name.Local == "aria-labelledby":
					used = append(used, strings.Fields(a.Value)...)
				case strings.HasPrefix(a.Value, "url("):
					used = append(used, strings.Trim(a.Value[len("url("):], "#)"))
				case strings.Contains(a.Value, "://") && a.Name.Local != "xmlns":
					t.Errorf("%s: %s leads out of the file: %s", name, a.Name.Local, a.Value)
				}
			}
		}
	}
	for _, id := range used {
		if !ids[id] {
			t.Errorf("%s: nothing has the id %q", name, id)
		}
	}
	for _, want := range []string{"Three of <seven> & “more”", "A </desc> is no end.", below.Source, below.Site, below.URL} {
		if !strings.Contains(text, want) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
}

// TestWords makes a card without a chart, of a headline that is too long for
// any, and one in letters that the typeface has not.
func TestWords(t *testing.T) {
	for _, headline := range []string{"", "Short", strings.Repeat("A headline with no end ", 60), strings.Repeat("w", 300), "汉字 \u202e <b>"} {
		if _, err := NewCard(theme(t), Card{Headline: headline, Site: "Who gives"}).PNG(nil); err != nil {
			t.Errorf("%q: %v", headline, err)
		}
	}
}

// TestStrips fills a shape that is wider than a strip: it has no seam, and covers what it encloses.
func TestStrips(t *testing.T) {
	c := newCanvas(300, 60)
	c.number(rgb{255, 255, 255}, 0)
	triangle := []point{{10.5, 50}, {290, 50}, {150, 8.25}}
	c.fill([][]point{triangle}, ink{colour: rgb{}, alpha: 1})
	black, sum := c.number(rgb{}, 0), 0.0
	for y := range c.h {
		for x := range c.w {
			v := c.pix[y*c.w+x]
			sum += 1 - float64(c.palette[v].r)/255
			inside := y > 10 && y < 50 && float64(x) > 150-(139.5*(float64(y)-8.25)/41.75)+4 && float64(x) < 150+140*(float64(y)-8.25)/41.75-5
			if inside && v != black {
				t.Fatalf("pixel %d, %d is not covered", x, y)
			}
		}
	}
	if area := 279.5 * 41.75 / 2; sum < area-20 || sum > area+20 {
		t.Errorf("%.1f pixels are covered, want %.1f", sum, area)
	}
}

// TestRoomInPalette paints faint lines across each other: what is painted over them still has its own colour.
func TestRoomInPalette(t *testing.T) {
	c := newCanvas(300, 200)
	c.fillBox(0, 0, 300, 200, ink{colour: rgb{252, 251, 247}, alpha: 1})
	c.fillBox(0, 100, 300, 200, ink{colour: rgb{251, 236, 228}, alpha: 1})
	for i := range 60 {
		l := line{points: []point{{0, float64(i * 3)}, {300, 200 - float64(i*3)}}}
		c.fill(l.outline(2.5), ink{colour: []rgb{{220, 217, 207}, {200, 210, 220}, {226, 226, 226}}[i%3], alpha: 0.85})
	}
	for _, want := range []rgb{{18, 21, 28}, {13, 94, 122}} {
		if got := c.palette[c.number(want, 0)]; got != want {
			t.Errorf("%v is painted as %v, the %d colours being taken", want, got, len(c.palette))
		}
	}
}

// TestEncode reads encoded pictures again: the same pixels in the same colours, whatever was encoded before.
func TestEncode(t *testing.T) {
	for _, size := range []image.Point{{1, 1}, {7, 3}, {8, 8}, {1552, 90}, {5551, 2}} {
		c := newCanvas(size.X, size.Y)
		for i := range 256 {
			c.palette = append(c.palette, rgb{uint8(i), uint8(255 - i), uint8(i * 7)})
		}
		for i := range c.pix {
			if i%97 > 60 { // areas, and what differs in each pixel
				c.pix[i] = uint8(255 - i*i%251)
			}
		}
		first, err := c.encode()
		if err != nil {
			t.Fatal(err)
		}
		again, _ := c.encode()
		img, err := png.Decode(bytes.NewReader(first))
		if err != nil || !bytes.Equal(first, again) {
			t.Errorf("%v: %v; the same twice: %t", size, err, bytes.Equal(first, again))
			continue
		}
		p := img.(*image.Paletted)
		if !bytes.Equal(p.Pix, c.pix) || p.Bounds().Size() != size {
			t.Errorf("%v: other pixels, or %v of them", size, p.Bounds().Size())
		}
		for i, v := range c.palette {
			if p.Palette[i] != (color.RGBA{v.r, v.g, v.b, 255}) {
				t.Errorf("%v: colour %d is %v, want %v", size, i, p.Palette[i], v)
			}
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	p := Chart(theme(b), charts(b, "en-GB")["distance"], below)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.PNG(nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCard makes a card from a chart's drawing to its bytes.
func BenchmarkCard(b *testing.B) {
	all, th := charts(b, "en-GB"), theme(b)
	for _, name := range []string{"distance", "trend", "meeting", ""} {
		b.Run("with="+name, func(b *testing.B) {
			card := Card{Kicker: "3 May 2019", Headline: "Three of seven donors reach the mark, one of them for the first time", Chart: all[name], Site: "Who gives", Edition: "DAC, 16 April 2020"}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := NewCard(th, card).PNG(nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// wordsIn returns what is written in a drawing, with single spaces.
func wordsIn(t *testing.T, svg []byte) string {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	var words []string
	depth := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return strings.Join(strings.Fields(strings.Join(words, " ")), " ")
		}
		if err != nil {
			t.Fatal(err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			if e.Name.Local == "text" {
				depth++
			}
		case xml.EndElement:
			if e.Name.Local == "text" {
				depth--
			}
		case xml.CharData:
			if depth > 0 {
				words = append(words, string(e))
			}
		}
	}
}

// TestSameWords holds that a chart says the same on a page, in its file and on
// a card, in every language: what its drawing says, headline, subtitle, and
// how estimates are drawn.
func TestSameWords(t *testing.T) {
	keys := map[string]string{}
	for _, language := range []string{"en-GB", "fr", "de"} {
		for name, c := range charts(t, language) {
			words := below
			words.Source += " " + c.EstimateKey
			file := wordsIn(t, Chart(theme(t), c, words).SVG())
			for _, want := range []string{c.Title, c.Subtitle, words.Source, words.Site, wordsIn(t, c.SVG(c.Wide()))} {
				if want = strings.Join(strings.Fields(want), " "); !strings.Contains(file, want) {
					t.Errorf("%s in %s: its file does not say %q:\n%s", name, language, want, file)
				}
			}
			card := wordsIn(t, NewCard(theme(t), Card{Headline: c.Title, Note: c.Subtitle, Chart: c, Edition: "DAC, 16 April 2020"}).SVG())
			drawing := c.Narrow()
			if name == "quadrant" {
				drawing = c.Wide() // the narrow one is too high
			}
			for _, want := range []string{c.Title, c.Subtitle, "DAC, 16 April 2020", wordsIn(t, c.SVG(drawing))} {
				if want = strings.Join(strings.Fields(want), " "); !strings.Contains(card, want) {
					t.Errorf("%s in %s: its card does not say %q:\n%s", name, language, want, card)
				}
			}
			if c.EstimateKey == "" {
				continue
			}
			if !strings.Contains(c.Subtitle, c.EstimateKey) {
				t.Errorf("%s in %s: %q is not in the subtitle %q", name, language, c.EstimateKey, c.Subtitle)
			}
			if other := keys[c.EstimateKey]; other != "" && other != language {
				t.Errorf("%s: %q is said in %s and in %s", name, c.EstimateKey, other, language)
			}
			keys[c.EstimateKey] = language
		}
	}
	if len(keys) < 4 {
		t.Errorf("few charts had estimates: %v", keys)
	}
}
