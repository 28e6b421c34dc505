package site

import "testing"

func TestHref(t *testing.T) {
	for _, c := range []struct{ page, path, want string }{
		{"", "members/poland/", "members/poland/index.html"},
		{"members/poland/", "/", "../../index.html"},
		{"members/poland/", "data/#nato", "../../data/index.html#nato"},
		{"articles/x/", "data/nato/2016-07-04.csv", "../../data/nato/2016-07-04.csv"},
	} {
		if got := href(rootOf(c.page), c.path); got != c.want {
			t.Errorf("from /%s to %s: got %s, want %s", c.page, c.path, got, c.want)
		}
	}
}

func TestPlain(t *testing.T) {
	r := rich{{html: "A <em>small</em> &lt;step&gt;, "}, {path: "x/"}, {html: `<a href="#fact-1">2 &gt; 1</a>`}}
	if got := r.plain(); got != "A small <step>, 2 > 1" {
		t.Errorf("got %q", got)
	}
}
