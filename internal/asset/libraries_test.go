package asset_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"burdenshare/internal/asset"
	"burdenshare/internal/cache"
	"burdenshare/internal/golden"
	"burdenshare/templates"
)

// looks returns templates with a library entry and the script that loads it.
func looks() fstest.MapFS {
	return fstest.MapFS{
		"assets/site.css":   {Data: []byte("a{}")},
		"assets/facts.js":   {Data: []byte("1")},
		"assets/explore.js": {Data: []byte(`import { n } from "./part.js"; console.log(n)`)},
		"assets/part.js":    {Data: []byte("export const n = 7;")},
		"assets/echarts.js": {Data: []byte(`import { used } from "echarts/core"; import { n } from "./part.js"; window.echarts = [used, n];`)},
	}
}

// modules returns a folder with the packages of modules.txtar, but for some of their files.
func modules(t *testing.T, without ...string) string {
	t.Helper()
	dir, archive := t.TempDir(), txtar.Parse(golden.Read(t, "testdata/modules.txtar"))
	archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return slices.Contains(without, f.Name) })
	if err := txtar.Write(archive, dir); err != nil {
		t.Fatal(err)
	}
	return dir
}

// echarts is the library that the tests add.
var echarts = asset.Libraries[0]

func TestLibraries(t *testing.T) {
	build := func(bundles *cache.Folder, dir string) (string, *asset.Set) {
		t.Helper()
		s, _ := asset.Load(looks())
		if errs := s.AddLibrary(echarts, looks(), dir, bundles); len(errs) > 0 {
			t.Fatal(errs)
		}
		return string(s.Files[s.Path("echarts.js")]), s
	}
	root := golden.OpenRoot(t, t.TempDir())
	kept := cache.Open(root, "libraries")
	dir := modules(t)
	first, s := build(kept, dir)
	for _, want := range []string{`"used"`, `"production"`, `"nested"`, `"effect"`, "7"} {
		if !strings.Contains(first, want) {
			t.Errorf("%s is missing from %s", want, first)
		}
	}
	if strings.Contains(first, `"idle"`) {
		t.Errorf("what is not used is not left out: %s", first)
	}
	if js := string(s.Files[s.Path("explore.js")]); !strings.Contains(js, "7") {
		t.Errorf("the script was bundled into %s", js)
	}
	if again, _ := build(nil, modules(t)); again != first {
		t.Error("two bundles of the same files differ")
	}
	if kept.Misses() != 2 {
		t.Fatalf("%d files made, want a bundle and its terms", kept.Misses())
	}

	// The cached bundle is used unless other versions are requested.
	if again, _ := build(kept, modules(t, "node_modules/echarts/core.js")); again != first || kept.Misses() != 2 {
		t.Error("the cached bundle was not used")
	}
	golden.Write(t, filepath.Join(dir, "package-lock.json"), `{"v": 2}`)
	build(kept, dir)
	if kept.Misses() != 4 {
		t.Error("a new lock file did not make a new bundle")
	}
}

// TestLibrariesMissing checks that without a library the page does not offer it.
func TestLibrariesMissing(t *testing.T) {
	for missing, want := range map[string]string{
		"node_modules/echarts/core.js":      `templates/assets/echarts.js:1:22: warning: could not resolve "echarts/core"`,
		"node_modules/zrender/es/index.js":  `node_modules/echarts/lib/used.js:1:18: warning: could not resolve "zrender"`,
		"node_modules/echarts/lib/used.js":  `node_modules/echarts/core.js:1:22: warning: could not resolve "./lib/used.js"`,
		"node_modules/echarts/package.json": `templates/assets/echarts.js:1:22: warning: could not resolve`,
	} {
		dir := modules(t, missing)
		if missing == "node_modules/echarts/package.json" {
			dir = t.TempDir() // an empty folder
		}
		s, _ := asset.Load(looks())
		errs := s.AddLibrary(echarts, looks(), dir, nil)
		if got := errs.Error(); len(errs) != 1 || errs.Failed() || !strings.HasPrefix(got, want) {
			t.Errorf("without %s: %s", missing, got)
		}
		if s.Path("echarts.js") != "" || s.Path("explore.js") != "" {
			t.Errorf("without %s the page offers to explore", missing)
		}
	}
}

// TestShipped holds what a page fetches of the program's own libraries, and that each of them has a licence: 230 kB of
// the largest with gzip are about 200 kB with Brotli, which nearly all servers support.
func TestShipped(t *testing.T) {
	repo := filepath.Join("..", "..")
	if _, err := os.Stat(filepath.Join(repo, "node_modules", "minisearch")); err != nil {
		t.Skip("no node_modules; npm ci --ignore-scripts brings the libraries")
	}
	s, _ := asset.Load(templates.FS)
	for _, l := range asset.Libraries {
		if errs := s.AddLibrary(l, templates.FS, repo, nil); len(errs) > 0 {
			t.Fatal(errs)
		}
	}
	for entry, most := range map[string]int{"echarts.js": 245_000, "tooltips.js": 8_000, "explore.js": 9_000,
		"search-panel.js": 10_000, "search.js": 500} {
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		_, _ = z.Write(s.Files[s.Path(entry)])
		_ = z.Close()
		if b.Len() > most {
			t.Errorf("%s has %d bytes by gzip, more than %d", entry, b.Len(), most)
		}
	}
	sum := 0
	for _, p := range s.Preloads {
		sum += len(s.Files[p.Path])
	}
	if len(s.Preloads) != 4 || sum > 90_000 {
		t.Errorf("in an alphabet of Western Europe %d typefaces have %d bytes", len(s.Preloads), sum)
	}
	for _, part := range strings.Split(string(s.Files[asset.LicencesFile]), strings.Repeat("-", 72)) {
		name, terms, _ := strings.Cut(strings.TrimSpace(part), "\n")
		if len(terms) < 300 {
			t.Errorf("%s has no terms: %s", name, terms)
		}
	}
}

// TestReleased checks that a program uses the libraries it was released with unless a report requests others, and
// that they have the same bytes as those built from the same packages.
func TestReleased(t *testing.T) {
	dir := modules(t)
	made, _ := asset.Load(looks())
	if errs := made.AddLibrary(echarts, looks(), dir, nil); len(errs) > 0 {
		t.Fatal(errs)
	}
	files, _ := asset.Release(looks(), dir) // the other library does not exist
	asset.SetReleased(t, files)
	other := looks()
	other["assets/part.js"] = &fstest.MapFile{Data: []byte("export const n = 8;")}
	for _, c := range []struct {
		name  string
		looks fstest.MapFS
		lock  []byte
		used  bool
	}{
		{"a report that names no package", looks(), nil, true},
		{"a report that names the same", looks(), []byte("{\"v\": 1}\n"), true},
		{"a report that names others", looks(), []byte("{\"v\": 2}\n"), false},
		{"a report with a script of its own", other, nil, false},
	} {
		s, _ := asset.Load(c.looks)
		if used := s.AddReleased(echarts, c.looks, c.lock); used != c.used {
			t.Errorf("%s: used is %t", c.name, used)
		} else if used && (s.Path("echarts.js") != made.Path("echarts.js") || s.Path("explore.js") != made.Path("explore.js")) {
			t.Errorf("%s: %v, not %v", c.name, s.Names(), made.Names())
		}
	}
}
