package site

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/diag"
	"burdenshare/internal/parallel"
)

// makePages makes every page of the site. A page type has its line here, its
// view in a file of its own and its template.
func (s *Site) makePages(errs *diag.List) {
	home := s.home()
	s.add(Page{Path: "", Template: "home.html", Summary: s.Config.Description, View: home})

	members := s.memberList()
	s.add(Page{Path: "members/", Template: "members.html", Title: s.Book.Say("members.title"), Section: "members/", View: s.membersView(members),
		Summary: s.Book.Say("members.summary", "allies", s.Config.Plural, "guideline", s.Guideline.Name)})
	parallel.Do(len(members), func(i int) { s.complete(members[i]) })
	for _, m := range members {
		s.add(Page{Path: m.URL, Template: "member.html", Title: m.Name, Section: "members/", View: m, Summary: m.summary(s)})
	}

	if v := s.comparison(members); v != nil {
		s.compare = v
		s.add(Page{Path: comparePath, Template: "compare.html", Title: s.Book.Say("compare.title"), Section: comparePath, View: v,
			Summary: s.Book.Say("compare.summary", "allies", s.Config.Plural)})
	}

	parallel.Do(len(s.Years), func(i int) { s.completeYear(s.Years[i]) })
	years := yearsView{Years: s.Years, Chart: home.Meeting}
	if years.Chart != nil {
		years.Panels = s.Draw(s.Today, chart.Spec{Kind: "panels"})
	}
	s.add(Page{Path: "years/", Template: "years.html", Title: s.Book.Say("frame.years"), Section: "years/", View: years,
		Summary: s.Book.Say("years.summary", "allies", s.Config.Plural, "guideline", s.Guideline.Name)})
	for _, y := range s.Years {
		s.add(Page{Path: y.URL, Template: "year.html", Title: strconv.Itoa(y.Year), Section: "years/", View: y, Summary: s.yearSummary(y)})
	}

	if w := s.whatIfs; w != nil {
		for _, m := range w.Marks {
			s.add(Page{Path: m.URL, Template: "what-if.html", Title: s.whatIfTitle(m), Section: whatIfSection, View: m,
				Summary: s.Book.Say("whatif.summary", "allies", s.Config.Plural, "mark", m.Label, "year", w.Year, "day", w.Edition.Release.Date)})
		}
	}

	s.add(Page{Path: "articles/", Template: "articles.html", Title: s.Book.Say("articles.title"), Section: "articles/", View: s.Articles,
		Summary: s.Book.Say("articles.summary")})
	now := asof.Views(s.Report, s.Articles)
	for i, a := range s.Articles {
		s.add(Page{Path: a.URL, Template: "article.html", Title: a.Headline, Section: "articles/", View: &articleView{a, now[i]}, Summary: a.Standfirst})
		if now[i] != nil {
			s.Charts += len(now[i].Charts)
			s.add(s.nowPage(now[i]))
		}
	}
	for _, t := range s.tagged {
		s.add(Page{Path: t.URL, Template: "tag.html", Title: t.Name, Section: "articles/", View: t,
			Summary: fmt.Sprintf("Articles about %s.", t.Name)})
	}
	s.makeBulk()
	s.add(Page{Path: "data/", Template: "data.html", Title: s.Book.Say("data.title"), Section: "data/", View: s.dataView(),
		Summary: s.Book.Say("data.summary")})
	for _, v := range s.records() {
		s.add(s.recordPage(v))
	}
	if p, ok := s.claimsPage(); ok {
		s.add(p)
	}
	for _, a := range s.Menu {
		s.add(Page{Path: a.URL, Template: "page.html", Title: a.Headline, Section: a.URL, View: a, Summary: a.Standfirst})
	}
	s.makeEntries()
	s.add(s.indexPage())
	if s.opts.Drafts {
		s.add(Page{Path: stylePath, Template: "styleguide.html", Title: s.Book.Say("style.title"), Summary: s.Book.Say("style.summary"), View: s.styleGuide(home)})
	}
	s.add(Page{Path: "404.html", Template: "404.html", Title: s.Book.Say("missing.name"), Summary: s.Book.Say("missing.summary")})
	for _, p := range s.Pages {
		switch p.View.(type) {
		case *article.Article, *articleView, *asof.Now, yearsView: // counted when they were answered, or on the home page
		default:
			s.Charts += len(DrawnOn(p))
		}
	}
	s.collectCharts()
	s.makeCards()
}

func (s *Site) add(p Page) { s.Pages = append(s.Pages, &p) }

func (s *Site) memberList() []*memberView {
	list := make([]*memberView, 0, len(s.members))
	for _, m := range s.Data.AllMembers() {
		if v := s.members[m.Code]; v != nil {
			list = append(list, v)
		}
	}
	return list
}

// yearsView is what the list of years shows.
type yearsView struct {
	Years []*yearView
	Chart *chart.Chart // nil when nothing can be counted

	Panels *chart.Chart // the line of each member; nil likewise
}

// A tagView is a tag with its articles.
type tagView struct {
	Name, URL string
	Articles  []*article.Article

	first diag.Pos // where an article has it
}

func (s *Site) tags(errs *diag.List) []*tagView {
	byURL := map[string]*tagView{}
	for _, a := range s.Articles {
		for i, tag := range a.Tags {
			url := "tags/" + address.Slug(tag) + "/"
			if address.Slug(tag) == "" {
				errs.Errorf(a.TagPos[i], "the tag %q", tag).Hint("a tag needs letters, of which its address is made")
				continue
			}
			t := byURL[url]
			if t == nil {
				t = &tagView{Name: tag, URL: url, first: a.TagPos[i]}
				byURL[url] = t
			}
			if t.Name != tag {
				errs.Errorf(a.TagPos[i], "the tags %q and %q have the same address", tag, t.Name).
					Hint("write it alike in both; the other is at %s", t.first.String())
			}
			t.Articles = append(t.Articles, a)
		}
	}
	list := make([]*tagView, 0, len(byURL))
	for _, t := range byURL {
		list = append(list, t)
	}
	slices.SortFunc(list, func(a, b *tagView) int { return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) })
	return list
}

// An articleView is what the page of an article shows.
type articleView struct {
	*article.Article
	Now *asof.Now // the same with today's figures; nil for one that floats
}

// nowPage returns the page of an article beside today's figures.
func (s *Site) nowPage(n *asof.Now) Page {
	return Page{Path: n.URL(), Template: "now.html", Title: s.Book.Say("now.title", "article", n.Article.Headline), Section: "articles/", View: n, Of: n.Article.URL,
		Summary: s.Book.Say("now.summary", "then", n.Article.Date, "now", n.Day)}
}
