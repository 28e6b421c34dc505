package asset_test

import (
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/asset"
	"burdenshare/internal/golden"
)

// TestLicences checks that the file has the licences of everything that a site ships: those of the program, of each
// of its libraries, and of their dependencies; and that a released program has the same bytes.
func TestLicences(t *testing.T) {
	dir := modules(t)
	for name, text := range map[string]string{
		"echarts/package.json": `{"version": "6.1.0", "license": "Apache-2.0", "exports": {"./core": "./core.js"},
			"dependencies": {"zrender": "6"}}`,
		"echarts/LICENSE": "The terms of echarts.\r\n", "echarts/NOTICE": "Its notice.",
		"zrender/LICENSE.txt": "The terms of zrender.", "other/LICENSE": "The terms of another.",
	} {
		golden.Write(t, filepath.Join(dir, "node_modules", filepath.FromSlash(name)), text)
	}
	made, _ := asset.Load(looks())
	if text := string(made.Files[asset.LicencesFile]); !strings.Contains(text, "MIT") || strings.Contains(text, "echarts") {
		t.Errorf("without libraries: %s", text)
	}
	if errs := made.AddLibrary(echarts, looks(), dir, nil); len(errs) > 0 {
		t.Fatal(errs)
	}
	text := string(made.Files[asset.LicencesFile])
	at := 0
	for _, want := range []string{"burdenshare", "echarts 6.1.0, Apache-2.0\n", "The terms of echarts.\n", "Its notice.\n", "zrender ", "The terms of zrender.\n"} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("%q is missing or not in order:\n%s", want, text)
		}
		at += i
	}
	if strings.Contains(text, "another") {
		t.Errorf("what is not shipped is listed:\n%s", text)
	}
	files, _ := asset.Release(looks(), dir)
	asset.SetReleased(t, files)
	released, _ := asset.Load(looks())
	if !released.AddReleased(echarts, looks(), nil) || string(released.Files[asset.LicencesFile]) != text {
		t.Errorf("a released program has %s", released.Files[asset.LicencesFile])
	}
}
