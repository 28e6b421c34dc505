package diag_test

import (
	"testing"

	"burdenshare/internal/diag"
)

func TestOnce(t *testing.T) {
	var l diag.List
	for line := range 9 {
		l.Errorf(diag.Pos{File: "a.md", Line: line + 1, Col: 3}, "unknown member %q", "GER").Hint("write DEU")
		l.Warnf(diag.Pos{File: "b.md", Line: line + 1}, "warned of %d", line)
	}
	l.Errorf(diag.Pos{File: "c.md", Line: 1}, "twice")
	l.Errorf(diag.Pos{File: "c.md", Line: 2}, "twice")
	l.Sort()
	got := l.Once()
	if len(got) != 1+9+2 {
		t.Fatalf("%d findings:\n%s", len(got), got.Error())
	}
	want := "a.md:1:3: unknown member \"GER\" (and 8 more times, at 2:3, 3:3, 4:3, 5:3, 6:3, …)\n\thint: write DEU"
	if got[0].Error() != want {
		t.Errorf("got  %s\nwant %s", got[0], want)
	}
	if len(l) != 9+9+2 || l[0].Msg != `unknown member "GER"` {
		t.Error("the list itself has changed")
	}
}
