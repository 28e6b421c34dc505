package pages

import (
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/raster"
	"burdenshare/internal/report"
)

// A written is a text as its page shows it.
type written struct{ *article.Article }

// Charts returns the charts of the page.
func (v written) Charts() []*chart.Chart { return v.Article.Charts }

// Changed returns the day of the newest text or figure in it.
func (v written) Changed() civil.Date { return lastOfArticle(v.Article) }

// Text returns the text.
func (v written) Text() *article.Article { return v.Article }

// CoverPicture returns the picture that its author chose.
func (v written) CoverPicture() *article.Picture { return v.Cover }

// Shown returns the text.
func (v written) Shown() Shown {
	return Shown{Of: v.Article, Texts: []article.Segments{v.TitleText, v.SummaryText, v.BodyKey()}}
}

// An Article is what the page of an article shows.
type Article struct {
	written
	Now *asof.View // the same with today's figures; nil for one that floats
}

// ArticleView returns the view of an article, which may be beside today's figures.
func ArticleView(a *article.Article, now *asof.View) *Article { return &Article{written{a}, now} }

// Card returns what the page's card shows. A card of words alone would only repeat the link beside it.
func (v *Article) Card(_ *Page, rep *report.Report) raster.Card {
	drawn := chart.Drawn(v.Article.Charts)
	if v.Cover != nil || len(drawn) == 0 {
		return raster.Card{}
	}
	c := drawn[0]
	return raster.Card{Kicker: rep.Catalog.Day(v.Date), Headline: v.Headline, Chart: c, Note: c.Title}
}

// Citation returns how to cite the article.
func (v *Article) Citation(rep *report.Report, title string) string {
	figures := figuresOf(rep, rep.NewestEdition())
	if !v.Latest {
		figures = rep.Catalog.Message("cite.known", "day", v.Vintage.Day)
	}
	values := []any{"authors", v.Authors, "title", title, "site", rep.Config.Title, "day", v.Date, "figures", figures}
	if len(v.Authors) == 0 {
		return rep.Catalog.Message("cite.article_unsigned", values...)
	}
	return rep.Catalog.Message("cite.article", values...)
}

// A Standing is the view of a standing page.
type Standing struct{ written }

// Citation returns how to cite the page.
func (v *Standing) Citation(rep *report.Report, title string) string { return citedBy(rep, title, nil) }

// A Today is what the page of an article beside today's figures shows.
type Today struct{ *asof.View }

// Charts returns the charts of the page.
func (v *Today) Charts() []*chart.Chart { return v.View.Charts }

// Changed returns no day: the page is found under the article's.
func (v *Today) Changed() civil.Date { return civil.Date{} }

// Text returns the article.
func (v *Today) Text() *article.Article { return v.Article }

// CoverPicture returns the picture that the article's author chose.
func (v *Today) CoverPicture() *article.Picture { return v.Article.Cover }

// Shown returns the text.
func (v *Today) Shown() Shown {
	return Shown{Of: v.Article, Texts: []article.Segments{v.Title, v.Summary, v.Body}}
}

// Articles is what a list of articles shows: of all, or of those with a tag.
type Articles struct {
	listing
	Articles []*article.Article
	Parts    []Part // of a list that is too long for one page
}
