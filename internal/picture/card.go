package picture

import (
	"fmt"
	"math"
	"slices"

	"burdenshare/internal/chart"
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
	cardMargin = 64.0
	kickerSize = 25.0
	footSize   = 25.0
	noteHeight = 23.0
	footTop    = CardHeight - 88.0 // of the line at the foot
	chartRoom  = 568.0             // width of a chart beside the headline
	cardGap    = 44.0
)

// Card makes a card: the headline as large as it fits, beside it the chart in
// its narrow drawing, whose words can be read at the size at which cards are
// shown.
func (l *Look) Card(card Card) (*Picture, error) {
	n, err := l.card(card)
	if err != nil {
		return nil, fmt.Errorf("card %q: %w", card.Headline, err)
	}
	return &Picture{n, 1}, nil
}

func (l *Look) card(card Card) (*node, error) {
	ground := l.Colour("paper")
	svg := element("svg", "width", num(CardWidth), "height", num(CardHeight))
	svg.add(element("rect", "width", num(CardWidth), "height", num(CardHeight), "fill", ground))
	room, sizes := CardWidth-2*cardMargin, []float64{76, 70, 64, 58, 52, 46}
	if card.Chart != nil {
		room, sizes = CardWidth-2*cardMargin-chartRoom-cardGap, []float64{60, 56, 52, 48, 44, 40, 36, 33, 30}
		if err := l.cardChart(svg, card.Chart, ground); err != nil {
			return nil, fmt.Errorf("chart %s: %w", card.Chart.ID, err)
		}
	}
	y := cardMargin + 18
	kicker := element("g", "font-size", num(kickerSize), "font-weight", "700", "fill", l.Colour("accent"))
	for _, line := range bold().wrap(card.Kicker, kickerSize, room) {
		kicker.add(words(cardMargin, y, line))
		y += 1.3 * kickerSize
	}
	svg.add(kicker)
	noteSize := noteHeight
	if card.Chart == nil {
		noteSize *= 1.45
	}
	note := regular().wrap(card.Note, noteSize, room)
	below := 24 + 1.35*noteSize*float64(len(note))
	size, lines := fitted(card.Headline, sizes, room, footTop-y-below)
	head := element("g", "font-size", num(size), "font-weight", "700", "fill", l.Colour("ink"))
	y += 0.95 * size
	for _, line := range lines {
		head.add(words(cardMargin, y, line))
		y += 1.14 * size
	}
	svg.add(head)
	y += 0.1 * noteSize
	small := element("g", "font-size", num(noteSize), "fill", l.Colour("soft"))
	for _, line := range note {
		small.add(words(cardMargin, y, line))
		y += 1.35 * noteSize
	}
	svg.add(small)
	l.cardFoot(svg, card)
	return svg, nil
}

// fitted gives the size at which a headline goes into a room, and its lines
// there: the largest in three lines, unless that is small; then four, then as
// many as it takes. One that fits at no size is cut at the smallest.
func fitted(headline string, sizes []float64, wide, high float64) (float64, []string) {
	for _, try := range []struct {
		lines int
		least float64
	}{{3, 48}, {4, 40}, {99, 0}} {
		for _, size := range sizes {
			lines := bold().balanced(headline, size, wide)
			fits := len(lines) <= try.lines && size >= try.least && float64(len(lines))*1.14*size <= high
			for _, line := range lines {
				fits = fits && bold().width(line, size) <= wide
			}
			if fits {
				return size, lines
			}
		}
	}
	size := sizes[len(sizes)-1]
	lines := bold().wrap(headline, size, wide)
	if most := int(high / (1.14 * size)); len(lines) > most {
		lines = lines[:most]
		lines[most-1] += " …"
	}
	return size, lines
}

// cardChart sets a chart on the right of a card. One that is too high for it
// shows its beginning and its end, where the highest and the lowest are, and
// fades in between.
func (l *Look) cardChart(svg *node, c *chart.Chart, ground string) error {
	drawing, high, err := l.drawing(c.Narrow)
	if err != nil {
		return err
	}
	const wide, top = 360.0, cardMargin - 20
	room := footTop - 18 - top
	scale := min(chartRoom/wide, room/high)
	at := func(x, y, scale float64) string {
		return "translate(" + num(x) + " " + num(y) + ") scale(" + fmt.Sprintf("%.4f", scale) + ")"
	}
	if scale >= smallestScale {
		x := CardWidth - cardMargin - chartRoom + (chartRoom-wide*scale)/2
		drawing.set("transform", at(x, top+(room-high*scale)/2, scale))
		svg.add(drawing)
		return nil
	}
	scale = chartRoom / wide
	x := CardWidth - cardMargin - chartRoom
	fold := math.Round(top + room*0.56)
	end := math.Round(top + room)
	begin := *drawing
	begin.attrs = slices.Clone(drawing.attrs)
	begin.set("transform", at(x, top, scale))
	drawing.set("transform", at(x, end-high*scale, scale))
	svg.add(element("g", rowsAttr, "0 "+num(fold)).add(&begin), element("g", rowsAttr, num(fold)+" "+num(end)).add(drawing))
	const gap, steps, step = 4, 12, 3.0 // of the fade, to either side of the fold; the gap is empty
	for i := range gap + steps {
		y := fold + step*float64(i)
		alpha := fmt.Sprintf("%.2f", min(1, 1-float64(i-gap+1)/(steps+1)))
		for _, y := range []float64{y, 2*fold - y - step} {
			svg.add(element("rect", "x", num(x-cardGap/2), "y", num(y), "width", num(chartRoom+cardGap/2+cardMargin), "height", num(step), "fill", ground, "fill-opacity", alpha))
		}
	}
	return nil
}

// smallestScale is the least that a narrow drawing may be enlarged on a card:
// cards are shown at half their size or less.
const smallestScale = 1.2

// cardFoot names the report and the figures' edition.
func (l *Look) cardFoot(svg *node, card Card) {
	const y = CardHeight - 46.0
	svg.add(element("rect", "x", num(cardMargin), "y", num(footTop), "width", num(CardWidth-2*cardMargin), "height", "2", "fill", l.Colour("ink")))
	site := words(cardMargin, y, card.Site)
	site.set("font-weight", "700")
	site.set("fill", l.Colour("ink"))
	foot := element("g", "font-size", num(footSize)).add(site)
	if card.Edition != "" {
		e := words(CardWidth-cardMargin, y, card.Edition)
		e.set("text-anchor", "end")
		e.set("fill", l.Colour("soft"))
		foot.add(e)
	}
	svg.add(foot)
}
