package config_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/config"
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

func TestEveryFinding(t *testing.T) {
	look := func(lines string) string { return good + "[look]\n" + lines }
	for _, c := range []struct{ src, want string }{
		{good + "[reader]\n", "config.toml:9:1: a heading [reader]\n\thint: delete the line: settings are on lines of their own, and [look] is the only heading"},
		{good + "[loook]\nabove = \"#abc\"\n", "config.toml:9:1: a heading [loook]\n\thint: did you mean \"look\"? delete the line: settings are on lines of their own, and [look] is the only heading"},
		{good + "cname = \"https://example.org\"\n", "config.toml:9:9: cname: \"https://example.org\" is not a domain\n\thint: write only a domain, such as report.example.org"},
		{good + "cname = \"example.org\"\n", "config.toml:9:9: warning: cname: the report is published at example.org, but base_url is https://example.org/aid/\n\thint: make base_url https://example.org/"},
		{strings.Replace(good, "example.org/aid", "other.example", 1) + "cname = \"example.org\"\n", "config.toml:9:9: warning: cname: the report is published at example.org, but base_url is https://other.example/\n\thint: make base_url https://example.org/"},
		{good + "language = \"Klingon language\"\n", "config.toml:9:12: language: \"Klingon language\" is not a language tag\n\thint: write a language tag such as en-GB, de or fr"},
		{strings.Replace(good, "\"Aid\"", "\"\"", 1), "config.toml:1:9: title is empty\n\thint: every report needs one"},
		{look("above = \"teal\"\n"), "config.toml:10:9: above: \"teal\" is the name of a colour\n\thint: write #008080"},
		{look("above = \"#12\"\nbelow = \"#abc\"\n"), "config.toml:10:9: above: \"#12\" is not a colour\n\thint: write it in six digits, such as #12657f"},
		{look("above = \"\"\n"), "config.toml:10:9: above: \"\" is not a colour\n\thint: write it in six digits, such as #12657f"},
		{look("text_font = \"url(x)\"\n"), "config.toml:10:13: text_font: \"url(x)\" is not a list of typefaces\n\thint: write their names separated by commas, such as Charter, Georgia, serif"},
		{look("text_font = \"'Charter\"\n"), "config.toml:10:13: text_font: \"'Charter\" is not a list of typefaces\n\thint: write their names separated by commas, such as Charter, Georgia, serif"},
		{look("text_font = '\"Charter'\n"), "config.toml:10:13: text_font: \"\\\"Charter\" is not a list of typefaces\n\thint: write their names separated by commas, such as Charter, Georgia, serif"},
		{look("[[look.font]]\nfamily = \"A, B\"\nfile = \"a.woff2\"\n"), "config.toml:11:10: family: \"A, B\" is not the name of a typeface\n\thint: write one name in letters, such as Source Serif 4"},
		{look("[[look.font]]\nfamily = \"A;\"\nfile = \"a.woff2\"\n"), "config.toml:11:10: family: \"A;\" is not the name of a typeface\n\thint: write one name in letters, such as Source Serif 4"},
		{look("[[look.font]]\nfamily = \"A\"\nfile = \"a.woff2\"\nweight = \"bold\"\n"), "config.toml:13:10: weight: \"bold\" is not a weight\n\thint: write one, such as \"400\", or a range, such as \"100 900\""},
		{look("[[look.font]]\nfamily = \"A\"\nfile = \"a.woff2\"\nstyle = \"oblique\"\n"), "config.toml:13:9: style: \"oblique\" is not a style\n\thint: write normal or italic"},
	} {
		if _, got := load(c.src); got != c.want {
			t.Errorf("got\n%s\nwant\n%s", got, c.want)
		}
	}
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
	for table, required := range map[string][]string{"[[look.font]]": {"family", "file"}, "[[look.link]]": {"name", "url"}} {
		for _, key := range required {
			if _, got := load(look(table + "\n")); !strings.Contains(got, "config.toml:10:1: "+key+" is missing") {
				t.Errorf("%s without %s: %s", table, key, got)
			}
		}
	}
	for _, src := range []string{look("abve = \"#abc\"\n"), look("[look.dark]\nabve = \"#abc\"\n"), look("[[look.font]]\nabve = \"x\"\n"), look("[[look.link]]\nabve = \"x\"\n")} {
		if _, got := load(src); !strings.Contains(got, "unknown key \"abve\"") {
			t.Errorf("an unknown key: %s", got)
		}
	}
}

func TestMissing(t *testing.T) {
	const missing = "config.toml: the file is missing\n\thint: run in the folder that contains config.toml, or name it with -root"
	if _, errs := config.Load(fstest.MapFS{}); errs.Error() != missing {
		t.Errorf("got %s", errs.Error())
	}
}

func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"an unknown key", good + "languge = \"en\"\n", "config.toml:9:1: unknown key \"languge\"\n\thint: did you mean \"language\"?"},
		{"a missing key", strings.Replace(good, "plural", "many", 1), "config.toml:1:1: plural is missing"},
		{"a relative address", strings.Replace(good, "https:", "", 1), "config.toml:2:12: base_url: \"//example.org/aid\" is not an absolute"},
		{"a query in the address", strings.Replace(good, "/aid\"", "/aid?x=1\"", 1), "is not an absolute"},
		{"an empty setting", strings.Replace(good, "\"dac\"", "\" \"", 1), "config.toml:3:10: source is empty"},
		{"a wrong type", good + "unsafe_html = \"yes\"\n", "config.toml:9:15: unsafe_html must be true or false, not the text \"yes\""},
		{"no TOML", "title = ", "config.toml:1:"},
	} {
		if _, got := load(c.src); !strings.Contains(got, c.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}
