package pages

import (
	"cmp"
	"slices"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/raster"
	"burdenshare/internal/report"
)

// A Page is one HTML file.
type Page struct {
	Path     string // of its folder, "members/poland/", "" for the home page; or of its file, "404.html"
	Template string // its file in templates/
	Title    string // plain; "" for the home page, which is titled like the report
	Summary  string // plain, for description
	Section  string // its menu entry
	View     any    // what its template shows, of the type that goes with Template
	Of       string // path of the page that this one is a variant of, which search engines index; "" for most

	Written *article.Article // the text by an author that the page is; nil for most
	Charts  []*chart.Chart   // in the order of the page
	Changed civil.Date       // of the newest article or release that it shows, not of the build; zero for none
	Card    raster.Card      // its own for social media; without a headline it has none
	Cited   string           // how others may cite it, which ends in a full stop; "" for lists

	// A page of figures shows those, settings, and of articles no more than its charts and a line of each of Lines.
	OfFigures bool
	Lines     []*article.Article
}

// File returns the path of the page's file.
func (p *Page) File() string { return address.File(p.Path) }

// Indexable reports whether search engines may index a page: not a variant of another one, nor the error page.
func (p *Page) Indexable() bool { return p.Of == "" && p.Path != "404.html" && p.Path != stylePath }

// citedBy names a page with the edition that its figures are of, nil for the newest: without that a figure cannot be
// found again.
func (s *maker) citedBy(title string, e *dataset.Edition) string {
	return Cited(s.Report, title, s.figuresOf(cmp.Or(e, s.NewestEdition())))
}

// citedAll names a page with figures of all sources: by the day of the newest release where there are several sources.
func (s *maker) citedAll(title string) string {
	if len(s.editions) < 2 {
		return s.citedBy(title, nil)
	}
	return Cited(s.Report, title, s.Catalog.Message("cite.known", "day", s.NewestDay()))
}

// figuresOf names the edition of what is cited, or says that there is none yet.
func (s *maker) figuresOf(e *dataset.Edition) string {
	if e == nil {
		return s.Catalog.Message("cite.none", "source", s.Source.Name)
	}
	return s.Catalog.Message("cite.edition", "edition", s.EditionName(e))
}

// Cited names a page, "" for the home page, with what its figures are of.
func Cited(rep *report.Report, title, figures string) string {
	if title == "" {
		return rep.Catalog.Message("cite.home", "site", rep.Config.Title, "figures", figures)
	}
	return rep.Catalog.Message("cite.page", "title", title, "site", rep.Config.Title, "figures", figures)
}

// drawn returns those charts that there are.
func drawn(charts ...*chart.Chart) []*chart.Chart {
	return slices.DeleteFunc(charts, func(c *chart.Chart) bool { return c == nil })
}

// addOfFigures adds a page of figures, which is cited with their edition, nil for the newest.
func (s *maker) addOfFigures(p Page, edition *dataset.Edition) {
	p.OfFigures, p.Cited = true, s.citedBy(p.Title, edition)
	s.add(p)
}

// addOfSources adds a page with figures of all sources.
func (s *maker) addOfSources(p Page) {
	p.OfFigures, p.Cited = true, s.citedAll(p.Title)
	s.add(p)
}

// chartCard returns a card that shows a chart, or the page's name and what it is about where it is nil.
func (s *maker) chartCard(p Page, c *chart.Chart, kicker string) raster.Card {
	if c != nil {
		return raster.Card{Kicker: kicker, Chart: c, Headline: c.Title, Note: c.Subtitle}
	}
	return raster.Card{Kicker: kicker, Headline: cmp.Or(p.Title, s.Config.Title), Note: p.Summary}
}

// A Breadcrumb is a page on the way from the home page down to one.
type Breadcrumb struct{ Name, Path string }
