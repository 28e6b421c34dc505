package overlay_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"burdenshare/internal/overlay"
)

// TestRoot checks the file system with testing/fstest.
func TestRoot(t *testing.T) {
	base := fstest.MapFS{"data/old.csv": {Data: []byte("old")}, "data/source.toml": {Data: []byte("before")}}
	r := overlay.Root{Base: base, Files: map[string][]byte{
		"data/source.toml":      []byte("after"),
		"data/new.csv":          []byte("new"),
		"content/articles/x.md": []byte("x"),
	}}
	if err := fstest.TestFS(r, "data/old.csv", "data/new.csv", "data/source.toml", "content/articles/x.md"); err != nil {
		t.Fatal(err)
	}
	if got, _ := fs.ReadFile(r, "data/source.toml"); string(got) != "after" {
		t.Errorf("got %q, want the proposed file and not the one on disk", got)
	}
	if _, err := fs.ReadFile(r, "data/none.csv"); err == nil {
		t.Error("a file that does not exist was read")
	}
}
