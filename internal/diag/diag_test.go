package diag_test

import (
	"fmt"
	"testing"

	"burdenshare/internal/diag"
)

func TestNearest(t *testing.T) {
	measures := []string{"share_of_gdp", "real_change", "population"}
	for _, c := range []struct{ word, want string }{
		{"share_of_gpd", "share_of_gdp"}, // two letters swapped
		{"Share_Of_GDP", "share_of_gdp"}, // letter case does not count
		{"realchange", "real_change"},
		{"popluaton", "population"},
		{"spending", ""}, // nothing is near enough
		{"", ""},
	} {
		if got := diag.Nearest(c.word, measures); got != c.want {
			t.Errorf("%q: got %q, want %q", c.word, got, c.want)
		}
	}
	if got := diag.Nearest("ba", []string{"bb", "aa"}); got != "aa" {
		t.Errorf("of equally near words the first is to win, got %q", got)
	}
}

func TestPlace(t *testing.T) {
	first := diag.Pos{File: "x.md", Line: 4, Col: 3}
	src := []byte("Türkiye\nund ß x")
	lines := diag.Lines{First: first, Src: src}
	for offset, want := range map[int]string{0: "x.md:4:3", 3: "x.md:4:5", 9: "x.md:5:1", 15: "x.md:5:6", 99: "x.md:5:8", -1: "x.md:4:3"} {
		if got := diag.Place(first, src, offset).String(); got != want {
			t.Errorf("byte %d: got %s, want %s", offset, got, want)
		}
		if got := lines.At(offset).String(); got != want { // asked again and again, forwards and backwards
			t.Errorf("byte %d: got %s of lines, want %s", offset, got, want)
		}
	}
}

func TestListSort(t *testing.T) {
	var l diag.List
	l.Errorf(diag.Pos{File: "b.md", Line: 2}, "second file")
	l.Warnf(diag.Pos{File: "a.md", Line: 10, Col: 1}, "later line")
	l.Errorf(diag.Pos{File: "a.md", Line: 9, Col: 7}, "earlier line").Hint("try this")
	l.Errorf(diag.Pos{File: "a.md", Line: 9, Col: 7}, "earlier line").Hint("try this")
	l.Sort()
	want := "a.md:9:7: earlier line\n\thint: try this\na.md:10:1: warning: later line\nb.md:2: second file"
	if got := l.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if e, w := l.Count(); e != 2 || w != 1 || !l.Failed() {
		t.Errorf("counted %d errors and %d warnings", e, w)
	}
}

func ExampleError() {
	fmt.Println(&diag.Error{Pos: diag.Pos{File: "content/articles/baltic.md", Line: 23, Col: 11},
		Msg: `unknown measure "share_of_gpd"`, HintText: `did you mean "share_of_gdp"?`})
	// Output:
	// content/articles/baltic.md:23:11: unknown measure "share_of_gpd"
	// 	hint: did you mean "share_of_gdp"?
}
