package sitetest

import (
	"path"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/golden"

	"golang.org/x/net/html"
)

// TestSameWordsInLanguages holds that page and file of a chart say the same in other languages.
func TestSameWordsInLanguages(t *testing.T) {
	settings := golden.Read(t, filepath.Join(TestReport, "config.toml"))
	for _, language := range []string{"fr", "de"} {
		s := Changed(t, TestReport, map[string]string{"config.toml": strings.Replace(string(settings), `"en-GB"`, `"`+language+`"`, 1)})
		charts := 0
		s.eachChart(t, func(page, where string, n *html.Node) {
			for d := range n.Descendants() {
				if name := path.Join(path.Dir(page), Attr(d, "href")); d.Data == "a" && path.Ext(name) == ".svg" {
					charts++
					checkSameWords(t, where, n, s.parse(t, s.Files[name]))
				}
			}
		})
		if charts < 50 {
			t.Errorf("%s: only %d charts", language, charts)
		}
	}
}
