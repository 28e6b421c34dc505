package main

import (
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
)

// TestWrongStatements builds each statement of testdata/wrong.txtar into an article over a whole report.
func TestWrongStatements(t *testing.T) {
	figures := golden.FS(whole)
	maps.DeleteFunc(figures, func(name string, _ *fstest.MapFile) bool { return strings.HasPrefix(name, "content/") })
	golden.CheckCases(t, "wrong.txtar", func(c golden.Case) string {
		src := "+++\ntitle = \"Wrong\"\ndate = 2026-08-01\nsummary = \"Not so.\"\n+++\n\n" + c.Part("text")
		report := golden.With(figures, map[string]string{"content/articles/wrong.md": src})
		_, errs := kept.Files(report, "-root", whole, "-as-of", "2026-08-01")
		return said(errs)
	})
}
