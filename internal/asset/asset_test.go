package asset_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/asset"
	"burdenshare/internal/golden"
)

func TestLoad(t *testing.T) {
	files := func(chart string) fstest.MapFS {
		folder := fstest.MapFS{}
		for _, entry := range asset.Entries {
			folder["assets/"+entry] = &fstest.MapFile{Data: []byte("")}
		}
		folder["assets/site.css"].Data = []byte("@import \"./chart.css\";\nbody { color: red; }\n")
		folder["assets/chart.css"] = &fstest.MapFile{Data: []byte(chart)}
		folder["assets/facts.js"].Data = []byte("const note = 1;\nconsole.log( note );\n")
		return folder
	}
	a := golden.Must(asset.Load(files(".up { fill: blue; }")))
	name := a.Path("site.css")
	if !regexp.MustCompile(`^assets/site-[0-9a-f]{8}\.css$`).MatchString(name) {
		t.Errorf("published at %q", name)
	}
	if css := string(a.Files[name]); !strings.Contains(css, ".up{fill:#00f}") || !strings.Contains(css, "body{color:red}") {
		t.Errorf("bundled into %s", css)
	}
	b, _ := asset.Load(files(".up { fill: green; }"))
	if b.Path("site.css") == name {
		t.Error("different contents have the same name")
	}
	if js := string(a.Files[a.Path("facts.js")]); !strings.HasPrefix(js, "(()=>{") || !strings.Contains(js, "console.log(") {
		t.Errorf("a script defines global names: %s", js)
	}
}

func TestFindings(t *testing.T) {
	_, errs := asset.Load(fstest.MapFS{"assets/site.css": {Data: []byte("@import \"./chrat.css\";\n")}})
	if got := errs.Error(); !strings.Contains(got, "templates/assets/site.css:1:9: ") && !strings.Contains(got, "templates/assets/site.css:1:") {
		t.Errorf("a missing import: %s", got)
	}
	_, errs = asset.Load(fstest.MapFS{"assets/site.css": {Data: []byte("a{}\nbody { colr red }\n")}})
	if got := errs.Error(); !strings.Contains(got, "templates/assets/site.css:2:12: warning: ") {
		t.Errorf("an error in a style sheet: %s", got)
	}
	_, errs = asset.Load(fstest.MapFS{"assets/site.css": {Data: []byte("@font-face { src: url(./a.woff2) }")}})
	if got := errs.Error(); !strings.Contains(got, "templates/assets/site.css:1:19: there is no templates/assets/a.woff2") {
		t.Errorf("a missing typeface: %s", got)
	}
}

// TestFiles checks that what a style sheet names is published beside it.
func TestFiles(t *testing.T) {
	s, _ := asset.Load(fstest.MapFS{
		"assets/site.css": {Data: []byte(`@import "a.css"; b { background: url("data:image/png;base64,AA"); mask: url(#m) }`)},
		"assets/a.css":    {Data: []byte("@font-face { src: url(fonts/a.woff2) }")}, "assets/fonts/a.woff2": {Data: []byte("wOF2")},
	})
	m := regexp.MustCompile(`url\("?\./(a-[A-Z0-9]{8}\.woff2)"?\)`).FindStringSubmatch(string(s.Files[s.Path("site.css")]))
	if m == nil || string(s.Files["assets/"+m[1]]) != "wOF2" {
		t.Errorf("%s\nwith %v", s.Files[s.Path("site.css")], slices.Collect(maps.Keys(s.Files)))
	}
}
