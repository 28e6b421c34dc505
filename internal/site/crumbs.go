package site

import "slices"

// A Crumb is a page on the way from the home page down to one.
type Crumb struct{ Name, Path string }

// Crumbs gives the pages above this one, the home page first; none for the
// home page itself, and for one that is served at any address.
func (f *frame) Crumbs() []Crumb {
	if f.Path == "" || f.Path == "404.html" {
		return nil
	}
	book := f.Site.Book
	list := []Crumb{{book.Say("frame.home"), ""}}
	if f.Section != f.Path {
		switch f.Section {
		case "members/":
			list = append(list, Crumb{book.Say("frame.members"), f.Section})
		case "years/":
			list = append(list, Crumb{book.Say("frame.years"), f.Section})
		case "articles/":
			list = append(list, Crumb{book.Say("frame.articles"), f.Section})
		case "data/":
			list = append(list, Crumb{book.Say("frame.data"), f.Section})
		}
	}
	if now, ok := f.View.(*Now); ok {
		list = append(list, Crumb{now.Article.Headline, now.Article.URL})
	}
	return list
}

// BuiltFrom says of how much the site was made. It holds no clock: two builds
// of the same input say the same.
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
	said := s.Book.Say("foot.built", "figures", figures, "releases", s.Book.Say("foot.releases", "n", releases), "sources", s.Book.Say("foot.sources", "n", sources))
	if s.Facts > 0 {
		said += " " + s.Book.Say("foot.facts", "n", s.Facts)
	}
	return said
}

// limitsPage is the standing page that tells what the guideline does not. It
// is linked beside every chart of distances.
const limitsPage = "limits"

// Limits gives that page; nil when no editor has written it.
func (s *Site) Limits() *Article {
	for _, a := range s.Menu {
		if a.Path == limitsPage {
			return a
		}
	}
	return nil
}

// Header gives the standing pages that are named in the head of every page.
// What the guideline does not tell stands where it is needed, and in the foot.
func (s *Site) Header() []*Article {
	return slices.DeleteFunc(slices.Clone(s.Menu), func(a *Article) bool { return a.Path == limitsPage })
}
