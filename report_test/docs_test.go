package report_test

import (
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/chart/kind"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// TestDocs checks every row of docs/facts.md, whose examples are of this report, as known on a day.
func TestDocs(t *testing.T) {
	src := golden.Read(t, "../docs/facts.md")
	check := checker(t)
	row := regexp.MustCompile(`^\| \[([^\]]*)\]\(fact:([^)]*)\) \| (holds|disagrees) \|`)
	n := 0
	for line := range strings.Lines(string(src)) {
		m := row.FindStringSubmatch(line)
		if m == nil {
			if strings.Contains(line, "](fact:") && strings.HasPrefix(line, "|") {
				t.Errorf("a row without a verdict: %s", line)
			}
			continue
		}
		n++
		if got := check(fact.Claim{Ref: m[2], Words: m[1]}); (got == nil) != (m[3] == "holds") {
			t.Errorf("[%s](fact:%s) is said to be one that %s: %v", m[1], m[2], m[3], got)
		}
	}
	if n < 60 {
		t.Errorf("only %d rows", n)
	}
}

// TestEverythingIsInGuide finds a derived measure, a comparison or a kind of chart that the guides do not show.
func TestEverythingIsInGuide(t *testing.T) {
	has := func(file, words string) {
		if !regexp.MustCompile(words).Match(golden.Read(t, path.Join(repo, file))) {
			t.Errorf("%s has no %s: add an example", file, words)
		}
	}
	for _, d := range dataset.Derivations {
		has("docs/facts.md", "/"+d.Name+`[/?)]`)
	}
	for _, name := range dataset.Comparisons {
		has("docs/facts.md", "/"+name+`[?)]`)
	}
	for _, name := range kind.All.Names() {
		has("docs/editors.md", "`"+name+"`")
		has("content/pages/charts.md", "kind = \""+name+"\"")
	}
}

// checker returns what checks a claim against the figures of the report as known on 23 November 2026.
func checker(t *testing.T) func(fact.Claim) error {
	t.Helper()
	root := os.DirFS(repo)
	cfg, errs := config.Load(root)
	data, more := dataset.Load(root)
	lex, wrong := lexicon.Load(templates.FS, "en")
	if errs = append(append(errs, more...), wrong...); errs.Failed() {
		t.Fatal(errs)
	}
	day := civil.MustParse("2026-11-23")
	c := &fact.Checker{Data: data, Today: day, Lexicon: lex, Terms: cfg.Terms}
	return func(claim fact.Claim) error {
		if _, err := c.Check(data.AsOf(day), claim); err != nil {
			return err
		}
		return nil
	}
}
