package site

import "testing"

func TestInWords(t *testing.T) {
	for n, want := range map[int]string{0: "none", 5: "five", 13: "thirteen", 20: "twenty", 30: "thirty", 31: "thirty-one", 99: "ninety-nine", 100: "100", 1234: "1,234"} {
		if got := inWords(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	for want, names := range map[string][]string{"": nil, "Estonia": {"Estonia"}, "Estonia and Latvia": {"Estonia", "Latvia"}, "Estonia, Latvia and Poland": {"Estonia", "Latvia", "Poland"}} {
		if got := join(names); got != want {
			t.Errorf("%v: got %q, want %q", names, got, want)
		}
	}
}

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{"Türkiye": "turkiye", "North Macedonia": "north-macedonia", "Côte d’Ivoire": "cote-divoire",
		"  The Hague (2025) ": "the-hague-2025", "Łódź & Æro": "lodz-aero", "Ελλάδα": "ελλαδα"} {
		if got := slug(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

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
