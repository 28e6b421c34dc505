package sitetest

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"path"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// An atomFeed is a feed in Atom.
type atomFeed struct {
	XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string   `xml:"id"`
	Title   string   `xml:"title"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name"`
	Links   []struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	} `xml:"link"`
	Entries []struct {
		ID        string `xml:"id"`
		Title     string `xml:"title"`
		Published string `xml:"published"`
		Updated   string `xml:"updated"`
		Link      struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
		Content struct {
			Type string `xml:"type,attr"`
			Text string `xml:",chardata"`
		} `xml:"content"`
	} `xml:"entry"`
}

// A jsonFeed is a feed in JSON Feed.
type jsonFeed struct {
	Version, Title string
	Home           string `json:"home_page_url"`
	Feed           string `json:"feed_url"`
	Items          []struct {
		ID, URL, Title string
		HTML           string `json:"content_html"`
		Image          string
		Published      string `json:"date_published"`
		Modified       string `json:"date_modified"`
	}
}

// checkFeeds checks that both feeds have what feed readers need, and compares them with the site: every address is
// absolute, and those on the site exist.
func checkFeeds(t *testing.T, s *Site) {
	entries, charts := checkFeed(t, s, "")
	if entries == 0 || charts == 0 {
		t.Errorf("%d articles and %d charts in the feed", entries, charts)
	}
	members := 0
	for _, name := range s.Pages() {
		if dir := path.Dir(name); path.Dir(dir) == "members" {
			n, _ := checkFeed(t, s, dir+"/")
			members += n
		}
	}
	if members <= entries {
		t.Errorf("%d entries in the feeds of members", members)
	}
}

// checkFeed checks both feeds of a page, and returns the numbers of their entries and charts.
func checkFeed(t *testing.T, s *Site, page string) (entries, charts int) {
	var atom atomFeed
	if err := xml.Unmarshal(s.Files[page+"feed.xml"], &atom); err != nil {
		t.Fatal(err)
	}
	var feed jsonFeed
	if err := json.Unmarshal(s.Files[page+"feed.json"], &feed); err != nil {
		t.Fatal(err)
	}
	if atom.ID == "" || atom.Title == "" || atom.Author == "" || len(atom.Links) != 2 || atom.Links[0].Rel != "self" ||
		atom.Links[0].Href != s.Base+page+"feed.xml" || atom.Links[1].Href != s.Base+page {
		t.Errorf("the head of the Atom feed: %+v", atom)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Home != s.Base+page ||
		feed.Feed != s.Base+page+"feed.json" || feed.Title != atom.Title {
		t.Errorf("the head of the JSON feed: %+v", feed)
	}
	if len(feed.Items) != len(atom.Entries) {
		t.Fatalf("%s: %d and %d entries", page, len(atom.Entries), len(feed.Items))
	}
	ids, last := map[string]bool{}, ""
	for i, e := range atom.Entries {
		item := feed.Items[i]
		if item.ID != e.ID || item.Title != e.Title || item.HTML != e.Content.Text || item.Published != e.Published ||
			item.Modified != e.Updated || item.URL != e.Link.Href {
			t.Errorf("%s is not the same in both feeds", e.ID)
		}
		if _, ok := s.at(e.Link.Href); !ok || ids[e.ID] || e.Title == "" || strings.Contains(e.Title, "<") ||
			e.Content.Type != "html" {
			t.Errorf("an entry %s, %s, %q, %s", e.ID, e.Link.Href, e.Title, e.Content.Type)
		}
		if _, ok := s.at(item.Image); item.Image != "" && !ok {
			t.Errorf("%s: there is no image %s", e.ID, item.Image)
		}
		ids[e.ID] = true
		for _, day := range []string{e.Published, e.Updated} {
			if _, err := time.Parse(time.RFC3339, day); err != nil {
				t.Errorf("%s: %v", e.ID, err)
			}
		}
		last = max(last, e.Updated)
		charts += checkFeedText(t, s, e.ID, e.Content.Text)
	}
	if last != "" && atom.Updated != last {
		t.Errorf("%s: updated %s, its newest entry %s", page, atom.Updated, last)
	}
	return len(atom.Entries), charts
}

// hasID reports whether a page has the id that an address ends with, or none is asked for.
func hasID(page []byte, address string) bool {
	_, id, asked := strings.Cut(address, "#")
	return !asked || bytes.Contains(page, []byte(`id="`+id+`"`))
}

// checkFeedText checks the text of an article in a feed and returns the number of its charts.
func checkFeedText(t *testing.T, s *Site, id, src string) (charts int) {
	facts := 0
	for n := range s.parse(t, []byte(src)).Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains([]string{"script", "style", "svg", "details", "iframe"}, n.Data) ||
			Attr(n, "class")+Attr(n, "id") != "" {
			t.Errorf("%s: %s, class %q, id %q", id, n.Data, Attr(n, "class"), Attr(n, "id"))
		}
		for _, key := range []string{"href", "src", "srcset"} {
			dest := Attr(n, key)
			if dest == "" {
				continue
			}
			if strings.HasPrefix(dest, id+"#fact-") {
				facts++
			}
			name, there := s.at(dest)
			switch {
			case !strings.HasPrefix(dest, "https://") && !strings.HasPrefix(dest, "http://"):
				t.Errorf("%s: the address %q is not absolute", id, dest)
			case strings.HasPrefix(dest, s.Base) && !there:
				t.Errorf("%s: %s does not exist", id, dest)
			case strings.HasPrefix(dest, s.Base) && !hasID(s.Files[name], dest):
				t.Errorf("%s: %s leads to an id that does not exist", id, dest)
			}
		}
		if n.Data == "img" {
			if Attr(n, "alt") == "" {
				t.Errorf("%s: a picture without text: %s", id, Attr(n, "src"))
			}
			if path.Ext(Attr(n, "src")) == ".png" {
				charts++
			}
		}
	}
	if facts == 0 && !strings.Contains(id, "/data/figures/") { // the entry of a release
		t.Errorf("%s: no fact leads to its evidence", id)
	}
	return charts
}
