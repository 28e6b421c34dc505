package content_test

import (
	"strings"
	"testing"

	"burdenshare/internal/content"
)

// TestHTML checks the HTML of Markdown. ⟦…⟧ is an embed that is not resolved yet.
func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, markdown, want string }{
		{"a paragraph", "Some *words*, \"quoted\" -- and it's `code`...",
			`<p>Some <em>words</em>, “quoted” – and it’s <code>code</code>…</p>`},
		{"a fact", "Britain spent [2.21%](fact:GBR/2016).",
			`<p>Britain spent ⟦fact GBR/2016 | 2.21%⟧.</p>`},
		{"a fact with a query", "[1.98%](fact:GBR/2016?source=bank&as-of=2017-02-15)",
			`<p>⟦fact GBR/2016?source=bank&as-of=2017-02-15 | 1.98%⟧</p>`},
		{"a fact with escapes", "[3.8%](fact:ALL\\_LESS\\_ONE/2016?a=b&amp;c=d)",
			`<p>⟦fact ALL_LESS_ONE/2016?a=b&c=d | 3.8%⟧</p>`},
		{"a fact to be filled in", "[](fact:GBR/2016) and <fact:USA/2016> and [ ](fact:EST/2016)",
			`<p>⟦fact GBR/2016 | ⟧ and ⟦fact USA/2016 | ⟧ and ⟦fact EST/2016 | ⟧</p>`},
		{"a fact by reference", "Only [five][a] met it, [a].\n\n[a]: fact:allies/2016/meeting",
			`<p>Only ⟦fact allies/2016/meeting | five⟧ met it, ⟦fact allies/2016/meeting | a⟧.</p>`},
		{"markup in the words", "[*two* per `cent`](fact:GBR/2016)",
			`<p>⟦fact GBR/2016 | <em>two</em> per <code>cent</code>⟧</p>`},
		{"a fact in emphasis", "**[5](fact:a/1)**", `<p><strong>⟦fact a/1 | 5⟧</strong></p>`},
		{"links", "[a](../pages/methods.md#x) [b](#y \"t\") [c](/z/) [d](https://example.org/?a=1&b=2) <a@example.org> www.example.org",
			`<p><a href="⟦link ../pages/methods.md#x⟧">a</a> <a href="⟦link #y⟧" title="t">b</a> <a href="⟦link /z/⟧">c</a> ` +
				`<a href="https://example.org/?a=1&amp;b=2">d</a> <a href="mailto:a@example.org">a@example.org</a> <a href="http://www.example.org">www.example.org</a></p>`},
		{"images", "![A *map*](map.png \"t\")\n\n[![Map](a.png)](b.md) ![](c.png \"decorative\") ![a <b>](d.png)",
			"<figure class=\"picture\"><img⟦image map.png⟧ alt=\"A map\"><figcaption>t</figcaption></figure>\n" +
				`<p><a href="⟦link b.md⟧"><img⟦image a.png⟧ alt="Map"></a> <img⟦image c.png⟧ alt=""> <img⟦image d.png⟧ alt="a &lt;b&gt;"></p>`},
		{"a fact in an image's words", "![\"Britain\" [*2* &lt;](fact:GBR/2016), <fact:USA/2016>](a.png) ![[](fact:GBR/2016)](b.png)",
			`<p><img⟦image a.png⟧ alt="“Britain” ⟦plain fact GBR/2016 | 2 &lt;⟧, ⟦plain fact USA/2016 | ⟧"> ` +
				`<img⟦image b.png⟧ alt="⟦plain fact GBR/2016 | ⟧"></p>`},
		{"images with more than a caption's place", "![map](a.png \"t\") and\n\n- ![map](b.png \"t\")", "<p><img⟦image a.png⟧ alt=\"map\" title=\"t\"> and</p>\n<ul>\n<li><img⟦image b.png⟧ alt=\"map\" title=\"t\"></li>\n</ul>"},
		{"a caption with escapes", "![map](a.png \"a \\\"t\\\" b\")", `<figure class="picture"><img⟦image a.png⟧ alt="map"><figcaption>a &quot;t&quot; b</figcaption></figure>`},
		{"an image in a sentence", "A ![map](a.png \"t\").", `<p>A <img⟦image a.png⟧ alt="map" title="t">.</p>`},
		{"brackets that are none", "a [^] b [ ] c][d\ne] f \\][y] x][g", "<p>a [^] b [ ] c][d\ne] f ][y] x][g</p>"},
		{"the word fact alone", "fact:GBR/2016 \\\\\\(fact:x)", `<p>fact:GBR/2016 \(fact:x)</p>`},
		{"colons that make no scheme", "[a](1:b) [c](d_e:f) [g](:h) [i](@:j)", `<p><a href="⟦link 1:b⟧">a</a> <a href="⟦link d_e:f⟧">c</a> <a href="⟦link :h⟧">g</a> <a href="⟦link @:j⟧">i</a></p>`},
		{"a chart with a text of several lines", "```chart\nkind = \"distance\"\n\ntitle = \"\"\"\nTrees\n\"\"\"\n```", "⟦chart kind = \"distance\"\n\ntitle = \"\"\"\nTrees\n\"\"\"\n⟧"},
		{"a chart", "```chart\nkind = \"distance\"\n```\n\nafter",
			"⟦chart kind = \"distance\"\n⟧<p>after</p>"},
		{"code", "```go\na < b\n```", "<pre><code class=\"language-go\">a &lt; b\n</code></pre>"},
		{"a heading", "## Britain's [2%](fact:GBR/2016)\n\n## Britain's 2",
			"<h2 id=\"britains-2\">Britain’s ⟦fact GBR/2016 | 2%⟧ <a class=\"anchor\" href=\"#britains-2\" aria-label=\"Link to this section\">#</a></h2>\n" +
				"<h2 id=\"britains-2-2\">Britain’s 2 <a class=\"anchor\" href=\"#britains-2-2\" aria-label=\"Link to this section\">#</a></h2>"},
		{"a table", "| A | B |\n|---|--:|\n| x | [2%](fact:a/1) |",
			"<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\">\n<table>\n<thead>\n<tr>\n" +
				"<th scope=\"col\">A</th>\n<th scope=\"col\" class=\"align-right\">B</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n" +
				"<td>x</td>\n<td class=\"align-right\">⟦fact a/1 | 2%⟧</td>\n</tr>\n</tbody>\n</table>\n</div>"},
		{"tasks and strikethrough", "- [x] ~~old~~\n- [ ] new",
			"<ul>\n<li><input type=\"checkbox\" checked disabled aria-label=\"done\"> <del>old</del></li>\n<li><input type=\"checkbox\" disabled aria-label=\"to do\"> new</li>\n</ul>"},
		{"a footnote", "Words[^n].\n\n[^n]: It is [2%](fact:a/1).",
			"<p>Words<sup id=\"fnref:1\"><a href=\"#fn:1\" class=\"footnote-ref\" role=\"doc-noteref\">1</a></sup>.</p>\n" +
				"<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n<li id=\"fn:1\">\n<p>It is ⟦fact a/1 | 2%⟧." +
				"&#160;<a href=\"#fnref:1\" class=\"footnote-backref\" title=\"Back to the text\" role=\"doc-backlink\">&#x21a9;&#xfe0e;</a></p>\n</li>\n</ol>\n</div>"},
		{"a footnote of two places", "A[^n] b[^n].\n\n[^n]: C.",
			"<p>A<sup id=\"fnref:1\"><a href=\"#fn:1\" class=\"footnote-ref\" role=\"doc-noteref\">1</a></sup> b<sup id=\"fnref1:1\"><a href=\"#fn:1\" class=\"footnote-ref\" role=\"doc-noteref\">1</a></sup>.</p>\n" +
				"<div class=\"footnotes\" role=\"doc-endnotes\">\n<hr>\n<ol>\n<li id=\"fn:1\">\n<p>C.&#160;<a href=\"#fnref:1\" class=\"footnote-backref\" title=\"Back to the text\" role=\"doc-backlink\">&#x21a9;&#xfe0e;</a>" +
				"&#160;<a href=\"#fnref1:1\" class=\"footnote-backref\" title=\"Back to the text\" role=\"doc-backlink\">&#x21a9;&#xfe0e;</a></p>\n</li>\n</ol>\n</div>"},
		{"raw HTML is text", "a <b>c</b>\n\n<script>alert(1)</script>",
			"<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"},
		{"short comments", "a<!-->b\n\n<!-->\n\nc", "<p>ab</p>\n<p>c</p>"},
		{"comments vanish", "a<!-- b -->c\n\n<!--\n[x](fact:a/1)\n-->\n\n<div><!-- d --></div>", "<p>ac</p>\n<p>&lt;div&gt;&lt;/div&gt;</p>"},
		{"numeric references cannot smuggle", "a&#0;b&#1;c&#x1b;", "<p>a\ufffdb\ufffdc\ufffd</p>"},
		{"marks of our own mean nothing", "⟦fact a/1⟧", "<p>⟦fact a/1⟧</p>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, errs := load(t, front+c.markdown, content.Options{})
			for _, e := range errs {
				if strings.HasPrefix(e.Msg, "HTML, which") { // tested among the mistakes
					continue
				}
				t.Error(e)
			}
			if got := strings.TrimSpace(show(a.Body)); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// TestOtherLanguage checks that what a text names for those who hear it is in the words of the report.
func TestOtherLanguage(t *testing.T) {
	words := content.Words{Open: "«", Close: "»", Section: "Lien <ici>", Back: "Retour", Table: "Tableau", Done: "fait", ToDo: "à faire"}
	a, _ := load(t, front+"## A[^n]\n\n- [x] a\n- [ ] \"b\"\n\n|A|\n|--|\n|b|\n\n[^n]: C.", content.Options{Words: words})
	html := show(a.Body)
	for _, want := range []string{`aria-label="Lien &lt;ici&gt;">#</a>`, `title="Retour"`, `aria-label="Tableau"`, `checked disabled aria-label="fait">`,
		`disabled aria-label="à faire"> «b»`} {
		if !strings.Contains(html, want) {
			t.Errorf("%s is not in %s", want, html)
		}
	}
}

// TestUnbroken checks that no line is broken beside the signs that a language sets apart, in prose alone.
func TestUnbroken(t *testing.T) {
	french := content.Words{Open: "« ", Close: " »", Before: "%:;!?»", After: "«"}
	for _, c := range []struct{ markdown, want string }{
		{"De 2 % : oui ; non ! Vrai ? « Oui »", "<p>De 2_%_: oui_; non_! Vrai_? «_Oui_»</p>"},
		{"Du `a : b %` et\n\n    c : d", "<p>Du <code>a : b %</code> et</p>\n<pre><code>c : d\n</code></pre>"},
		{"**2** % et *3* ?", "<p><strong>2</strong>_% et <em>3</em>_?</p>"},
		{"[2,21 %](fact:x) : [2](fact:x) %", "<p>⟦fact x | 2,21_%⟧_: ⟦fact x | 2⟧_%</p>"},
		{"![un : deux](a.png)", `<p><img⟦image a.png⟧ alt="un : deux"></p>`},
		{"[lien ?](https://example.org/a%20:b \"un : deux\") !",
			`<p><a href="https://example.org/a%20:b" title="un : deux">lien_?</a>_!</p>`},
		{"Il dit :\n2 %", "<p>Il dit_:\n2_%</p>"},
	} {
		a, _ := load(t, front+c.markdown, content.Options{Words: french})
		got := strings.ReplaceAll(strings.TrimSpace(show(a.Body)), "\u00a0", "_")
		if got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.markdown, got, c.want)
		}
	}
	if _, errs := load(t, front+"Où ? « Ici » : il y a 2 %.", content.Options{Words: french}); report(errs) !=
		"x.md:6:23: warning: a number without evidence: \"2 %\"\n"+
			"\thint: write [2 %](fact:WHO/YEAR), link the number to its source, add a footnote, "+
			"or <!-- evidence: why --> after it" {
		t.Errorf("a number behind such spaces: %s", report(errs))
	}
	a, _ := load(t, front+"## Deux : trois\n\nde 2 %", content.Options{})
	if got := show(a.Body); !strings.Contains(got, "Deux : trois") || !strings.Contains(got, "2\u00a0%") {
		t.Errorf("in English: %s", got)
	}
}

func TestUnsafeHTML(t *testing.T) {
	a, errs := load(t, front+"a <b>c</b><!-- x -->\n\n<div>\n<!-- y\nz --><i>d</i>\n</div>\n\n<script>\nlet x = \"<!--\"\n</script>", content.Options{UnsafeHTML: true})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	want := "<p>a <b>c</b></p>\n<div>\n<i>d</i>\n</div>\n<script>\nlet x = \"<!--\"\n</script>\n"
	if got := show(a.Body); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if a, _ = load(t, front+"## A <b>c</b>", content.Options{UnsafeHTML: true}); show(a.Headings[0].Text) != "A c" {
		t.Errorf("a heading in the table of contents is %s", show(a.Headings[0].Text))
	}
}

// TestWords checks the words of a fact, which are compared with a figure: plain text, as a reader would read it aloud.
func TestWords(t *testing.T) {
	for _, c := range []struct{ markdown, want string }{
		{"[2.21%](fact:x)", "2.21%"},
		{"[*2.21*&nbsp;%](fact:x)", "2.21\u00a0%"},
		{"[about\n`2` &lt; \\*3\\*](fact:x)", "about 2 < *3*"},
		{"[it's \"two\"](fact:x)", "it’s “two”"},
		{"[R&D](fact:x)", "R&D"},
		{"[ 2 ](fact:x)", "2"},
		{"[*](fact:x)", "*"},
		{"[&#32;](fact:x)", ""},
	} {
		a, errs := load(t, front+c.markdown, content.Options{})
		if len(errs) > 0 {
			t.Fatal(errs)
		}
		for e := range a.Body.Embeds() {
			if e.Words != c.want {
				t.Errorf("%s: got %q, want %q", c.markdown, e.Words, c.want)
			}
		}
	}
}

func TestHeadings(t *testing.T) {
	a, errs := load(t, front+strings.Join([]string{
		"## Türkiye: Ελλάδα & 2.5",
		"### A [link](#b), a note[^1] and **[2%](fact:a/1)** of it",
		"## ???",
		"## Fact 3",
		"## Use 1",
		"> ## a_b",
		"Underlined\n---",
		"![Map of [2%](fact:a/2)](m.png) and [3%](fact:a/3)\n---",
		"#### Only a note[^1]",
		"#### Only a [link](#b)",
		"#### Now <fact:a/4> and a [link](#b)",
		"#### Only an ![image](m.png)",
		"#### Only a <https://a.b/>",
		"[^1]: Note.",
	}, "\n\n"), content.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	want := []struct {
		level int
		id    string
		text  string
	}{
		{2, "türkiye-ελλάδα-2-5", "Türkiye: Ελλάδα &amp; 2.5"},
		{3, "a-link-a-note-and-2-of-it", "A link, a note and <strong>⟦fact a/1 | 2%⟧</strong> of it"},
		{2, "section", "???"},
		{2, "fact-3-2", "Fact 3"},
		{2, "use-1-2", "Use 1"},
		{2, "a-b", "a_b"},
		{2, "underlined", "Underlined"},
		{2, "map-of-2-and-3", "Map of ⟦plain fact a/2 | 2%⟧ and ⟦fact a/3 | 3%⟧"},
		{4, "only-a-note", "Only a note"},
		{4, "only-a-link", "Only a link"},
		{4, "now-and-a-link", "Now ⟦fact a/4 | ⟧ and a link"},
		{4, "only-an-image", "Only an image"},
		{4, "only-a-https-a-b", "Only a https://a.b/"},
	}
	if len(a.Headings) != len(want) {
		t.Fatalf("got %d headings, want %d", len(a.Headings), len(want))
	}
	for i, w := range want {
		h := a.Headings[i]
		if h.Level != w.level || h.ID != w.id || show(h.Text) != w.text {
			t.Errorf("got %d %s %s, want %d %s %s", h.Level, h.ID, show(h.Text), w.level, w.id, w.text)
		}
	}
	inBody := map[*content.Embed]bool{}
	for e := range a.Body.Embeds() {
		inBody[e] = true
	}
	for _, h := range a.Headings {
		for e := range h.Text.Embeds() {
			if !inBody[e] {
				t.Error("the fact of a heading differs from that of the body")
			}
		}
	}
}

// TestWrongAddresses shows links that may lead nowhere as their words, and code that may be none as code.
func TestWrongAddresses(t *testing.T) {
	for text, want := range map[string]string{
		"    a < b\n": "<pre><code>a &lt; b\n</code></pre>", // which is rarely meant
		"ftp://a.b.org and <javascript:alert(1)>": "<p>ftp://a.b.org and javascript:alert(1)</p>",
		"[a](javascript:alert(1)) ![b](data:x)":   `<p><a href="⟦link ⟧">a</a> </p>`,
	} {
		a, errs := load(t, front+text, content.Options{})
		if got := strings.TrimSpace(show(a.Body)); got != want || len(errs) == 0 {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}
