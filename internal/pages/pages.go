package pages

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/internal/parallel"
)

// makePages makes every page of the site. Each page type has a line here, its view in a file of its own, and its
// template.
func (s *maker) makePages() {
	home, say := s.addHome(), s.Catalog.Message
	s.addMembers()
	s.addYears(home)
	s.addMarks()
	s.addArticles()
	s.addArticlePages()
	for _, t := range s.tags {
		s.addTag(t)
	}
	s.addOfSources(Page{Path: "data/", Template: "data.html", Title: say("data.title"), Section: "data/",
		View: s.dataView(), Summary: say("data.summary"), Changed: s.NewestDay()})
	for _, v := range s.records() {
		s.addOfSources(Page{Path: v.URL, Template: "records.html", Title: say("records.title", "who", v.Name),
			Section: "data/", View: v, Summary: say("records.summary", "who", v.Name, "n", v.Count),
			Changed: s.memberDays[v.Code]})
	}
	if len(s.Claims) > 0 {
		s.add(s.claimsPage())
	}
	for _, a := range s.Menu {
		s.add(Page{Path: a.URL, Template: "page.html", Title: a.Headline, Section: a.URL, View: a,
			Written: a, Summary: a.Standfirst, Charts: a.Charts, Changed: lastOfArticle(a),
			Cited: s.citedBy(a.Headline, nil)})
	}
	s.makeEntries()
	s.addIndex()
	if s.drafts {
		s.add(Page{Path: stylePath, Template: "styleguide.html", Title: say("style.title"),
			Summary: say("style.summary"), View: s.styleGuide(home), Cited: s.citedBy(say("style.title"), nil)})
	}
	s.add(Page{Path: "404.html", Template: "404.html", Title: say("missing.name"), Summary: say("missing.summary")})
	for _, p := range s.pages {
		if p.Written == nil && p.Path != "years/" { // counted when they were answered, or on the home page
			s.charts += len(chart.Drawn(p.Charts))
		}
	}
}

// addMembers adds the list of members, the page of each member and group, and that which compares them.
func (s *maker) addMembers() {
	members := s.memberList()
	s.addOfFigures(Page{Path: "members/", Template: "members.html", Title: s.Catalog.Message("members.title"),
		Section: "members/", View: s.membersView(members),
		Summary: s.Catalog.Message("members.summary", "allies", s.Config.Plural, "guideline", s.Guideline.Name)}, nil)
	everyone := slices.Concat(members, s.Groups)
	parallel.Do(len(everyone), func(i int) { s.complete(everyone[i]) })
	for _, m := range everyone {
		p := Page{Path: m.URL, Template: "member.html", Title: m.Name, Section: "members/", View: m,
			Summary: m.summary(s), Charts: m.charts(), Lines: m.Articles,
			Changed: civil.Later(s.memberDays[m.Code], lastOf(m.Articles))}
		kicker := i18n.Capital(s.Config.Singular)
		if m.Group {
			kicker = s.Catalog.Message("search.kind.group")
		}
		p.Card = s.chartCard(p, m.Chart, kicker)
		if m.Figure == nil { // what it has are figures of other sources
			s.addOfSources(p)
		} else {
			s.addOfFigures(p, m.Edition)
		}
	}
	if s.Compare = s.comparison(everyone); s.Compare != nil {
		s.addOfFigures(Page{Path: ComparePath, Template: "compare.html", Title: s.Catalog.Message("compare.title"),
			Section: ComparePath, View: s.Compare, Changed: s.NewestDay(),
			Summary: s.Catalog.Message("compare.summary", "allies", s.Config.Plural)}, nil)
	}
}

// addYears adds the list of years and the page of each; the list has the chart of the home page.
func (s *maker) addYears(home *Home) {
	parallel.Do(len(s.Years), func(i int) { s.completeYear(s.Years[i]) })
	years := Years{Years: s.Years, Chart: home.Meeting}
	if years.Chart != nil {
		years.Panels = s.Draw(chart.Spec{Kind: "panels"})
	}
	s.addOfFigures(Page{Path: "years/", Template: "years.html", Title: s.Catalog.Message("frame.years"),
		Section: "years/", View: years, Charts: drawn(years.Chart, years.Panels), Changed: s.NewestDay(),
		Summary: s.Catalog.Message("years.summary", "allies", s.Config.Plural, "guideline", s.Guideline.Name)}, nil)
	for _, y := range s.Years {
		p := Page{Path: y.URL, Template: "year.html", Title: strconv.Itoa(y.Year), Section: "years/", View: y,
			Charts: drawn(y.Chart), Changed: s.yearDays[y.Year],
			Summary: s.Catalog.Message("year.summary_singles", "year", y.Year)}
		var edition *dataset.Edition
		if y.Tally != nil {
			edition, p.Summary = y.Tally.Edition, s.TallySays("year.summary", y.Tally)
		}
		p.Card = s.chartCard(p, y.Chart, "")
		s.addOfFigures(p, edition)
	}
}

// addArticlePages adds each article and its page with the newest figures.
func (s *maker) addArticlePages() {
	views := asof.Views(s.Report, s.Articles)
	for i, a := range s.Articles {
		now := views[i]
		s.add(Page{Path: a.URL, Template: "article.html", Title: a.Headline, Section: "articles/",
			View: &Article{a, now}, Written: a, Summary: a.Standfirst, Charts: a.Charts, Changed: lastOfArticle(a),
			Card: s.articleCard(a), Cited: s.citedArticle(a)})
		if now != nil {
			s.charts += len(chart.Drawn(now.Charts))
			s.add(Page{Path: now.URL(), Template: "now.html", Section: "articles/", View: now, Of: a.URL,
				Written: a, Charts: now.Charts, Title: s.Catalog.Message("now.title", "article", a.Headline),
				Summary: s.Catalog.Message("now.summary", "then", a.Date, "now", now.Day)})
		}
	}
}

func (s *maker) add(p Page) { s.pages = append(s.pages, &p) }

// Years is what the list of years shows.
type Years struct {
	Years []*Year
	Chart *chart.Chart // nil when nothing can be counted

	Panels *chart.Chart // the line of each member; nil likewise
}

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
			slug := address.Slug(tag)
			url := "tags/" + slug + "/"
			if slug == "" {
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

// An Object is an object of JSON: pairs of a name and a value, in their order. What is empty is left out.
type Object [][2]any

// MarshalJSON writes the object.
func (o Object) MarshalJSON() ([]byte, error) {
	b := []byte("{")
	for _, field := range o {
		if v := reflect.ValueOf(field[1]); !v.IsValid() || v.IsZero() {
			continue
		}
		value, err := json.Marshal(field[1])
		if err != nil {
			return nil, err
		}
		if len(b) > 1 {
			b = append(b, ',')
		}
		b = append(fmt.Appendf(b, "%q:", field[0]), value...)
	}
	return append(b, '}'), nil
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
