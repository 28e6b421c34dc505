package export

import (
	"cmp"
	"fmt"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/pages"
	"burdenshare/internal/raster"
)

// A card is the picture of a page that is shown where its address is shared.
type card struct {
	raster.Card
	article.Picture
}

// makeCards makes a card for these pages: home, members, years, articles with a chart, and then charts that are high.
// Other pages are shown by the card of the home page: a thousand articles are not to cost a thousand pictures.
func (s *Export) makeCards(list []*pages.Page) {
	s.cards = map[string]*card{}
	for _, p := range list {
		c := card{Card: p.Card}
		if t, ok := p.View.(*ChartExport); ok {
			c.Card = t.ownCard()
		}
		if c.Headline == "" {
			continue
		}
		c.Site, c.Edition = s.Config.Title, s.EditionName(s.NewestEdition())
		alt := []string{c.Headline}
		if c.Chart != nil {
			c.Edition = s.EditionName(c.Chart.Edition)
			alt = append(alt, s.Catalog.Message("chart_page.alt", "summary",
				strings.Join(c.Chart.Summary[:min(1, len(c.Chart.Summary))], " ")))
		}
		c.Alt = strings.Join(alt, ". ")
		c.Width, c.Height = raster.CardWidth, raster.CardHeight
		c.Path = "cards/" + cmp.Or(strings.TrimSuffix(p.Path, "/"), "home") + ".png"
		if t := s.exports[c.Chart]; t != nil && t.Title == c.Headline {
			t.card = &c.Picture
		}
		s.cards[p.Path] = &c
	}
}

// Pictures adds every card.
func (s *Export) Pictures(files *Files) {
	for _, c := range s.cards {
		of := fmt.Appendf(nil, "%q %q %q %q %q", c.Kicker, c.Headline, c.Note, c.Site, c.Edition)
		if c.Chart != nil {
			of = append(of, c.Chart.Key()...)
		}
		files.Group([]string{c.Path}, of, func() { s.paint(c.Path, raster.NewCard(s.Theme, c.Card), files) })
	}
}

// CardOf returns the card of a page, that of the home page where it has none of its own.
func (s *Export) CardOf(path string) *article.Picture {
	return &cmp.Or(s.cards[path], s.cards[""]).Picture
}
