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
	View     View   // what its template shows, of the type that goes with Template
	Of       string // path of the page that this one is a variant of, which search engines index; "" for most
}

// File returns the path of the page's file.
func (p *Page) File() string { return address.File(p.Path) }

// Indexable reports whether search engines may index a page: not a variant of another one, nor the error page.
func (p *Page) Indexable() bool { return p.Of == "" && p.Path != "404.html" && p.Path != stylePath }

// A View is what a page shows.
type View interface {
	Charts() []*chart.Chart // in the order of the page
	Changed() civil.Date    // the day of the newest article or release that it shows, not of the build; zero for none
}

// A Carded view has its own card for social media.
type Carded interface {
	Card(p *Page, rep *report.Report) raster.Card
}

// A Covered view has a card picture that its author chose.
type Covered interface{ CoverPicture() *article.Picture }

// A Cited view is one that others may cite.
type Cited interface {
	Citation(rep *report.Report, title string) string // ends in a full stop
}

// A Written view is a text by an author.
type Written interface{ Text() *article.Article }

// A Kept view knows what it shows that an edit of an article can change, besides its charts: with the same it is the
// same page. One without a text shows figures and settings, and of articles no more than their own pages do.
type Kept interface{ Shown() Shown }

// Shown are texts of an article as its page shows them, and articles of each of which there is a line.
type Shown struct {
	Of    *article.Article // nil without texts
	Texts []article.Segments
	Lines []*article.Article
}

// A listing is the view of a page that only leads to others.
type listing struct{ day civil.Date }

// Charts returns no charts.
func (listing) Charts() []*chart.Chart { return nil }

// Changed returns the day of the newest article or release that the page shows or leads to.
func (l listing) Changed() civil.Date { return l.day }

// An overview is the view of a page of figures and articles.
type overview struct{ listing }

// Citation returns how to cite the page, with the newest edition.
func (overview) Citation(rep *report.Report, title string) string { return citedBy(rep, title, nil) }

// A basis is what views that are made from figures have in common.
type basis struct{ overview }

// basedOn returns the basis of a view whose newest release is of a day.
func basedOn(day civil.Date) basis { return basis{overview{listing{day}}} }

// Shown returns nothing of articles.
func (basis) Shown() (none Shown) { return none }

// citedBy names a page with the edition that its figures are of, nil for the newest: without that a figure cannot be
// found again.
func citedBy(rep *report.Report, title string, e *dataset.Edition) string {
	if e == nil {
		e = rep.NewestEdition()
	}
	return cited(rep, title, figuresOf(rep, e))
}

// figuresOf names the edition of what is cited, or says that there is none yet.
func figuresOf(rep *report.Report, e *dataset.Edition) string {
	if e == nil {
		return rep.Catalog.Message("cite.none", "source", rep.Source.Name)
	}
	return rep.Catalog.Message("cite.edition", "edition", rep.EditionName(e))
}

// CitedAs names a page with the edition that its figures are of.
func CitedAs(rep *report.Report, title, edition string) string {
	return cited(rep, title, rep.Catalog.Message("cite.edition", "edition", edition))
}

func cited(rep *report.Report, title, figures string) string {
	if title == "" {
		return rep.Catalog.Message("cite.home", "site", rep.Config.Title, "figures", figures)
	}
	return rep.Catalog.Message("cite.page", "title", title, "site", rep.Config.Title, "figures", figures)
}

// drawn returns those charts that there are.
func drawn(charts ...*chart.Chart) []*chart.Chart {
	return slices.DeleteFunc(charts, func(c *chart.Chart) bool { return c == nil })
}

// chartCard returns a card that shows a chart, or the page's name and what it is about where it is nil.
func chartCard(p *Page, rep *report.Report, c *chart.Chart, kicker string) raster.Card {
	card := raster.Card{Kicker: kicker, Chart: c, Headline: cmp.Or(p.Title, rep.Config.Title), Note: p.Summary}
	if c != nil {
		card.Headline, card.Note = c.Title, c.Subtitle
	}
	return card
}

// A Breadcrumb is a page on the way from the home page down to one.
type Breadcrumb struct{ Name, Path string }
