package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

// TestCrawl builds a report for every kind of place that it can be published at, serves it there as GitHub Pages does,
// and follows everything that leads anywhere.
func TestCrawl(t *testing.T) {
	root := t.TempDir()
	golden.OK(t, os.CopyFS(root, baseFiles()))
	for name, data := range map[string]string{
		"index.md":  "+++\ntitle = \"A plan\"\ndate = 2020-05-01\nsummary = \"With a file.\"\n+++\n\n![A plan](plan.svg) and [a file](notes.txt), as [methods](../../pages/methods.md#what-counts) say.\n",
		"plan.svg":  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2" width="3" height="2"/>`,
		"notes.txt": "x",
	} {
		golden.Write(t, filepath.Join(root, "content", "articles", "2020-05-01-plan", name), data)
	}
	for _, place := range []struct{ name, base string }{
		{"user page", "https://someone.github.io/"},
		{"project page", "https://someone.github.io/repo/"},
		{"deep in a domain", "http://example.org/a/b%20c/"},
		{"custom domain", "https://burden.example.org"},
	} {
		t.Run(place.name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "site")
			if said, ok := kept.Silently("-root", root, "-out", out, "-strict", "-base-url", place.base); !ok {
				t.Fatal(said)
			}
			sitetest.CheckLinks(t, &sitetest.Site{Base: strings.TrimSuffix(place.base, "/") + "/", Files: golden.Files(out)})
		})
	}
}
