package site

import (
	"slices"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/content"
	"burdenshare/internal/links"
	"burdenshare/internal/pages"
)

// known is everything that links can lead to, or fail to.
func (s *Site) known(c *content.Content, chosen article.Selection) links.Known {
	k := links.Known{Withheld: chosen.Withheld, LeftOut: chosen.LeftOut, Files: c.Assets, Texts: slices.Concat(chosen.Articles, chosen.Menu),
		Pages: slices.Concat([]string{"/", "members/", "years/", "articles/", pages.IndexPath}, address.Fixed)}
	if s.Checker != nil {
		for _, said := range chosen.Claims {
			k.Claims = append(k.Claims, said.ID)
		}
	}
	k.Pages = append(k.Pages, s.Addresses()...)
	for _, e := range s.Today.Editions() {
		if e.Source.Redistribute && !e.Release.Date.After(s.AsOf) {
			k.Pages = append(k.Pages, e.Release.File)
		}
	}
	return k
}
