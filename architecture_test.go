package burdenshare

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// inMap finds what ARCHITECTURE.md puts in backquotes.
var inMap = regexp.MustCompile("`([^`\n]+)`")

// TestArchitecture checks that the map names every package, that each file it
// names is there, and that it stays short enough to be read.
func TestArchitecture(t *testing.T) {
	text := golden.Read(t, "ARCHITECTURE.md")
	if n := strings.Count(string(text), "\n"); n > 200 {
		t.Errorf("ARCHITECTURE.md has %d lines, over 200", n)
	}
	layout, rest, _ := strings.Cut(string(text), "## How a figure travels")
	named := map[string]bool{}
	for _, m := range inMap.FindAllStringSubmatch(layout, -1) {
		named[m[1]] = true
	}
	dirs, err := filepath.Glob("internal/*")
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		if !named[path.Base(filepath.ToSlash(dir))] {
			t.Errorf("the layout does not name %s", dir)
		}
	}
	for _, m := range inMap.FindAllStringSubmatch(rest, -1) {
		name := m[1]
		if !strings.Contains(name, "/") || strings.ContainsAny(name, " <*…[{") || strings.HasPrefix(name, "/") || strings.HasPrefix(name, ".") {
			continue // not a file that is there
		}
		if first, _, _ := strings.Cut(name, "/"); first == "internal" || first == "templates" || first == "docs" || first == "cmd" {
			if _, err := os.Stat(name); err != nil {
				t.Errorf("%s is not there: %v", name, err)
			}
		}
	}
}
