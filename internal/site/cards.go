package site

import (
	"cmp"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/diag"
	"burdenshare/internal/pages"
	"burdenshare/internal/parallel"
	"burdenshare/internal/raster"
)

// A card is the picture of a page that is shown where its address is shared.
type card struct {
	raster.Card
	article.Picture
}

// makeCards makes a card for every page that is worth one: home, members,
// years, and articles with a chart. Other pages are shown by the card of the
// home page: a thousand articles are not to cost a thousand pictures.
func (s *Site) makeCards() {
	s.cards = map[string]*card{}
	for _, p := range s.Pages {
		c, ok := s.cardOf(p)
		if !ok {
			continue
		}
		c.Site, c.Edition = s.Config.Title, s.EditionName(s.NewestEdition())
		alt := []string{c.Headline}
		if c.Chart != nil {
			c.Edition = s.EditionName(c.Chart.Edition)
			alt = append(alt, s.Book.Say("chart_page.alt", "summary", strings.Join(c.Chart.Summary[:min(1, len(c.Chart.Summary))], " ")))
		}
		c.Alt = strings.Join(alt, ". ")
		c.Width, c.Height = raster.CardWidth, raster.CardHeight
		c.Path = "cards/" + cmp.Or(strings.TrimSuffix(p.Path, "/"), "home") + ".png"
		s.cards[p.Path] = &c
		s.cardOrder = append(s.cardOrder, &c)
	}
}

// cardOf returns what a page's card shows.
func (s *Site) cardOf(p *pages.Page) (card, bool) {
	v, ok := p.View.(pages.Carded)
	if !ok {
		return card{}, false
	}
	c := card{Card: v.Card(p, s.Report)}
	return c, c.Headline != ""
}

// addCards adds every card, several at a time.
func (s *Site) addCards(files map[string][]byte, errs *diag.List) {
	if s.opts.Theme == nil {
		return
	}
	made, faults := make([][]byte, len(s.cardOrder)), make([]error, len(s.cardOrder))
	parallel.Do(len(made), func(i int) {
		if p := raster.NewCard(s.opts.Theme, s.cardOrder[i].Card); !s.opts.Check {
			made[i], faults[i] = p.PNG(s.opts.Pictures)
		}
	})
	for i, c := range s.cardOrder {
		if faults[i] != nil {
			pictureFault(errs, faults[i])
			continue
		}
		files[c.Path] = made[i]
	}
}

// Pictures says whether charts are there as pictures too.
func (f *frame) Pictures() bool { return f.Site.opts.Theme != nil }

// Card gives the card that shows the page; nil on a site without pictures.
func (f *frame) Card() *article.Picture {
	if f.Site.opts.Theme == nil {
		return nil
	}
	if v, ok := f.View.(pages.Covered); ok && v.CoverPicture() != nil {
		return v.CoverPicture()
	}
	if c := f.Site.cards[cmp.Or(f.Of, f.Path)]; c != nil {
		return &c.Picture
	}
	if c := f.Site.cards[""]; c != nil {
		return &c.Picture
	}
	return nil
}

// CardURL gives the absolute address of a card: those who show it are not on
// the site.
func (f *frame) CardURL(c *article.Picture) string { return f.Site.Config.BaseURL + c.Path }

// SocialType says what kind of thing the page is to those who show its card.
func (f *frame) SocialType() string {
	if f.Template == "article.html" {
		return "article"
	}
	return "website"
}

// Locale is the report's language as Open Graph writes it: "en_GB".
func (f *frame) Locale() string { return strings.ReplaceAll(f.Site.Config.Language, "-", "_") }
