package site

import (
	"fmt"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
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
}

// A nowRow is a row of the ledger, then and now.
type nowRow struct {
	*Row
	Fate  fate // the worst that has come upon its words
	Today *Revision
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

// String gives the words for the reader.
func (f fate) String() string {
	return [...]string{"unchanged", "of a named edition", "no figure today", "still holds", "no longer so"}[f]
}

// Class gives the name that style sheets know it by.
func (f fate) Class() string {
	return [...]string{"kept", "named", "unanswered", "holds", "gone"}[f]
}

// Changes says whether anything is different today.
func (n *Now) Changes() bool { return n.Changed+n.Redrawn > 0 }

// URL gives the address.
func (n *Now) URL() string { return n.Article.URL + "now/" }

// Since tells in a sentence what has become of the article's figures.
func (n *Now) Since() string {
	of, revised := len(n.Article.Ledger), n.Article.Ledger.Revised()
	if revised == 0 {
		return "The figures of " + counted(n.Redrawn, "chart") + " have been revised since"
	}
	s := fmt.Sprintf("%s of %s %s been revised since", number(revised), counted(of, "figure"), has(revised))
	switch n.Gone {
	case 0:
		return s + "; what is said of them still holds"
	case 1:
		return s + "; 1 statement no longer holds"
	}
	return s + "; " + number(n.Gone) + " statements no longer hold"
}

func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return number(n) + " " + noun + "s"
}

func has(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
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
	return Page{Path: n.URL(), Template: "now.html", Title: n.Article.Headline + ", told with today’s figures", Section: "articles/", View: n, Of: n.Article.URL,
		Summary: fmt.Sprintf("The article of %s told with the figures of %s.", n.Article.Date.Long(), n.Day.Long())}
}
