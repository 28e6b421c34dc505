package chart

import (
	"strconv"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// lineColours are the style sheet's colours of lines; the first is that of
// the leading line alone.
const lineColours = 6

// dashes are the style sheet's dashes, in pixels on and off.
var dashes = [lineColours - 1][]float64{nil, {7, 3}, {1.5, 3}, {9, 3, 2, 3}, {4, 2}}

// A lineLook tells a line from the others: by its colour and, without any
// colour, by its dashes and weight.
type lineLook struct {
	colour int // from 1, as the style sheet numbers them
	dash   int // of dashes
	lead   bool
	again  bool // its colour has other dashes than at first
}

// lookOf gives the look of line i. The leading line has one to itself; the
// others take colours and dashes in their order, and with every round of
// colours other dashes, so that 25 lines differ.
func lookOf(i, lead int) lineLook {
	switch {
	case i == lead:
		return lineLook{colour: 1, lead: true}
	case i > lead:
		i--
	}
	n := lineColours - 1
	return lineLook{colour: i%n + 2, dash: (i + i/n) % n, again: i >= n}
}

// class gives the classes of a line.
func (l lineLook) class() string {
	classes := []string{"line-" + strconv.Itoa(l.colour)}
	if l.again {
		classes = append(classes, "dash-"+strconv.Itoa(l.dash+1))
	}
	if l.lead {
		classes = append(classes, "lead")
	}
	return strings.Join(classes, " ")
}

// property is the page's colour of a line.
func (l lineLook) property() string { return "var(--line-" + strconv.Itoa(l.colour) + ")" }

// series gives a line in an option its colour and weight, and points of a
// size.
func (l lineLook) series(points int) []charts.SeriesOpts {
	width := float32(1.75)
	if l.lead {
		width = 3
	}
	return []charts.SeriesOpts{
		charts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: points, ShowSymbol: opts.Bool(true), ConnectNulls: opts.Bool(false)}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: l.property(), Width: width}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: l.property()}),
	}
}

// mend gives a line in an option its dashes, and its name at its end.
func (l lineLook) mend(series map[string]any, name string) {
	if dash := dashes[l.dash]; dash != nil {
		field(series, "lineStyle")["type"] = dash
	}
	series["endLabel"] = map[string]any{"show": true, "formatter": literal(name), "color": l.property()}
	series["labelLayout"] = map[string]any{"moveOverlap": "shiftY"}
}
