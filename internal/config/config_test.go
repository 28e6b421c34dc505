package config_test

import (
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

func TestFindings(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"an unknown key", good + "languge = \"en\"\n", "config.toml:9:1: unknown key \"languge\"\n\thint: did you mean \"language\"?"},
		{"a missing key", strings.Replace(good, "plural", "plurale", 1), "config.toml:1:1: plural is missing"},
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
	if _, errs := config.Load(fstest.MapFS{}); !strings.Contains(errs.Error(), "config.toml: the file is missing") {
		t.Errorf("without the file: %v", errs)
	}
}
