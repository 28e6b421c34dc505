package site

import (
	"slices"

	"burdenshare/internal/content"
	"burdenshare/internal/links"
	"burdenshare/internal/report"
)

// known is everything that links can lead to, or fail to.
func (s *Site) known(c *content.Content) links.Known {
	k := links.Known{Held: s.held, LeftOut: s.LeftOut, Files: c.Assets, Pages: []string{"/", "members/", "years/", "articles/", "404.html", "manifest.json", "data/figures.csv", packageFile,
		"data/members.csv", "data/measures.csv", "feed.xml", "feed.json", "sitemap.xml", "robots.txt", "site.webmanifest", "search.json", indexPath}}
	for _, a := range slices.Concat(s.Articles, s.Menu) {
		k.Texts = append(k.Texts, a.Article)
	}
	if s.Checker != nil {
		for _, said := range c.Claims {
			if !said.Date.After(s.AsOf) {
				k.Claims = append(k.Claims, said.ID)
			}
		}
	}
	for _, m := range s.members {
		k.Pages = append(k.Pages, m.URL)
	}
	for key := range s.series {
		k.Pages = append(k.Pages, report.RecordURL(key.member))
	}
	for _, y := range s.InYears {
		k.Pages = append(k.Pages, s.YearURL(y))
	}
	if s.whatIfs != nil {
		for _, m := range s.whatIfs.Marks {
			k.Pages = append(k.Pages, m.URL)
		}
	}
	for _, e := range s.Today.Editions() {
		if e.Source.Redistribute && !e.Release.Date.After(s.AsOf) {
			k.Pages = append(k.Pages, e.Release.File)
		}
	}
	return k
}
