package build

import (
	"burdenshare/internal/content"
	"burdenshare/internal/links"
	"burdenshare/internal/site"
)

// A tally counts what a report consists of, for the summary.
type tally struct {
	Title, BaseURL string

	Figures, Releases, Sources, Articles, Standing int
	Facts, Claims, Flips, Unseen, Pages, Charts    int
	Numbers                                        content.Numbers

	LeftOut []links.LeftOut
	Without []string // what the site does without libraries
}

// count returns the tally of a report, as far as it was built.
func count(s *site.Site) *tally {
	return &tally{
		Title: s.Config.Title, BaseURL: s.Config.BaseURL,
		Figures: len(s.Data.Figures), Releases: len(s.Data.Editions()), Sources: len(s.Data.Sources),
		Articles: len(s.Articles), Standing: len(s.Menu), Facts: s.Facts,
		Claims: len(s.Claims), Flips: s.Flips, Unseen: s.Unseen,
		Pages: len(s.Pages), Charts: s.Charts, Numbers: s.Numbers,
		LeftOut: s.LeftOut, Without: s.Without(),
	}
}
