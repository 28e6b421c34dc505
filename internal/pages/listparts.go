package pages

import (
	"slices"
	"strconv"

	"burdenshare/internal/article"
)

// A list of more articles than manyListed has the newest of them on its own
// page, and a page for each year; a year of more than mostListed has several.
const (
	manyListed = 100
	mostListed = 500
)

// A Part is a page of a list that is too long for one.
type Part struct {
	Name, URL string
	Here      bool // it is the page that shows this
}

// nth returns the nth of several parts that would have one name and address.
func (p Part) nth(n int) Part {
	if n > 1 {
		p.Name += " (" + strconv.Itoa(n) + ")"
		p.URL += strconv.Itoa(n) + "/"
	}
	return p
}

// A listPart is a part of a list of articles.
type listPart struct {
	Part
	year, n, of int
	articles    []*article.Article
}

// partsOf pages a list of articles, newest first, by year; it returns nil for one that is short enough.
func partsOf(url string, articles []*article.Article) []listPart {
	if len(articles) <= manyListed {
		return nil
	}
	var list []listPart
	for from := 0; from < len(articles); {
		year := articles[from].Date.Year
		to := from
		for to < len(articles) && articles[to].Date.Year == year {
			to++
		}
		of := (to - from + mostListed - 1) / mostListed
		p := Part{Name: strconv.Itoa(year), URL: url + strconv.Itoa(year) + "/"}
		n := 0
		for chunk := range slices.Chunk(articles[from:to], mostListed) {
			n++
			list = append(list, listPart{p.nth(n), year, n, of, chunk})
		}
		from = to
	}
	return list
}

// among returns all parts, as the page of one of them leads to them; of the list's own page n is -1.
func among(parts []listPart, n int) []Part {
	var list []Part
	for i, p := range parts {
		p.Here = i == n
		list = append(list, p.Part)
	}
	return list
}

// addArticles adds the list of all articles.
func (s *maker) addArticles() {
	parts := partsOf("articles/", s.Articles)
	page := Page{Path: "articles/", Template: "articles.html", Title: s.Catalog.Message("articles.title"),
		Section: "articles/", Summary: s.Catalog.Message("articles.summary"),
		View: &Articles{listing{lastOf(s.Articles)}, s.Articles[:min(manyListed, len(s.Articles))], among(parts, -1)}}
	s.add(page)
	for i, p := range parts {
		values := []any{"year", p.year, "n", p.n, "of", p.of, "count", len(p.articles)}
		page.Path, page.Title = p.URL, s.Catalog.Message("articles.of_year", values...)
		page.Summary = s.Catalog.Message("articles.year_summary", values...)
		if p.of > 1 {
			page.Title = s.Catalog.Message("articles.of_year_part", values...)
			page.Summary = page.Title + "."
		}
		page.View = &Articles{listing{lastOf(p.articles)}, p.articles, among(parts, i)}
		s.add(page)
	}
}

// addTag adds the list of a tag's articles.
func (s *maker) addTag(t *Tag) {
	parts := partsOf(t.URL, t.Articles)
	page := Page{Path: t.URL, Template: "tag.html", Title: t.Name, Section: "articles/",
		Summary: s.Catalog.Message("tag.summary", "tag", t.Name)}
	page.View = &Tag{listing: t.listing, Name: t.Name, URL: t.URL,
		Articles: t.Articles[:min(manyListed, len(t.Articles))], Parts: among(parts, -1)}
	s.add(page)
	for i, p := range parts {
		values := []any{"tag", t.Name, "year", p.year, "n", p.n, "of", p.of}
		page.Path, page.Title = p.URL, s.Catalog.Message("tag.of_year", values...)
		if p.of > 1 {
			page.Title = s.Catalog.Message("tag.of_year_part", values...)
		}
		page.Summary = s.Catalog.Message("tag.summary", "tag", page.Title)
		page.View = &Tag{listing: listing{lastOf(p.articles)}, Name: t.Name, URL: t.URL, Articles: p.articles, Parts: among(parts, i)}
		s.add(page)
	}
}
