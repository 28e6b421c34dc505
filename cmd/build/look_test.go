package main

import (
	"bytes"
	"image/png"
	"path"
	"regexp"
	"strings"
	"testing"
)

// ownLook is [look] with all that it can say.
const ownLook = `
[look]
above = "#0b6e4f"
text_font = "Charter, Georgia"
interface_font = "Inter"
logo = "logo.svg"
favicon = "seal.png"
imprint = "Published by the Aid Watch, Utrecht."

[look.dark]
logo = "night.svg"

[[look.font]]
family = "Inter"
file = "fonts/inter.woff2"
weight = "100 900"

[[look.link]]
name = "Aid Watch"
url = "https://example.org/aid-watch"

[[look.link]]
name = "Write to us"
url = "mailto:aid@example.org"

[[look.link]]
name = "How we count"
url = "/methods/#what-counts"
`

// TestLook holds that a report has the look that its config.toml says, on
// pages and in pictures, without a template of its own.
func TestLook(t *testing.T) {
	config := string(baseFiles()["config.toml"].Data)
	plain, errs := buildEdited(t, edited(nil))
	if errs != "" {
		t.Fatal(errs)
	}
	files, errs := buildEdited(t, edited(map[string]string{
		"config.toml":                        config + ownLook,
		"templates/assets/logo.svg":          strings.Replace(drawing, "viewBox", `width="40" height="20" viewBox`, 1),
		"templates/assets/night.svg":         drawing,
		"templates/assets/seal.png":          pngOf(512, 512),
		"templates/assets/fonts/inter.woff2": "wOF2",
	}))
	if errs != "" {
		t.Fatal(errs)
	}
	has := func(file string, texts ...string) {
		t.Helper()
		for _, text := range texts {
			if !regexp.MustCompile(text).Match(files[file]) {
				t.Errorf("%s has no %s", file, text)
			}
		}
	}
	// One colour is enough: what it leaves out follows, by night too.
	css := ""
	for name := range files {
		if ok, _ := path.Match("assets/site-*.css", name); ok {
			css = name
		}
	}
	has(css, `--up: ?#0b6e4f`, `--accent: ?#0b6e4f`, `--up-1: ?#[0-9a-f]{6}`, `screen and \(prefers-color-scheme: ?dark\) ?{ ?:root ?{ ?--accent: ?#[0-9a-f]{6}`, `--serif: ?Charter, ?Georgia, ?serif`, `--sans: ?Inter, ?sans-serif`)
	for _, name := range []string{"charts/distance-2018/distance-2018.svg", "favicon.svg"} {
		if !bytes.Contains(plain[name], []byte("#12657f")) || bytes.Contains(files[name], []byte("#12657f")) {
			t.Errorf("%s does not follow", name)
		}
	}
	has("charts/distance-2018/distance-2018.svg", "#0b6e4f")
	for _, name := range []string{"cards/home.png", "charts/distance-2018/distance-2018.png"} {
		if len(files[name]) == 0 || bytes.Equal(files[name], plain[name]) {
			t.Errorf("%s does not follow", name)
		}
	}

	// A typeface of its own is served by the report, beside the style sheet.
	m := regexp.MustCompile(`font-family: ?"?Inter"?; ?src: ?url\("?\./(inter-[A-Z0-9]{8}\.woff2)"?\) ?format\("woff2"\)`).FindSubmatch(files[css])
	if m == nil || string(files["assets/"+string(m[1])]) != "wOF2" {
		t.Error("the typeface is not served")
	}

	// Logo, icon, imprint and links stand on every page.
	has("members/sweden/index.html",
		`<a href="../../index.html"><picture><source media="\(prefers-color-scheme: dark\)" srcset="../../assets/night-[0-9a-f]{8}.svg"><img src="../../assets/logo-[0-9a-f]{8}.svg" alt="" width="40" height="20"></picture> Who gives</a>`,
		`<p>Published by the Aid Watch, Utrecht.</p>`,
		`<li><a href="https://example.org/aid-watch">Aid Watch</a></li>`,
		`<li><a href="mailto:aid@example.org">Write to us</a></li>`,
		`<li><a href="../../methods/index.html#what-counts">How we count</a></li>`)
	if bytes.Contains(files["index.html"], []byte("favicon.svg")) || files["favicon.svg"] != nil {
		t.Error("the drawn icon stands beside the report's own")
	}
	if icon, err := png.Decode(bytes.NewReader(files["icons/icon-180.png"])); err != nil || icon.Bounds().Dx() != 180 {
		t.Errorf("the icon of phones: %v", err)
	}
}
