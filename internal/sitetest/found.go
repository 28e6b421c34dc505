package sitetest

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"encoding/xml"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// A head is the metadata of a page.
type head struct {
	title, description, canonical string
	noindex                       bool
	structured                    []map[string]any
}

func (s *Site) heads(t *testing.T) map[string]*head {
	heads := map[string]*head{}
	s.Walk(t, func(page string, n *html.Node) {
		h := heads[page]
		if h == nil {
			h = &head{}
			heads[page] = h
		}
		switch {
		case n.Data == "title" && n.Namespace == "" && h.title == "":
			h.title = Text(n)
		case n.Data == "meta" && Attr(n, "name") == "description":
			h.description = Attr(n, "content")
		case n.Data == "meta" && Attr(n, "name") == "robots":
			h.noindex = strings.Contains(Attr(n, "content"), "noindex")
		case n.Data == "link" && Attr(n, "rel") == "canonical":
			h.canonical = Attr(n, "href")
		case n.Data == "script" && Attr(n, "type") == "application/ld+json":
			var things []map[string]any
			if err := json.Unmarshal([]byte(Text(n)), &things); err != nil {
				t.Errorf("%s: JSON-LD: %v", page, err)
			}
			h.structured = append(h.structured, things...)
		}
	})
	return heads
}

// at returns the file for an absolute address of the site.
func (s *Site) at(address string) (string, bool) {
	name, ok := strings.CutPrefix(address, s.Base)
	name, _, _ = strings.Cut(name, "#")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	_, there := s.Files[name]
	return name, ok && there
}

// checkSitemap checks that the sitemap lists exactly the pages that may be indexed, with days that come from articles
// and releases.
func checkSitemap(t *testing.T, s *Site) {
	files := s.Files
	var set struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(files["sitemap.xml"], &set); err != nil {
		t.Fatal(err)
	}
	var listed, want []string
	days := map[string]string{}
	for _, u := range set.URLs {
		name, ok := s.at(u.Loc)
		if !ok {
			t.Errorf("%s is not on the site", u.Loc)
		}
		listed = append(listed, name)
		days[name] = u.LastMod
		if _, err := time.Parse(time.DateOnly, u.LastMod); u.LastMod != "" && err != nil {
			t.Errorf("%s: %v", u.Loc, err)
		}
	}
	for page, h := range s.heads(t) {
		if own, _ := s.at(h.canonical); own == page && !h.noindex {
			want = append(want, page)
		}
	}
	slices.Sort(listed)
	slices.Sort(want)
	if !slices.Equal(listed, want) {
		t.Errorf("the sitemap has %d pages, want %d\n%q\n%q", len(listed), len(want), listed, want)
	}
	if !strings.Contains(string(files["robots.txt"]), "\nSitemap: "+s.Base+"sitemap.xml\n") {
		t.Errorf("robots.txt: %s", files["robots.txt"])
	}
}

// checkHeads checks that no two pages have the same title or description, and the JSON-LD of each page.
func checkHeads(t *testing.T, s *Site) {
	titles, descriptions := map[string]string{}, map[string]string{}
	kinds := map[string]int{}
	for page, h := range s.heads(t) {
		if own, _ := s.at(h.canonical); own != page || h.noindex {
			continue
		}
		if other := titles[h.title]; other != "" || h.title == "" {
			t.Errorf("%s and %s have the title %q", page, other, h.title)
		}
		if other := descriptions[h.description]; other != "" || h.description == "" {
			t.Errorf("%s and %s have the description %q", page, other, h.description)
		}
		titles[h.title], descriptions[h.description] = page, page
		crumbs := false
		for _, thing := range h.structured {
			kind, _ := thing["@type"].(string)
			kinds[kind]++
			if thing["@context"] != "https://schema.org" {
				t.Errorf("%s: a thing without a context: %v", page, thing)
			}
			switch kind {
			case "BreadcrumbList":
				crumbs = true
				checkCrumbs(t, s, page, thing)
			case "Article":
				checkThing(t, page, thing, "headline", "description", "datePublished", "dateModified", "author", "image", "publisher", "url")
				if _, ok := s.at(thing["image"].(string)); !ok {
					t.Errorf("%s: the image %v does not exist", page, thing["image"])
				}
			case "Dataset":
				checkDatasetThing(t, s, page, thing)
			}
		}
		if crumbs == (page == "index.html") {
			t.Errorf("%s: breadcrumbs: %v", page, crumbs)
		}
	}
	if kinds["Dataset"] != 1 || kinds["WebSite"] != 1 || kinds["BreadcrumbList"] == 0 {
		t.Errorf("the things of the site: %v", kinds)
	}
}

func checkThing(t *testing.T, page string, thing map[string]any, keys ...string) {
	t.Helper()
	for _, key := range keys {
		switch v := thing[key].(type) {
		case nil:
			t.Errorf("%s: %v has no %s", page, thing["@type"], key)
		case string:
			if v == "" {
				t.Errorf("%s: %v has an empty %s", page, thing["@type"], key)
			}
		case []any:
			if len(v) == 0 {
				t.Errorf("%s: %v has an empty %s", page, thing["@type"], key)
			}
		}
	}
}

func checkCrumbs(t *testing.T, s *Site, page string, thing map[string]any) {
	items, _ := thing["itemListElement"].([]any)
	if len(items) < 2 {
		t.Errorf("%s: %d crumbs", page, len(items))
		return
	}
	for i, it := range items {
		item := it.(map[string]any)
		name, ok := s.at(item["item"].(string))
		last := i == len(items)-1
		if !ok || item["name"] == "" || item["position"] != float64(i+1) || last != (name == page) || i == 0 && name != "index.html" {
			t.Errorf("%s: crumb %v", page, item)
		}
	}
}

func checkDatasetThing(t *testing.T, s *Site, page string, thing map[string]any) {
	keys := []string{"name", "description", "url", "license", "creator", "distribution", "temporalCoverage", "dateModified", "variableMeasured"}
	checkThing(t, page, thing, keys...)
	parts, _ := thing["hasPart"].([]any)
	if len(parts) == 0 {
		t.Errorf("%s: the figures of no source", page)
	}
	for _, p := range append([]any{thing}, parts...) {
		part := p.(map[string]any)
		checkThing(t, page, part, "name", "description", "license", "creator", "temporalCoverage")
		if n := len(part["description"].(string)); n < 50 || n > 5000 {
			t.Errorf("%s: a description of %d bytes", page, n)
		}
		files2, _ := part["distribution"].([]any)
		for _, d := range files2 {
			if _, ok := s.at(d.(map[string]any)["contentUrl"].(string)); !ok {
				t.Errorf("%s: %v does not exist", page, d)
			}
		}
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

// checkFeed checks both feeds of a page, and returns the numbers of their
// entries and charts.
func checkFeed(t *testing.T, s *Site, page string) (entries, charts int) {
	files := s.Files
	var atom struct {
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
	if err := xml.Unmarshal(files[page+"feed.xml"], &atom); err != nil {
		t.Fatal(err)
	}
	var feed struct {
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
	if err := json.Unmarshal(files[page+"feed.json"], &feed); err != nil {
		t.Fatal(err)
	}
	if atom.ID == "" || atom.Title == "" || atom.Author == "" || len(atom.Links) != 2 || atom.Links[0].Rel != "self" || atom.Links[0].Href != s.Base+page+"feed.xml" || atom.Links[1].Href != s.Base+page {
		t.Errorf("the head of the Atom feed: %+v", atom)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Home != s.Base+page || feed.Feed != s.Base+page+"feed.json" || feed.Title != atom.Title {
		t.Errorf("the head of the JSON feed: %+v", feed)
	}
	if len(feed.Items) != len(atom.Entries) {
		t.Fatalf("%s: %d and %d entries", page, len(atom.Entries), len(feed.Items))
	}
	ids, last := map[string]bool{}, ""
	for i, e := range atom.Entries {
		item := feed.Items[i]
		if item.ID != e.ID || item.Title != e.Title || item.HTML != e.Content.Text || item.Published != e.Published || item.Modified != e.Updated || item.URL != e.Link.Href {
			t.Errorf("%s is not the same in both feeds", e.ID)
		}
		if _, ok := s.at(e.Link.Href); !ok || ids[e.ID] || e.Title == "" || strings.Contains(e.Title, "<") || e.Content.Type != "html" {
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

// checkFeedText checks the text of an article in a feed and returns the number of its charts.
func checkFeedText(t *testing.T, s *Site, id, src string) (charts int) {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	facts := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains([]string{"script", "style", "svg", "details", "iframe"}, n.Data) || Attr(n, "class")+Attr(n, "id") != "" {
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
			case strings.HasPrefix(dest, s.Base) && strings.Contains(dest, "#"):
				if _, fragment, _ := strings.Cut(dest, "#"); !strings.Contains(string(s.Files[name]), `id="`+fragment+`"`) {
					t.Errorf("%s: %s leads to an id that does not exist", id, dest)
				}
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

// checkSearch checks that everything in the search index exists, that the page of everything by name has it too, and
// that the index is small.
func checkSearch(t *testing.T, s *Site) {
	files := s.Files
	var index struct {
		Words, Kinds map[string]string
		Entries      [][]string
	}
	if err := json.Unmarshal(files["search.json"], &index); err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	s.WalkPage(t, "a-z/index.html", func(n *html.Node) {
		if n.Data == "a" {
			named[Text(n)+" "+strings.TrimPrefix(Attr(n, "href"), "../")] = true
		}
	})
	kinds := map[string]int{}
	for _, e := range index.Entries {
		kind, name, to := e[0], e[1], e[2]
		kinds[kind]++
		file, fragment, _ := strings.Cut(to, "#")
		if src, ok := files[file]; !ok || fragment != "" && !strings.Contains(string(src), `id="`+fragment+`"`) || name == "" || index.Kinds[kind] == "" {
			t.Errorf("%q leads nowhere or has no name", e)
		}
		if kind != "section" && !named[name+" "+to] {
			t.Errorf("%s %q is not on the page of everything by name", kind, name)
		}
	}
	for kind := range index.Kinds {
		if kinds[kind] == 0 {
			t.Errorf("nothing of the kind %s is found", kind)
		}
	}
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = z.Write(files["search.json"])
	_ = z.Close()
	if b.Len() > 12_000 {
		t.Errorf("the index has %d bytes by gzip", b.Len())
	}
}

// checkCitations checks that the pages with figures show how to cite them: with an edition or a day, and with their
// canonical address.
func checkCitations(t *testing.T, s *Site) {
	heads := s.heads(t)
	cited := map[string]bool{}
	s.Walk(t, func(page string, n *html.Node) {
		if n.Data != "p" || Attr(n, "class") != "citing" {
			return
		}
		if cited[page] {
			t.Errorf("%s has two citations", page)
		}
		cited[page] = true
		said, address := Text(n), heads[page].canonical
		if !strings.HasSuffix(said, ". "+address) || !regexp.MustCompile(`Figures( as known on)?:? .*20\d\d\. `).MatchString(said) {
			t.Errorf("%s: %s", page, said)
		}
	})
	for page, h := range heads {
		own, _ := s.at(h.canonical)
		leads := slices.Contains([]string{"404.html", "a-z/index.html", "articles/index.html"}, page) || strings.HasPrefix(page, "tags/") || own != page
		if cited[page] == leads {
			t.Errorf("%s has a citation: %v", page, cited[page])
		}
	}
}

// checkFrame checks that every page below the home page has breadcrumbs, and that the foot of every page names the
// edition it was made from.
func checkFrame(t *testing.T, s *Site) {
	crumbs, feet := map[string]string{}, map[string]string{}
	framed := map[string]bool{}
	s.Walk(t, func(page string, n *html.Node) {
		switch {
		case n.Data == "header" && Attr(n, "class") == "site-head":
			framed[page] = true
		case n.Data == "nav" && strings.HasPrefix(Attr(n, "class"), "crumbs"):
			crumbs[page] = strings.Join(strings.Fields(strings.ReplaceAll(Text(n), "\n", " ")), " ")
		case n.Data == "footer" && Attr(n, "class") == "site-foot":
			feet[page] = Text(n)
		}
	})
	for page := range framed {
		if top := page == "index.html" || page == "404.html"; top != (crumbs[page] == "") {
			t.Errorf("%s: the breadcrumbs are %q", page, crumbs[page])
		}
		if !figuresOf.MatchString(feet[page]) {
			t.Errorf("%s: the foot is %q", page, feet[page])
		}
	}
}

// figuresOf matches what a foot says about the edition and the figures of its page.
var figuresOf = regexp.MustCompile(`(?s)\d+ \p{L}+ \d{4}.*\d figures`)
