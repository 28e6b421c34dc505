package raster

import (
	"math"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/textmetrics"
)

// The size of a card in pixels, which is what the places that show cards ask
// for.
const (
	CardWidth  = 1200
	CardHeight = 630
)

// A Card is what a page looks like where its address is shared.
type Card struct {
	Kicker   string // what kind of page, of which day
	Headline string
	Note     string       // what the chart shows; may be empty
	Chart    *chart.Chart // nil for words alone
	Site     string       // title of the report
	Edition  string       // whose figures, of which day
}

// Lengths of a card, in pixels.
const (
	cardMargin    = 64.0
	kickerSize    = 25.0
	footSize      = 25.0
	noteHeight    = 23.0
	footTop       = CardHeight - 88.0 // of the line at the foot
	chartRoom     = 568.0             // width of a chart beside the headline
	cardGap       = 44.0
	smallestScale = 1.2 // by which a narrow drawing is enlarged at least: cards are shown at half their size or less
)

// NewCard makes a card: the headline as large as it fits, beside it the chart
// in its narrow drawing, whose words can be read at the size at which cards
// are shown.
func NewCard(t *scene.Theme, card Card) *Picture {
	s := &scene.Scene{W: CardWidth, H: CardHeight, Text: 16}
	p := &Picture{scene: s, theme: t, id: "card", scale: 1}
	s.Add("paper", scene.Rect{W: CardWidth, H: CardHeight})
	room, sizes := CardWidth-2*cardMargin, []float64{76, 70, 64, 58, 52, 46}
	if card.Chart != nil {
		room, sizes = CardWidth-2*cardMargin-chartRoom-cardGap, []float64{60, 56, 52, 48, 44, 40, 36, 33, 30}
		p.cardChart(card.Chart)
	}
	y := cardMargin + 18
	lines := func(class string, texts []string, size, leading float64) {
		for _, line := range texts {
			s.Add(class, &scene.Text{X: cardMargin, Y: y, S: line, Size: size})
			y += leading
		}
	}
	lines("kicker", textmetrics.Bold().Wrap(card.Kicker, kickerSize, room), kickerSize, 1.3*kickerSize)
	noteSize := noteHeight
	if card.Chart == nil {
		noteSize *= 1.45
	}
	note := textmetrics.Regular().Wrap(card.Note, noteSize, room)
	size, head := fitted(card.Headline, sizes, room, footTop-y-24-1.35*noteSize*float64(len(note)))
	y += 0.95 * size
	lines("headline", head, size, 1.14*size)
	y += 0.1 * noteSize
	lines("tick", note, noteSize, 1.35*noteSize)
	s.Add("ink", scene.Rect{X: cardMargin, Y: footTop, W: CardWidth - 2*cardMargin, H: 2})
	s.Add("headline", &scene.Text{X: cardMargin, Y: CardHeight - 46, S: card.Site, Size: footSize})
	if card.Edition != "" {
		s.Add("tick", &scene.Text{X: CardWidth - cardMargin, Y: CardHeight - 46, S: card.Edition, Size: footSize,
			Anchor: scene.End})
	}
	return p
}

// fitted returns the size at which a headline fits a space, and its lines there: the largest in three lines, unless
// that is small; then four, then as many as it takes. One that fits at no size is cut at the smallest.
func fitted(headline string, sizes []float64, wide, high float64) (float64, []string) {
	face := textmetrics.Serif()
	for _, try := range []struct {
		lines int
		least float64
	}{{3, 48}, {4, 40}, {99, 0}} {
		for _, size := range sizes {
			lines := face.Balanced(headline, size, wide)
			fits := float64(len(lines))*1.14*size <= high && face.Widest(lines, size) <= wide
			if fits && len(lines) <= try.lines && size >= try.least {
				return size, lines
			}
		}
	}
	size := sizes[len(sizes)-1]
	lines := face.Wrap(headline, size, wide)
	if most := int(high / (1.14 * size)); len(lines) > most {
		lines = lines[:most]
		lines[most-1] += " …"
	}
	return size, lines
}

// cardChart sets a chart on the right of a card. One of more rows than fit shows its beginning and its end, where the
// highest and the lowest are, and fades in between; another that is too high is there whole, in its wide drawing.
func (p *Picture) cardChart(c *chart.Chart) {
	const wide, top = 360.0, cardMargin - 20
	drawing, room := c.Narrow(), footTop-18-top
	scale := min(chartRoom/wide, room/drawing.H)
	rows := len(c.Model.Y.Names) > 0 && !c.Model.Y.Hidden && c.Model.Series[0].Draw != chart.AsLine
	if scale < smallestScale && !rows {
		drawing = c.Wide()
		scale = min(chartRoom/drawing.W, room/drawing.H)
	}
	if scale >= smallestScale || !rows {
		x := CardWidth - cardMargin - chartRoom + (chartRoom-drawing.W*scale)/2
		p.scene.Add("", scene.Drawing{Scene: drawing, X: x, Y: top + (room-drawing.H*scale)/2, Scale: scale})
		return
	}
	scale = chartRoom / wide
	x, fold, end := CardWidth-cardMargin-chartRoom, math.Round(top+room*0.56), math.Round(top+room)
	p.scene.Add("", scene.Drawing{Scene: drawing, X: x, Y: top, Scale: scale, Bottom: fold},
		scene.Drawing{Scene: drawing, X: x, Y: end - drawing.H*scale, Scale: scale, Top: fold, Bottom: end})
	ground := rgbOf(p.theme.Colour("paper"))
	p.over = func(canvas *canvas) {
		const gap, steps, step = 4, 12, 3.0 // of the fade, to either side of the fold; the gap is empty
		for i := range gap + steps {
			y := fold + step*float64(i)
			k := ink{colour: ground, alpha: min(1, 1-float64(i-gap+1)/(steps+1))}
			canvas.fillBox(x-cardGap/2, y, CardWidth, y+step, k)
			canvas.fillBox(x-cardGap/2, 2*fold-y-step, CardWidth, 2*fold-y, k)
		}
	}
}

// iconSide is the side of the icon's drawing, in units of its smallest size
// in pixels.
const iconSide = 32

// Icon makes the picture by which browsers know the site, so many pixels
// wide: bars to both sides of a line, in the report's own palette.
func Icon(t *scene.Theme, pixels int) *Picture {
	s := &scene.Scene{W: iconSide, H: iconSide, Text: 14}
	s.Add("paper", scene.Rect{W: iconSide, H: iconSide})
	s.Add("bar up", scene.Rect{X: 14, Y: 5, W: 14, H: 6}, scene.Rect{X: 14, Y: 13, W: 9, H: 6})
	s.Add("bar down", scene.Rect{X: 4, Y: 21, W: 10, H: 6})
	s.Add("ink", scene.Rect{X: 13, Y: 2, W: 2, H: 28})
	return &Picture{scene: s, theme: t, id: "icon", scale: float64(pixels) / iconSide}
}
