package publish

import (
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// Files that are added one by one, in any order, make the site that Write makes of all at once; until Commit the folder
// is as it was, and after Discard too.
func TestWriter(t *testing.T) {
	info := BuildInfo{Version: "1"}
	want := filepath.Join(t.TempDir(), "public")
	must(t)(writeInfo(info, want, pages()))
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	mustWrite(t, out, "index.html", "former", "c/y.js", "y")
	former := contents(t, out)
	begin := func() (*Writer, map[string][]byte) {
		t.Helper()
		w := begun(t, out)
		files := addPages(t, w)
		same(t, contents(t, out), former)
		return w, files
	}
	w, _ := begin()
	golden.OK(t, w.Discard())
	same(t, contents(t, out), former)

	w, files := begin()
	stats, err := w.Commit(info, files)
	if err != nil || stats.Files != 6 || stats.Written != 5 { // y.js is as it was
		t.Errorf("%+v, %v", stats, err)
	}
	same(t, contents(t, out), contents(t, want))
	former = contents(t, out)
	w, files = begin()
	if stats, err := w.Commit(info, files); err != nil || stats.Written != 0 {
		t.Errorf("the same again: %+v, %v", stats, err)
	}
	w, files = begin()
	delete(files, "index.html")
	fails(t, `"index.html"`)(w.Commit(info, files))
	same(t, contents(t, out), former)
	only(t, dir, "public")
}

// A folder in which somebody has put something while the site was made stays as it is.
func TestWriterMeanwhile(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	w := begun(t, out)
	plant(t, out, "mine.txt", "mine")
	fails(t, "is not empty and was not written by burdenshare")(w.Commit(BuildInfo{}, pages()))
	same(t, contents(t, out), map[string]string{"mine.txt": "mine"})
	if err := (&target{path: filepath.Join(out, "mine.txt")}).keep(nil); err == nil {
		t.Error("the .gitignore of a file was looked for in silence")
	}
	if tree, err := newTree(out); err == nil || tree != nil {
		t.Errorf("a folder that is there already is a tree: %v, %v", tree, err)
	}
}

// What cannot be written, or has a path that no site has, leaves the former site as it was.
func TestWriterFailing(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "public")
	mustWrite(t, out, "index.html", "former")
	former := contents(t, out)
	sys := thisSystem()
	sys.newTree = failing("b.html", nil)
	w, err := sys.begin(out)
	golden.OK(t, err)
	if err := w.Add("a/b.html", []byte("b")); err == nil || !strings.Contains(err.Error(), `cannot write "a/b.html"`) {
		t.Error(err)
	}
	golden.OK(t, w.Discard())
	w = begun(t, out)
	golden.OK(t, w.Add("../b.html", []byte("b")))
	fails(t, "not a plain path")(w.Commit(BuildInfo{}, filesOf("../b.html", "")))
	same(t, contents(t, out), former)
	only(t, dir, "public")
}
