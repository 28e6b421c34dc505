package diag_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
)

func TestNearest(t *testing.T) {
	measures := []string{"share_of_gni", "real_growth", "population"}
	golden.CheckLines(t, "nearest.txt", func(line string) string { return diag.Nearest(line, measures) })
	if got := diag.Nearest("share", []string{"share_of_gni", "gear_share"}); got != "" {
		t.Errorf("a part of two names is neither, got %q", got)
	}
	if got := diag.Nearest("ba", []string{"bb", "aa"}); got != "aa" {
		t.Errorf("of equally similar words got %q, want the first", got)
	}
	if got := diag.Nearest("", measures); got != "" {
		t.Errorf("got %q for nothing", got)
	}
}

func TestDidYouMean(t *testing.T) {
	for _, c := range []struct{ word, where, want string }{
		{"ab", "all are here", `did you mean "abc"? all are here`},
		{"ab", "", `did you mean "abc"?`},
		{"xyz", "all are here", "all are here"},
		{"xyz", "", ""},
	} {
		if got := diag.DidYouMean(c.word, []string{"abc"}, c.where); got != c.want {
			t.Errorf("%s: got %q, want %q", c.word, got, c.want)
		}
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

// TestRows holds how rows of a text are read and where their cells are, and where it is not CSV.
func TestRows(t *testing.T) {
	golden.CheckLines(t, "rows.txt", func(line string) string {
		var errs diag.List
		said, src := "", strings.NewReplacer("⏎", "\n", "␍", "\r", "¿", "\xff", "BOM", "\ufeff").Replace(line)
		for cells, place := range errs.Rows(diag.Pos{File: "x", Line: 4, Col: 1}, []byte(src), ';') {
			for i, cell := range cells {
				said += fmt.Sprintf("%s %q, ", place(i), cell)
			}
		}
		return strings.TrimSpace(said + "\n" + errs.Error())
	})
}

// TestAtByte checks that a place stays on the line that another parser names, also where it counts further than that.
func TestAtByte(t *testing.T) {
	lines := diag.Lines{First: diag.Pos{File: "x.csv", Line: 1, Col: 1}, Src: []byte("code\nTürkiye,ß\n")}
	for at, want := range map[[2]int]string{{1, 1}: "x.csv:1:1", {2, 10}: "x.csv:2:9", {2, 12}: "x.csv:2:10", {2, 99}: "x.csv:2:11", {3, 1}: "x.csv:3:1"} {
		if got := lines.AtByte(at[0], at[1]).String(); got != want {
			t.Errorf("line %d, byte %d: got %s, want %s", at[0], at[1], got, want)
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
	if l[:2].Error() != "a.md:9:7: earlier line\n\thint: try this\na.md:10:1: warning: later line" || !l[:1].Failed() || l[1:2].Failed() || diag.List(nil).Failed() {
		t.Error("Failed is not true for one error and false for one warning")
	}
	if got := (&diag.Error{Msg: "of no file"}).Error(); got != "of no file" {
		t.Errorf("without a place: %q", got)
	}
	if e, w := l.Count(); e != 2 || w != 1 || !l.Failed() {
		t.Errorf("counted %d errors and %d warnings", e, w)
	}
}

func ExampleError() {
	fmt.Println(&diag.Error{Pos: diag.Pos{File: "content/articles/baltic.md", Line: 23, Col: 11},
		Msg: `unknown measure "share_of_gin"`, HintText: `did you mean "share_of_gni"?`})
	// Output:
	// content/articles/baltic.md:23:11: unknown measure "share_of_gin"
	// 	hint: did you mean "share_of_gni"?
}

func TestLongValues(t *testing.T) {
	digits, prose := strings.Repeat("12345678", 50), strings.Repeat("word ", 100)
	var l diag.List
	l.Errorf(diag.Pos{}, "value %q is not a number", digits).Hint("write %s.5", digits)
	l.Warnf(diag.Pos{}, "%s is no address", "https://example.org/"+digits)
	l.Add(&diag.Error{Msg: "found " + digits + "\nand é" + strings.Repeat("é", 200)})
	l.Errorf(diag.Pos{}, "%s and %q and %-6s|%d", prose, prose, "short", 5)
	for i, want := range []diag.Error{
		{Msg: `value "` + digits[:59] + "…" + digits[380:] + `" is not a number`, HintText: "write " + digits[:89] + "…" + (digits + ".5")[372:]},
		{Msg: "https://example.org/" + digits[:69] + "…" + digits[370:] + " is no address", Severity: diag.Warning},
		{Msg: "found " + digits[:89] + "…" + digits[370:] + "\nand " + strings.Repeat("é", 89) + "…" + strings.Repeat("é", 30)},
		{Msg: prose + ` and "` + prose[:59] + "…" + prose[480:] + `" and short |5`},
	} {
		if *l[i] != want {
			t.Errorf("got\n%+v\nwant\n%+v", *l[i], want)
		}
	}
}

func TestShort(t *testing.T) {
	for _, c := range []struct {
		text    string
		longest int
		want    string
	}{
		{"abcdefgh", 8, "abcdefgh"},
		{"abcdefghi", 8, "abcde…hi"},
		{"äöüäöüäöüß", 8, "äöüäö…üß"},
		{"", 8, ""},
	} {
		if got := diag.Short(c.text, c.longest); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
