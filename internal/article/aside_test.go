package article

import (
	"reflect"
	"testing"

	"burdenshare/internal/cache"
	"burdenshare/internal/golden"
)

// TestAside checks that a body is the same whether it is in memory, in a file, or cannot be written to it.
func TestAside(t *testing.T) {
	root := golden.OpenRoot(t, t.TempDir())
	file := cache.Open(root, "texts").Aside()
	shown := &Image{}
	first, second := Segments{{HTML: "<p>above"}, {Path: "é/"}, {Shown: shown}, {HTML: "b", Shown: Mute{}}, {HTML: "<table>"}}, Segments{{HTML: "other"}}
	a := &Article{}
	for i, want := range []Segments{first, second, first, nil} {
		if i == 2 {
			file.Close()
		}
		a.body = want
		a.setAside(file)
		if got, want := a.Words(), string(want.words(nil)); got != want {
			t.Errorf("%d: got the words %q, want %q", i, got, want)
		}
		if got := a.BodyText(); len(got) != len(want) || want != nil && !reflect.DeepEqual(got, want) {
			t.Errorf("%d: got %+v, want %+v", i, got, want)
		}
		if inMemory := a.body != nil; inMemory != (i == 2) {
			t.Errorf("%d: in memory: %v", i, inMemory)
		}
		if a.HasTables() != want.Tables() {
			t.Errorf("%d: has tables: %v", i, a.HasTables())
		}
	}
}
