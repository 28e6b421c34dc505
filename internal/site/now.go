package site

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/phrase"
)

// Now is an article of a day told again with the newest figures. Nothing in
// it can fail: what has no answer today stays as it was, and says so.
type Now struct {
	Article              *Article
	Day                  civil.Date // of the newest edition
	Title, Summary, Body rich
	Rows                 []*nowRow
	Charts               []*chart.Chart
	Changed              int // figures that are no longer what they were
	Gone                 int // statements that no longer hold
	Redrawn              int // charts with other figures

	book *phrase.Book
}

// A nowRow is a row of the ledger, then and now.
type nowRow struct {
	*Row
	Fate   fate   // the worst that has come upon its words
	Became string // the same in words
	Today  *Revision
}

// A fate is what has become of a statement.
type fate int

const (
	kept       fate = iota // the figure is what it was
	named                  // its reference names a day or an edition, so nothing can come upon it
	unanswered             // nothing answers it today
	holds                  // the figure has changed, and the words are still true of it
	gone                   // the words no longer hold
)

// fateName gives the words for the reader.
func (s *Site) fateName(f fate) string {
	switch f {
	case named:
		return s.Book.Say("now.fate.named")
	case unanswered:
		return s.Book.Say("now.fate.unanswered")
	case holds:
		return s.Book.Say("now.fate.holds")
	case gone:
		return s.Book.Say("now.fate.gone")
	}
	return s.Book.Say("now.fate.kept")
}

// Class gives the name that style sheets know it by.
func (f fate) Class() string {
	return [...]string{"kept", "named", "unanswered", "holds", "gone"}[f]
}

// Changes says whether anything is different today.
func (n *Now) Changes() bool { return n.Changed+n.Redrawn > 0 }

// URL gives the address.
func (n *Now) URL() string { return n.Article.URL + "now/" }

// Since tells what has become of the article's figures.
func (n *Now) Since() string {
	b, revised := n.book, n.Article.Ledger.Revised()
	if revised == 0 {
		return b.Say("now.since.charts", "n", n.Redrawn)
	}
	said := b.Say("now.since.figures", "n", revised, "of", b.Say("now.figures", "n", len(n.Article.Ledger)))
	if n.Gone == 0 {
		return b.Say("now.since.hold", "figures", said)
	}
	return b.Say("now.since.gone", "n", n.Gone, "figures", said)
}

// retellArticles makes the pages that tell articles of a day with today's
// figures.
func (s *Site) retellArticles() {
	var day civil.Date
	for _, id := range s.Data.SourceIDs() {
		if known := s.Today.Known(id); len(known) > 0 && known[0].Release.Date.After(day) {
			day = known[0].Release.Date
		}
	}
	parallel(len(s.Articles), func(i int) {
		if a := s.Articles[i]; a.moves() {
			a.Now = s.retell(a, day)
		}
	})
	for _, a := range s.Articles {
		if a.Now != nil {
			s.Charts += len(a.Now.Charts)
		}
	}
}

// page gives the page of an article told with today's figures.
func (n *Now) page() Page {
	return Page{Path: n.URL(), Template: "now.html", Title: n.book.Say("now.title", "article", n.Article.Headline), Section: "articles/", View: n, Of: n.Article.URL,
		Summary: n.book.Say("now.summary", "then", n.Article.Date, "now", n.Day)}
}
