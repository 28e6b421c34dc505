package export

import (
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// TestTakeaway holds that one chart has one address on however many pages it
// stands, and that two charts never share one.
func TestTakeaway(t *testing.T) {
	s := &Export{Report: &report.Report{Inputs: report.Inputs{Config: &config.Config{}, Data: &dataset.Dataset{}}}, exports: map[*chart.Chart]*ChartExport{}}
	e := &dataset.Edition{Source: &dataset.Source{Name: "DAC"}, Release: &dataset.Release{Date: civil.MustParse("2020-04-16")}}
	byName := map[string][]*ChartExport{}
	page := func(id, drawing, caption, of string) *ChartExport {
		c := &chart.Chart{ID: id, Title: "T", Caption: caption, Edition: e, Model: modelOf(drawing), Form: form.Rows{}}
		return s.chartExportOf(byName, c, &pages.Page{Of: of})
	}
	first := page("distance-2016", "a", "", "")
	for _, again := range []*ChartExport{page("distance-2016", "a", "", ""), page("distance-2016--2", "a", "", ""), page("distance-2016", "a", "Redrawn.", "articles/x/")} {
		if again != first {
			t.Errorf("the same chart is at %s and %s", first.URL(), again.URL())
		}
	}
	other := page("distance-2016", "b", "Redrawn.", "articles/x/")
	if other == first || other.Name == first.Name || other.Caption != "" {
		t.Errorf("another drawing is at %s, with the caption %q", other.URL(), other.Caption)
	}
	if table := (&ChartExport{Chart: &chart.Chart{}, Name: "table-2016"}); table.File("csv") != "tables/table-2016/table-2016.csv" {
		t.Errorf("a table's file is %s", table.File("csv"))
	}
	titled := &chart.Chart{ID: "distance-2016", Title: "A headline", Edition: e, Model: modelOf("A headline")}
	redrawn := &chart.Chart{ID: "distance-2016", Title: "A headline", Edition: e, Model: modelOf("A headline, redrawn")}
	if a, b := s.chartExportOf(byName, titled, &pages.Page{}), s.chartExportOf(map[string][]*ChartExport{"distance-2016": {first}}, redrawn, &pages.Page{}); a.Name == first.Name || a.Name != b.Name {
		t.Errorf("with another headline it is at %s, and at %s once the drawing is another", a.URL(), b.URL())
	}
	if len(s.charts) != 4 || first.File("csv") != "charts/distance-2016/distance-2016.csv" {
		t.Errorf("%d charts, the first at %s", len(s.charts), first.File("csv"))
	}
}

// modelOf is a model that says something else for every text.
func modelOf(text string) *chart.Model {
	return &chart.Model{Marks: []*chart.Mark{{Member: text, Label: text}}}
}
