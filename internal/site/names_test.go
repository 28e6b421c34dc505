package site

import "testing"

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
