package pages

import (
	"slices"
	"testing"

	"burdenshare/internal/chart"
)

// TestLeads holds that no two charts of a page have the same sentence under them.
func TestLeads(t *testing.T) {
	for _, c := range []struct {
		summaries [][]string
		want      []string
	}{
		{[][]string{{"a", "b"}, {"c"}}, []string{"a", "c"}},
		{[][]string{{"a", "b", "of regions"}, {"a", "b"}}, []string{"of regions", "a"}},
		{[][]string{{"a", "b"}, {"a", "b", "of money"}}, []string{"a", "of money"}},
		{[][]string{{"a"}, {"a"}, {"a", "own"}}, []string{"a", "", "own"}},
		{[][]string{{"a", "x"}, {"a", "y"}, {"a", "z"}}, []string{"x", "y", "a"}},
		{[][]string{{}, {"a"}}, []string{"", "a"}},
	} {
		var charts []*chart.Chart
		for _, s := range c.summaries {
			charts = append(charts, &chart.Chart{Summary: s})
		}
		leads := leadsOf(charts)
		var got []string
		for _, c := range charts {
			got = append(got, leads[c])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.summaries, got, c.want)
		}
	}
}
