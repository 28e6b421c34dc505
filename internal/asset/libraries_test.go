package asset_test

import (
	"bytes"
	"compress/gzip"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/asset"
	"burdenshare/templates"
)

// memory is a cache for tests.
type memory map[string][]byte

func (m memory) Get(name string) []byte       { return m[name] }
func (m memory) Put(name string, data []byte) { m[name] = data }

// all are the packages that the default templates can use.
var all = []string{"echarts", "minisearch"}

// looks are templates with a library entry and the script that loads it.
func looks() fstest.MapFS {
	return fstest.MapFS{
		"assets/site.css":   {Data: []byte("a{}")},
		"assets/facts.js":   {Data: []byte("1")},
		"assets/explore.js": {Data: []byte(`import { n } from "./part.js"; console.log(n)`)},
		"assets/part.js":    {Data: []byte("export const n = 7;")},
		"assets/echarts.js": {Data: []byte(`import { used } from "echarts/core"; window.echarts = used;`)},
	}
}

// modules is a node_modules folder with packages that lean on each other.
func modules() fstest.MapFS {
	return fstest.MapFS{
		"package-lock.json":                 {Data: []byte(`{"v": 1}`)},
		"node_modules/echarts/package.json": {Data: []byte(`{"exports": {".": "./index.js", "./core": {"types": "./x.d.ts", "import": "./core.js"}}, "sideEffects": ["effects/*.js"]}`)},
		"node_modules/echarts/core.js":      {Data: []byte(`export { used } from "./lib/used.js"; export { idle } from "./lib/idle.js"; import "./effects/one.js";`)},
		"node_modules/echarts/lib/used.js":  {Data: []byte(`import draw from "zrender"; export const used = draw("used", process.env.NODE_ENV);`)},
		"node_modules/echarts/lib/idle.js":  {Data: []byte(`console.log("idle"); export const idle = 1;`)},
		"node_modules/echarts/effects/one.js": {
			Data: []byte(`console.log("effect")`)},
		"node_modules/zrender/package.json":                {Data: []byte(`{"module": "es", "main": "cjs.js", "sideEffects": false}`)},
		"node_modules/zrender/es/index.js":                 {Data: []byte(`import { t } from "@scope/t"; export default (...a) => t(a);`)},
		"node_modules/zrender/node_modules/@scope/t/t.mjs": {Data: []byte(`export const t = (a) => a.join("nested");`)},
		"node_modules/zrender/node_modules/@scope/t/package.json": {
			Data: []byte(`{"exports": {"default": "./t.mjs"}}`)},
	}
}

func TestLibraries(t *testing.T) {
	build := func(cache asset.Cache, root fstest.MapFS) (string, *asset.Set) {
		t.Helper()
		s, _ := asset.Load(looks())
		if errs := s.AddLibraries(looks(), root, cache, all); len(errs) > 0 {
			t.Fatal(errs)
		}
		return string(s.Files[s.Path("echarts.js")]), s
	}
	kept := memory{}
	first, s := build(kept, modules())
	for _, want := range []string{`"used"`, `"production"`, `"nested"`, `"effect"`} {
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
	if again, _ := build(memory{}, modules()); again != first {
		t.Error("two bundles of the same differ")
	}
	if len(kept) != 1 {
		t.Fatalf("%d files kept, want 1", len(kept))
	}

	// What is kept is used,
	gone := modules()
	delete(gone, "node_modules/echarts/core.js")
	if again, _ := build(kept, gone); again != first {
		t.Error("the kept bundle was not used")
	}
	// unless it was changed,
	for name, data := range maps.Clone(kept) {
		for _, bad := range [][]byte{nil, data[:len(data)-1], append([]byte("x"), data...), []byte("\n"), bytes.Replace(data, []byte("used"), []byte("evil"), 1)} {
			kept[name] = bad
			if again, _ := build(kept, modules()); again != first {
				t.Errorf("a spoilt file was used: %.80q", bad)
			}
			if !bytes.Equal(kept[name], data) {
				t.Error("a spoilt file was not mended")
			}
		}
	}
	// or other versions are asked for.
	newer := modules()
	newer["package-lock.json"] = &fstest.MapFile{Data: []byte(`{"v": 2}`)}
	build(kept, newer)
	if len(kept) != 2 {
		t.Error("a new lock file did not make a new bundle")
	}
}

// TestLibrariesMissing holds that without a library the page offers nothing.
func TestLibrariesMissing(t *testing.T) {
	for missing, want := range map[string]string{
		"node_modules/echarts/core.js":     "there is no node_modules/echarts/core.js",
		"node_modules/zrender/es/index.js": "there is no node_modules/zrender/es",
	} {
		root := modules()
		delete(root, missing)
		s, _ := asset.Load(looks())
		errs := s.AddLibraries(looks(), root, memory{}, all)
		if got := errs.Error(); len(errs) != 1 || errs.Failed() || !strings.Contains(got, want) {
			t.Errorf("without %s: %s", missing, got)
		}
		if s.Path("echarts.js") != "" || s.Path("explore.js") != "" {
			t.Errorf("without %s the page offers to explore", missing)
		}
	}
	s, _ := asset.Load(looks())
	if errs := s.AddLibraries(looks(), fstest.MapFS{}, memory{}, all); len(errs) != 1 || !strings.Contains(errs.Error(), `templates/assets/echarts.js:1:22: warning: the package "echarts" is not in node_modules`) {
		t.Errorf("without node_modules: %s", errs.Error())
	}
	old := looks()
	delete(old, "assets/explore.js")
	if errs := s.AddLibraries(old, modules(), memory{}, all); len(errs) > 0 || s.Path("echarts.js") != "" {
		t.Errorf("templates that want no library: %s", errs.Error())
	}
	if errs := s.AddLibraries(looks(), modules(), memory{}, nil); len(errs) > 0 || s.Path("echarts.js") != "" {
		t.Errorf("a root that names no library: %s", errs.Error())
	}
}

// TestLibrarySize holds that the bundle of the default templates stays small:
// 230 kB by gzip is about 200 by Brotli, which few servers lack.
func TestLibrarySize(t *testing.T) {
	repo := filepath.Join("..", "..")
	if _, err := os.Stat(filepath.Join(repo, "node_modules", "minisearch")); err != nil {
		t.Skip("no node_modules; npm ci --ignore-scripts brings the libraries")
	}
	s, _ := asset.Load(templates.FS)
	if errs := s.AddLibraries(templates.FS, os.DirFS(repo), memory{}, all); len(errs) > 0 {
		t.Fatal(errs)
	}
	for entry, most := range map[string]int{"echarts.js": 230_000, "explore.js": 9_000, "search-panel.js": 10_000, "search.js": 500} {
		var b bytes.Buffer
		z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
		_, _ = z.Write(s.Files[s.Path(entry)])
		_ = z.Close()
		if b.Len() > most {
			t.Errorf("%s has %d bytes by gzip, more than %d", entry, b.Len(), most)
		}
	}
}
