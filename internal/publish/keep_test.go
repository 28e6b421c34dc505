package publish

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"burdenshare/internal/golden"
)

// Files of the former site that are kept are in the new one, as they are.
func TestKeep(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	w := begun(t, out)
	if _, ok := w.Keep(nil); ok || w.Former() != "" {
		t.Error("there is no former site")
	}
	files := pages()
	first, err := w.Commit(BuildInfo{}, files)
	golden.OK(t, err)
	aNightLater(t, out)
	was := identities(t, out)

	w = begun(t, out)
	if w.Former() != first.Manifest {
		t.Errorf("the former site has the manifest %s, not %s", w.Former(), first.Manifest)
	}
	if _, ok := w.Keep([]string{"index.html", "none.html"}); ok {
		t.Error("a file was kept that there is not")
	}
	sizes, ok := w.Keep([]string{"index.html", "a/b/index.html"})
	if !ok || len(sizes) != 2 || sizes["index.html"] != 4 || sizes["a/b/index.html"] != 1 {
		t.Errorf("kept %v, %t", sizes, ok)
	}
	files["a/index.html"], files["index.html"], files["a/b/index.html"] = []byte("new"), nil, nil
	if stats, err := w.Commit(BuildInfo{}, files); err != nil || stats.Written != 2 || stats.Files != 6 { // and the manifest
		t.Errorf("%+v, %v", stats, err)
	}
	is := identities(t, out)
	for name, kept := range map[string]bool{"index.html": true, "a/b/index.html": true, "c/y.js": true, "a/index.html": false} {
		if os.SameFile(was[name], is[name]) != kept {
			t.Errorf("%s is the same file: %t", name, !kept)
		}
	}

	aNightLater(t, out)
	plant(t, out, "index.html", "HOME")
	w = begun(t, out)
	if _, ok := w.Keep([]string{"a/index.html", "index.html"}); ok {
		t.Error("a file was kept that somebody has changed")
	}
	golden.OK(t, w.Discard())
}

// Holds is true of a site only while nobody has touched it.
func TestHolds(t *testing.T) {
	touches := map[string]func(path func(string) string) error{
		"":            func(func(string) string) error { return nil },
		"no manifest": func(path func(string) string) error { return os.Remove(path(ManifestName)) },
		"other bytes where times are whole seconds": func(path func(string) string) error {
			index, manifest, at := path("index.html"), path(ManifestName), time.Unix(1_700_000_000, 0)
			return errors.Join(os.WriteFile(index, []byte("HOME"), 0o644), os.Chtimes(index, at, at.Add(-time.Second)), os.Chtimes(manifest, at, at))
		},
		"a killed build": func(path func(string) string) error {
			return os.Mkdir((&target{path: path(".")}).stage(), 0o755)
		},
	}
	maps.Copy(touches, tampers)
	for name, touch := range touches {
		if runtime.GOOS == "windows" && strings.HasSuffix(name, "nobody reads") {
			continue
		}
		out := filepath.Join(t.TempDir(), "public")
		written, err := write(out, pages())
		golden.OK(t, err)
		aNightLater(t, out)
		if err := touch(func(name string) string { return filepath.Join(out, name) }); err != nil {
			t.Skip(err)
		}
		stats, ok := Holds(out, written.Manifest)
		if want := name == ""; ok != want || ok && (stats.Files != written.Files || stats.Bytes != written.Bytes || stats.Manifest != written.Manifest) {
			t.Errorf("%s: %t, %+v, written %+v", name, ok, stats, written)
		}
		if _, ok := Holds(out, written.Manifest+"0"); ok {
			t.Errorf("%s: of another site", name)
		}
	}
	if _, ok := Holds(filepath.Join(t.TempDir(), "none"), ""); ok {
		t.Error("no folder")
	}
}

// TestPublished lists the files of a site that readers can know: none of one with drafts.
func TestPublished(t *testing.T) {
	m := Manifest{Files: []File{{Path: "a"}, {Path: "b"}}}
	if got := m.Published(); !slices.Equal(got, []string{"a", "b"}) {
		t.Error(got)
	}
	if m.Drafts = true; m.Published() != nil {
		t.Error("drafts are published")
	}
}
