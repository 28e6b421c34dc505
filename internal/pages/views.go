// Package pages makes the views of a report's pages.
//
// Its input is the report and its articles; its output is Pages, each with its address, its template and the view that
// the template shows. Each page type has its view in a file of its own. The package does not know templates or HTML.
package pages

import (
	"maps"
	"slices"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// Views are the views of pages about figures.
type Views struct {
	Members map[string]*Member // by code
	Groups  []*Member          // of members, the whole first
	Years   []*Year            // newest first
	WhatIfs *WhatIf            // nil when there is nothing to ask about
	Compare *Compare           // nil when there are no two members to compare
	Entries []Entry            // everything that has a name

	rep        *report.Report
	series     map[seriesKey][]*dataset.Figure // known by the report's day, newest release first
	memberDays map[string]civil.Date           // of the newest release with a figure of a member, whatever its source
	yearDays   map[int]civil.Date              // and of a year, of the report's own source and measure
}

// A maker makes views.
type maker struct {
	*report.Report
	*article.Set
	*Views
	sizes    map[string]int // of files for download, by path
	drafts   bool
	editions []sourceView // all sources with their editions
	tags     []*Tag
	pages    []*Page
	charts   int
}

// New makes the views of members and years as far as figures alone make them.
func New(rep *report.Report) (*Views, diag.List) {
	var errs diag.List
	v := &Views{rep: rep}
	if rep.Unsure() {
		return v, errs
	}
	s := &maker{Report: rep, Views: v}
	s.makeSeries()
	s.makeYears()
	s.makeMembers(&errs)
	s.makeGroups()
	v.WhatIfs = s.whatIf()
	return v, errs
}

// Addresses returns the addresses of the pages that are made from figures.
func (v *Views) Addresses() []string {
	members := slices.Concat(v.Groups, slices.Collect(maps.Values(v.Members)))
	paths := lists.Each(members, func(m *Member) string { return m.URL })
	for key := range v.series {
		paths = append(paths, report.RecordURL(key.member))
	}
	paths = append(paths, lists.Each(v.rep.InYears, v.rep.YearURL)...)
	if v.WhatIfs != nil {
		paths = append(paths, lists.Each(v.WhatIfs.Marks, func(m *Mark) string { return m.URL })...)
	}
	if v.Comparable() {
		paths = append(paths, ComparePath)
	}
	return paths
}

// Sources returns all sources that had released something by the report's day.
func (v *Views) Sources() []sourceView { return (&maker{Report: v.rep, Views: v}).sources() }

// Make makes every page, and returns how many charts they show besides those of articles. sizes are those of the files
// for download.
func (v *Views) Make(set *article.Set, tags []*Tag, sizes map[string]int, drafts bool) (list []*Page, charts int) {
	s := &maker{Report: v.rep, Set: set, Views: v, tags: tags, sizes: sizes, drafts: drafts}
	s.editions = s.sources()
	s.makePages()
	return s.pages, s.charts
}
