package sitetest

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// CheckLinks serves the site below the path of its address as GitHub Pages does, and follows all references: links,
// pictures, scripts, style sheets and what those load.
func CheckLinks(t *testing.T, s *Site) {
	t.Helper()
	base, files := s.base(), s.Files
	pages := servedAsPages(base.Path, files)
	c := s.crawl(t, base, func(u *url.URL) (int, []byte) {
		w := httptest.NewRecorder()
		pages.ServeHTTP(w, httptest.NewRequest(http.MethodGet, u.RequestURI(), nil))
		return w.Code, w.Body.Bytes()
	})
	if c.references < len(files) {
		t.Errorf("only %d references were followed", c.references)
	}

	// The page for a missing address has the site's style at any depth.
	for _, at := range []string{"nothing", "members/nobody/", "a/b/c/d/e.html"} {
		u := base.ResolveReference(&url.URL{Path: at})
		status, body := c.fetch(u)
		if status != http.StatusNotFound || !bytes.Equal(body, files["404.html"]) {
			t.Errorf("%s: status %d, %.60q", u, status, body)
			continue
		}
		c.page(u, body)
		isSheet := func(ref reference) bool { return strings.HasSuffix(ref.to.Path, ".css") }
		if !slices.ContainsFunc(references(u, s.parse(t, body)), isSheet) {
			t.Errorf("%s: no style sheet", u)
		}
	}
}

func (s *Site) base() *url.URL {
	base, _ := url.Parse(s.Base) // the report was built with it
	return base
}

// A crawler follows references within a site.
type crawler struct {
	t          *testing.T
	site       *Site
	base       *url.URL // the address at which the site is published
	fetch      func(*url.URL) (int, []byte)
	seen       map[string]*resource // by address without fragment
	references int
}

type resource struct {
	status int
	ids    map[string]bool // the ids of a page
	rows   int             // the rows of a CSV file
}

// crawl follows all references of the site below a root, from which fetch returns the status and the bytes of an
// address.
func (s *Site) crawl(t *testing.T, root *url.URL, fetch func(*url.URL) (int, []byte)) *crawler {
	c := &crawler{t: t, site: s, base: s.base(), fetch: fetch, seen: map[string]*resource{}}
	for name := range s.Files {
		if name != "404.html" {
			c.follow(root.ResolveReference(&url.URL{Path: name}))
		}
	}
	return c
}

// follow fetches an address, once, and checks the response.
func (c *crawler) follow(u *url.URL) *resource {
	bare := *u
	bare.Fragment, bare.RawFragment = "", ""
	key := bare.String()
	if r := c.seen[key]; r != nil {
		return r
	}
	r := &resource{}
	c.seen[key] = r
	var body []byte
	r.status, body = c.fetch(&bare)
	if r.status != http.StatusOK {
		return r
	}
	switch ext := path.Ext(bare.Path); {
	case ext == ".html" || ext == "":
		if bare.Path != "" && !strings.HasSuffix(bare.Path, "/404.html") {
			return c.page(&bare, body)
		}
	case ext == ".csv":
		r.rows = bytes.Count(body, []byte("\n"))
	case ext == ".css":
		for _, m := range cssURL.FindAllSubmatch(body, -1) {
			for _, ref := range resolve(&bare, string(bytes.Trim(m[1], `"'`)), "url()") {
				c.check(&bare, ref)
			}
		}
	}
	return r
}

var cssURL = regexp.MustCompile(`url\(([^)]*)\)`)

// page checks the references of a page and returns the page with its ids.
func (c *crawler) page(at *url.URL, body []byte) *resource {
	ids := map[string]bool{}
	doc := c.site.parse(c.t, body)
	for n := range doc.Descendants() {
		if id := Attr(n, "id"); id != "" {
			if ids[id] {
				c.t.Errorf("%s: the id %q appears twice", at, id)
			}
			ids[id] = true
		}
	}
	for n := range doc.Descendants() {
		for _, id := range strings.Fields(Attr(n, "aria-labelledby") + " " + Attr(n, "aria-describedby")) {
			if !ids[id] {
				c.t.Errorf("%s: an element is named or described by %q, which is not on the page", at, id)
			}
		}
	}
	r := &resource{status: http.StatusOK, ids: ids}
	c.seen[at.String()] = r // set before links to the page itself are checked
	for _, ref := range references(at, doc) {
		c.check(at, ref)
	}
	return r
}

// check checks one reference.
func (c *crawler) check(at *url.URL, ref reference) {
	to := ref.to
	if published, inside := strings.CutPrefix(to.String(), c.base.String()); inside && at.Scheme == "file" {
		if strings.HasPrefix(ref.what, "<a ") { // canonical and similar addresses are those of the published site
			c.t.Errorf("%s: %s leads out of the folder, to %s", at, ref.what, to)
		}
		return
	} else if inside {
		to, _ = c.base.Parse(published)
	} else if to.Host != at.Host || to.Scheme != at.Scheme {
		return // another site
	} else if at.Scheme != "file" {
		c.t.Errorf("%s: %s leads out of the report, to %s", at, ref.what, to)
		return
	}
	c.references++
	r := c.follow(to)
	switch {
	case r.status != http.StatusOK:
		c.t.Errorf("%s: %s leads to %s: status %d", at, ref.what, to, r.status)
	case to.Fragment == "" || strings.HasPrefix(to.Fragment, ":~:"):
	case strings.HasPrefix(to.Fragment, "row="): // RFC 7111
		if n, err := strconv.Atoi(to.Fragment[4:]); err != nil || n < 1 || n > r.rows {
			c.t.Errorf("%s: %s leads to %s, which has %d rows", at, ref.what, to, r.rows)
		}
	case r.ids != nil && !r.ids[to.Fragment]:
		c.t.Errorf("%s: %s leads to %s, which has no such id", at, ref.what, to)
	}
}

// A reference is something in a page that leads somewhere.
type reference struct {
	to   *url.URL
	what string // "<a href>"
}

// loaded matches values of data attributes that scripts load.
var loaded = regexp.MustCompile(`^[^\s,;]*/[^\s,;]+\.(js|mjs|json|css|csv|svg|png|html)$`)

// references returns all references of a page.
func references(at *url.URL, doc *html.Node) (list []reference) {
	for n := range doc.Descendants() {
		for _, a := range n.Attr {
			for _, dest := range destinations(n, a) {
				list = append(list, resolve(at, dest, fmt.Sprintf("<%s %s>", n.Data, a.Key))...)
			}
		}
	}
	return list
}

// destinations returns the addresses in an attribute of an element.
func destinations(n *html.Node, a html.Attribute) (list []string) {
	property := Attr(n, "property") + Attr(n, "name")
	switch {
	case slices.Contains([]string{"href", "src", "poster", "action"}, a.Key),
		a.Key == "content" && (property == "og:url" || property == "og:image"),
		strings.HasPrefix(a.Key, "data-") && loaded.MatchString(a.Val):
		return []string{a.Val}
	case a.Key == "srcset" || a.Key == "imagesrcset":
		for part := range strings.SplitSeq(a.Val, ",") {
			list = append(list, strings.Fields(part)[0])
		}
	case a.Key == "content" && Attr(n, "http-equiv") == "refresh":
		if _, dest, ok := strings.Cut(a.Val, "url="); ok {
			list = append(list, dest)
		}
	case a.Key == "style":
		for _, m := range cssURL.FindAllStringSubmatch(a.Val, -1) {
			list = append(list, m[1])
		}
	}
	return list
}

// resolve returns the reference of an address on a page; none where it does not lead to a page or file, as "mailto:".
func resolve(at *url.URL, dest, what string) []reference {
	to, err := at.Parse(strings.TrimSpace(dest))
	switch {
	case err != nil:
		return []reference{{&url.URL{Path: "/not an address: " + dest}, what}}
	case to.Scheme == "http" || to.Scheme == "https" || to.Scheme == "file":
		return []reference{{to, what}}
	}
	return nil
}
