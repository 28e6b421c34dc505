package export

import (
	"strings"
	"testing"
)

func TestAbroad(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"what is there for style", `<div class="x"><p id="a">A <span class="b">b</span> c</p></div>`, "<p>A b c</p>"},
		{"addresses", `<a class="fact" href="#f">1</a><img src="p.png" alt="a &amp; &quot;b&quot;" loading="lazy">`, `<a href="at:#f">1</a><img src="at:p.png" alt="a &amp; &#34;b&#34;"/>`},
		{"what is for the page itself", `<h2>H<a class="anchor" href="#h">#<b>x</b></a></h2><span class="sr">said <i>aloud</i></span>.`, "<h2>H</h2>."},
		{"scripts and styles", "<p>a</p><script>if (a < b) { x() }</script><style>p > a {}</style><p>b</p>", "<p>a</p><p>b</p>"},
		{"inside what is left out", `<script><p></script><div class="sr"><div><span>x</span></div>y</div>z`, "z"},
		{"text with marks", "<p>1 &lt; 2 &amp; “3”</p>", "<p>1 &lt; 2 &amp; “3”</p>"},
		{"no end", `<p>a <span>b <em>c`, "<p>a b <em>c</em></p>"},
		{"an end of nothing", "</div><p>a</b></p></p>", "<p>a</p>"},
		{"ends out of order", "<p><b>a<i>b</b>c</i></p>", "<p><b>a<i>b</i></b>c</p>"},
		{"a remark", "<p>a<!-- evidence: why -->b</p>", "<p>ab</p>"},
		{"boxes of tasks", `<li><input type="checkbox" checked disabled aria-label="done"> a</li><li><input type="checkbox" disabled> b</li>`, "<li>☑ a</li><li>☐ b</li>"},
		{"elements without an end", "a<br>b<hr/>c", "a<br/>b<hr/>c"},
	} {
		if got := ForFeeds(c.src, func(s string) string { return "at:" + s }); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
	deep := strings.Repeat("<blockquote>", 10_000)
	if got := ForFeeds(deep+"x", nil); got != deep+"x"+strings.Repeat("</blockquote>", 10_000) {
		t.Error("ten thousand elements in one another were not written as they are")
	}
}
