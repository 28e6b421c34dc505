package site

import (
	"html"
	"net/url"
	"slices"
	"strings"

	"burdenshare/internal/chart"
)

// rich is HTML in which the addresses of the site's own pages are still
// open, and pictures and charts still to be put through their template: the same text
// stands on pages of different depth.
type rich []piece

// A piece is HTML, or the address of something on the site, or a chart, a
// claim, or the attributes of an image.
type piece struct {
	html  string
	path  string // "members/poland/#top"; the home page is "/"
	chart *chart.Chart
	said  *chartWords // of a chart: its title and caption with their facts; nil for plain ones
	claim *thenNow
	image *image

	use  *use        // that html shows, else nil
	mute bool        // html is a remark, whole in itself, and not part of the words
	spec *chart.Spec // of a chart that another day would draw otherwise, else nil
}

// tables says whether a table stands in it that a reader may want to sort.
func (r rich) tables() bool {
	return slices.ContainsFunc(r, func(p piece) bool {
		return p.chart != nil || p.claim != nil || strings.Contains(p.html, "<table")
	})
}

// HasTables says whether the article holds a table.
func (a *Article) HasTables() bool { return a.body.tables() }

// HasTables says whether the article told again holds a table.
func (n *Now) HasTables() bool { return n.Body.tables() }

// plain gives the text without markup.
func (r rich) plain() string {
	var b strings.Builder
	tag := false
	for _, p := range r {
		if p.mute {
			continue
		}
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
	path, query, asks := strings.Cut(path, "?")
	path = strings.TrimPrefix(path, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	path = escapePath(path)
	if asks {
		path += "?" + query
	}
	if found {
		return root + path + "#" + fragment
	}
	return root + path
}

// escapePath writes a path as an address has it.
func escapePath(path string) string {
	plain := true
	for i := range len(path) {
		c := path[i]
		plain = plain && (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '/' || c == '-' || c == '.' || c >= 'A' && c <= 'Z' || c == '_')
	}
	if plain {
		return path
	}
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}

// rootOf gives the way from a page up to the home page: "../../" for
// "members/poland/".
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }
