package site

import (
	"burdenshare/internal/article"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
)

// Breadcrumbs returns the pages above this one, the home page first; none for the
// home page itself, and for one that is served at any address.
func (f *frame) Breadcrumbs() []pages.Breadcrumb {
	if f.Path == "" || f.Path == "404.html" {
		return nil
	}
	catalog := f.Site.Catalog
	list := []pages.Breadcrumb{{Name: catalog.Message("frame.home")}}
	for _, p := range f.Site.Places {
		if p.Path == f.Section && p.Path != f.Path {
			list = append(list, pages.Breadcrumb{Name: p.Name, Path: p.Path})
		}
	}
	if w := f.Written; w != nil && f.Of != "" {
		list = append(list, pages.Breadcrumb{Name: w.Headline, Path: w.URL})
	}
	return list
}

// BuiltFrom returns a sentence on how many figures and articles the site was built from. It does not depend on the
// clock: two builds of the same input have the same sentence.
func (s *Site) BuiltFrom() string {
	figures, releases, sources := 0, 0, 0
	for _, id := range s.Data.SourceIDs() {
		known := s.Today.Known(id)
		if len(known) > 0 {
			sources++
		}
		releases += len(known)
		for _, e := range known {
			figures += e.Len()
		}
	}
	say := s.Catalog.Message
	return say("foot.built", "n", figures, "releases", say("foot.releases", "n", releases),
		"sources", say("foot.sources", "n", sources))
}

// limitsPage is the standing page about what the guideline does not measure. It is linked beside every chart of
// distances.
const limitsPage = "limits"

// Limits returns that page; nil when no editor has written it.
func (s *Site) Limits() *article.Article {
	return lists.Find(s.Menu, func(a *article.Article) bool { return a.Path == limitsPage })
}

// galleryPage is the standing page that shows every kind of chart.
const galleryPage = "charts"

// A Place is an entry of the menu.
type Place struct{ Name, Path, Section string }

// makePlaces returns the menu.
func (s *Site) makePlaces() []Place {
	say := s.Catalog.Message
	list := []Place{{say("frame.members"), "members/", "members/"}, {say("frame.years"), "years/", "years/"}}
	if s.Comparable() {
		list = append(list, Place{say("frame.compare"), pages.ComparePath, pages.ComparePath})
	}
	if w := s.WhatIfs; w != nil {
		list = append(list, Place{say("frame.what_if"), w.Own.URL, pages.WhatIfSection})
	}
	if len(s.Claims) > 0 {
		list = append(list, Place{say("frame.claims"), article.ClaimsPath, article.ClaimsPath})
	}
	if a := lists.Find(s.Menu, func(a *article.Article) bool { return a.Path == galleryPage }); a != nil {
		list = append(list, Place{a.Headline, a.URL, a.URL})
	}
	return append(list, Place{say("frame.articles"), "articles/", "articles/"},
		Place{say("frame.data"), "data/", "data/"})
}

// Structured returns the page's structured data for search engines.
func (f *frame) Structured() []byte {
	return f.Site.export.Structured(f.Page, f.Breadcrumbs(), f.Card())
}
