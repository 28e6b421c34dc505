package build

import (
	"io"
	"os"
	"path"
	"slices"
	"testing"

	"burdenshare/internal/input"
	"burdenshare/internal/publish"
)

// TestEarly holds that what a build makes of charts and figures is on the disk, or with -check forgotten, and not in
// memory until all of it is there.
func TestEarly(t *testing.T) {
	root, err := os.OpenRoot("../../../cmd/build/testdata/base")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	dir := t.TempDir()
	for _, e := range []*early{{}, {out: path.Join(dir, "public")}, {tar: path.Join(dir, "site.tar")}} {
		o, _ := parseOptions("build", []string{"-as-of", "2026-06-01"}, io.Discard, io.Discard)
		r := &report{options: o, stdout: io.Discard, stderr: io.Discard, early: e}
		files := build(input.Open(root), o, r)
		if r.failed() || len(files) < 100 {
			t.Fatal(len(files), r.errs)
		}
		sizes, kinds := r.early.sizes(files), map[string]int{}
		for name, data := range files {
			if kind := path.Ext(name); slices.Contains([]string{".csv", ".xlsx", ".svg", ".png", ".js"}, kind) {
				kinds[kind]++
				if data != nil || sizes[name] == 0 {
					t.Errorf("%s of %d bytes is in memory", name, sizes[name])
				}
			}
		}
		if len(kinds) != 5 {
			t.Errorf("there are only %v", kinds)
		}
		if e.out+e.tar == "" {
			continue
		}
		stats, err := e.write(publish.BuildInfo{}, files, func() (publish.Stats, error) { return publish.Stats{}, nil })
		if err != nil || stats.Files != len(files)+1 {
			t.Errorf("%s%s: %d files of %d, %v", e.out, e.tar, stats.Files, len(files), err)
		}
	}
}
