// Package picture makes of a chart what can be taken away from the page: an
// SVG file that stands alone, the same as PNG, and the card that is shown
// where a page's address is shared.
//
// In come a Chart, with its drawings in which colours are left to classes,
// and the site's style sheets. Their rules are written into the drawing as
// attributes, by daylight and for the eye, and words are drawn around it; that
// is the SVG. The PNG is painted from that very SVG, by a painter that knows
// the part of SVG that the chart room writes, and no more: what it does not
// know is an error, never left out. A Cache keeps what has been painted from
// build to build.
//
// The package does not know pages or addresses, nor what a report is about.
package picture

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"burdenshare/internal/chart"
)

// Version is part of every name in the cache. Raise it with any change to how
// pictures look or are encoded.
const Version = "1"

// Words are what stands below a picture, which has to tell alone what the
// page around a chart tells.
type Words struct {
	Source string // publisher, edition, terms
	Site   string // title of the report
	URL    string // where the chart is to be found
}

// Lengths of a file for download, in units of which 720 are the drawing's
// width.
const (
	margin     = 28.0
	drawnWidth = 720.0
	titleSize  = 23.0
	noteSize   = 12.5
)

// pixels is how many pixels of a PNG go to one unit.
const pixels = 2

// A Picture is a drawing with everything around it. It is not changed once
// made.
type Picture struct {
	svg   *node
	scale float64 // pixels of a PNG to a unit
}

// Chart sets a chart's wide drawing with its words on a sheet of its own.
func (l *Look) Chart(c *chart.Chart, w Words) (*Picture, error) {
	n, err := l.sheet(c, w)
	if err != nil {
		return nil, fmt.Errorf("chart %s: %w", c.ID, err)
	}
	return &Picture{n, pixels}, nil
}

// SVG gives the picture as a file that stands alone: it names no other file,
// and every colour stands in an attribute, which any program for drawings
// reads.
func (p *Picture) SVG() []byte {
	return append(p.svg.write([]byte(`<?xml version="1.0" encoding="UTF-8"?>`+"\n")), '\n')
}

// PNG gives what SVG shows in pixels, from the cache where it is kept.
func (p *Picture) PNG(kept *Cache) ([]byte, error) {
	key := p.svg.write([]byte("burdenshare picture " + Version + " " + num(p.scale) + "\n"))
	return kept.Get(key, func() ([]byte, error) {
		s, err := newScene(p.svg, p.scale)
		if err != nil {
			return nil, err
		}
		return s.paint().encode()
	})
}

// Check finds what PNG could not draw, without drawing it.
func (p *Picture) Check() error {
	_, err := newScene(p.svg, p.scale)
	return err
}

// sheet sets the words and the wide drawing on one sheet.
func (l *Look) sheet(c *chart.Chart, w Words) (*node, error) {
	drawing, high, err := l.drawing(c.Wide)
	if err != nil {
		return nil, err
	}
	id := c.ID + "-file"
	body := element("g")
	y := margin + 0.95*titleSize
	title := element("g", "font-size", num(titleSize), "font-weight", "700", "fill", l.Colour("ink"))
	for _, line := range bold().balanced(c.Title, titleSize, drawnWidth) {
		title.add(words(margin, y, line))
		y += 1.22 * titleSize
	}
	y += 1
	sub := element("g", "font-size", "14.5", "fill", l.Colour("soft"))
	for _, line := range regular().wrap(c.Subtitle, 14.5, drawnWidth) {
		sub.add(words(margin, y, line))
		y += 20
	}
	y += 2
	drawing.set("transform", "translate("+num(margin)+" "+num(y)+")")
	y += high + 20
	rule := element("path", "d", "M"+num(margin)+" "+num(y)+"H"+num(margin+drawnWidth), "stroke", l.Colour("rule"), "fill", "none")
	y += 20
	note := element("g", "font-size", num(noteSize), "fill", l.Colour("soft"))
	for _, line := range regular().wrap(w.Source, noteSize, drawnWidth) {
		note.add(words(margin, y, line))
		y += 17
	}
	site := words(margin, y, w.Site)
	site.set("font-weight", "700")
	note.add(site)
	if x := bold().width(w.Site, noteSize) + 24; x+regular().width(w.URL, noteSize) <= drawnWidth {
		url := words(margin+drawnWidth, y, w.URL)
		url.set("text-anchor", "end")
		note.add(url)
	} else if w.URL != "" {
		y += 17
		note.add(words(margin, y, w.URL))
	}
	y = math.Ceil(y + margin - 6)
	body.kids = []*node{title, sub, drawing, rule, note}
	width := num(drawnWidth + 2*margin)
	return element("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 "+width+" "+num(y), "width", width, "height", num(y),
		"role", "img", "aria-labelledby", id+"-t "+id+"-d", "font-family", "Arial,Helvetica,sans-serif", "font-size", "14").add(
		element("title", "id", id+"-t").add(textNode(c.Title)),
		element("desc", "id", id+"-d").add(textNode(strings.Join(append([]string{c.Subtitle + "."}, c.Summary...), " "))),
		element("rect", "width", width, "height", num(y), "fill", l.Colour("paper")),
		body), nil
}

// drawing reads one of a chart's drawings and gives it as a group that can be
// set on a sheet, with its height.
func (l *Look) drawing(src []byte) (*node, float64, error) {
	svg, err := parse(src)
	if err != nil {
		return nil, 0, err
	}
	if err := l.resolve(svg); err != nil {
		return nil, 0, err
	}
	v, err := lengths(svg, "height")
	if err != nil {
		return nil, 0, err
	}
	g := element("g", "font-size", svg.get("font-size"))
	for _, kid := range svg.kids {
		if kid.tag != "title" && kid.tag != "desc" { // the sheet has its own
			g.add(kid)
		}
	}
	return g, v[0], nil
}

// words makes a text at its baseline.
func words(x, y float64, s string) *node {
	return element("text", "x", num(x), "y", num(y)).add(textNode(s))
}

// num writes a length to a tenth.
func num(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
}

// Height gives the height of one of a chart's drawings.
func Height(drawing []byte) int {
	_, after, _ := strings.Cut(string(drawing[:min(len(drawing), 400)]), ` height="`)
	s, _, _ := strings.Cut(after, `"`)
	n, _ := strconv.Atoi(s)
	return n
}
