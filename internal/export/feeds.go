package export

import (
	"encoding/json"
	"encoding/xml"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
)

// FeedLength is how many articles a feed has, the newest ones.
const FeedLength = 20

// A FeedItem is an article as both feeds tell it.
type FeedItem struct {
	*article.Article
	Address string // absolute
	Whole   string // its text as HTML whose addresses are absolute
	Changed civil.Date
	Image   string // absolute address of its card; "" for none
}

// moment writes a day as feeds have it.
func moment(day civil.Date) string { return day.String() + "T00:00:00Z" }

// feedChanged is the day of the newest item; of a feed without any, that of
// the newest edition.
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

// Atom, RFC 4287.
type (
	atomFeed struct {
		XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
		Lang     string      `xml:"xml:lang,attr"`
		ID       string      `xml:"id"`
		Title    string      `xml:"title"`
		Subtitle string      `xml:"subtitle,omitempty"`
		Updated  string      `xml:"updated"`
		Links    []atomLink  `xml:"link"`
		Icon     string      `xml:"icon,omitempty"`
		Author   atomPerson  `xml:"author"`
		Entries  []atomEntry `xml:"entry"`
	}
	atomEntry struct {
		ID         string         `xml:"id"`
		Title      string         `xml:"title"`
		Link       atomLink       `xml:"link"`
		Published  string         `xml:"published"`
		Updated    string         `xml:"updated"`
		Authors    []atomPerson   `xml:"author"`
		Categories []atomCategory `xml:"category"`
		Summary    string         `xml:"summary,omitempty"`
		Content    atomText       `xml:"content"`
	}
	atomLink struct {
		Rel  string `xml:"rel,attr"`
		Type string `xml:"type,attr,omitempty"`
		Href string `xml:"href,attr"`
	}
	atomPerson struct {
		Name string `xml:"name"`
	}
	atomCategory struct {
		Term string `xml:"term,attr"`
	}
	atomText struct {
		Type string `xml:"type,attr"`
		Text string `xml:",chardata"`
	}
)

func (s *Export) atom(items []FeedItem) []byte {
	feed := atomFeed{Lang: s.Config.Language, ID: s.Address(""), Title: s.Config.Title, Subtitle: s.Config.Description,
		Updated: moment(s.feedChanged(items)), Author: atomPerson{s.Config.Title}, Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: s.Address("feed.xml")},
			{Rel: "alternate", Type: "text/html", Href: s.Address("")},
		}}
	for _, item := range items {
		e := atomEntry{ID: item.Address, Title: item.Headline, Link: atomLink{Rel: "alternate", Type: "text/html", Href: item.Address},
			Published: moment(item.Date), Updated: moment(item.Changed), Summary: item.Standfirst, Content: atomText{"html", item.Whole}}
		for _, name := range item.Authors {
			e.Authors = append(e.Authors, atomPerson{name})
		}
		for _, tag := range item.Tags {
			e.Categories = append(e.Categories, atomCategory{tag})
		}
		feed.Entries = append(feed.Entries, e)
	}
	return encodeXML(feed)
}

// JSON Feed, version 1.1.
type (
	jsonFeed struct {
		Version     string       `json:"version"`
		Title       string       `json:"title"`
		Home        string       `json:"home_page_url"`
		Feed        string       `json:"feed_url"`
		Description string       `json:"description,omitempty"`
		Language    string       `json:"language"`
		Authors     []jsonPerson `json:"authors"`
		Items       []jsonItem   `json:"items"`
	}
	jsonPerson struct {
		Name string `json:"name"`
		URL  string `json:"url,omitempty"`
	}
	jsonItem struct {
		ID        string       `json:"id"`
		URL       string       `json:"url"`
		Title     string       `json:"title"`
		HTML      string       `json:"content_html"`
		Summary   string       `json:"summary,omitempty"`
		Image     string       `json:"image,omitempty"`
		Published string       `json:"date_published"`
		Modified  string       `json:"date_modified"`
		Authors   []jsonPerson `json:"authors,omitempty"`
		Tags      []string     `json:"tags,omitempty"`
	}
)

func (s *Export) jsonFeed(items []FeedItem) []byte {
	feed := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: s.Config.Title, Home: s.Address(""), Feed: s.Address("feed.json"),
		Description: s.Config.Description, Language: s.Config.Language, Authors: []jsonPerson{{s.Config.Title, s.Address("")}}, Items: []jsonItem{}}
	for _, item := range items {
		e := jsonItem{ID: item.Address, URL: item.Address, Title: item.Headline, HTML: item.Whole, Summary: item.Standfirst, Image: item.Image,
			Published: moment(item.Date), Modified: moment(item.Changed), Tags: item.Tags}
		for _, name := range item.Authors {
			e.Authors = append(e.Authors, jsonPerson{Name: name})
		}
		feed.Items = append(feed.Items, e)
	}
	return encodeJSON(feed)
}

// encodeJSON writes a value as a file.
func encodeJSON(v any) []byte {
	out, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		panic(err) // the values are structs of texts
	}
	return append(out, '\n')
}

// Feeds adds the newest articles as Atom and as JSON Feed, whole: they can be
// read where they are gathered. A feed's days are those of its articles.
func (s *Export) Feeds(items []FeedItem, files map[string][]byte) {
	files["feed.xml"] = s.atom(items)
	files["feed.json"] = s.jsonFeed(items)
}
