package sitetest

import (
	"encoding/json"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// A head is the metadata of a page.
type head struct {
	title, canonical string
	meta             map[string]string // by name or property
	structured       []map[string]any
}

func (s *Site) heads(t *testing.T) map[string]*head {
	heads := map[string]*head{}
	s.Walk(t, func(page string, n *html.Node) {
		h := heads[page]
		if h == nil {
			h = &head{meta: map[string]string{}}
			heads[page] = h
		}
		switch {
		case n.Data == "title" && n.Namespace == "" && h.title == "":
			h.title = Text(n)
		case n.Data == "meta":
			h.meta[Attr(n, "property")+Attr(n, "name")] = Attr(n, "content")
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

// listed reports whether a page may be found: it is not another's, and no robot is sent away.
func (h *head) listed(s *Site, page string) bool {
	own, _ := s.at(h.canonical)
	return own == page && !strings.Contains(h.meta["robots"], "noindex")
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
	var set struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc     string `xml:"loc"`
			LastMod string `xml:"lastmod"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(s.Files["sitemap.xml"], &set); err != nil {
		t.Fatal(err)
	}
	var listed, want []string
	for _, u := range set.URLs {
		name, ok := s.at(u.Loc)
		if !ok {
			t.Errorf("%s is not on the site", u.Loc)
		}
		listed = append(listed, name)
		if _, err := time.Parse(time.DateOnly, u.LastMod); u.LastMod != "" && err != nil {
			t.Errorf("%s: %v", u.Loc, err)
		}
	}
	for page, h := range s.heads(t) {
		if h.listed(s, page) {
			want = append(want, page)
		}
	}
	slices.Sort(listed)
	slices.Sort(want)
	if !slices.Equal(listed, want) {
		t.Errorf("the sitemap has %d pages, want %d\n%q\n%q", len(listed), len(want), listed, want)
	}
	robots := string(s.Files["robots.txt"])
	if !strings.Contains(robots, "\nSitemap: "+s.Base+"sitemap.xml\n") {
		t.Errorf("robots.txt: %s", robots)
	}
}

// checkHeads checks that no two pages have the same title or description, and the JSON-LD of each page.
func checkHeads(t *testing.T, s *Site) {
	called := map[string]string{} // pages by their title, and by their description
	kinds := map[string]int{}
	for page, h := range s.heads(t) {
		if !h.listed(s, page) {
			continue
		}
		for what, text := range map[string]string{"title": h.title, "description": h.meta["description"]} {
			if other := called[what+text]; other != "" || text == "" {
				t.Errorf("%s and %s have the %s %q", page, other, what, text)
			}
			called[what+text] = page
		}
		breadcrumbs := false
		for _, thing := range h.structured {
			kind, _ := thing["@type"].(string)
			kinds[kind]++
			breadcrumbs = breadcrumbs || kind == "BreadcrumbList"
			checkEntity(t, s, page, thing)
		}
		if breadcrumbs == (page == "index.html") {
			t.Errorf("%s: breadcrumbs: %v", page, breadcrumbs)
		}
	}
	if kinds["Dataset"] != 1 || kinds["WebSite"] != 1 || kinds["BreadcrumbList"] == 0 {
		t.Errorf("the things of the site: %v", kinds)
	}
}

// checkEntity checks what a page tells of one thing, and that the pictures and files that it names exist.
func checkEntity(t *testing.T, s *Site, page string, thing map[string]any) {
	t.Helper()
	if err := schemaOf("entities.json").Validate(any(thing)); err != nil {
		t.Errorf("%s: %v", page, err)
		return
	}
	for _, to := range addressesIn(thing) {
		if _, ok := s.at(to); !ok {
			t.Errorf("%s: %s does not exist", page, to)
		}
	}
	if thing["@type"] == "BreadcrumbList" {
		checkBreadcrumbs(t, s, page, thing)
	}
}

// addressesIn returns the addresses of pictures and files in what is told of a thing.
func addressesIn(thing any) (list []string) {
	switch thing := thing.(type) {
	case []any:
		for _, part := range thing {
			list = append(list, addressesIn(part)...)
		}
	case map[string]any:
		for key, part := range thing {
			if to, ok := part.(string); ok && (key == "image" || key == "contentUrl") {
				list = append(list, to)
			}
			list = append(list, addressesIn(part)...)
		}
	}
	return list
}

func checkBreadcrumbs(t *testing.T, s *Site, page string, thing map[string]any) {
	items := thing["itemListElement"].([]any)
	for i, it := range items {
		item := it.(map[string]any)
		name, ok := s.at(item["item"].(string))
		last := i == len(items)-1
		if !ok || item["position"] != float64(i+1) || last != (name == page) || i == 0 && name != "index.html" {
			t.Errorf("%s: crumb %v", page, item)
		}
	}
}

// checkSearch checks that everything in the search index exists, that the page of everything by name has it too, and
// that the index is small.
func checkSearch(t *testing.T, s *Site) {
	var index struct {
		Words, Kinds map[string]string
		Entries      [][]string
	}
	if err := json.Unmarshal(s.Files["search.json"], &index); err != nil {
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
		file, _, _ := strings.Cut(to, "#")
		src, ok := s.Files[file]
		if !ok || !hasID(src, to) || name == "" || index.Kinds[kind] == "" {
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
	if n := s.weight(t, "search.json"); n > 12_000 {
		t.Errorf("the index has %d bytes by gzip", n)
	}
}

var figuresCited = regexp.MustCompile(`Figures( as known on)?:? .*20\d\d\. `)

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
		if !strings.HasSuffix(said, ". "+address) || !figuresCited.MatchString(said) {
			t.Errorf("%s: %s", page, said)
		}
	})
	for page, h := range heads {
		own, _ := s.at(h.canonical)
		leads := slices.Contains([]string{"404.html", "a-z/index.html", "articles/index.html"}, page) ||
			strings.HasPrefix(page, "tags/") || own != page
		if cited[page] == leads {
			t.Errorf("%s has a citation: %v", page, cited[page])
		}
	}
}

// checkFrame checks that every page below the home page has breadcrumbs, and that the foot of every page names the
// edition it was made from.
func checkFrame(t *testing.T, s *Site) {
	for _, page := range s.Pages() {
		framed, breadcrumbs, foot := false, "", ""
		s.WalkPage(t, page, func(n *html.Node) {
			switch {
			case n.Data == "header" && Attr(n, "class") == "site-head":
				framed = true
			case n.Data == "nav" && strings.HasPrefix(Attr(n, "class"), "breadcrumbs"):
				breadcrumbs = plainWords(Text(n))
			case n.Data == "footer" && Attr(n, "class") == "site-foot":
				foot = Text(n)
			}
		})
		if top := page == "index.html" || page == "404.html"; framed && top != (breadcrumbs == "") {
			t.Errorf("%s: the breadcrumbs are %q", page, breadcrumbs)
		}
		if framed && !figuresOf.MatchString(foot) {
			t.Errorf("%s: the foot is %q", page, foot)
		}
	}
}

// figuresOf matches what a foot says about the edition and the figures of its page.
var figuresOf = regexp.MustCompile(`(?s)\d+ \p{L}+ \d{4}.*\d figures`)
