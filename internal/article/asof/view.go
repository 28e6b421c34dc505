// Package asof compares articles of a day with the newest figures.
//
// Its input is an article with every embed resolved; its output is the same text in which an arrow leads from a number
// to the later one, and a line follows each sentence that no longer holds. Nothing here can fail: what has no answer
// today stays as it was, with a note. The package does not know pages or templates.
package asof

import (
	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/i18n"
	"burdenshare/internal/parallel"
	"burdenshare/internal/report"
)

// View is an article of a day beside the newest figures.
type View struct {
	Article              *article.Article
	Day                  civil.Date // of the newest edition
	Title, Summary, Body article.Segments
	Rows                 []*nowRow // as the article's evidence
	Charts               []*chart.Chart
	Changed              int          // figures that are no longer what they were
	Overturned           []conclusion // what no longer holds, in reading order
	redrawn              int          // charts with other figures

	catalog *i18n.Catalog
}

// A conclusion is a statement of the article that no longer holds.
type conclusion struct {
	Row  *nowRow
	Text string // "Allies, 2016: 5 of 28 → 4 of 28, now without Poland"

	of string // what it is about, in whatever words
}

// A nowRow is a row of the evidence table, then and now.
type nowRow struct {
	*article.Row
	Status     article.Status // the worst that has come upon its words
	StatusName string         // the same in words
	Today      *article.Result
}

// Changes reports whether anything is different today.
func (n *View) Changes() bool { return n.Changed+n.redrawn > 0 }

// URL returns the address.
func (n *View) URL() string { return n.Article.URL + "now/" }

// Since returns a sentence on how the article's figures were revised.
func (n *View) Since() string {
	b, revised := n.catalog, n.Article.Evidence.Revised()
	if revised == 0 {
		return b.Message("now.since.charts", "n", n.redrawn)
	}
	said := b.Message("now.since.figures", "n", revised, "of", b.Message("now.figures", "n", len(n.Article.Evidence)))
	if len(n.Overturned) == 0 {
		return b.Message("now.since.hold", "figures", said)
	}
	return b.Message("now.since.overturned", "n", len(n.Overturned), "figures", said)
}

// Views makes the pages that show articles of a day beside today's figures, nil for those without one: what no later
// figure could change, and all of them where no release is known.
func Views(s *report.Report, articles []*article.Article) []*View {
	day := s.NewestDay()
	views := make([]*View, len(articles))
	parallel.Do(len(articles), func(i int) {
		if a := articles[i]; a.Moves() && !day.IsZero() {
			views[i] = makeView(s, a, day)
		}
	})
	return views
}

// Glosses returns the terms that the text explains.
func (n *View) Glosses() []*article.Gloss { return n.Article.Glosses }

// HasTables reports whether the view contains a table.
func (n *View) HasTables() bool { return n.Body.Tables() }
