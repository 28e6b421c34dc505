package scene

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
	"burdenshare/templates"
)

// tones are the colours of marks, names of the palette.
var tones = []string{"up", "down", "soft", "ink", "line-1", "line-2", "line-3", "line-4", "line-5", "line-6",
	"up-1", "up-2", "up-3", "down-1", "down-2", "down-3"}

// styleSheet returns the rules by which a page gives the classes their looks.
func styleSheet() string {
	var b strings.Builder
	rule := func(selector, declarations string) {
		if declarations != "" {
			fmt.Fprintf(&b, "  .chart svg .%s { %s; }\n", selector, declarations)
		}
	}
	for _, t := range tones {
		rule(t, "--tone: var(--"+t+")")
	}
	for _, r := range roles() {
		if r.Hatched {
			rule(r.Name+":not(.est)", r.css())
		} else {
			rule(r.Name, r.css())
		}
		if r.Hollow {
			rule(r.Name+".est", Style{Fill: "paper", Stroke: tone, Width: hollowWidth}.css())
		}
	}
	for i, d := range dashes {
		rule("dash-"+strconv.Itoa(i+2), Style{Dash: d}.css())
	}
	rule("lead", Style{Width: leadWidth}.css())
	rule("highlighted", Style{Bold: true}.css())
	rule("halo", Style{Halo: true}.css())
	return b.String()
}

// css returns a style as the declarations of a rule.
func (l Style) css() string {
	var all []string
	variable := func(name string) string { return "var(--" + name + ")" }
	for _, p := range l.in(variable).properties(variable("paper"), variable("serif")) {
		if p[0] == "stroke-width" {
			p[1] += "px"
		}
		all = append(all, p[0]+": "+p[1])
	}
	return strings.Join(all, "; ")
}

// TestCSS holds that the page's style sheet gives classes the looks that pictures have: it is written from the same list.
func TestCSS(t *testing.T) {
	golden.Check(t, "../../../../templates/assets/marks.css", []byte("/* How the shapes of charts look, by class. This file is written by\n"+
		"   go test ./internal/chart/scene -update, from the list in roles.toml. */\n@layer chart {\n"+styleSheet()+"}\n"))
}

// TestTheme holds that every colour of a look is in the palette, and that config.toml's own come before the templates'.
func TestTheme(t *testing.T) {
	theme, hex := golden.Must(ReadTheme(templates.FS)), regexp.MustCompile(`^#[0-9a-f]{6}$`)
	names := slices.Clone(tones)
	for _, r := range roles() {
		names = append(names, r.Fill, r.Stroke)
	}
	for _, name := range names {
		if !slices.Contains([]string{"", off, tone}, name) && !hex.MatchString(theme.Colour(name)) {
			t.Errorf("the colour %q is %q", name, theme.Colour(name))
		}
	}
	src, _ := templates.FS.ReadFile(tokensFile)
	theme, _ = ReadTheme(fstest.MapFS{tokensFile: {Data: src}, lookFile: {Data: []byte("@layer tokens { :root { --up: #ABC; } @media x { :root { --up: #000000; } } }")}})
	if got := theme.Colour("up"); got != "#aabbcc" {
		t.Errorf("--up is %s, want #aabbcc", got)
	}
	if _, errs := ReadTheme(fstest.MapFS{tokensFile: {Data: []byte(":root { --paper: wheat; }")}}); !strings.Contains(errs.Error(), "tokens.css: pictures need the colour --paper") {
		t.Errorf("a palette without colours: %v", errs)
	}
}

type marker string

func (m marker) AppendData(b []byte) []byte { return append(b, m...) }

// TestShapes holds how each shape is written, in a page with tooltips and without words of its own, and in a file:
// neighbours of one look in a group, in a page by class and in a file by attributes.
func TestShapes(t *testing.T) {
	small := &Scene{Name: "small", W: 10, H: 5, Text: 7}
	small.Add("val", &Text{X: 1, Y: 2, S: "s", Size: 7})
	s := &Scene{Name: "narrow", W: 360, H: 123.4, Text: 14}
	s.Show("overlay est", Shapes{Rect{1, 2, 3, 4}, Circle{5, 6, 7}}, marker(` data-value="1"`))
	s.Add("headline", &Text{X: 1, Y: 1, S: "H", Size: 14}, &Text{X: 1, Y: 1, S: "I", Size: 12, Anchor: Middle})
	s.Show("bar up est", Shapes{Rect{1, 2, 3, 4}, Circle{5, 6, 7}}, marker(` data-value="2"`))
	s.Show("overlay est", Path(nil).Box(1, 2, 3, 4).Box(6, 7, 8, 9), marker(` data-value="3"`))
	s.Add("reason", &Text{X: 3, Y: 4, S: "a"})
	s.Add("name highlighted", &Text{X: 5, Y: 4, S: "b"})
	s.Add("name halo", Drawing{Scene: small, X: 20, Y: 30, Scale: 0.5}, Drawing{Scene: small, X: 40, Y: 30, Scale: 1}, Drawing{Scene: small}, &Text{X: 7, Y: 4, S: "c", Size: 14})
	s.Add("outline", Path(nil).Segment(0, 0, 9, 0).Segment(1, 1, 2, 2))
	s.Add("", Circle{1, 2, 3})
	w := &Scene{Name: "wide", W: 100, H: 50, Text: 14}
	w.Add("grid", Segment(1, 2, 1, 40), Path(nil))
	w.Show("bar up est", Rect{1, 2, 3.04, 4}, marker(` data-value="1"`))
	w.Show("bar up est", Rect{5, 6, 7, 8}, marker(` data-value="2"`))
	w.Add("end line-2", &Text{X: 1, Y: 2, S: "a < b ", Tail: "3%", Size: 13, Anchor: End})
	w.Add("dot line-2 est", Circle{1, 2, 3})
	w.Add("line line-3 dash-2 lead", Segment(0, 0, 3, 4).Line(5, 6).Line(5, 9).Closed())
	tip := func(m Marker) string {
		return strings.Repeat("<"+string(m.(marker)), strings.Count(string(m.(marker)), "1"))
	}
	theme := golden.Must(ReadTheme(templates.FS))
	written := [][]byte{s.SVG("x", "T & T", "D", tip), s.SVG("x", "", "", nil), s.File("x", "T", "D", theme),
		w.SVG("x", "T", "D", nil), w.File("x", "", "", theme)}
	golden.Check(t, "shapes.txt", bytes.ReplaceAll(bytes.Join(written, []byte("\n")), []byte("><"), []byte(">\n<")))
}

func TestEscape(t *testing.T) {
	for text, want := range map[string]string{
		"Türkiye & \"<b>\"": "Türkiye &amp; &#34;&lt;b&gt;&#34;",
		"a\tb\nc":           "a\tb&#10;c",
		"\x00a\x1fb\x7f":    "\ufffda\ufffdb\x7f",
		"a\ufffeb\uffffé<":  "a\ufffdb\ufffdé&lt;",
		"":                  "",
	} {
		if got := string(Escape([]byte("_"), text)); got != "_"+want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestLengths(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.04: "0", 0.05: "0.1", 9.96: "10", 12.34: "12.3", 99.9: "99.9", 100: "100", 123.4: "123.4",
		720: "720", 1234.56: "1234.6", -0.04: "0", -3.25: "-3.3", -1000: "-1000"} {
		if got := string((&writer{}).num(v).b); got != want {
			t.Errorf("%v is written %s, want %s", v, got, want)
		}
	}
}
