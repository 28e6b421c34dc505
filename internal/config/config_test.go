package config_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/config"
	"burdenshare/internal/golden"
)

const good = `title = "Aid"
base_url = "https://example.org/aid"
source = "dac"
measure = "oda"
guideline = "un"
singular = "donor"
plural = "donors"
collective = "donors"
`

func load(src string) (*config.Config, string) {
	c, errs := config.Load(fstest.MapFS{config.File: {Data: []byte(src)}})
	return c, errs.Error()
}

func TestLoad(t *testing.T) {
	c, errs := load(good)
	if errs != "" {
		t.Fatal(errs)
	}
	if c.BaseURL != "https://example.org/aid/" || c.Language != "en" || c.UnsafeHTML {
		t.Errorf("got %+v", c)
	}
	if p := c.Pos("measure").String(); p != "config.toml:4:11" {
		t.Errorf("measure is at %s", p)
	}
}

const everything = good + `description = "How far"
language = "fr"
cname = "aid.example.org"
second_guideline = "one"
spending = "usd"
growth = "real"
total = "ALL"
unsafe_html = true
[look]
above = "#ABC"
below = " #A1B2C3 "
text_font = "Charter, 'Source Serif 4'"
interface_font = "Inter, sans-serif"
logo = "logo.svg"
favicon = "icon.png"
imprint = " Us "
[look.dark]
paper = "#000"
logo = "night.svg"
[[look.font]]
family = "Inter"
file = "inter.woff2"
weight = "100 900"
style = "italic"
[[look.font]]
family = "Source Serif 4"
file = "serif.woff2"
weight = "400"
[[look.link]]
name = "Us"
url = "mailto:us@example.org"
[[look.link]]
name = "Home"
url = "/methods/#how"
[[look.link]]
name = "Web"
url = "https://example.org/"
`

func TestEverySetting(t *testing.T) {
	c, errs := load(strings.Replace(everything, "https://example.org/aid", "https://aid.example.org", 1))
	if errs != "" {
		t.Fatal(errs)
	}
	got := fmt.Sprint([]any{c.Title, c.Description, c.BaseURL, c.Home, c.CNAME, c.Language, c.Source, c.Measure, c.Guideline, c.Singular, c.Plural, c.Collective,
		c.Second, c.Spending, c.Growth, c.Total, c.UnsafeHTML})
	if want := "[Aid How far https://aid.example.org/ https://aid.example.org/ aid.example.org fr dac oda un donor donors donors one usd real ALL true]"; got != want {
		t.Errorf("got %s", got)
	}
	l := c.Look
	got = fmt.Sprint([]any{l.Light, l.Dark, l.TextFont, l.InterfaceFont, l.Logo, l.DarkLogo, l.Favicon, l.Imprint})
	if want := "[map[above:#aabbcc below:#a1b2c3] map[paper:#000000] Charter, 'Source Serif 4', serif Inter, sans-serif logo.svg night.svg icon.png Us]"; got != want {
		t.Errorf("got %s", got)
	}
	if len(l.Fonts) != 2 || l.Fonts[0].Family+l.Fonts[0].File+l.Fonts[0].Weight+l.Fonts[0].Style != "Interinter.woff2100 900italic" || l.Fonts[0].FilePos.String() != "config.toml:30:8" {
		t.Errorf("fonts %+v", l.Fonts)
	}
	if len(l.Links) != 3 || l.Links[0].Name+l.Links[0].URL+l.Links[0].Pos.String() != "Usmailto:us@example.orgconfig.toml:39:7" {
		t.Errorf("links %+v", l.Links)
	}
	if at := l.Pos("logo").String() + " " + l.DarkPos("logo").String(); at != "config.toml:22:8 config.toml:27:8" {
		t.Errorf("the logos are at %s", at)
	}
	none, _ := load(good)
	if at := none.Look.Pos("logo").String() + none.Look.DarkPos("logo").String(); at != "config.tomlconfig.toml" {
		t.Errorf("without [look] the logo is at %s", at)
	}
	if c, errs := load("\ufeff" + good); errs != "" || c.Title != "Aid" {
		t.Errorf("with a byte order mark: %s", errs)
	}
}

// TestMistakes holds what is said of settings.
func TestMistakes(t *testing.T) {
	golden.CheckCases(t, "mistakes.txtar", func(c golden.Case) string {
		src := good
		for _, p := range c.Parts {
			switch p.Name {
			case "edit":
				from, to := golden.Edit(t, p)
				src = strings.Replace(src, from, to, 1)
			case "look":
				src += "[look]\n" + string(p.Data)
			case "more":
				src += string(p.Data)
			}
		}
		_, said := load(src)
		return said
	})
}

func TestEveryFinding(t *testing.T) {
	look := func(lines string) string { return good + "[look]\n" + lines }
	for _, to := range []string{"javascript:alert(1)", "data:text/html,x", "//evil.example/", "/\\\\evil.example/", "methods", "mailto:", "mailto:nobody", "https:", "ftp://example.org/", "/a b", ""} {
		want := "does not lead anywhere\n\thint: write https://example.org/, mailto:us@example.org, or /methods/ for a page of the report"
		if _, got := load(look("[[look.link]]\nname = \"A\"\nurl = \"" + to + "\"\n")); !strings.HasPrefix(got, "config.toml:12:7: url: ") || !strings.HasSuffix(got, want) {
			t.Errorf("a link to %s: %s", to, got)
		}
	}
	for _, key := range []string{"title", "base_url", "source", "measure", "guideline", "singular", "plural", "collective"} {
		src := strings.Replace("\n"+good, "\n"+key+" = ", "\n# ", 1)
		value := map[bool]string{true: `"https://…"`, false: `"…"`}[key == "base_url"]
		if _, got := load(src); got != "config.toml:1:1: "+key+" is missing\n\thint: add a line "+key+" = "+value {
			t.Errorf("without %s: %s", key, got)
		}
	}
}

func TestMissing(t *testing.T) {
	const missing = "config.toml: the file is missing\n\thint: run in the folder that contains config.toml, or name it with -root; burdenshare init begins a report"
	if _, errs := config.Load(fstest.MapFS{}); errs.Error() != missing {
		t.Errorf("got %s", errs.Error())
	}
}
