package site

import (
	"html"
	"strings"

	"burdenshare/internal/chart"
)

// rich is HTML in which the addresses of the site's own pages are still
// open, and charts still to be put through their template: the same text
// stands on pages of different depth.
type rich []piece

// A piece is HTML, or the address of something on the site, or a chart.
type piece struct {
	html  string
	path  string // "members/poland/#top"; the home page is "/"
	chart *chart.Chart
}

// plain gives the text without markup.
func (r rich) plain() string {
	var b strings.Builder
	tag := false
	for _, p := range r {
		for i := 0; i < len(p.html); i++ {
			switch c := p.html[i]; {
			case c == '<':
				tag = true
			case c == '>' && tag:
				tag = false
			case !tag:
				b.WriteByte(c)
			}
		}
	}
	return strings.TrimSpace(html.UnescapeString(b.String()))
}

// href gives the relative address of a path of the site from a page whose way
// up to the home page is root. It names index.html, so that the site can be
// read from the file system too.
func href(root, path string) string {
	path, fragment, found := strings.Cut(path, "#")
	path = strings.TrimPrefix(path, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	if found {
		return root + path + "#" + fragment
	}
	return root + path
}

// rootOf gives the way from a page up to the home page: "../../" for
// "members/poland/".
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }
