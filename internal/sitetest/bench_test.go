package sitetest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/golden"
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
	_, charts := ownCharts(b)
	for b.Loop() {
		for _, c := range charts {
			c.SVG(c.Wide())
			c.SVG(c.Narrow())
		}
	}
	b.ReportMetric(float64(len(charts)), "charts")
}

// BenchmarkFrames makes the frames of all charts of this report, once for each family.
func BenchmarkFrames(b *testing.B) {
	built, charts := ownCharts(b)
	families, size := map[string]*chart.Chart{}, 0
	for _, c := range charts {
		if c.Explorable(built.Today) {
			families[c.Family()] = c
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		size = 0
		for _, c := range families {
			raw, err := json.Marshal(c.Frames(built.Today, func(*chart.Chart) []string { return nil }, (*chart.Chart).Family))
			golden.OK(b, err)
			size += len(raw)
		}
	}
	b.ReportMetric(float64(len(families)), "families")
	b.ReportMetric(float64(size), "bytes")
}

// ownCharts returns the charts of this report that are drawn, each once.
func ownCharts(b *testing.B) (*site.Site, []*chart.Chart) {
	b.Helper()
	_, built, errs := assemble(Repo, os.DirFS(Repo), site.Options{AsOf: late})
	if errs.Failed() {
		b.Fatal(errs)
	}
	seen := map[string]bool{}
	var charts []*chart.Chart
	for _, p := range built.Pages {
		for _, c := range p.Charts {
			if name := string(c.Fingerprint()) + c.ID; c.Form != nil && !seen[name] {
				seen[name] = true
				charts = append(charts, c)
			}
		}
	}
	return built, charts
}
