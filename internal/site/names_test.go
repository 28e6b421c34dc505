package site

import "testing"

func TestPlain(t *testing.T) {
	r := rich{{html: "A <em>small</em> &lt;step&gt;, "}, {path: "x/"}, {html: `<a href="#fact-1">2 &gt; 1</a>`}}
	if got := r.plain(); got != "A small <step>, 2 > 1" {
		t.Errorf("got %q", got)
	}
}
