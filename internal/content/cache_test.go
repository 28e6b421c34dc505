package content

import (
	"testing"
	"testing/fstest"
)

// TestMemory checks that a file with the same bytes is not read again, and one with other bytes, another name or
// another setting is.
func TestMemory(t *testing.T) {
	file := func(body string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("+++\ntitle = \"T\"\ndate = 2020-01-01\nsummary = \"S\"\n+++\n" + body)}
	}
	folder := fstest.MapFS{"content/articles/a.md": file("One.\n"), "content/articles/b.md": file("Two.\n"), "content/pages/c.md": {Data: []byte("+++\ntitel = 1\n+++\n")}}
	m := &Cache{}
	load := func(unsafe bool) (map[string]*Article, int) {
		c, errs := Load(folder, Options{Cache: m, UnsafeHTML: unsafe})
		byFile := map[string]*Article{}
		for _, a := range append(c.Articles, c.Pages...) {
			byFile[a.File] = a
		}
		return byFile, len(errs)
	}
	first, wrong := load(false)
	if wrong == 0 {
		t.Fatal("a page with an error has no errors")
	}
	again, still := load(false)
	for name, a := range first {
		if again[name] != a {
			t.Errorf("%s was read again", name)
		}
	}
	if still != wrong {
		t.Errorf("%d findings, then %d", wrong, still)
	}
	folder["content/articles/b.md"] = file("Too.\n")
	delete(folder, "content/pages/c.md")
	third, none := load(false)
	if third["content/articles/b.md"] == first["content/articles/b.md"] || third["content/articles/a.md"] != first["content/articles/a.md"] {
		t.Error("more than the changed file was read again")
	}
	if none != 0 || len(third) != 2 {
		t.Errorf("of a removed file %d errors and %d articles are left", none, len(third)-2)
	}
	if fourth, _ := load(true); fourth["content/articles/a.md"] == third["content/articles/a.md"] {
		t.Error("a changed setting had no effect")
	}
}
