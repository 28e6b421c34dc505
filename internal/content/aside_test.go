package content

import (
	"reflect"
	"testing"
	"testing/fstest"

	"burdenshare/internal/cache"
	"burdenshare/internal/golden"
)

// TestAside checks that bodies are the same whether they are in memory, in a file, or cannot be written to it.
func TestAside(t *testing.T) {
	const front = "+++\ntitle = \"T\"\ndate = 2020-01-01\nsummary = \"S\"\n+++\n"
	files := fstest.MapFS{
		"content/articles/a.md": {Data: []byte(front + "## H [x](fact:X/2020)\n\n![p](a.png) [l](b.md)\n")},
		"content/articles/b.md": {Data: []byte(front + "Only a [link](a.md).\n")},
		"content/articles/c.md": {Data: []byte(front + "<!-- nothing -->\n")},
	}
	want, wrong := Load(files, Options{})
	root := golden.OpenRoot(t, t.TempDir())
	for _, closed := range []bool{false, true} {
		file := cache.Open(root, "texts").Aside()
		if closed {
			file.Close()
		} else {
			defer file.Close()
		}
		got, errs := Load(files, Options{Aside: file})
		if errs.Error() != wrong.Error() {
			t.Errorf("found %v, want %v", errs, wrong)
		}
		for i, a := range got.Articles {
			if w := want.Articles[i]; !reflect.DeepEqual(a.Text(), w.Body) || !reflect.DeepEqual(a.Headings, w.Headings) || a.Moves() != w.Moves() {
				t.Errorf("%s: %v, moves: %v, want %v, %v", a.File, a.Text(), a.Moves(), w.Body, w.Moves())
			}
			if inMemory := a.Body != nil; inMemory != (closed && want.Articles[i].Body != nil) {
				t.Errorf("%s: in memory: %v", a.File, inMemory)
			}
		}
		if err := file.Err(); err != nil {
			t.Error(err)
		}
	}
}
