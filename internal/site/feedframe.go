package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/export"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
	"burdenshare/internal/parallel"
)

// addFeeds adds the feeds of the report, with its newest articles, and of members, as Atom and as JSON Feed. They
// contain whole articles. A feed's days are those of its articles and releases.
func (s *Site) addFeeds(t *Templates, files *export.Files) {
	byURL := func(a, b *pages.Member) int { return cmp.Compare(a.URL, b.URL) }
	members := slices.Concat(s.Groups, slices.SortedFunc(maps.Values(s.Members), byURL))
	newest := func(list []*article.Article) []*article.Article { return list[:min(export.FeedLength, len(list))] }
	inFeeds := slices.Clone(newest(s.Articles))
	for _, m := range members {
		inFeeds = lists.With(inFeeds, newest(m.Articles)...)
	}
	items, faults := make([]export.FeedItem, len(inFeeds)), make([]error, len(inFeeds))
	parallel.Do(len(inFeeds), func(i int) { items[i], faults[i] = s.feedItem(t, inFeeds[i]) })
	if err := cmp.Or(faults...); err != nil {
		files.Wrong(templateError(err))
		return
	}
	of := func(list []*article.Article) []export.FeedItem {
		return lists.Each(newest(list), func(a *article.Article) export.FeedItem {
			return items[slices.Index(inFeeds, a)]
		})
	}
	s.export.Feed("", func() export.Feed {
		return export.Feed{Title: s.Config.Title, About: s.Config.Description, Items: of(s.Articles)}
	}, files)
	for _, m := range members {
		s.export.Feed(m.URL, func() export.Feed { return s.export.MemberFeed(m, of(m.Articles)) }, files)
	}
	files.Make()
}

// feedItem returns an article as feeds have it.
func (s *Site) feedItem(t *Templates, a *article.Article) (export.FeedItem, error) {
	at := s.Address(a.URL)
	item := export.FeedItem{Address: at, Title: a.Headline, Summary: a.Standfirst, Published: a.Date,
		Changed: civil.Later(a.Date, a.Updated), Authors: a.Authors, Tags: a.Tags}
	elsewhere := *t
	elsewhere.chart = t.feedChart
	f := newFrame(&pages.Page{Path: a.URL, Title: a.Headline, Written: a, View: &pages.Article{Article: a}},
		place{s, s.Config.BaseURL, &elsewhere})
	if c := f.Card(); c != nil {
		item.Image = s.Address(c.Path)
	}
	whole, err := f.whole(a)
	item.Whole = s.later(whole)
	return item, err
}

// later returns a function that returns a text, which is not in memory until then if it can be elsewhere.
func (s *Site) later(text string) func() string {
	if file := s.texts.Prose.Aside; file != nil {
		if at, ok := file.Put([]byte(text)); ok {
			return func() string { return file.Get(at) }
		}
	}
	return func() string { return text }
}

// Feed returns the title of a member's feed on its page, "" on others.
func (f *frame) Feed() string {
	if m, ok := f.View.(*pages.Member); ok {
		return f.Site.Catalog.Message("feed.member", "who", m.Name, "site", f.Site.Config.Title)
	}
	return ""
}

// whole returns the text of an article for reading away from the site: every address absolute, charts as their picture,
// facts as plain links to their evidence, and no markup that only the site's own style sheet knows.
func (f *frame) whole(a *article.Article) (string, error) {
	var text article.Segments
	for _, p := range a.BodyText() {
		switch shown := p.Shown.(type) {
		case article.Mute:
			continue
		case *article.ChartBlock:
			p.Shown = &article.ChartBlock{Chart: shown.Chart}
		}
		text = append(text, p)
	}
	html, err := f.Text(text)
	return export.ForFeeds(string(html), f.fromAbroad), err
}

// fromAbroad returns an address as it is written elsewhere.
func (f *frame) fromAbroad(dest string) string {
	if strings.HasPrefix(dest, "#") {
		return f.Site.Address(f.Path) + dest
	}
	path, here := strings.CutPrefix(dest, f.Site.Config.BaseURL)
	if !here {
		return dest
	}
	behind := ""
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path, behind = path[:i], path[i:]
	}
	if path == "index.html" || strings.HasSuffix(path, "/index.html") {
		path = strings.TrimSuffix(path, "index.html")
	}
	return f.Site.Config.BaseURL + path + behind
}
