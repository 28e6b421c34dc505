package content_test

import (
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// TestFactPlaces checks that every fact is found at the opening bracket of its words, wherever it is. The bracket is
// marked with «, which is removed before reading.
func TestFactPlaces(t *testing.T) {
	const f = "«[2](fact:a/1)"
	top := func(body string) string { return front + body }
	for _, c := range []struct{ name, text string }{
		{"a paragraph", top("Only " + f + " of " + f + ".")},
		{"after letters of several bytes", top("Türkiye – " + f)},
		{"after tabs", top("a\tb\t" + f)},
		{"the second line of a paragraph", top("one\ntwo " + f)},
		{"a list", top("- a\n- b " + f + "\n   1. c\n      d " + f)},
		{"a list with tabs", top("-\ta " + f + "\n\n\tb " + f)},
		{"a quotation", top("> a\n> b " + f + "\nlazy " + f + "\n>> deep " + f)},
		{"a table", top("| ü | b |\n|---|---|\n| ä " + f + " | " + f + " |\n| c | d " + f + " |")},
		{"headings", top("## A " + f + " b\n\nC " + f + "\nd\n---\n")},
		{"a heading that is read twice", top("## A [l](#a-l-2) " + f + "\n")},
		{"a footnote", top("A[^1]\n\n[^1]: b " + f + "\n\n    c " + f)},
		{"emphasis", top("*a **" + f + "** ~~" + f + "~~*")},
		{"a reference", top("a «[five][r] b «[r] c\n\n[r]: fact:a/1")},
		{"brackets within words", top("a «[b [c] d](fact:a/1)")},
		{"an autolink", top("a «<fact:a/1> b")},
		{"an autolink at the start", top("«<fact:a/1> b")},
		{"after a comment", top("<!-- x\n-->\n\na " + f)},
		{"CRLF", strings.ReplaceAll(top("a\n\nb\nc "+f+"\n\n- "+f), "\n", "\r\n")},
		{"a byte order mark", "\ufeff" + top("a "+f)},
		{"blank lines before the front matter", "\n\n" + top("a "+f)},
		{"a title", "+++\ntitle = \"Türkiye " + f + " and " + f + "\"\ndate = 2017-02-15\nsummary = 'S " + f + "'\n+++\n" + f},
		{"a title with escapes", "+++\ntitle = \" \\\"T\\u00fcrkiye\\\" " + f + "\"\ndate = 2017-02-15\nsummary = \"S\"\n+++\nText.\n"},
		{"a summary of several lines", "+++\ntitle = \"T\"\ndate = 2017-02-15\nsummary = \"\"\"\nOne " + f + "\ntwo " + f + ".\"\"\"\n+++\nText.\n"},
		{"a title behind a byte order mark, with CRLF", "\ufeff+++\r\ndate = 2017-02-15\r\nsummary = \"S\"\r\ntitle = \"ü " + f + "\"\r\n+++\r\n" + f},
	} {
		t.Run(c.name, func(t *testing.T) {
			var want []string
			text := strings.TrimPrefix(c.text, "\ufeff")
			for i, line := range strings.Split(text, "\n") {
				col := 0
				for _, r := range line {
					if r != '«' {
						col++
						continue
					}
					want = append(want, diag.Pos{File: "x.md", Line: i + 1, Col: col + 1}.String())
				}
			}
			a, errs := load(t, strings.ReplaceAll(c.text, "«", ""), content.Options{})
			if len(errs) > 0 {
				t.Fatal(errs)
			}
			var all content.Text
			got := map[string]int{}
			for _, part := range []content.Text{a.Title, a.Summary, a.Body} {
				all = append(all, part...)
			}
			n := 0
			for e := range all.Embeds() {
				if e.Kind == content.Fact {
					got[strings.TrimPrefix(e.Pos.String(), "content/articles/")]++
					n++
				}
			}
			for _, w := range want {
				if got[w] != 1 {
					t.Errorf("no fact at %s: %v", w, got)
				}
			}
			if n != len(want) {
				t.Errorf("got %d facts, want %d", n, len(want))
			}
		})
	}
}

// TestChartPlaces checks that an error in a chart's TOML has its place in the file, also if the block is indented or
// quoted.
func TestChartPlaces(t *testing.T) {
	const chart = "```chart\nkind = \"trend\"\n\nyaer = 2016\n```\n"
	quote := func(prefix string) string {
		return prefix + strings.TrimSuffix(strings.ReplaceAll(chart, "\n", "\n"+prefix), prefix)
	}
	for _, c := range []struct{ name, body, kind, year string }{
		{"at the margin", chart, "7:1", "9:1"},
		{"indented", quote("  "), "7:3", "9:3"},
		{"in a quotation", quote("> "), "7:3", "9:3"},
		{"in a list", "- a\n\n" + quote("  "), "9:3", "11:3"},
		{"in a list with tabs", "-\ta\n\n" + quote("\t"), "9:2", "11:2"},
	} {
		a, errs := load(t, front+c.body, content.Options{})
		if len(errs) > 0 {
			t.Fatal(c.name, errs)
		}
		n := 0
		for e := range a.Body.Embeds() {
			n++
			_, table := tomldoc.Parse(e.Pos, []byte(e.Args))
			if got := table.KeyPos("kind").String(); got != "content/articles/x.md:"+c.kind {
				t.Errorf("%s: kind is at %s, want %s", c.name, got, c.kind)
			}
			if got := table.KeyPos("yaer").String(); got != "content/articles/x.md:"+c.year {
				t.Errorf("%s: yaer is at %s, want %s", c.name, got, c.year)
			}
			if !e.Block {
				t.Errorf("%s: not a block", c.name)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d charts", c.name, n)
		}
	}
	a, _ := load(t, front+"```chart\n```\n", content.Options{})
	for e := range a.Body.Embeds() {
		if got := e.Pos.String(); got != "content/articles/x.md:7:1" {
			t.Errorf("an empty chart is at %s", got)
		}
	}
}

func TestLinkPlaces(t *testing.T) {
	a, errs := load(t, front+"Türkiye [a](b.md) and\n![c](d.png)", content.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var got []string
	for e := range a.Body.Embeds() {
		got = append(got, strings.TrimPrefix(e.Pos.String(), "content/articles/"))
	}
	if s := strings.Join(got, " "); s != "x.md:6:9 x.md:7:1" {
		t.Error(s)
	}
	if got := a.Pos.String(); got != "content/articles/x.md:2:9" {
		t.Errorf("the title is at %s", got)
	}
}
