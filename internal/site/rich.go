package site

import (
	"html"
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
