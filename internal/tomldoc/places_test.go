package tomldoc

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/diag"
)

// every contains every form of a value in TOML, between keys whose places show that it was read to its end.
const every = `# "comment" = [
k0 = "a \"quoted\" \\ text # ]" # and a comment
k1 = 'it\'  # the backslash is one
k2 = """
one "two" ""three"" \"""
four\\"""
k3 = '''
'one' ''two''
three''''
k4 = """a"b"""""
k5 = ''''c'''
k6 = """"""
k7 = ''
k8 = [ 1, [ 2 , "]" ], { x = [3], "y.z" = '}' }, # not ]
  4,
]
k9 = { a = 1, b = { c = "}" } , d = [ ] }
k10 = -1_000.5e3
k11 = 2016-07-04T00:00:00Z
k12 = true# close by
k13.sub = 1
k14 . "sub sub" . 'third' = 2
"k 15" = 0x1F
k16 = []
k17	=	"tab"

[table]
k18 = 1
[table.below]
k19 = 7
[ table . "spaced out" ]
k20 = 1
[[list]]
k21 = 1
[[list]]
k21 = 2
k22 = [ "x", "y" ]
[list.below]
k23 = 7
[[list.inner]]
k24 = 1
[[list.inner]]
k24 = 8
[list.inner.deep]
k25 = 7
[[list]]
k26 = "end"`

// spot returns the place of one piece of a text after another.
func spot(src string, after, piece string) string {
	from := strings.Index(src, after)
	i := from + strings.Index(src[from:], piece)
	line := strings.Count(src[:i], "\n")
	return fmt.Sprintf("e.toml:%d:%d", line+1, i-strings.LastIndex(src[:i], "\n"))
}

func TestEveryPlace(t *testing.T) {
	doc, root := Parse(diag.Pos{File: "e.toml", Line: 1, Col: 1}, []byte(every))
	if root.Failed() {
		t.Fatal(doc.Errors())
	}
	table, list := root.Table("table"), root.Tables("list")
	inner := list[1].Tables("inner")
	check := func(name string, got diag.Pos, after, piece string) {
		t.Helper()
		if want := spot(every, after, piece); got.String() != want {
			t.Errorf("%s is at %s, want %s", name, got, want)
		}
	}
	for n := range 18 {
		key := fmt.Sprintf("k%d", n)
		if n == 15 {
			key = "k 15"
		}
		if n == 13 || n == 14 { // tables of a dotted key
			continue
		}
		begin := "\n" + key
		if n == 15 {
			begin = "\n\"k 15\""
		}
		check(key, root.KeyPos(key), begin, begin[1:])
		value := every[strings.Index(every, begin):]
		value = strings.TrimLeft(value[strings.IndexByte(value, '=')+1:], " \t")
		check("the value of "+key, root.ValuePos(key), begin, value[:2])
	}
	check("a dotted key", root.Table("k13").ValuePos("sub"), "k13.sub", "1\nk14")
	check("a key of three parts", root.Table("k14").Table("sub sub").KeyPos("third"), "k14 .", "k14 .")
	check("an item", root.ItemPos("k8", 0), "k8 =", "1, [")
	check("an item that is a list", root.ItemPos("k8", 1), "k8 =", "[ 2")
	check("an item that is a table", root.ItemPos("k8", 2), "k8 =", "{ x")
	check("an item on the next line", root.ItemPos("k8", 3), "not ]", "4")
	check("an item that does not exist", root.ItemPos("k8", 4), "k8 =", "[ 1")
	check("a key of an inline table", root.Table("k9").KeyPos("a"), "k9 =", "a = 1")
	check("one of one in that", root.Table("k9").Table("b").ValuePos("c"), "k9 =", `"}"`)
	check("one behind that", root.Table("k9").ValuePos("d"), "k9 =", "[ ]")
	check("a table", table.Pos(), "[table]", "[table]")
	check("its key", table.KeyPos("k18"), "k18", "k18")
	check("a key that it lacks", table.KeyPos("none"), "[table]", "[table]")
	check("a table below", table.Table("below").ValuePos("k19"), "k19", "7")
	check("one with spaces", table.Table("spaced out").Pos(), "[ table . ", "[ table")
	check("a list of tables", root.KeyPos("list"), "[[list]]", "[[list]]")
	for i, piece := range []string{"k21 = 1", "k21 = 2", "k26"} {
		check(fmt.Sprintf("table %d of a list", i), list[i].KeyPos(piece[:3]), piece, piece)
	}
	check("the second table's head", list[1].Pos(), "k21 = 1", "[[list]]")
	check("an item of a list in it", list[1].ItemPos("k22", 1), "k22", `"y"`)
	check("a table of the second", list[1].Table("below").ValuePos("k23"), "k23", "7")
	check("a list of the second", inner[1].ValuePos("k24"), "k24 = 8", "8")
	check("a table of its last", inner[1].Table("deep").ValuePos("k25"), "k25", "7")
	check("the head of that", inner[1].Table("deep").Pos(), "[list.inner.deep]", "[list.inner")
	check("the end", list[2].ValuePos("k26"), "k26", `"end"`)
	if at := root.Pos().String(); at != "e.toml:1:1" {
		t.Errorf("the text is at %s", at)
	}
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
	for i := range every {
		for _, cut := range []string{every[:i], every[:i] + "\x00" + every[i:], every[:i] + every[min(i+7, len(every)):]} {
			x := &index{src: []byte(cut), at: map[string]entry{}, count: map[string]int{}}
			x.scan()
			for path, e := range x.at {
				if e.key < 0 || e.value < e.key || e.value > len(cut) {
					t.Fatalf("%q is at %d and %d of %d bytes", path, e.key, e.value, len(cut))
				}
				rawOffset(x.src, e.value, 5)
			}
		}
	}
}
