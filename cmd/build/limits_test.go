package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"burdenshare/internal/golden"
)

// A large report is made of these numbers. docs/limits.md says what was tried.
type large struct {
	members, years, measures, releases, articles, facts, bytes int
}

// root returns a report of that size. Figures come and go by the size of a multiplication table.
func (l large) root() fstest.MapFS {
	root := fstest.MapFS{}
	put := func(name, text string) { root[name] = &fstest.MapFile{Data: []byte(text)} }
	put("config.toml", string(baseFiles()["config.toml"].Data))
	measures := []string{"[oda]\nname = \"Aid\"\nunit = \"percent\"\n"}
	for m := range l.measures {
		measures = append(measures, fmt.Sprintf("[m%d]\nname = \"Measure %d\"\nunit = \"percent\"\n", m, m))
	}
	members := []string{"code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n"}
	for m := range l.members {
		members = append(members, fmt.Sprintf("%s,,Member %s,member,1900-01-01,Region %d,,,\n", code(m), code(m), m%5))
	}
	put("data/measures.toml", strings.Join(measures, ""))
	put("data/members.csv", strings.Join(members, ""))
	put("data/guidelines.toml", "[un]\nname = \"0.7%\"\nmeasure = \"oda\"\nat_least = 0.7\nadopted = 1970-10-24\n")
	source := "name = \"DAC\"\npublisher = \"DAC\"\ndefinition = \"d\"\nlicense = \"l\"\nurl = \"https://example.org/\"\nredistribute = true\n"
	for r := range l.releases {
		day := time.Date(2021, 1, 1+r, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		source += fmt.Sprintf("\n[[release]]\ndate = %s\ntitle = \"Release %d\"\nurl = \"https://example.org/%d\"\n", day, r, r)
		var rows strings.Builder
		rows.WriteString("member,year,measure,value,status\n")
		for m := range l.members {
			for y := range l.years {
				at := fmt.Sprintf("%s,%d", code(m), 2020-y)
				fmt.Fprintf(&rows, "%s,oda,%.2f,actual\n", at, float64((m*7+y*3+r)%200)/100)
				for i := range l.measures {
					fmt.Fprintf(&rows, "%s,m%d,%d,actual\n", at, i, (m+y+i)%100)
				}
			}
		}
		put("data/dac/"+day+".csv", rows.String())
	}
	put("data/dac/source.toml", source)
	for a := range l.articles {
		text := strings.Repeat("It was [](fact:AAAA/2020).\n\n", l.facts) + strings.Repeat("Words that go on. ", l.bytes/18)
		put(fmt.Sprintf("content/articles/2025-06-01-article-%d.md", a),
			fmt.Sprintf("+++\ntitle = \"Article %d\"\ndate = 2025-06-01\nsummary = \"S\"\n+++\n\n%s\n", a, text))
	}
	return root
}

// code returns a name of four letters for a member.
func code(n int) string {
	s := ""
	for range 4 {
		s, n = string(rune('A'+n%26))+s, n/26
	}
	return s
}

// TestLimits builds reports of every size that docs/limits.md names, with LONG=1 in the environment, and else small
// ones of the same kind.
func TestLimits(t *testing.T) {
	doc := golden.Read(t, "../../docs/limits.md")
	for _, c := range []struct {
		said        string // in docs/limits.md
		long, usual large
	}{
		{"10,000 facts in an article", large{2, 2, 0, 1, 1, 10_000, 0}, large{2, 2, 0, 1, 1, 1000, 0}},
		{"an article of 10 MB", large{2, 2, 0, 1, 1, 1, 10_000_000}, large{2, 2, 0, 1, 1, 1, 1_000_000}},
		{"10,000 articles", large{3, 3, 0, 1, 10_000, 1, 4000}, large{3, 3, 0, 1, 100, 1, 4000}},
		{"a release of a million rows", large{100, 50, 199, 1, 1, 1, 0}, large{10, 20, 49, 1, 1, 1, 0}},
		{"1,000 members", large{1000, 5, 0, 2, 1, 1, 0}, large{60, 5, 0, 2, 1, 1, 0}},
		{"120 years", large{5, 120, 0, 2, 1, 1, 0}, large{2, 120, 0, 1, 1, 1, 0}},
		{"1,000 releases of a source", large{3, 3, 0, 1000, 1, 1, 0}, large{2, 2, 0, 100, 1, 1, 0}},
	} {
		if !strings.Contains(string(doc), "| "+c.said+" |") {
			t.Errorf("docs/limits.md does not say %q", c.said)
		}
		size := c.usual
		if os.Getenv("LONG") != "" {
			size = c.long
		} else if testing.Short() {
			continue
		}
		started := time.Now()
		files, problems := buildEdited(t, size.root(), "-check")
		if problems != "" || len(files) == 0 || files["articles/article-0/index.html"] == nil {
			t.Errorf("%s: %d files, %.500s", c.said, len(files), problems)
		}
		t.Logf("%s: %d files in %v", c.said, len(files), time.Since(started).Round(10*time.Millisecond))
	}
}

// TestBeyondLimits goes beyond what a report may have: each is an error at its place, which docs/limits.md names. Files
// that are too large are in TestStrangeFiles, pictures and names among the mistakes of editors.
func TestBeyondLimits(t *testing.T) {
	for _, c := range []struct {
		name string
		root func() fstest.MapFS
		want string
	}{
		{"members", func() fstest.MapFS { return large{32_768, 0, 0, 1, 0, 0, 0}.root() }, "data/members.csv: 32768 members and aggregates\n\thint: a report has at most 32767\n"},
		{"measures", func() fstest.MapFS { return large{1, 0, 32_768, 1, 0, 0, 0}.root() }, "data/measures.toml: 32769 measures\n\thint: a report has at most 32767\n"},
		{"years", func() fstest.MapFS { return large{2, 122, 0, 1, 0, 0, 0}.root() }, "data/dac/2021-01-01.csv:123:6: \"1899\" is not a year of this release\n\thint: a year is a number from 1900 to 2031\n"},
	} {
		if _, problems := buildEdited(t, c.root(), "-check"); !strings.Contains(problems, c.want) {
			t.Errorf("%s: %.500s", c.name, problems)
		}
	}
}

// TestLargeArticles builds articles larger than any that was ever written. The base's DNK 2018 has been revised since,
// so every fact carries a remark.
func TestLargeArticles(t *testing.T) {
	for name, text := range map[string]string{
		"a thousand facts":         strings.Repeat("Denmark gave [0.72%](fact:DNK/2018).\n", 1000),
		"quotations in each other": strings.Repeat("> ", 600) + "Denmark gave [0.72%](fact:DNK/2018).\n",
	} {
		root := edited(map[string]string{article: front + text})
		if files, problems := buildEdited(t, root); problems != "" || files["articles/trees/index.html"] == nil {
			t.Errorf("%s: %.500s", name, problems)
		}
	}
}
