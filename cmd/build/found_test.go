package main

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

const realBase = "https://example.org/burden-sharing/"

// A head is what a page says of itself to those who do not see it.
type head struct {
	title, description, canonical string
	noindex                       bool
	structured                    []map[string]any
}

func headsOf(t *testing.T, files map[string][]byte) map[string]*head {
	heads := map[string]*head{}
	walk(t, files, func(page string, n *html.Node) {
		h := heads[page]
		if h == nil {
			h = &head{}
			heads[page] = h
		}
		switch {
		case n.Data == "title" && n.Namespace == "" && h.title == "":
			h.title = text(n)
		case n.Data == "meta" && attr(n, "name") == "description":
			h.description = attr(n, "content")
		case n.Data == "meta" && attr(n, "name") == "robots":
			h.noindex = strings.Contains(attr(n, "content"), "noindex")
		case n.Data == "link" && attr(n, "rel") == "canonical":
			h.canonical = attr(n, "href")
		case n.Data == "script" && attr(n, "type") == "application/ld+json":
			var things []map[string]any
			if err := json.Unmarshal([]byte(text(n)), &things); err != nil {
				t.Errorf("%s: JSON-LD: %v", page, err)
			}
			h.structured = append(h.structured, things...)
		}
	})
	return heads
}

// fileAt gives the file that answers an absolute address of the real site.
func fileAt(files map[string][]byte, address string) (string, bool) {
	name, ok := strings.CutPrefix(address, realBase)
	name, _, _ = strings.Cut(name, "#")
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	_, there := files[name]
	return name, ok && there
}

// TestRealSitemap holds that the sitemap lists exactly the pages that are to
// be found, with days that come from articles and releases.
func TestRealSitemap(t *testing.T) {
	files := published(t)
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
		name, ok := fileAt(files, u.Loc)
		if !ok {
			t.Errorf("%s is not on the site", u.Loc)
		}
		listed = append(listed, name)
		days[name] = u.LastMod
		if _, err := time.Parse(time.DateOnly, u.LastMod); u.LastMod != "" && err != nil {
			t.Errorf("%s: %v", u.Loc, err)
		}
	}
	for page, h := range headsOf(t, files) {
		if own, _ := fileAt(files, h.canonical); own == page && !h.noindex {
			want = append(want, page)
		}
	}
	slices.Sort(listed)
	slices.Sort(want)
	if !slices.Equal(listed, want) {
		t.Errorf("the sitemap has %d pages, %d are to be found\n%q\n%q", len(listed), len(want), listed, want)
	}
	for page, day := range map[string]string{"articles/fallon-briefing/index.html": "2026-07-07", // a figure in it was revised then
		"years/2006/index.html": "", "data/index.html": "2026-07-07"} {
		if _, ok := days[page]; ok && days[page] != day {
			t.Errorf("%s last changed %s, want %s", page, days[page], day)
		}
	}
	if !strings.Contains(string(files["robots.txt"]), "\nSitemap: "+realBase+"sitemap.xml\n") {
		t.Errorf("robots.txt: %s", files["robots.txt"])
	}
}

// TestRealHeads holds that no two pages have the same title or description,
// and what each says of itself in JSON-LD.
func TestRealHeads(t *testing.T) {
	files := published(t)
	titles, descriptions := map[string]string{}, map[string]string{}
	kinds := map[string]int{}
	for page, h := range headsOf(t, files) {
		if own, _ := fileAt(files, h.canonical); own != page || h.noindex {
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
				checkCrumbs(t, files, page, thing)
			case "Article":
				checkThing(t, page, thing, "headline", "description", "datePublished", "dateModified", "author", "image", "publisher", "url")
				if _, ok := fileAt(files, thing["image"].(string)); !ok {
					t.Errorf("%s: there is no image %v", page, thing["image"])
				}
			case "Dataset":
				checkDataset(t, files, page, thing)
			}
		}
		if crumbs == (page == "index.html") {
			t.Errorf("%s: breadcrumbs: %v", page, crumbs)
		}
	}
	if kinds["Dataset"] != 1 || kinds["WebSite"] != 1 || kinds["Article"] < 4 || kinds["BreadcrumbList"] < 100 || kinds["ClaimReview"] == 0 {
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

func checkCrumbs(t *testing.T, files map[string][]byte, page string, thing map[string]any) {
	items, _ := thing["itemListElement"].([]any)
	if len(items) < 2 {
		t.Errorf("%s: %d crumbs", page, len(items))
		return
	}
	for i, it := range items {
		item := it.(map[string]any)
		name, ok := fileAt(files, item["item"].(string))
		last := i == len(items)-1
		if !ok || item["name"] == "" || item["position"] != float64(i+1) || last != (name == page) || i == 0 && name != "index.html" {
			t.Errorf("%s: crumb %v", page, item)
		}
	}
}

func checkDataset(t *testing.T, files map[string][]byte, page string, thing map[string]any) {
	keys := []string{"name", "description", "url", "license", "creator", "distribution", "temporalCoverage", "dateModified", "variableMeasured"}
	checkThing(t, page, thing, keys...)
	parts, _ := thing["hasPart"].([]any)
	if len(parts) != 5 {
		t.Errorf("%s: the figures of %d sources", page, len(parts))
	}
	for _, p := range append([]any{thing}, parts...) {
		part := p.(map[string]any)
		checkThing(t, page, part, "name", "description", "license", "creator", "temporalCoverage")
		if n := len(part["description"].(string)); n < 50 || n > 5000 {
			t.Errorf("%s: a description of %d bytes", page, n)
		}
		if _, has := part["distribution"]; has == (part["name"] == "SIPRI") {
			t.Errorf("%s: %v: files are named: %v", page, part["name"], has)
		}
		files2, _ := part["distribution"].([]any)
		for _, d := range files2 {
			if _, ok := fileAt(files, d.(map[string]any)["contentUrl"].(string)); !ok {
				t.Errorf("%s: there is no %v", page, d)
			}
		}
	}
}

// TestRealFeeds holds both feeds against what their readers need, and against
// the site: every address is absolute, and what is of the site is there.
func TestRealFeeds(t *testing.T) {
	files := published(t)
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
	if err := xml.Unmarshal(files["feed.xml"], &atom); err != nil {
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
	if err := json.Unmarshal(files["feed.json"], &feed); err != nil {
		t.Fatal(err)
	}
	if atom.ID == "" || atom.Title == "" || atom.Author == "" || len(atom.Links) != 2 || atom.Links[0].Rel != "self" || atom.Links[0].Href != realBase+"feed.xml" || atom.Links[1].Href != realBase {
		t.Errorf("the head of the Atom feed: %+v", atom)
	}
	if feed.Version != "https://jsonfeed.org/version/1.1" || feed.Home != realBase || feed.Feed != realBase+"feed.json" || feed.Title != atom.Title {
		t.Errorf("the head of the JSON feed: %+v", feed)
	}
	if len(atom.Entries) < 4 || len(feed.Items) != len(atom.Entries) {
		t.Fatalf("%d and %d articles", len(atom.Entries), len(feed.Items))
	}
	ids, last, charts := map[string]bool{}, "", 0
	for i, e := range atom.Entries {
		item := feed.Items[i]
		if item.ID != e.ID || item.Title != e.Title || item.HTML != e.Content.Text || item.Published != e.Published || item.Modified != e.Updated || item.URL != e.Link.Href {
			t.Errorf("%s is not the same in both feeds", e.ID)
		}
		if _, ok := fileAt(files, e.Link.Href); !ok || ids[e.ID] || e.Title == "" || strings.Contains(e.Title, "<") || e.Content.Type != "html" {
			t.Errorf("an entry %s, %s, %q, %s", e.ID, e.Link.Href, e.Title, e.Content.Type)
		}
		if _, ok := fileAt(files, item.Image); !ok {
			t.Errorf("%s: there is no image %s", e.ID, item.Image)
		}
		ids[e.ID] = true
		for _, day := range []string{e.Published, e.Updated} {
			if _, err := time.Parse(time.RFC3339, day); err != nil {
				t.Errorf("%s: %v", e.ID, err)
			}
		}
		last = max(last, e.Updated)
		charts += checkFeedText(t, files, e.ID, e.Content.Text)
	}
	if atom.Updated != last {
		t.Errorf("updated %s, its newest entry %s", atom.Updated, last)
	}
	if charts < 4 {
		t.Errorf("%d charts in the feed", charts)
	}
}

// checkFeedText looks through the text of an article in a feed and gives the
// number of its charts.
func checkFeedText(t *testing.T, files map[string][]byte, id, src string) (charts int) {
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	facts := 0
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains([]string{"script", "style", "svg", "details", "iframe"}, n.Data) || attr(n, "class")+attr(n, "id") != "" {
			t.Errorf("%s: %s, class %q, id %q", id, n.Data, attr(n, "class"), attr(n, "id"))
		}
		for _, key := range []string{"href", "src", "srcset"} {
			dest := attr(n, key)
			if dest == "" {
				continue
			}
			if strings.HasPrefix(dest, id+"#fact-") {
				facts++
			}
			name, there := fileAt(files, dest)
			switch {
			case !strings.HasPrefix(dest, "https://") && !strings.HasPrefix(dest, "http://"):
				t.Errorf("%s: the address %q is not absolute", id, dest)
			case strings.HasPrefix(dest, realBase) && !there:
				t.Errorf("%s: there is no %s", id, dest)
			case strings.HasPrefix(dest, realBase) && strings.Contains(dest, "#"):
				if _, fragment, _ := strings.Cut(dest, "#"); !strings.Contains(string(files[name]), `id="`+fragment+`"`) {
					t.Errorf("%s: %s leads to no such place", id, dest)
				}
			}
		}
		if n.Data == "img" {
			if attr(n, "alt") == "" {
				t.Errorf("%s: a picture without words: %s", id, attr(n, "src"))
			}
			if path.Ext(attr(n, "src")) == ".png" {
				charts++
			}
		}
	}
	if facts == 0 {
		t.Errorf("%s: no fact leads to its evidence", id)
	}
	return charts
}

// TestRealSearch holds that everything search finds is there, that the page
// of everything by name has it too, and that the index is small.
func TestRealSearch(t *testing.T) {
	files := published(t)
	var index struct {
		Words, Kinds map[string]string
		Entries      [][]string
	}
	if err := json.Unmarshal(files["search.json"], &index); err != nil {
		t.Fatal(err)
	}
	named := map[string]bool{}
	walk(t, map[string][]byte{"a-z/index.html": files["a-z/index.html"]}, func(_ string, n *html.Node) {
		if n.Data == "a" {
			named[text(n)+" "+strings.TrimPrefix(attr(n, "href"), "../")] = true
		}
	})
	kinds := map[string]int{}
	for _, e := range index.Entries {
		kind, name, to := e[0], e[1], e[2]
		kinds[kind]++
		file, fragment, _ := strings.Cut(to, "#")
		if src, ok := files[file]; !ok || fragment != "" && !strings.Contains(string(src), `id="`+fragment+`"`) || name == "" || index.Kinds[kind] == "" {
			t.Errorf("%q leads nowhere, or is nothing that can be named", e)
		}
		if kind != "section" && !named[name+" "+to] {
			t.Errorf("%s %q is not in everything by name", kind, name)
		}
	}
	for kind, least := range map[string]int{"member": 32, "year": 10, "article": 4, "tag": 4, "term": 20, "section": 5, "source": 5, "claim": 5, "page": 8} {
		if kinds[kind] < least {
			t.Errorf("%d of the kind %s, want %d at least", kinds[kind], kind, least)
		}
	}
	if !named["Deutschland members/germany/index.html"] || !named["Ελλάδα members/greece/index.html"] {
		t.Error("members do not stand under their other names")
	}
	var b bytes.Buffer
	z, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	_, _ = z.Write(files["search.json"])
	_ = z.Close()
	if b.Len() > 12_000 {
		t.Errorf("the index has %d bytes by gzip", b.Len())
	}
}

// TestRealCitations holds that the pages with figures say how to cite them:
// with an edition or a day, and under the address by which they are found.
func TestRealCitations(t *testing.T) {
	files := published(t)
	heads := headsOf(t, files)
	cited := map[string]bool{}
	walk(t, files, func(page string, n *html.Node) {
		if n.Data != "p" || attr(n, "class") != "citing" {
			return
		}
		if cited[page] {
			t.Errorf("%s says twice how to cite it", page)
		}
		cited[page] = true
		said, address := text(n), heads[page].canonical
		if !strings.HasSuffix(said, ". "+address) || !strings.Contains(said, "Who carries the burden") || !regexp.MustCompile(`Figures( as known on)?:? .*20\d\d\. `).MatchString(said) {
			t.Errorf("%s: %s", page, said)
		}
	})
	for page, h := range heads {
		own, _ := fileAt(files, h.canonical)
		leads := slices.Contains([]string{"404.html", "a-z/index.html", "articles/index.html"}, page) || strings.HasPrefix(page, "tags/") || own != page
		if cited[page] == leads {
			t.Errorf("%s says how to cite it: %v", page, cited[page])
		}
	}
}
