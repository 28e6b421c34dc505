package site

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"

	"burdenshare/internal/article"
	"burdenshare/internal/asset"
	"burdenshare/internal/chart"
	"burdenshare/internal/export"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// Export returns the export of a chart on the page, or nil if it has none.
func (v chartView) Export() *export.ChartExport { return v.Site.export.ExportOf(v.Chart) }

// Thumbnail returns the relative address of a drawing of the first chart of an article; "" for an article without one.
func (f *frame) Thumbnail(a *article.Article) string {
	drawn := chart.Drawn(a.Charts)
	if len(drawn) == 0 {
		return ""
	}
	return f.URL(f.Site.export.ExportOf(drawn[0]).File("svg"))
}

// counted are the kinds of chart that count the members that meet the guideline.
var counted = []string{"distance", "map", "meeting"}

// Notes returns the notes of a chart's figures, and of the counts that it shows.
func (v chartView) Notes() []report.NoteLine { return v.Site.chartNotes(v.Chart) }

func (s *Site) chartNotes(c *chart.Chart) []report.NoteLine {
	var list []report.NoteLine
	years := map[int]bool{}
	if slices.Contains(counted, c.Kind) && c.Guideline != nil {
		for _, f := range c.Figures() {
			years[f.Year] = true
		}
	}
	for _, y := range slices.Sorted(maps.Keys(years)) {
		for _, text := range s.CountNotes(c.Edition.Tally(c.Guideline, y)) {
			if len(years) > 1 {
				text = s.Catalog.Message("note.in_year", "year", y, "text", text)
			}
			list = append(list, report.NoteLine{Path: cmp.Or(s.YearURL(y), "years/"), Text: text})
		}
	}
	return append(s.NoteLines(c.Figures()), append(list, s.NotDrawn(c)...)...)
}

// noteTexts returns the notes of a chart without markup.
func (s *Site) noteTexts(c *chart.Chart) []string {
	return lists.Each(s.chartNotes(c), func(l report.NoteLine) string { return l.Text })
}

// Frames returns the path of what the chart shows at other times, "" for one that has nothing to explore.
func (v chartView) Frames() string {
	t := v.Export()
	if t == nil || v.Site.Assets.Path(exploring) == "" {
		return ""
	}
	return v.Site.export.FramesFile(t)
}

// Wider returns the path of what the chart would show of all members, "" where it has no others to choose.
func (v chartView) Wider() string { return v.Site.export.WiderFile(v.Export()) }

// exploring is the entry of the library with which charts are explored.
const exploring = "echarts.js"

// HasCharts reports whether the page has shown a chart so far.
func (f *frame) HasCharts() bool { return f.charts > 0 }

// Without returns the features that the site lacks because a JavaScript library is missing.
func (s *Site) Without() []string {
	lacking := lists.Filter(asset.Libraries, func(l asset.Library) bool { return s.Assets.Path(l.Entry) == "" })
	return lists.Each(lacking, func(l asset.Library) string { return l.Without })
}

// ExploreWords returns the messages of the script that makes charts interactive.
func (f place) ExploreWords() json.RawMessage {
	words := f.Site.Catalog.Under("explore")
	words["comma"], words["and"] = f.Site.Catalog.ListMarks()
	return pages.JSON(words)
}
