package sitetest

import (
	"os"
	"path/filepath"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/kind"
	"burdenshare/internal/site"
)

// BenchmarkWhole loads and assembles a whole report, and renders it with its pictures, without a cache.
func BenchmarkWhole(b *testing.B) {
	report := os.DirFS(filepath.Join(Repo, "testdata", "report"))
	from, built, errs := assemble(Repo, report, site.Options{AsOf: late})
	if errs.Failed() {
		b.Fatal(errs)
	}
	b.Run("assemble", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			assemble(Repo, report, site.Options{AsOf: late})
		}
	})
	b.Run("render", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			built.Render(from.Templates, site.Means{})
		}
	})
}

// BenchmarkCharts lays out and writes all charts of this report, each once and in both widths.
func BenchmarkCharts(b *testing.B) {
	_, built, errs := assemble(Repo, os.DirFS(Repo), site.Options{AsOf: late})
	if errs.Failed() {
		b.Fatal(errs)
	}
	forms, seen := map[string]chart.Form{}, map[string]bool{}
	for _, k := range kind.All {
		forms[k.Name] = k.Form
	}
	var charts []*chart.Chart
	for _, p := range built.Pages {
		for _, c := range p.View.Charts() {
			if name := string(c.Fingerprint()) + c.ID; !seen[name] {
				seen[name] = true
				charts = append(charts, c)
			}
		}
	}
	b.ReportMetric(float64(len(charts)), "charts")
	for b.Loop() {
		for _, c := range charts {
			c.SVG(forms[c.Kind].Layout(c.Model, chart.Wide))
			c.SVG(forms[c.Kind].Layout(c.Model, chart.Narrow))
		}
	}
}
