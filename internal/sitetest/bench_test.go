package sitetest

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkWhole reads a whole report and puts it together, and renders it with its pictures, of which none is kept.
func BenchmarkWhole(b *testing.B) {
	report := os.DirFS(filepath.Join(Repo, "testdata", "report"))
	from, built, errs := assemble(Repo, report, "2026-11-28")
	if errs.Failed() {
		b.Fatal(errs)
	}
	b.Run("assemble", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			assemble(Repo, report, "2026-11-28")
		}
	})
	b.Run("render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			built.Render(from.Templates)
		}
	})
}
