package build

import (
	"testing"

	"burdenshare/internal/diag"
)

func TestPlain(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"a_b.md:1:1: “<b>” is *so* [x] | y", `a\_b.md:1:1: “&lt;b&gt;” is \*so\* \[x\] \| y`},
		{"two\nlines\r\n\tof it", "two lines of it"},
		{"## no heading", `#\# no heading`},
		{"- no list", `\- no list`},
		{"12. no list", `12\. no list`},
		{"R&D `code` @you ~~gone~~ $x$", "R&amp;D \\`code\\` &#64;you \\~\\~gone\\~\\~ \\$x\\$"},
	} {
		if got := plain(c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestAnnotation(t *testing.T) {
	pos := diag.Pos{File: "content/a:b,c%.md", Line: 3, Col: 9}
	got := annotation("error", "sub/folder", pos, "Article, in short", "100%\r\nof it: ::error::")
	want := "::error file=sub/folder/content/a%3Ab%2Cc%25.md,line=3,col=9,title=Article%2C in short::100%25%0D%0Aof it: ::error::"
	if got != want {
		t.Errorf("got %s", got)
	}
	if got := annotation("notice", "sub", diag.Pos{}, "x", "y"); got != "::notice title=x::y" {
		t.Errorf("got %s", got)
	}
}
