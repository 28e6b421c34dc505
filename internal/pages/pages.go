package pages

import (
	"cmp"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/parallel"
)

// makePages makes every page of the site. Each page type has a line here, its view in a file of its own, and its
// template.
func (s *maker) makePages() {
	home, say := s.home(), s.Catalog.Message
	s.add(Page{Path: "", Template: "home.html", Summary: s.Config.Description, View: home})

	s.addMembers()
	s.addYears(home)
	if w := s.WhatIfs; w != nil {
		for _, m := range w.Marks {
			s.add(Page{Path: m.URL, Template: "what-if.html", Title: s.whatIfTitle(m), Section: WhatIfSection,
				Summary: m.Count, View: m})
		}
	}
	s.addArticles()
	s.addArticlePages()
	for _, t := range s.tags {
		s.addTag(t)
	}
	s.add(Page{Path: "data/", Template: "data.html", Title: say("data.title"), Section: "data/", View: s.dataView(),
		Summary: say("data.summary")})
	for _, v := range s.records() {
		s.add(Page{Path: v.URL, Template: "records.html", Title: say("records.title", "who", v.Name),
			Section: "data/", View: v, Summary: say("records.summary", "who", v.Name, "n", v.Count)})
	}
	if len(s.Claims) > 0 {
		s.add(s.claimsPage())
	}
	for _, a := range s.Menu {
		s.add(Page{Path: a.URL, Template: "page.html", Title: a.Headline, Section: a.URL, View: &Standing{written{a}},
			Summary: a.Standfirst})
	}
	s.makeEntries()
	s.addIndex()
	if s.drafts {
		s.add(Page{Path: stylePath, Template: "styleguide.html", Title: say("style.title"),
			Summary: say("style.summary"), View: s.styleGuide(home)})
	}
	s.add(Page{Path: "404.html", Template: "404.html", Title: say("missing.name"),
		Summary: say("missing.summary"), View: listing{}})
	for _, p := range s.pages {
		switch p.View.(type) {
		case *Standing, *Article, *Today, Years: // counted when they were answered, or on the home page
		default:
			s.charts += len(chart.Drawn(p.View.Charts()))
		}
	}
}

// addMembers adds the list of members, the page of each member and group, and that which compares them.
func (s *maker) addMembers() {
	members := s.memberList()
	s.add(Page{Path: "members/", Template: "members.html", Title: s.Catalog.Message("members.title"),
		Section: "members/", View: s.membersView(members),
		Summary: s.Catalog.Message("members.summary", "allies", s.Config.Plural, "guideline", s.Guideline.Name)})
	everyone := slices.Concat(members, s.Groups)
	parallel.Do(len(everyone), func(i int) { s.complete(everyone[i]) })
	for _, m := range everyone {
		s.add(Page{Path: m.URL, Template: "member.html", Title: m.Name, Section: "members/", View: m,
			Summary: m.summary(s)})
	}
	if s.Compare = s.comparison(everyone); s.Compare != nil {
		s.add(Page{Path: ComparePath, Template: "compare.html", Title: s.Catalog.Message("compare.title"),
			Section: ComparePath, View: s.Compare,
			Summary: s.Catalog.Message("compare.summary", "allies", s.Config.Plural)})
	}
}

// addYears adds the list of years and the page of each; the list has the chart of the home page.
func (s *maker) addYears(home *Home) {
	parallel.Do(len(s.Years), func(i int) { s.completeYear(s.Years[i]) })
	years := Years{basis: basedOn(s.released.all), Years: s.Years, Chart: home.Meeting}
	if years.Chart != nil {
		years.Panels = s.Draw(chart.Spec{Kind: "panels"})
	}
	s.add(Page{Path: "years/", Template: "years.html", Title: s.Catalog.Message("frame.years"),
		Section: "years/", View: years,
		Summary: s.Catalog.Message("years.summary", "allies", s.Config.Plural, "guideline", s.Guideline.Name)})
	for _, y := range s.Years {
		s.add(Page{Path: y.URL, Template: "year.html", Title: strconv.Itoa(y.Year), Section: "years/", View: y,
			Summary: s.yearSummary(y)})
	}
}

// addArticlePages adds each article and its page with the newest figures.
func (s *maker) addArticlePages() {
	views := asof.Views(s.Report, s.Articles)
	for i, a := range s.Articles {
		now := views[i]
		s.add(Page{Path: a.URL, Template: "article.html", Title: a.Headline, Section: "articles/",
			View: ArticleView(a, now), Summary: a.Standfirst})
		if now != nil {
			s.charts += len(chart.Drawn(now.Charts))
			s.add(Page{Path: now.URL(), Template: "now.html", Section: "articles/", View: &Today{now}, Of: a.URL,
				Title:   s.Catalog.Message("now.title", "article", a.Headline),
				Summary: s.Catalog.Message("now.summary", "then", a.Date, "now", now.Day)})
		}
	}
}

func (s *maker) add(p Page) { s.pages = append(s.pages, &p) }

// Years is what the list of years shows.
type Years struct {
	basis
	Years []*Year
	Chart *chart.Chart // nil when nothing can be counted

	Panels *chart.Chart // the line of each member; nil likewise
}

// Charts returns the charts of the page.
func (v Years) Charts() []*chart.Chart { return drawn(v.Chart, v.Panels) }

// A Tag is a tag with its articles.
type Tag struct {
	Name, URL string
	Articles  []*article.Article

	first diag.Pos // where an article has it
}

// Tags gathers the tags of articles, in the order of their names.
func Tags(articles []*article.Article) ([]*Tag, diag.List) {
	var errs diag.List
	byURL := map[string]*Tag{}
	for _, a := range articles {
		for i, tag := range a.Tags {
			url := "tags/" + address.Slug(tag) + "/"
			if address.Slug(tag) == "" {
				errs.Errorf(a.TagPos[i], "the tag %q", tag).Hint("a tag needs letters, of which its address is made")
				continue
			}
			t := byURL[url]
			if t == nil {
				t = &Tag{Name: tag, URL: url, first: a.TagPos[i]}
				byURL[url] = t
			}
			if t.Name != tag {
				errs.Errorf(a.TagPos[i], "the tags %q and %q have the same address", tag, t.Name).
					Hint("write it alike in both; the other is at %s", t.first.String())
			}
			t.Articles = append(t.Articles, a)
		}
	}
	return slices.SortedFunc(maps.Values(byURL),
		func(a, b *Tag) int { return cmp.Compare(strings.ToLower(a.Name), strings.ToLower(b.Name)) }), errs
}

func (s *maker) memberList() []*Member {
	views := lists.Each(s.Data.AllMembers, func(m *dataset.Member) *Member { return s.Members[m.Code] })
	return slices.DeleteFunc(views, func(v *Member) bool { return v == nil }) // of those that joined later
}

// JSON writes texts and numbers for a script or a search engine. It escapes <, > and &, so the result cannot end the
// element that it is in.
func JSON(v any) json.RawMessage {
	out, err := json.Marshal(v)
	if err != nil {
		panic("pages: not JSON: " + err.Error())
	}
	return out
}
