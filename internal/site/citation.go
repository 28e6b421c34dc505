package site

import (
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
)

// A citation is how a page is named elsewhere, with the edition its figures
// are of: without that a figure cannot be found again.
type citation struct {
	Text string // ends in a full stop
	URL  string // absolute
}

// Citation gives that of the page, which base.html shows at its foot; nil for
// pages that only lead to others, and for those that tell another again.
func (f *frame) Citation() *citation {
	s := f.Site
	switch f.View.(type) {
	case nil, *asof.Now, *indexView, *tagView, []*article.Article:
		return nil
	}
	c := &citation{URL: s.Address(f.Path)}
	title, edition := f.Title, s.EditionName(s.NewestEdition())
	switch v := f.View.(type) {
	case *memberView:
		if v.Edition != nil {
			edition = s.EditionName(v.Edition)
		}
	case *yearView:
		if v.Tally != nil {
			edition = s.EditionName(v.Tally.Edition)
		}
	case *takeaway:
		title, edition = v.Title, v.Sources
	case *articleView:
		{
			figures := s.Book.Say("cite.edition", "edition", edition)
			if !v.Latest {
				figures = s.Book.Say("cite.known", "day", v.Vintage.Day)
			}
			if len(v.Authors) == 0 {
				c.Text = s.Book.Say("cite.article_unsigned", "title", title, "site", s.Config.Title, "day", v.Date, "figures", figures)
			} else {
				c.Text = s.Book.Say("cite.article", "authors", v.Authors, "title", title, "site", s.Config.Title, "day", v.Date, "figures", figures)
			}
			return c
		}
	}
	figures := s.Book.Say("cite.edition", "edition", edition)
	if title == "" {
		c.Text = s.Book.Say("cite.home", "site", s.Config.Title, "figures", figures)
	} else {
		c.Text = s.Book.Say("cite.page", "title", title, "site", s.Config.Title, "figures", figures)
	}
	return c
}
