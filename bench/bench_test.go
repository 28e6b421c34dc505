package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
)

// TestGenerate checks that the generated report is valid and always the same, and that the bare loop and Hugo have
// the same articles.
func TestGenerate(t *testing.T) {
	for _, w := range []workload{{40, false}, {40, true}} {
		t.Run(w.String(), func(t *testing.T) {
			root, again, hugo, out := t.TempDir(), t.TempDir(), t.TempDir(), t.TempDir()
			for dir, generate := range map[string]func(string){root: w.generate, again: w.generate, hugo: w.generateHugo} {
				generate(dir)
			}
			articles := golden.Files(filepath.Join(root, "content", "articles"))
			for name, text := range golden.Files(filepath.Join(again, "content", "articles")) {
				if !bytes.Equal(articles[name], text) {
					t.Errorf("%s is not the same again", name)
				}
			}
			for name, text := range golden.Files(filepath.Join(hugo, "content", "articles")) {
				_, body, _ := bytes.Cut(text, []byte("\n+++\n"))
				if !bytes.HasSuffix(articles[name], body) {
					t.Errorf("Hugo has another %s", name)
				}
			}
			for name, text := range articles {
				if n := len(bytes.Fields(text)); n < 500 || n > 700 {
					t.Errorf("%s has %d words", name, n)
				}
				if links := bytes.Count(text, []byte(".md)")); links != 10 {
					t.Errorf("%s has %d links to others", name, links)
				}
				if facts := bytes.Count(text, []byte("](fact:")); w.facts != (facts == 3) {
					t.Errorf("%s has %d facts", name, facts)
				}
			}
			floor(root, out)
			if pages := golden.Files(out); len(pages) != w.articles || len(articles) != w.articles {
				t.Errorf("%d articles, %d pages of the bare loop", len(articles), len(pages))
			}
			if said, ok := build.Silently("-root", root, "-check", "-strict"); !ok || said != "" {
				t.Error(said)
			}
		})
	}
}

// TestHugo builds Hugo's site where there is one: all articles are at the addresses that the report's have.
func TestHugo(t *testing.T) {
	hugo, err := exec.LookPath("hugo")
	if err != nil {
		t.Skip(err)
	}
	w, site := workload{articles: 40}, t.TempDir()
	w.generateHugo(site)
	if out, err := exec.Command(hugo, "--source", site, "--noBuildLock").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	public := filepath.Join(site, "public")
	for i := range w.articles {
		name := fmt.Sprintf("articles/article-%d/index.html", i)
		if page, err := os.ReadFile(filepath.Join(public, name)); err != nil || !strings.Contains(string(page), "Part three") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
