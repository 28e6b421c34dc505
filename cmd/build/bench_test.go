package main

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"burdenshare/internal/command/build"
)

const benchArticles = 1000

// benchRoot writes the base report with a thousand plain articles of about
// 550 words.
func benchRoot(b *testing.B) string {
	return articlesRoot(b, benchArticles, "https://example.com/x", "word")
}

// articlesRoot writes the base report with n articles, each with ten links
// to a destination. The words of such a link are those given, or one of
// the text for "word".
func articlesRoot(b *testing.B, n int, dest, linked string) string {
	b.Helper()
	root := b.TempDir()
	if err := overlay(root, os.DirFS(filepath.Join("testdata", "base"))); err != nil {
		b.Fatal(err)
	}
	words := strings.Fields("the members of an alliance agree on a mark and every year sources publish figures revise them and contradict each other so that ministers journalists and readers argue from numbers which nobody can trace")
	rnd := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		var text strings.Builder
		fmt.Fprintf(&text, "+++\ntitle = \"Article %d\"\ndate = 2019-%02d-%02d\nsummary = \"About the figures of a year, number %d.\"\n+++\n", i, 7+i%6, 2+i%27, i)
		for p := range 8 {
			if p%3 == 0 {
				fmt.Fprintf(&text, "\n## Part %d\n", p)
			}
			text.WriteByte('\n')
			for w := range 69 {
				word := words[rnd.IntN(len(words))]
				switch {
				case w%23 == 7:
					word = "*" + word + "*"
				case w == 11 || w == 34 && p < 2: // ten in all
					if linked != "word" {
						word = linked
					}
					word = "[" + word + "](" + dest + ")"
				case w%23 == 22:
					word += ".\n"
				}
				text.WriteString(word + " ")
			}
			text.WriteByte('\n')
		}
		name := filepath.Join(root, "content", "articles", fmt.Sprintf("article-%d.md", i))
		if err := os.WriteFile(name, []byte(text.String()), 0o666); err != nil {
			b.Fatal(err)
		}
	}
	return root
}

// BenchmarkBuild builds the thousand articles with everything that a report
// has around them.
func BenchmarkBuild(b *testing.B) {
	root := benchRoot(b)
	for b.Loop() {
		if build.Run([]string{"-root", root, "-quiet", "-as-of", "2020-06-01"}, io.Discard, os.Stderr) != 0 {
			b.Fatal("the build failed")
		}
	}
}

// BenchmarkBareLoop does the least that any generator must: read, convert,
// put into a template, write. Compare BenchmarkBuild of the same run.
func BenchmarkBareLoop(b *testing.B) {
	root := benchRoot(b)
	names, err := filepath.Glob(filepath.Join(root, "content", "articles", "article-*.md"))
	if err != nil {
		b.Fatal(err)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer))
	page := template.Must(template.New("").Parse("<!doctype html><html lang=\"en\"><head><title>{{.Title}}</title></head><body><h1>{{.Title}}</h1>{{.Body}}</body></html>"))
	for b.Loop() {
		for _, name := range names {
			src, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			_, src, _ = bytes.Cut(src[4:], []byte("+++\n"))
			var body, out bytes.Buffer
			if err := md.Convert(src, &body); err != nil {
				b.Fatal(err)
			}
			if err := page.Execute(&out, map[string]any{"Title": name, "Body": template.HTML(body.String())}); err != nil {
				b.Fatal(err)
			}
			dir := filepath.Join(root, "bare", strings.TrimSuffix(filepath.Base(name), ".md"))
			if err := os.MkdirAll(dir, 0o777); err != nil {
				b.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "index.html"), out.Bytes(), 0o666); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkRealSite builds this repository's own report.
func BenchmarkRealSite(b *testing.B) {
	out := filepath.Join(b.TempDir(), "site")
	for b.Loop() {
		if build.Run([]string{"-root", repo, "-out", out, "-quiet"}, io.Discard, os.Stderr) != 0 {
			b.Fatal("the build failed")
		}
	}
}

// BenchmarkFacts builds ten thousand articles with ten links each, and the
// same with ten facts or counts, asked as of half a year's days. Testing prose
// is to add less than a quarter.
func BenchmarkFacts(b *testing.B) {
	for _, c := range []struct{ name, dest, words string }{
		{"links", "https://example.com/x", "0.44%"},
		{"facts", "fact:FRA/2018?source=bank", "0.44%"},
		{"counts", "fact:donors/2018/meeting?released=2019-04-10", "three"},
	} {
		b.Run(c.name, func(b *testing.B) {
			root := articlesRoot(b, 10_000, c.dest, c.words)
			for b.Loop() {
				if build.Run([]string{"-root", root, "-quiet", "-check", "-as-of", "2020-06-01"}, io.Discard, os.Stderr) != 0 {
					b.Fatal("the build failed")
				}
			}
		})
	}
}
