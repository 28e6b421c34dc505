package report_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/report"
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
	c := &fact.Checker{Data: data, Today: day, Lexicon: lex, Terms: report.Terms(cfg)}
	return func(claim fact.Claim) error {
		if _, err := c.Check(data.AsOf(day), claim); err != nil {
			return err
		}
		return nil
	}
}
