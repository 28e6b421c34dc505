package tomldoc

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
)

// TestEveryPlace lists the places of all keys and values of every.toml, which has every form of a value between keys
// whose places show that it was read to its end, with what stands there.
func TestEveryPlace(t *testing.T) {
	src := golden.Read(t, "testdata/every.toml")
	doc, root := Parse(diag.Pos{File: "e", Line: 1, Col: 1}, src)
	if root.Failed() {
		t.Fatal(doc.Errors())
	}
	at := doc.places()
	var b strings.Builder
	for _, path := range slices.SortedFunc(maps.Keys(at), func(p, q string) int {
		return cmp.Or(cmp.Compare(at[p].value, at[q].value), cmp.Compare(p, q))
	}) {
		line, _, _ := strings.Cut(string(src[at[path].value:]), "\n")
		fmt.Fprintf(&b, "%s %s %s %s\n", doc.at(at[path].key), doc.at(at[path].value), strings.ReplaceAll(path, sep, "/"), line)
	}
	golden.Check(t, "every.txt", []byte(b.String()))
}

// TestInside checks places within a text with escapes.
func TestInside(t *testing.T) {
	for _, c := range []struct {
		value  string
		before string // the decoded text before an X
	}{
		{`"abcX"`, "abc"},
		{`'ab\X'`, `ab\`},
		{`"\t\"\\\u00e9\U0001F680é X"`, "\t\"\\é🚀é "},
		{"\"\"\"\nabX\"\"\"", "ab"},
		{"\"\"\"ab\ncX\"\"\"", "ab\nc"},
		{"'''\nab\\\ncX'''", "ab\\\nc"},
		{`"""a"b""X"""`, `a"b""`},
		{`"\x41X"`, "A"},
	} {
		src := "k = " + c.value + "\n"
		doc, root := Parse(diag.Pos{File: "e.toml", Line: 1, Col: 1}, []byte(src))
		if got := root.String("k"); got != c.before+"X" {
			t.Errorf("%s is decoded as %q, %v", c.value, got, doc.Errors())
		}
		i := strings.IndexByte(src, 'X')
		if want := doc.at(i); root.Inside("k", len(c.before)) != want {
			t.Errorf("%s: X is at %v, want %v", c.value, root.Inside("k", len(c.before)), want)
		}
	}
	_, root := Parse(diag.Pos{File: "e.toml", Line: 1, Col: 1}, []byte("a = 1\nk = \"abc\""))
	for _, c := range []struct {
		key    string
		offset int
		want   string
	}{{"k", 3, "e.toml:2:9"}, {"k", 99, "e.toml:2:10"}, {"a", 1, "e.toml:1:5"}, {"none", 1, "e.toml:1:1"}} {
		if at := root.Inside(c.key, c.offset).String(); at != c.want {
			t.Errorf("byte %d of %s is at %s, want %s", c.offset, c.key, at, c.want)
		}
	}
}

// TestPlacesEnd checks that the search for places ends on a text that is not TOML.
func TestPlacesEnd(t *testing.T) {
	every := string(golden.Read(t, "testdata/every.toml"))
	for i := range every {
		for _, cut := range []string{every[:i], every[:i] + "\x00" + every[i:], every[:i] + every[min(i+7, len(every)):]} {
			x := &index{src: cut, at: map[string]entry{}, count: map[string]int{}}
			x.scan()
			for path, e := range x.at {
				if e.key < 0 || e.value < e.key || e.value > len(cut) {
					t.Fatalf("%q is at %d and %d of %d bytes", path, e.key, e.value, len(cut))
				}
				rawOffset([]byte(x.src), e.value, 5)
			}
		}
	}
}
