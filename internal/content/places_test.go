package content_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/golden"
	"burdenshare/internal/tomldoc"
)

// TestPlaces holds that every fact, link and image is found at the opening bracket of its words, wherever it is. A line
// is an article or its text; ♢ stands for a fact.
func TestPlaces(t *testing.T) {
	golden.CheckLines(t, "places.txt", func(line string) string {
		a, errs := loadLine(t, strings.ReplaceAll(line, "♢", "[2](fact:a/1)"))
		said := []string{errs.Error()}
		for _, part := range []content.Text{a.Title, a.Summary, a.Body} {
			for e := range part.Embeds() {
				said = append(said, fmt.Sprintf("%d:%d %s", e.Pos.Line, e.Pos.Col, e.Args))
			}
		}
		return strings.TrimPrefix(strings.Join(said, "\n"), "\n")
	})
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
