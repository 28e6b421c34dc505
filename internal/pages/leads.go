package pages

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/lists"
)

// leadsOf returns the sentence under each of the charts on a page, which are in its order, so that no two say the same:
// where some begin alike the last of them says it, and the others their first sentence that no other chart has. One
// without such a sentence says what they share, if none before it does.
func leadsOf(charts []*chart.Chart) map[*chart.Chart]string {
	leads := map[*chart.Chart]string{}
	for i, c := range charts {
		if len(c.Summary) == 0 {
			continue
		}
		first := c.Summary[0]
		begins := func(o *chart.Chart) bool { return len(o.Summary) > 0 && o.Summary[0] == first }
		own := lists.Filter(c.Summary, func(s string) bool {
			also := func(o *chart.Chart) bool { return o != c && slices.Contains(o.Summary, s) }
			return !slices.ContainsFunc(charts, also)
		})
		switch said := slices.ContainsFunc(charts[:i], func(o *chart.Chart) bool { return leads[o] == first }); {
		case len(own) > 0 && (said || slices.ContainsFunc(charts[i+1:], begins)):
			leads[c] = own[0]
		case !said:
			leads[c] = first
		}
	}
	return leads
}
