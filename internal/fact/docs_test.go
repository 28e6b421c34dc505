package fact_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDocs checks every row of docs/facts.md.
func TestDocs(t *testing.T) {
	src, err := os.ReadFile("../../docs/facts.md")
	if err != nil {
		t.Fatal(err)
	}
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
		if _, got := try("2026-11-23", m[2], m[1]); (got == "") != (m[3] == "holds") {
			t.Errorf("[%s](fact:%s) is said to be one that %s: %s", m[1], m[2], m[3], got)
		}
	}
	if n < 60 {
		t.Errorf("only %d rows", n)
	}
}
