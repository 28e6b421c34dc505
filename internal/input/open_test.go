package input_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/input"
)

// TestLargest checks that a file that is too large is refused before it is read.
func TestLargest(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a.md")
	golden.Write(t, name, "")
	if err := os.Truncate(name, 256<<20+1); err != nil {
		t.Skip(err)
	}
	root := golden.OpenRoot(t, dir)
	if _, err := fs.ReadFile(input.Open(root), "a.md"); err == nil || err.Error() != "read a.md: it is larger than 256 MB" {
		t.Error(err)
	}
}

// TestOpen checks that Open normalizes texts and opens nothing outside the root.
func TestOpen(t *testing.T) {
	dir := t.TempDir()
	golden.Write(t, filepath.Join(dir, "a.md"), "one\r\ntwo\r\n")
	if err := os.Symlink(os.DevNull, filepath.Join(dir, "b.md")); err != nil {
		t.Skip(err)
	}
	root := golden.OpenRoot(t, dir)
	if data, err := fs.ReadFile(input.Open(root), "a.md"); err != nil || string(data) != "one\ntwo\n" {
		t.Errorf("%q, %v", data, err)
	}
	if data, err := fs.ReadFile(input.Open(root), "b.md"); err == nil {
		t.Errorf("read %q of a link that leads outside", data)
	}
}
