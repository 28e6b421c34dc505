package article

import "testing"

func TestPlain(t *testing.T) {
	r := Segments{{HTML: "A <em>small</em> &lt;step&gt;, "}, {Path: "x/"}, {HTML: `<a href="#fact-1">2 &gt; 1</a>`}}
	if got := r.plain(); got != "A small <step>, 2 > 1" {
		t.Errorf("got %q", got)
	}
}
