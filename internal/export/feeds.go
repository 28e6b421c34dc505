package export

import (
	"encoding/json"
	"html"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// FeedLength is how many articles and releases a feed has, the newest ones.
const FeedLength = 20

// A Feed is the feed of the report or of one of its members.
type Feed struct {
	Title, About string
	Items        []FeedItem
}

// A FeedItem is an article or a release in Atom and JSON Feed.
type FeedItem struct {
	Address            string // absolute; it is also what readers' programs know it by
	Title, Summary     string
	Whole              func() string // its text as HTML whose addresses are absolute
	Published, Changed civil.Date
	Authors, Tags      []string
	Image              string // absolute address of its card; "" for none
}

// FeedsOf returns the addresses of the feeds that belong to a page.
func FeedsOf(page string) (atom, json string) { return page + "feed.xml", page + "feed.json" }

// MemberFeed returns the feed of a member: articles about it, and the releases that moved it.
func (s *Export) MemberFeed(v *pages.Member, articles []FeedItem) Feed {
	f := Feed{Title: s.Catalog.Message("feed.member", "who", v.Name, "site", s.Config.Title),
		About: s.Catalog.Message("feed.about_member", "who", v.Name, "source", s.Source.Name)}
	f.Items = slices.Concat(articles, lists.Each(v.Moves(), func(m pages.Move) FeedItem { return s.moveItem(v, m) }))
	slices.SortStableFunc(f.Items, func(a, b FeedItem) int { return b.Published.Compare(a.Published) })
	f.Items = f.Items[:min(FeedLength, len(f.Items))]
	return f
}

// moveItem returns the item of a release that revised a member's figures.
func (s *Export) moveItem(v *pages.Member, m pages.Move) FeedItem {
	var lines strings.Builder
	for _, l := range m.Lines {
		values := []any{"year", l.Is.Year, "now", s.marked(l.Is), "source", m.Edition.Source.Name}
		line := s.Catalog.Message("feed.added", values...)
		if l.Was != nil {
			values = append(values, "was", s.marked(l.Was))
			if line = s.Catalog.Message("feed.revised", values...); dataset.BreakBetween(l.Was, l.Is) != nil {
				line = s.Catalog.Message("feed.broken", values...)
			}
		}
		lines.WriteString("<li>" + html.EscapeString(line) + "</li>\n")
	}
	first := m.Lines[0].Is
	at := s.Address(report.RecordURL(v.Code) + "#" + report.RecordID(first))
	return FeedItem{Address: at, Published: first.Released, Changed: first.Released,
		Title: s.Catalog.Message("feed.moved", "who", v.Name, "now", s.Stands(first),
			"edition", s.EditionName(m.Edition)),
		Whole: func() string { return "<ul>\n" + lines.String() + "</ul>\n" }}
}

// marked returns a figure, marked if it is an estimate.
func (s *Export) marked(f *dataset.Figure) string {
	if f.Status == dataset.Estimate {
		return s.Catalog.Message("chart.number_estimate", "v", s.AmountOf(f))
	}
	return s.AmountOf(f)
}

// timestamp writes a day as feeds have it.
func timestamp(day civil.Date) string { return day.String() + "T00:00:00Z" }

// feedChanged returns the day of the newest item; of a feed without any, that of the newest edition.
func (s *Export) feedChanged(items []FeedItem) civil.Date {
	var day civil.Date
	for _, item := range items {
		day = civil.Later(day, item.Changed)
	}
	if day.IsZero() {
		if e := s.NewestEdition(); e != nil {
			return e.Release.Date
		}
		return s.Guideline.Adopted
	}
	return day
}

// atom writes a feed in Atom.
func (s *Export) atom(page string, f Feed) []byte {
	self, _ := FeedsOf(page)
	return encodeXML("atom.xml", struct {
		Feed
		Language, Site, Home, Self string
		Updated                    civil.Date
	}{f, s.Config.Language, s.Config.Title, s.Address(page), s.Address(self), s.feedChanged(f.Items)})
}

// jsonFeed writes a feed as JSON Feed, version 1.1.
func (s *Export) jsonFeed(page string, f Feed) []byte {
	_, self := FeedsOf(page)
	items := []pages.Object{}
	for _, item := range f.Items {
		var authors []pages.Object
		for _, name := range item.Authors {
			authors = append(authors, pages.Object{{"name", name}})
		}
		items = append(items, pages.Object{{"id", item.Address}, {"url", item.Address}, {"title", item.Title},
			{"content_html", pages.JSON(item.Whole())}, {"summary", item.Summary}, {"image", item.Image},
			{"date_published", timestamp(item.Published)}, {"date_modified", timestamp(item.Changed)},
			{"authors", authors}, {"tags", item.Tags}})
	}
	return encodeJSON(pages.Object{{"version", "https://jsonfeed.org/version/1.1"}, {"title", f.Title},
		{"home_page_url", s.Address(page)}, {"feed_url", s.Address(self)}, {"description", f.About},
		{"language", s.Config.Language},
		{"authors", []pages.Object{{{"name", s.Config.Title}, {"url", s.Address("")}}}}, {"items", items}}, " ")
}

// encodeJSON writes a value as a file.
func encodeJSON(v any, indent string) []byte {
	out, err := json.MarshalIndent(v, "", indent)
	if err != nil {
		panic(err) // the values are structs of texts and numbers
	}
	return append(out, '\n')
}

// Feed adds the feed of a page as Atom and as JSON Feed, with its items whole, to be read where they are gathered.
func (s *Export) Feed(page string, of func() Feed, files *Files) {
	atom, json := FeedsOf(page)
	files.Group([]string{atom, json}, nil, func() {
		f := of()
		files.Add(atom, s.atom(page, f))
		files.Add(json, s.jsonFeed(page, f))
	})
}
