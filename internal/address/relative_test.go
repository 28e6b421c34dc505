package address

import "testing"

func TestHref(t *testing.T) {
	for _, c := range []struct{ page, path, want string }{
		{"", "members/poland/", "members/poland/index.html"},
		{"members/poland/", "/", "../../index.html"},
		{"members/poland/", "data/#dac", "../../data/index.html#dac"},
		{"articles/x/", "data/dac/2016-07-04.csv", "../../data/dac/2016-07-04.csv"},
	} {
		if got := Href(Root(c.page), c.path); got != c.want {
			t.Errorf("from /%s to %s: got %s, want %s", c.page, c.path, got, c.want)
		}
	}
}
