package site

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
)

// An Article is a piece of content with every embed answered.
type Article struct {
	*content.Article
	URL       string // its folder on the site
	PlainText        // for lists, <title> and description
	Vintage   *dataset.Vintage
	Charts    []*chart.Chart
	Ledger    Ledger   // its figures
	Claims    []*Claim // that it embeds
	Cover     *card    // the picture that its front matter names; else nil
	Now       *Now     // the same with today's figures; nil for one that floats

	title, summary, body rich
	contents             []contentsLine
}

// PlainText is an article's own words about itself, without markup.
type PlainText struct{ Headline, Standfirst string }

// A contentsLine is a line of the table of contents.
type contentsLine struct {
	Level int
	ID    string
	Text  string
}

// selectArticles decides what is published, and says why the rest is not.
func (s *Site) selectArticles(c *content.Content, errs *diag.List) {
	publish := func(a *content.Article) bool {
		reason := ""
		switch {
		case a.Draft && !s.opts.Drafts:
			reason = "a draft"
		case a.Date.After(s.opts.AsOf) && (s.opts.Explicit || !s.opts.Preview):
			reason = "dated " + a.Date.String() + ", after " + s.opts.AsOf.String()
		default:
			return true
		}
		s.LeftOut = append(s.LeftOut, LeftOut{a.File, reason})
		for _, alias := range a.Aliases {
			s.LeftOut = append(s.LeftOut, LeftOut{"/" + alias + "/", "alias of " + a.File + ", " + reason})
		}
		s.held = append(s.held, a)
		return false
	}
	vintages := map[string]*dataset.Vintage{}
	add := func(list *[]*Article, a *content.Article) {
		v := s.Today
		if !a.Latest && !a.AsOf.IsZero() && a.AsOf.Before(s.opts.AsOf) {
			day := a.AsOf.String()
			if vintages[day] == nil {
				vintages[day] = s.Data.AsOf(a.AsOf)
			}
			v = vintages[day]
		}
		*list = append(*list, &Article{Article: a, URL: a.Path + "/", Vintage: v})
	}
	taken := map[string]*content.Article{}
	for _, part := range []struct {
		list *[]*Article
		from []*content.Article
	}{{&s.Articles, c.Articles}, {&s.Menu, c.Pages}} {
		var chosen []*content.Article
		for _, a := range part.from {
			if publish(a) {
				chosen = append(chosen, a)
			}
		}
		for _, a := range s.forPreview(chosen, taken) {
			add(part.list, a)
		}
	}
	for _, a := range s.Articles {
		if !s.opts.Explicit && a.AsOf.After(s.opts.AsOf) && !a.Date.After(s.opts.AsOf) {
			errs.Warnf(a.AsOfPos, "as_of %s lies ahead", a.AsOf).
				Hint("write the day whose figures it is to speak from, or \"latest\"")
		}
	}
	for _, file := range s.Data.Ignored {
		s.LeftOut = append(s.LeftOut, LeftOut{file, "hidden"})
	}
	for _, file := range c.Ignored {
		s.LeftOut = append(s.LeftOut, LeftOut{"content/" + file, "hidden, or an editor's copy"})
	}
}

// answerArticles answers the embeds of all articles, several at a time.
func (s *Site) answerArticles(errs *diag.List) {
	all := slices.Concat(s.Articles, s.Menu)
	lists := make([]diag.List, len(all))
	parallel(len(all), func(i int) {
		w := &answerer{site: s, article: all[i]}
		w.article.title = w.answer(all[i].Article.Title)
		w.article.summary = w.answer(all[i].Article.Summary)
		w.article.body = w.answer(all[i].Body)
		hasten(w.article.body)
		w.headings()
		w.dayWrong()
		w.article.Headline, w.article.Standfirst = w.article.title.plain(), w.article.summary.plain()
		s.cover(all[i], &w.errs)
		lists[i] = w.errs
	})
	for i, list := range lists {
		errs.Add(list...)
		for _, row := range all[i].Ledger {
			s.Facts += row.Uses
		}
		s.Charts += len(all[i].Charts)
	}
	for _, a := range all {
		for i, code := range a.Members {
			if s.Data.Members[code] == nil && !s.Data.Doubts().Explain("unknown member") {
				errs.Errorf(a.MemberPos[i], "unknown member %q", code).
					Hint("%s", s.Data.MemberHint(code, "all members are in data/members.csv"))
			}
		}
	}
}

// Moves says whether an article of a day holds anything that later figures
// could change. One that does not needs no second telling.
func (a *Article) Moves() bool {
	return !a.Latest && a.embeds()
}

// embeds says whether an article holds facts, charts or claims.
func (a *Article) embeds() bool {
	for _, t := range []content.Text{a.Article.Title, a.Article.Summary, a.Body} {
		for e := range t.Embeds() {
			if e.Kind != content.Link && e.Kind != content.Image {
				return true
			}
		}
	}
	return false
}
