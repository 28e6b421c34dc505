package picture

import (
	"bytes"
	"encoding/xml"
	"flag"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/templates"
)

var keep = flag.String("keep", "", "a `folder` to keep the pictures in, to be looked at")

// look is that of the default templates.
func look(t testing.TB) *Look {
	t.Helper()
	l, errs := ReadLook(templates.FS)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return l
}

// goldens gives every golden drawing of the chart room as a chart.
func goldens(t testing.TB) map[string]*chart.Chart {
	t.Helper()
	names, _ := filepath.Glob("../chart/testdata/*.wide.svg")
	if len(names) < 8 {
		t.Fatalf("only %d drawings", len(names))
	}
	charts := map[string]*chart.Chart{}
	for _, name := range names {
		base := strings.TrimSuffix(name, ".wide.svg")
		id := filepath.Base(base)
		charts[id] = &chart.Chart{ID: id, Title: "Three of <seven> & “more”", Subtitle: "Aid in per cent of income, 2019", Summary: []string{"A </desc> is no end."},
			Wide: read(t, name), Narrow: read(t, base+".narrow.svg")}
	}
	return charts
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return src
}

var below = Words{Source: "Source: DAC, 16 April 2020. CC <BY> 4.0.", Site: "Who gives", URL: "https://example.org/aid/charts/x/"}

// TestGoldens makes every picture of every drawing that the chart room has a
// golden file of: nothing in them may be unknown here.
func TestGoldens(t *testing.T) {
	l := look(t)
	for name, c := range goldens(t) {
		p, err := l.Chart(c, below)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
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
		card, err := l.Card(Card{Kicker: "3 May 2019", Headline: c.Title, Note: c.Subtitle, Chart: c, Site: "Who gives", Edition: "DAC, 16 April 2020"})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		square, err := card.PNG(nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if cfg, err := png.DecodeConfig(bytes.NewReader(square)); err != nil || cfg.Width != 1200 || cfg.Height != 630 {
			t.Errorf("%s: a card of %dx%d (%v)", name, cfg.Width, cfg.Height, err)
		}
		if *keep != "" {
			for ext, b := range map[string][]byte{".svg": svg, ".png": image, ".card.png": square} {
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
						t.Errorf("%s: the id %q stands twice", name, a.Value)
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
	l := look(t)
	for _, headline := range []string{"", "Short", strings.Repeat("A headline with no end ", 60), strings.Repeat("w", 300), "汉字 \u202e <b>"} {
		p, err := l.Card(Card{Headline: headline, Site: "Who gives"})
		if err != nil {
			t.Errorf("%q: %v", headline, err)
			continue
		}
		if _, err := p.PNG(nil); err != nil {
			t.Errorf("%q: %v", headline, err)
		}
	}
}

// TestPixels looks at single pixels of a picture.
func TestPixels(t *testing.T) {
	svg := `<svg width="20" height="10"><rect width="20" height="10" fill="#fcfbf8"/><rect x="2" y="2" width="4" height="4" fill="#b8442c"/>` +
		`<path d="M10 2H14V6h-4z" fill="#12657f"/><g transform="translate(10 0)"><circle cx="8" cy="8" r="1.5" fill="#17191c"/></g><path d="M0 9H20" stroke="#000000" fill="none" stroke-dasharray="4 4" stroke-width="2"/></svg>`
	n, err := parse([]byte(svg))
	if err != nil {
		t.Fatal(err)
	}
	b, err := (&Picture{n, 2}).PNG(nil)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct {
		x, y int
		hex  string
	}{{0, 0, "#fcfbf8"}, {4, 4, "#b8442c"}, {11, 11, "#b8442c"}, {12, 11, "#fcfbf8"}, {21, 5, "#12657f"}, {28, 5, "#fcfbf8"}, {36, 15, "#17191c"},
		{1, 18, "#000000"}, {10, 18, "#fcfbf8"}, {18, 18, "#000000"}} {
		r, g, b, _ := img.At(want.x, want.y).RGBA()
		if got := (rgb{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}); got != rgbOf(want.hex) {
			t.Errorf("pixel %d, %d is %v, want %s", want.x, want.y, got, want.hex)
		}
	}
}

func BenchmarkPNG(b *testing.B) {
	p, err := look(b).Chart(goldens(b)["distance"], below)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.PNG(nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCard makes a card from a chart's drawing to its bytes.
func BenchmarkCard(b *testing.B) {
	l := look(b)
	for _, name := range []string{"distance", "trend", "meeting", ""} {
		b.Run("with="+name, func(b *testing.B) {
			card := Card{Kicker: "3 May 2019", Headline: "Three of seven donors reach the mark, one of them for the first time", Chart: goldens(b)[name], Site: "Who gives", Edition: "DAC, 16 April 2020"}
			b.ReportAllocs()
			for b.Loop() {
				p, err := l.Card(card)
				if err == nil {
					_, err = p.PNG(nil)
				}
				if err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
