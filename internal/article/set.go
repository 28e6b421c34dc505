// Package article resolves the embeds in the texts of a report.
//
// Its input is the published articles, with the report and its links; its output is a Set of Articles in which every
// fact has its evidence, every chart is drawn, every link has its address, and every claim has its verdicts. Errors
// are found here, before anything is rendered. The package does not know pages or templates.
package article

import (
	"io/fs"
	"slices"
	"sync"

	"burdenshare/internal/cache"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/links"
	"burdenshare/internal/parallel"
	"burdenshare/internal/report"
)

// Inputs are what articles are made from.
type Inputs struct {
	Report *report.Report
	Links  *links.Links
	Selection
	Prose    content.Options
	Files    fs.FS         // content/, where pictures are
	Pictures *cache.Folder // of former builds; nil makes each
	Check    bool          // nothing will be written: pictures are only looked at
	Lenient  bool          // two states of the data are compared: nothing will be rendered
	Preview  bool          // what is wrong is shown where it is
}

// A Set is the articles of a report, resolved.
type Set struct {
	Articles []*Article      // published, newest first
	Menu     []*Article      // standing pages, in their order
	Claims   []*Claim        // by the report's day, newest first
	Flips    int             // verdicts on them that later figures turned,
	Unseen   int             // and claims whose newest flip no editor has acknowledged
	Numbers  content.Numbers // in all texts
	Drawn    int             // charts in articles

	pictures *sync.Map // shown: published path -> func() (*Image, *diag.Error)
}

// All returns the articles and the standing pages.
func (s *Set) All() []*Article { return slices.Concat(s.Articles, s.Menu) }

// Copies adds the smaller copies of pictures that are shown.
func (s *Set) Copies(add func(name string, data []byte)) {
	s.pictures.Range(func(_, made any) bool {
		if p, wrong := made.(func() (*Image, *diag.Error))(); wrong == nil {
			for _, c := range p.Copies {
				add(p.copyPath(c), c.Data)
			}
		}
		return true
	})
}

// A maker resolves the embeds of articles.
type maker struct {
	*report.Report
	*Set
	g      Inputs
	wrong  map[string]*diag.Error // what keeps a claim from being shown, by its id
	charts []*chart.Chart         // of the one article, where it is reworded
}

// Make resolves all articles, several at a time.
func Make(g Inputs) (*Set, diag.List) {
	var errs diag.List
	s := &maker{Report: g.Report, Set: &Set{pictures: new(sync.Map)}, g: g}
	if s.Checker != nil {
		s.makeClaims(&errs)
	}
	vintages := map[civil.Date]*dataset.Vintage{}
	s.Articles, s.Menu = s.blank(g.Articles, vintages), s.blank(g.Menu, vintages)
	s.answerArticles(&errs)
	s.explain(&errs)
	return s.Set, errs
}

// blank returns articles before they are resolved, each with what was known on its day.
func (s *maker) blank(from []*content.Article, vintages map[civil.Date]*dataset.Vintage) []*Article {
	var list []*Article
	for _, a := range from {
		v := s.Today
		if !a.Latest && !a.AsOf.IsZero() && a.AsOf.Before(s.AsOf) {
			if vintages[a.AsOf] == nil {
				vintages[a.AsOf] = s.Data.AsOf(a.AsOf)
			}
			v = vintages[a.AsOf]
		}
		list = append(list, &Article{Article: a, URL: a.Path + "/", Vintage: v})
	}
	return list
}

func (s *maker) answerArticle(a *Article) diag.List {
	w := &resolver{mk: s, article: a}
	a.TitleText, a.SummaryText, a.body = w.answer(a.Article.Title), w.answer(a.Article.Summary), w.answer(a.Text())
	loadFirstAtOnce(a.body)
	w.headings()
	w.dayWrong()
	a.Headline, a.Standfirst = a.TitleText.plain(), a.SummaryText.plain()
	s.cover(a, &w.errs)
	a.setAside(s.g.Prose.Aside)
	return w.errs
}

// Reworded resolves a text that rewords an article of a set, with the former charts. It reports false if something is
// wrong with it, or one of those could not be drawn.
func Reworded(g Inputs, set *Set, former *Article, text *content.Article) (*Article, bool) {
	charts := 0
	for e := range text.Body.Embeds() {
		if e.Kind == content.Chart || e.Kind == content.Table {
			charts++
		}
	}
	a := &Article{Article: text, URL: former.URL, Vintage: former.Vintage}
	s := &maker{Report: g.Report, Set: &Set{Articles: []*Article{a}, Menu: set.Menu, Claims: set.Claims,
		pictures: set.pictures}, g: g, charts: former.Charts}
	if charts != len(s.charts) {
		return nil, false
	}
	errs := s.answerArticle(a)
	s.explain(&errs)
	return a, !errs.Failed()
}

// answerArticles resolves the embeds of all articles, several at a time.
func (s *maker) answerArticles(errs *diag.List) {
	all := s.All()
	wrong := make([]diag.List, len(all))
	parallel.Do(len(all), func(i int) { wrong[i] = s.answerArticle(all[i]) })
	for i, a := range all {
		errs.Add(wrong[i]...)
		s.checkMembers(a.Members, a.MemberPos, errs)
		for _, row := range a.Evidence {
			s.Numbers.Facts += row.Uses
		}
		s.Drawn += len(chart.Drawn(a.Charts))
		s.Numbers.Add(a.Numbers)
		s.Numbers.Add(a.InCharts)
	}
}

// checkMembers reports those of some codes, each at its place, that no member has.
func (s *maker) checkMembers(codes []string, at []diag.Pos, errs *diag.List) {
	for i, code := range codes {
		if s.Data.Members[code] == nil && !s.Data.Doubts.Explain("unknown member") {
			errs.Errorf(at[i], "unknown member %q", code).
				Hint("%s", s.Data.MemberHint(code))
		}
	}
}
