package plainfile_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
	"burdenshare/internal/plainfile"
)

// rootWith returns a folder with these files, and beside it a file "secret".
func rootWith(t *testing.T, files map[string]string) (*os.Root, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "root")
	for name, text := range files {
		golden.Write(t, filepath.Join(dir, name), text)
	}
	golden.Write(t, filepath.Join(dir, "..", "secret"), "secret")
	return golden.OpenRoot(t, dir), dir
}

func TestRead(t *testing.T) {
	root, dir := rootWith(t, map[string]string{"empty": "", "a/ten": "0123456789", "a/eleven": "0123456789!"})
	for _, link := range [][2]string{{"ten", "in"}, {filepath.Join("..", "..", "secret"), "out"}, {filepath.Join(dir, "a", "ten"), "absolute"}, {"none", "dangling"}, {"loop", "loop"}} {
		if err := os.Symlink(link[0], filepath.Join(dir, "a", link[1])); err != nil {
			t.Skip(err)
		}
	}
	for _, c := range []struct{ name, want, err string }{
		{"empty", "", ""},
		{"a/ten", "0123456789", ""},
		{"a/in", "0123456789", ""},
		{"a/eleven", "", "read a/eleven: it is larger than 0 MB"},
		{"a", "", "read a: is a directory"},
		{"none", "", "no such file"},
		{"a/dangling", "", "no such file"},
		{"a/loop", "", "too many levels of symbolic links"},
		{"a/out", "", "path escapes from parent"},
		{"a/absolute", "", "path escapes from parent"},
		{"../secret", "", "path escapes from parent"},
		{"a/../../secret", "", "path escapes from parent"},
		{filepath.Join(dir, "a", "ten"), "", "path escapes from parent"},
	} {
		data, err := plainfile.Read(root, c.name, 10)
		if string(data) != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %q, %v, want %q %s", c.name, data, err, c.want, c.err)
		}
	}
	if data, err := plainfile.ReadPath(filepath.Join(dir, "a", "ten"), 10); string(data) != "0123456789" || err != nil {
		t.Errorf("by path: %q, %v", data, err)
	}
	if _, err := plainfile.ReadPath(filepath.Join(dir, "a", "eleven"), 10); err == nil {
		t.Error("by path: a file beyond the limit was read")
	}
}

func TestFS(t *testing.T) {
	root, _ := rootWith(t, map[string]string{"empty": "", "a/ten": "0123456789", "a/b/c": "x"})
	if err := fstest.TestFS(plainfile.FS(root, 10), "empty", "a/ten", "a/b/c"); err != nil {
		t.Error(err)
	}
	if _, err := plainfile.FS(root, 9).Open("a/ten"); err == nil || !strings.Contains(err.Error(), "larger") {
		t.Errorf("a file beyond the limit: %v", err)
	}
}

// TestGiant checks that a file of a terabyte is refused before a byte is read.
func TestGiant(t *testing.T) {
	root, dir := rootWith(t, map[string]string{"giant": ""})
	if err := os.Truncate(filepath.Join(dir, "giant"), 1<<40); err != nil {
		t.Skip(err)
	}
	if _, err := plainfile.Read(root, "giant", 256<<20); err == nil || err.Error() != "read giant: it is larger than 256 MB" {
		t.Error(err)
	}
}
