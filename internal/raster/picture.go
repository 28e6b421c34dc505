// Package raster paints scenes, and sets those of charts on sheets of their own: what can be downloaded from a page as
// SVG and PNG, the card that is shown where a page's address is shared, and the site's icon.
//
// Its input is a chart, whose drawings have all coordinates, and the palette by daylight. Shapes are painted in their
// order, each as its class looks; text is written in the typeface of the theme. A Cache keeps what has been painted
// from build to build. The package does not know pages or addresses, nor what a report is about.
package raster

import (
	"math"
	"os"
	"strings"

	"burdenshare/internal/cache"
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/textmetrics"
)

// version is part of every name in the cache. Raise it with any change to how
// pictures look or are encoded.
const version = "8"

// OpenCache returns the cache of painted pictures below a report's root.
func OpenCache(root *os.Root) *cache.Folder { return cache.Open(root, ".cache/pictures") }

// Words is the text below a picture, which has to contain what the page around a chart does.
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
	proseWidth = 0.9 * drawnWidth // where the typeface is not there, a wider one takes its place
	titleSize  = 23.0
	noteSize   = 12.5
)

// pixels is how many pixels of a PNG go to one unit.
const pixels = 2

// A Picture is a drawing with everything around it.
type Picture struct {
	scene       *scene.Scene
	theme       *scene.Theme
	id          string
	title, desc string
	scale       float64       // pixels of a PNG to a unit
	over        func(*canvas) // what is painted last; nil for nothing
	svg         []byte        // once asked for
}

// Chart sets a chart's wide drawing with its words on a sheet of its own.
func Chart(t *scene.Theme, c *chart.Chart, w Words) *Picture {
	return &Picture{scene: sheet(c, w), theme: t, id: c.ID + "-file", scale: pixels,
		title: c.Title, desc: strings.Join(append([]string{c.Subtitle + "."}, c.Summary...), " ")}
}

// SVG returns the picture as a standalone file.
func (p *Picture) SVG() []byte {
	if p.svg == nil {
		p.svg = p.scene.File(p.id, p.title, p.desc, p.theme)
	}
	return p.svg
}

// PNG returns what SVG shows in pixels, from the cache where it is kept.
func (p *Picture) PNG(kept *cache.Folder) ([]byte, error) {
	key := append([]byte("burdenshare picture "+version+" "+p.theme.Typeface().Sum+" "), byte('0'+int(p.scale)))
	return kept.Get(append(key, p.SVG()...), func() ([]byte, error) {
		c := newCanvas(int(math.Round(p.scene.W*p.scale)), int(math.Round(p.scene.H*p.scale)))
		defer canvases.Put(c)
		painter := &painter{c, p.theme, map[string]scene.Style{}}
		painter.paint(p.scene, frame{0, 0, p.scale, p.scene.Text})
		if p.over != nil {
			p.over(c)
		}
		return c.encode()
	})
}

// sheet sets the words and the wide drawing on one sheet.
func sheet(c *chart.Chart, w Words) *scene.Scene {
	s := &scene.Scene{W: drawnWidth + 2*margin, Text: 14}
	s.Add("paper", scene.Rect{W: s.W}) // as high as the sheet will be
	y := margin + 0.95*titleSize
	lines := func(class string, texts []string, size, leading float64) {
		for _, line := range texts {
			s.Add(class, &scene.Text{X: margin, Y: y, S: line, Size: size})
			y += leading
		}
	}
	lines("headline", textmetrics.Serif().Balanced(c.Title, titleSize, drawnWidth), titleSize, 1.22*titleSize)
	y++
	lines("tick", textmetrics.Regular().Wrap(c.Subtitle, 14.5, proseWidth), 14.5, 20)
	y += 2
	drawing := c.Wide()
	s.Add("", scene.Drawing{Scene: drawing, X: margin, Y: y})
	y += drawing.H + 20
	s.Add("rule", scene.Segment(margin, y, margin+drawnWidth, y))
	y += 20
	lines("tick", textmetrics.Regular().Wrap(w.Source, noteSize, proseWidth), noteSize, 17)
	s.Add("tick highlighted", &scene.Text{X: margin, Y: y, S: w.Site, Size: noteSize})
	url := &scene.Text{X: margin + drawnWidth, Y: y, S: w.URL, Size: noteSize, Anchor: scene.End}
	both := textmetrics.Bold().Width(w.Site, noteSize) + 24 + textmetrics.Regular().Width(w.URL, noteSize)
	if both > drawnWidth {
		y += 17
		url.X, url.Y, url.Anchor = margin, y, scene.Start
	}
	if w.URL != "" {
		s.Add("tick", url)
	}
	s.H = math.Ceil(y + margin - 6)
	s.Items[0].Shape = scene.Rect{W: s.W, H: s.H}
	return s
}
