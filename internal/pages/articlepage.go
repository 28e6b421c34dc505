package pages

import (
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/raster"
)

// An Article is what the page of an article shows.
type Article struct {
	*article.Article
	Now *asof.View // the same with today's figures; nil for one that floats
}

// articleCard returns what an article's card shows. A card of words alone would only repeat the link beside it.
func (s *maker) articleCard(a *article.Article) raster.Card {
	drawn := chart.Drawn(a.Charts)
	if a.Cover != nil || len(drawn) == 0 {
		return raster.Card{}
	}
	return raster.Card{Kicker: s.Catalog.Day(a.Date), Headline: a.Headline, Chart: drawn[0], Note: drawn[0].Title}
}

// citedArticle returns how to cite an article.
func (s *maker) citedArticle(a *article.Article) string {
	figures := s.figuresOf(s.NewestEdition())
	if !a.Latest {
		figures = s.Catalog.Message("cite.known", "day", a.Vintage.Day)
	}
	values := []any{"authors", a.Authors, "title", a.Headline, "site", s.Config.Title, "day", a.Date,
		"figures", figures}
	if len(a.Authors) == 0 {
		return s.Catalog.Message("cite.article_unsigned", values...)
	}
	return s.Catalog.Message("cite.article", values...)
}

// Articles is what a list of articles shows: of all, or of those with a tag.
type Articles struct {
	Articles []*article.Article
	Parts    []Part // of a list that is too long for one page
}
