package site

import (
	"encoding/json"

	"burdenshare/internal/asset"
	"burdenshare/internal/pages"
)

// exploring is the entry of the library with which charts are explored.
const exploring = "echarts.js"

// HasCharts reports whether the page has shown a chart so far.
func (f *frame) HasCharts() bool { return f.charts > 0 }

// Library returns the relative address of the library with which the charts of this page can be explored; "" when the
// page has shown none so far, or when the site is built without it.
func (f *frame) Library() string {
	if f.charts == 0 {
		return ""
	}
	return f.built(exploring)
}

// built returns the relative address of an entry, or "" when the site is built without it.
func (f place) built(entry string) string {
	path := f.Site.Assets.Path(entry)
	if path == "" {
		return ""
	}
	return f.Root + path
}

// Without returns the features that the site lacks because a JavaScript library is missing.
func (s *Site) Without() []string {
	var list []string
	for _, l := range asset.Libraries {
		if s.Assets.Path(l.Entry) == "" {
			list = append(list, l.Without)
		}
	}
	return list
}

// ExploreWords returns the messages of the script that makes charts interactive.
func (f place) ExploreWords() json.RawMessage {
	words := f.Site.Catalog.Under("explore")
	words["comma"], words["and"] = f.Site.Catalog.ListMarks()
	return pages.JSON(words)
}

// SearchPanel returns the relative address of what answers the search field; "" when the site is built without it, and
// the field leads to everything by name.
func (f place) SearchPanel() string { return f.built("search-panel.js") }
