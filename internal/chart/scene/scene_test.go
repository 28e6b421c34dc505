package scene

import (
	"bytes"
	"flag"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"burdenshare/templates"
)

var update = flag.Bool("update", false, "write templates/assets/marks.css anew")

const marksFile = "../../../templates/assets/marks.css"

// TestCSS holds that the page's style sheet gives classes the looks that
// pictures have: it is written from the same list.
func TestCSS(t *testing.T) {
	want := "/* How the shapes of charts look, by class. This file is written by\n   go test ./internal/chart/scene -update, from the list in roles.toml. */\n@layer chart {\n" + styleSheet() + "}\n"
	if *update {
		if err := os.WriteFile(marksFile, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(marksFile); err != nil || string(got) != want {
		t.Errorf("%s is not what roles.toml says (%v); run go test -update", marksFile, err)
	}
}

// TestTheme holds that every colour of a look is in the palette, and that
// config.toml's own come before the templates'.
func TestTheme(t *testing.T) {
	theme, errs := ReadTheme(templates.FS)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	hex := regexp.MustCompile(`^#[0-9a-f]{6}$`)
	for _, r := range roles() {
		for _, name := range []string{r.Fill, r.Stroke} {
			if name != "" && name != off && name != tone && !hex.MatchString(theme.Colour(name)) {
				t.Errorf("%s is of the colour %q, which is %q", r.Name, name, theme.Colour(name))
			}
		}
	}
	for _, name := range tones {
		if !hex.MatchString(theme.Colour(name)) {
			t.Errorf("the tone %s is %q", name, theme.Colour(name))
		}
	}
	src, _ := templates.FS.ReadFile(tokensFile)
	theme, _ = ReadTheme(fstest.MapFS{tokensFile: {Data: src}, lookFile: {Data: []byte("@layer tokens { :root { --up: #ABC; } @media x { :root { --up: #000000; } } }")}})
	if got := theme.Colour("up"); got != "#aabbcc" {
		t.Errorf("--up is %s, want #aabbcc", got)
	}
	if _, errs := ReadTheme(fstest.MapFS{tokensFile: {Data: []byte(":root { --paper: wheat; }")}}); !regexp.MustCompile(`tokens.css: pictures need the colour --paper`).MatchString(errs.Error()) {
		t.Errorf("a palette without colours: %v", errs)
	}
}

// TestWrite holds how shapes are written: neighbours of one look in a group, in
// a page by class and in a file by attributes.
func TestWrite(t *testing.T) {
	s := &Scene{Name: "wide", W: 100, H: 50, Text: 14}
	s.Add("grid", Segment(1, 2, 1, 40), Path(nil))
	s.Show("bar up est", Rect{1, 2, 3.04, 4}, marker(` data-value="1"`))
	s.Show("bar up est", Rect{5, 6, 7, 8}, marker(` data-value="2"`))
	s.Add("end line-2", &Text{X: 1, Y: 2, S: "a < b ", Tail: "3%", Size: 13, Anchor: End})
	s.Add("dot line-2 est", Circle{1, 2, 3})
	s.Add("line line-3 dash-2 lead", Segment(0, 0, 3, 4).Line(5, 6).Line(5, 9).Closed())
	body := func(b []byte, from string) string { return string(b[bytes.Index(b, []byte(from)):]) }
	for _, c := range []struct{ what, got, want string }{
		{"page", body(s.SVG("x", "T", "D", nil), "</desc>"), `</desc><pattern id="x-wide-up" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" class="bar up"><path class="tint" d="M0 0h5v5H0z"/><path d="M0 0h2.5v5H0z"/></pattern>` +
			`<path class="grid" d="M1 2V40"/><g class="bar up est" fill="url(#x-wide-up)"><rect x="1" y="2" width="3" height="4" data-value="1"/><rect x="5" y="6" width="7" height="8" data-value="2"/></g>` +
			`<g class="end line-2" font-size="13" text-anchor="end"><text x="1" y="2">a &lt; b <tspan class="tail">3%</tspan></text></g><g class="dot line-2 est"><circle cx="1" cy="2" r="3"/></g>` +
			`<path class="line line-3 dash-2 lead" d="M0 0L3 4 5 6V9z"/></svg>`},
		{"file", body(s.File("x", "", "", theme(t)), "<path"), `<path opacity="0.58" d="M0 0h5v5H0z"/><path d="M0 0h2.5v5H0z"/></pattern>` +
			`<path fill="none" stroke="#e6e2d8" d="M1 2V40"/><g fill="url(#x-up)"><rect x="1" y="2" width="3" height="4" data-value="1"/><rect x="5" y="6" width="7" height="8" data-value="2"/></g>` +
			`<g fill="#ad4f0b" font-weight="600" font-size="13" text-anchor="end"><text x="1" y="2">a &lt; b <tspan fill="#565b62" font-weight="400">3%</tspan></text></g><g fill="#fcfbf8" stroke="#ad4f0b" stroke-width="1.75"><circle cx="1" cy="2" r="3"/></g>` +
			"<path fill=\"none\" stroke=\"#7a3f97\" stroke-width=\"3\" stroke-dasharray=\"7 3\" d=\"M0 0L3 4 5 6V9z\"/></svg>\n"},
	} {
		if c.got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, c.got, c.want)
		}
	}
}

type marker string

func (m marker) AppendData(b []byte) []byte { return append(b, m...) }

func theme(t *testing.T) *Theme {
	t.Helper()
	theme, errs := ReadTheme(templates.FS)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return theme
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
