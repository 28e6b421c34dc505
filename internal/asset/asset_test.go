package asset_test

import (
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/asset"
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
	a, errs := asset.Load(files(".up { fill: blue; }"))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	name := a.Path("site.css")
	if !regexp.MustCompile(`^assets/site-[0-9a-f]{8}\.css$`).MatchString(name) {
		t.Errorf("published at %q", name)
	}
	if css := string(a.Files[name]); !strings.Contains(css, ".up{fill:#00f}") || !strings.Contains(css, "body{color:red}") {
		t.Errorf("bundled into %s", css)
	}
	b, _ := asset.Load(files(".up { fill: green; }"))
	if b.Path("site.css") == name {
		t.Error("another content has the same name")
	}
	if js := string(a.Files[a.Path("facts.js")]); !strings.HasPrefix(js, "(()=>{") || !strings.Contains(js, "console.log(") {
		t.Errorf("a script must not leave names behind it: %s", js)
	}
}

func TestFindings(t *testing.T) {
	_, errs := asset.Load(fstest.MapFS{"assets/site.css": {Data: []byte("@import \"./chrat.css\";\n")}})
	if got := errs.Error(); !strings.Contains(got, "templates/assets/site.css:1:9: ") && !strings.Contains(got, "templates/assets/site.css:1:") {
		t.Errorf("a missing import: %s", got)
	}
	_, errs = asset.Load(fstest.MapFS{"assets/site.css": {Data: []byte("a{}\nbody { colr red }\n")}})
	if got := errs.Error(); !strings.Contains(got, "templates/assets/site.css:2:12: warning: ") {
		t.Errorf("a slip in a style sheet: %s", got)
	}
	_, errs = asset.Load(fstest.MapFS{})
	if got := errs.Error(); !strings.Contains(got, "templates/assets/site.css: the file is missing") {
		t.Errorf("no style sheet: %s", got)
	}
}
