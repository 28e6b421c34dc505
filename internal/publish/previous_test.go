package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"burdenshare/internal/golden"
)

// pages are a site of which a test changes some; all are as old as after a night.
func pages() map[string][]byte {
	return filesOf("index.html", "home", "a/index.html", "a", "a/b/index.html", "b", "c/x.css", "", "c/y.js", "y")
}

// aNightLater makes everything in a site older, as if it had been written the day before.
func aNightLater(t *testing.T, out string) {
	t.Helper()
	for name := range contents(t, out) {
		path := filepath.Join(out, name)
		info, err := os.Stat(path)
		if err == nil {
			err = os.Chtimes(path, time.Time{}, info.ModTime().Add(-24*time.Hour))
		}
		golden.OK(t, err)
	}
}

// identities returns what the system knows a site's files by.
func identities(t *testing.T, out string) map[string]fs.FileInfo {
	t.Helper()
	found := map[string]fs.FileInfo{}
	for name := range contents(t, out) {
		info, err := os.Stat(filepath.Join(out, name))
		golden.OK(t, err)
		found[name] = info
	}
	return found
}

// A site that is the same is not written again, and of one that has changed only what is new.
func TestUnchanged(t *testing.T) {
	for _, later := range []bool{false, true} {
		out := filepath.Join(t.TempDir(), "public")
		plant(t, out, gitignore, "*")
		write := func(files map[string][]byte, want int) {
			t.Helper()
			if later {
				aNightLater(t, out)
			}
			stats, err := write(out, files)
			if err != nil || stats.Written != want || stats.Files != len(files)+1 {
				t.Errorf("%+v written, want %d: %v", stats, want, err)
			}
			if got := len(contents(t, out)); got != len(files)+5 { // the manifest, .gitignore and three folders
				t.Errorf("%d files and folders", got)
			}
			only(t, filepath.Dir(out), "public")
		}
		write(pages(), 6)
		first := identities(t, out)
		write(pages(), 0)
		for name, info := range identities(t, out) {
			if !os.SameFile(info, first[name]) {
				t.Errorf("%s was written again", name)
			}
		}
		edited := pages()
		edited["a/index.html"] = []byte("A")
		write(edited, 2)
		for name, info := range identities(t, out) {
			anew := name == "a/index.html" || name == ManifestName || info.IsDir() || name == gitignore
			if os.SameFile(info, first[name]) == anew {
				t.Errorf("%s: written anew is not %v", name, anew)
			}
		}
		delete(edited, "c/y.js")
		write(edited, 1)
		edited["c/y.js"] = []byte("y")
		write(edited, 2)
		if stats, err := writeInfo(BuildInfo{Version: "2"}, out, edited); err != nil || stats.Written != 1 {
			t.Errorf("another version of the program: %+v, %v", stats, err)
		}
	}
}

// tampers are what somebody may do to a site, whose files path finds.
var tampers = map[string]func(path func(string) string) error{
	"other bytes":   func(path func(string) string) error { return os.WriteFile(path("a/index.html"), []byte("X"), 0o644) },
	"more bytes":    func(path func(string) string) error { return os.WriteFile(path("a/index.html"), []byte("aa"), 0o644) },
	"no bytes":      func(path func(string) string) error { return os.Truncate(path("a/index.html"), 0) },
	"a file less":   func(path func(string) string) error { return os.Remove(path("a/index.html")) },
	"a folder less": func(path func(string) string) error { return os.RemoveAll(path("a")) },
	"a file more":   func(path func(string) string) error { return os.WriteFile(path("a/more.html"), nil, 0o644) },
	"a folder more": func(path func(string) string) error { return os.Mkdir(path("a/more"), 0o755) },
	"a file for a folder": func(path func(string) string) error {
		return errors.Join(os.RemoveAll(path("a/b")), os.WriteFile(path("a/b"), nil, 0o644))
	},
	"a folder for a file": func(path func(string) string) error {
		return errors.Join(os.Remove(path("c/x.css")), os.Mkdir(path("c/x.css"), 0o755))
	},
	"a link to the same": func(path func(string) string) error {
		return errors.Join(os.Rename(path("c/y.js"), path("c/z.js")), os.Symlink("z.js", path("c/y.js")))
	},
	"a link to a like file": func(path func(string) string) error {
		return errors.Join(os.WriteFile(path("../y"), []byte("y"), 0o644), os.Remove(path("c/y.js")), os.Symlink("../../y", path("c/y.js")))
	},
	"a file nobody reads":     func(path func(string) string) error { return os.Chmod(path("index.html"), 0o600) },
	"a folder nobody reads":   func(path func(string) string) error { return os.Chmod(path("a/b"), 0o700) },
	"the site nobody reads":   func(path func(string) string) error { return os.Chmod(path("."), 0o700) },
	"a manifest nobody reads": func(path func(string) string) error { return os.Chmod(path(ManifestName), 0o600) },
	"a manifest of one file": func(path func(string) string) error {
		return os.WriteFile(path(ManifestName), []byte(`{"generator": "burdenshare", "files": [{"path": "a/index.html", "bytes": 1}]}`), 0o644)
	},
}

// Whatever somebody has done to the files of a site, the next build puts them right.
func TestTamperedSite(t *testing.T) {
	want := func() map[string]string {
		out := filepath.Join(t.TempDir(), "public")
		must(t)(write(out, pages()))
		return contents(t, out)
	}()
	for name, tamper := range tampers {
		for _, later := range []bool{false, true} {
			out := filepath.Join(t.TempDir(), "public")
			must(t)(write(out, pages()))
			if later {
				aNightLater(t, out)
			}
			if err := tamper(func(name string) string { return filepath.Join(out, name) }); err != nil {
				t.Skip(err)
			}
			stats, err := write(out, pages())
			if err != nil || stats.Written == 0 {
				t.Errorf("%s: %+v, %v", name, stats, err)
			}
			same(t, contents(t, out), want)
			for name, info := range identities(t, out) {
				perm := fs.FileMode(filePerm)
				if info.IsDir() {
					perm = folderPerm
				}
				if !hasPerm(info, perm) {
					t.Errorf("%s has mode %v", name, info.Mode())
				}
			}
		}
	}
}

// On a file system without second names every file is written, and the site is the same.
func TestNoLinks(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustWrite(t, out, "a", "a", "b", "b")
	ops := thisSystem()
	ops.newTree = func(path string) (tree, error) {
		t, err := newTree(path)
		return treeWithoutLinks{t}, err
	}
	stats, err := ops.publish(out, filesOf("a", "a", "b", "B"), BuildInfo{})
	if got := contents(t, out); err != nil || stats.Written != 3 || got["a"]+got["b"] != "aB" {
		t.Errorf("%+v, %q, %v", stats, got, err)
	}
	w, err := ops.begin(out)
	golden.OK(t, err)
	if sizes, ok := w.Keep([]string{"a"}); ok {
		t.Errorf("kept %v", sizes)
	}
	golden.OK(t, w.Discard())
}

type treeWithoutLinks struct{ tree }

func (treeWithoutLinks) link(string, string) error { return errors.ErrUnsupported }
