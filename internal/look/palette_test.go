package look

import (
	"fmt"
	"io/fs"
	"testing"
	"testing/fstest"

	"burdenshare/internal/config"
	"burdenshare/internal/golden"
	"burdenshare/templates"
)

// settings reads [look] of a report.
func settings(t *testing.T, look string) *config.Look {
	t.Helper()
	c, _ := config.Load(fstest.MapFS{"config.toml": {Data: []byte("title = \"T\"\n" + look)}})
	return c.Look
}

// paletteOf returns the palette of a report and its errors.
func paletteOf(t *testing.T, look string) (*palette, string) {
	t.Helper()
	f, _ := Templates(fstest.MapFS{}, templates.FS)
	p, errs := readPalette(f, settings(t, look))
	if errs.Failed() {
		t.Fatal(errs)
	}
	return p, append(p.day.check(""), p.dark.check(" on dark screens")...).Error()
}

func TestColours(t *testing.T) {
	for _, s := range []string{"#000000", "#ffffff", "#12657f", "#b8442c", "#fff2c4", "#00ff00"} {
		c, ok := parseColour(s)
		if back := c.lab().colour().String(); !ok || back != s {
			t.Errorf("%s is written as %s", s, back)
		}
		if again := tone(c.lab(), c.luminance()).String(); again != s {
			t.Errorf("%s at its own luminance is %s", s, again)
		}
	}
	black, _ := parseColour("#000000")
	white, _ := parseColour("#ffffff")
	grey, _ := parseColour("#767676") // the lightest grey that is legible on white
	if contrast(black, white) != 21 || fmt.Sprintf("%.2f", contrast(grey, white)) != "4.54" {
		t.Errorf("contrast %v, %v", contrast(black, white), contrast(grey, white))
	}
}

// TestPaletteOfProgram checks that the program's own colours are legible.
func TestPaletteOfProgram(t *testing.T) {
	p, errs := paletteOf(t, "")
	if errs != "" {
		t.Error(errs)
	}
	if len(p.ownDay)+len(p.ownDark) != 0 || len(p.day) < 20 || len(p.dark) != len(p.day) {
		t.Errorf("%d colours, %d of the report's own", len(p.day), len(p.ownDay))
	}
	for _, pair := range pairs {
		for _, name := range append(pair.ground, pair.name) {
			if p.day[name].name == "" {
				t.Errorf("there is no colour --%s", name)
			}
		}
	}
}

// TestPaletteFollows checks that one colour is enough: its steps, links, lines and the colours of dark screens are
// computed from it, with its hue and legible.
func TestPaletteFollows(t *testing.T) {
	for _, above := range []string{"#12657f", "#0b6e4f", "#1d4ed8", "#6d28d9", "#333333", "#7a5c00", "#005f73", "#003300"} {
		p, errs := paletteOf(t, fmt.Sprintf("[look]\nabove = %q\nbelow = \"#8a1c1c\"\nneutral = \"#666666\"\n", above))
		if errs != "" {
			t.Errorf("%s: %s", above, errs)
		}
		if above == "#12657f" {
			continue
		}
		for _, name := range []string{"up", "accent", "line-1", "up-1", "up-2", "up-3"} {
			for where, s := range map[string]scheme{"by day": p.ownDay, "by night": p.ownDark} {
				if _, ok := s[name]; !ok {
					t.Errorf("%s: --%s does not follow %s", above, name, where)
				}
			}
		}
	}
	p, _ := paletteOf(t, "[look]\nabove = \"#12657f\"\n")
	for name, want := range map[string]string{"up-3": "#4897ae", "accent": "#12657f"} { // for its own colour a palette is unchanged
		if got := p.day[name].String(); got != want {
			t.Errorf("--%s is %s, want %s", name, got, want)
		}
	}
	if p, _ := paletteOf(t, "[look]\nabove = \"#0b6e4f\"\n"); p.day["accent"].String() != "#0b6e4f" {
		t.Errorf("the accent is %s", p.day["accent"])
	}
	if p, errs := paletteOf(t, "[look]\npaper = \"#ffffff\"\n"); errs != "" || p.day["card"].String() == p.day["paper"].String() || p.day["card"].String() == "#f4f2ec" {
		t.Errorf("white paper: card %s, %s", p.day["card"], errs)
	}
	if p, _ := paletteOf(t, "[look]\nabove = \"#0b6e4f\"\n[look.dark]\nabove = \"#40d0a0\"\n"); p.dark["up"].String() != "#40d0a0" {
		t.Errorf("a dark colour that is set is %s", p.dark["up"])
	}
}

// TestContrast checks the errors for illegible colours, and that the nearest legible one is.
func TestContrast(t *testing.T) {
	golden.CheckCases(t, "contrast.txtar", func(c golden.Case) string {
		_, errs := paletteOf(t, c.Part("config"))
		return errs
	})
}

// TestSheet checks that a colour set for day has a value for dark screens too: the style sheet follows the program's,
// whose dark colours it would hide.
func TestSheet(t *testing.T) {
	f, _ := Templates(fstest.MapFS{}, templates.FS)
	l := settings(t, "[look]\npaper = \"#ffffff\"\nabove = \"#0b6e4f\"\n")
	if errs := f.Apply(l); len(errs) > 0 {
		t.Fatal(errs)
	}
	src, _ := fs.ReadFile(f, sheetFile)
	day, dark, _ := readTokens(string(src))
	program, _ := fs.ReadFile(templates.FS, tokensFile)
	_, night, _ := readTokens(string(program))
	if len(day) < 10 || dark["paper"].String() != night["paper"].String() || dark["grid"].String() != night["grid"].String() {
		t.Errorf("on dark screens paper is %s, grid %s", dark["paper"], dark["grid"])
	}
	if dark["up"] == day["up"] {
		t.Error("above is the same on dark screens")
	}
}
