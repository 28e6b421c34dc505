package sitetest

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"burdenshare/internal/lists"
)

// Pages returns the paths of the site's pages, in order.
func (s *Site) Pages() []string {
	return lists.Filter(slices.Sorted(maps.Keys(s.Files)), func(name string) bool { return path.Ext(name) == ".html" })
}

// Walk calls visit for every element of every page, in the order of their paths.
func (s *Site) Walk(t testing.TB, visit func(page string, n *html.Node)) {
	t.Helper()
	for _, name := range s.Pages() {
		s.WalkPage(t, name, func(n *html.Node) { visit(name, n) })
	}
}

// WalkPage calls visit for every element of one page.
func (s *Site) WalkPage(t testing.TB, name string, visit func(n *html.Node)) {
	t.Helper()
	for n := range s.parse(t, s.Files[name]).Descendants() {
		if n.Type == html.ElementNode {
			visit(n)
		}
	}
}

// parse returns a page that is parsed once, wherever its bytes are from.
func (s *Site) parse(t testing.TB, body []byte) *html.Node {
	t.Helper()
	sum := sha256.Sum256(body)
	if s.parsed[sum] == nil {
		doc, err := html.Parse(bytes.NewReader(body))
		if err != nil {
			t.Fatalf("%v in %.200s", err, body)
		}
		if s.parsed == nil {
			s.parsed = map[[sha256.Size]byte]*html.Node{}
		}
		s.parsed[sum] = doc
	}
	return s.parsed[sum]
}

// Attr returns the value of an attribute, or "".
func Attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// Text returns the text of an element.
func Text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}
