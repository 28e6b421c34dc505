package site

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/links"
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

// selectContent decides what is published, and says why the rest is not.
func (s *Site) selectContent(c *content.Content, errs *diag.List) {
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
		s.LeftOut = append(s.LeftOut, links.LeftOut{File: a.File, Reason: reason})
		for _, alias := range a.Aliases {
			s.LeftOut = append(s.LeftOut, links.LeftOut{File: "/" + alias + "/", Reason: "alias of " + a.File + ", " + reason})
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
		s.LeftOut = append(s.LeftOut, links.LeftOut{File: file, Reason: "hidden"})
	}
	for _, file := range c.Ignored {
		s.LeftOut = append(s.LeftOut, links.LeftOut{File: "content/" + file, Reason: "hidden, or an editor's copy"})
	}
	for _, said := range c.Claims {
		if said.Date.After(s.AsOf) {
			s.LeftOut = append(s.LeftOut, links.LeftOut{File: said.File, Reason: "said on " + said.Date.String() + ", after " + s.AsOf.String()})
		}
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
		s.Numbers.Add(all[i].Numbers)
	}
	s.Numbers.Checked = s.Facts
	for _, a := range all {
		for i, code := range a.Members {
			if s.Data.Members[code] == nil && !s.Data.Doubts().Explain("unknown member") {
				errs.Errorf(a.MemberPos[i], "unknown member %q", code).
					Hint("%s", s.Data.MemberHint(code, "all members are in data/members.csv"))
			}
		}
	}
}
