package pages

import (
	"slices"
	"strconv"

	"burdenshare/internal/article"
	"burdenshare/internal/lists"
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
	for _, of := range lists.Groups(articles, func(a *article.Article) int { return a.Date.Year }) {
		year := of[0].Date.Year
		p := Part{Name: strconv.Itoa(year), URL: url + strconv.Itoa(year) + "/"}
		chunks := slices.Collect(slices.Chunk(of, mostListed))
		for i, chunk := range chunks {
			list = append(list, listPart{p.nth(i + 1), year, i + 1, len(chunks), chunk})
		}
	}
	return list
}

// partList returns all parts, as the page of one of them leads to them; of the list's own page n is -1.
func partList(parts []listPart, n int) []Part {
	list := lists.Each(parts, func(p listPart) Part { return p.Part })
	if n >= 0 {
		list[n].Here = true
	}
	return list
}

// addArticles adds the list of all articles.
func (s *maker) addArticles() {
	say := s.Catalog.Message
	page := Page{Path: "articles/", Template: "articles.html", Title: say("articles.title"),
		Summary: say("articles.summary")}
	s.addList(page, s.Articles, func(p listPart, values []any) (title, summary string) {
		if p.of > 1 {
			title = say("articles.of_year_part", values...)
			return title, title + "."
		}
		return say("articles.of_year", values...), say("articles.year_summary", values...)
	})
}

// addTag adds the list of a tag's articles.
func (s *maker) addTag(t *Tag) {
	say := s.Catalog.Message
	page := Page{Path: t.URL, Template: "tag.html", Title: t.Name, Summary: say("tag.summary", "tag", t.Name)}
	s.addList(page, t.Articles, func(p listPart, values []any) (title, summary string) {
		values = append(values, "tag", t.Name)
		title = say("tag.of_year", values...)
		if p.of > 1 {
			title = say("tag.of_year_part", values...)
		}
		return title, say("tag.summary", "tag", title)
	})
}

// addList adds the page of a list of articles, and those of its parts, of which named returns the title and summary.
func (s *maker) addList(page Page, articles []*article.Article, named func(listPart, []any) (title, summary string)) {
	parts := partsOf(page.Path, articles)
	page.Section = "articles/"
	page.View = &Articles{articles[:min(manyListed, len(articles))], partList(parts, -1)}
	page.Changed = lastOf(articles)
	s.add(page)
	for i, p := range parts {
		page.Path = p.URL
		page.Title, page.Summary = named(p, []any{"year", p.year, "n", p.n, "of", p.of, "count", len(p.articles)})
		page.View, page.Changed = &Articles{p.articles, partList(parts, i)}, lastOf(p.articles)
		s.add(page)
	}
}
