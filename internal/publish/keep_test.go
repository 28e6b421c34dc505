package publish

import (
	"errors"
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
	begin := func() *Writer {
		t.Helper()
		w, err := Begin(out)
		golden.OK(t, err)
		return w
	}
	w := begin()
	if _, ok := w.Keep(nil); ok || w.Former() != "" {
		t.Error("there is no former site")
	}
	files := pages()
	first, err := w.Commit(BuildInfo{}, files)
	golden.OK(t, err)
	aNightLater(t, out)
	was := identities(t, out)

	w = begin()
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
	w = begin()
	if _, ok := w.Keep([]string{"a/index.html", "index.html"}); ok {
		t.Error("a file was kept that somebody has changed")
	}
	if err := w.Discard(); err != nil {
		t.Error(err)
	}
}

// Holds is true of a site only while nobody has touched it.
func TestHolds(t *testing.T) {
	for name, touch := range map[string]func(out string) error{
		"":                  func(string) error { return nil },
		"another file":      func(out string) error { return os.WriteFile(filepath.Join(out, "x"), nil, 0o644) },
		"another folder":    func(out string) error { return os.Mkdir(filepath.Join(out, "x"), 0o755) },
		"a file less":       func(out string) error { return os.Remove(filepath.Join(out, "c", "y.js")) },
		"other bytes":       func(out string) error { return os.WriteFile(filepath.Join(out, "index.html"), []byte("HOME"), 0o644) },
		"a locked file":     func(out string) error { return os.Chmod(filepath.Join(out, "index.html"), 0o600) },
		"a locked folder":   func(out string) error { return os.Chmod(filepath.Join(out, "a"), 0o700) },
		"a locked manifest": func(out string) error { return os.Chmod(filepath.Join(out, ManifestName), 0o600) },
		"no manifest":       func(out string) error { return os.Remove(filepath.Join(out, ManifestName)) },
		"other bytes where times are whole seconds": func(out string) error {
			index, manifest, at := filepath.Join(out, "index.html"), filepath.Join(out, ManifestName), time.Unix(1_700_000_000, 0)
			return errors.Join(os.WriteFile(index, []byte("HOME"), 0o644), os.Chtimes(index, at, at.Add(-time.Second)), os.Chtimes(manifest, at, at))
		},
		"a killed build": func(out string) error {
			t, err := resolve(out)
			if err != nil {
				return err
			}
			return os.Mkdir(t.stage(), 0o755)
		},
	} {
		if runtime.GOOS == "windows" && strings.HasPrefix(name, "a locked") {
			continue
		}
		out := filepath.Join(t.TempDir(), "public")
		written := mustWrite(t, out, "index.html", "home", "a/index.html", "a", "c/y.js", "y")
		aNightLater(t, out)
		golden.OK(t, touch(out))
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
