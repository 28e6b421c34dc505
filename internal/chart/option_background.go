package chart

import (
	"encoding/json"
	"math"
	"slices"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
)

// This file makes what is drawn behind marks and is none itself: what bars are stacked on, the whole that a count is
// of, the line from point to point.

// bases returns where the bars of a series begin.
func (o *optioner) bases(i int) any {
	data := make([]any, len(o.m.Y.Names))
	for _, m := range o.m.Of(i) {
		data[m.Place] = dataset.Round(m.From, 6)
	}
	return data
}

// transparent is a colour that is not seen.
const transparent = "rgba(0,0,0,0)"

// background returns the series behind the marks: they have no meaning of their own, so that they are in no table and
// under no pointer.
func (o *optioner) background() []*series {
	switch {
	case o.columns() && slices.ContainsFunc(o.m.Marks, func(m *Mark) bool { return m.Of != 0 }):
		return append([]*series{o.wholes()}, o.stricter()...)
	case o.m.Y.Scale == Names && len(o.m.Series) > 1 && o.m.Series[0].Draw != AsBar && o.m.Series[0].Draw != AsCell:
		return o.shafts()
	}
	return nil
}

// unmarkedBars returns a series of bars that are not marks.
func unmarkedBars(data []any) *series {
	return &series{SingleSeries: charts.SingleSeries{Type: "bar", Data: data}, Z: 1, Silent: true}
}

// wholes returns the whole of each count, as an empty bar around it, which says how many that is where it has changed.
func (o *optioner) wholes() *series {
	data, before := make([]any, o.m.To-o.m.From+1), 0
	for _, m := range o.m.Of(0) {
		whole := datum{Value: m.Of}
		if m.Of != before {
			whole.Label = &label{Label: opts.Label{Show: opts.Bool(true),
				Formatter: literal(o.Message("chart.meeting.of", "n", m.Of)),
				Color:     o.colour("soft"), LineHeight: lineHeight, Position: "top"},
				Edge: o.colour("paper"), Width: edge, Over: o.colour("paper")}
		}
		data[m.Year-o.m.From], before = whole, m.Of
	}
	s := unmarkedBars(data)
	s.BarGap, s.LabelLayout = "-100%", map[string]any{"hideOverlap": true}
	s.ItemStyle = &opts.ItemStyle{Color: o.colour("card"), BorderColor: o.colour("rule"), BorderWidth: 0.75}
	return s
}

// stricter returns how much of each count meets a stricter guideline too, as a bar within it; nothing where there is
// none.
func (o *optioner) stricter() []*series {
	if len(o.m.Within) == 0 {
		return nil
	}
	data := make([]any, o.m.To-o.m.From+1)
	for year, n := range o.m.Within {
		data[year-o.m.From] = n
	}
	s := unmarkedBars(data)
	s.BarGap, s.Z, s.ItemStyle = "-100%", 3, &opts.ItemStyle{Color: o.colour("ink")}
	return []*series{s}
}

// shafts returns a line for each row from its lowest point to its highest, in
// the colour of the last where there are two.
func (o *optioner) shafts() []*series {
	from, to := make([]any, len(o.m.Y.Names)), make([]any, len(o.m.Y.Names))
	for i, name := range o.m.Y.Names {
		lo, hi, tone := math.Inf(1), math.Inf(-1), "soft"
		for _, m := range o.m.InRow(name) {
			lo, hi = min(lo, m.Value.V), max(hi, m.Value.V)
			if len(o.m.Series) == 2 {
				tone = m.Tone
			}
		}
		if lo < hi {
			from[i] = dataset.Round(lo, 6)
			style := map[string]any{"color": o.colour(tone)}
			to[i] = map[string]any{"value": dataset.Round(hi-lo, 6), "itemStyle": style}
		}
	}
	both := []*series{unmarkedBars(from), unmarkedBars(to)}
	both[0].ItemStyle = &opts.ItemStyle{Color: transparent}
	for _, s := range both {
		s.Stack, s.StackStrategy, s.BarWidth = "shaft", "all", "1.75"
	}
	return both
}

// others returns the lines of those that are there for comparison, by their values, and what all of them look like.
func (o *optioner) others() (like series, lines [][]any) {
	for _, line := range o.m.Behind() {
		data := make([]any, o.m.To-o.m.From+1)
		for _, f := range line {
			data[f.Year-o.m.From] = json.Number(f.Plain())
		}
		lines = append(lines, data)
	}
	look := scene.StyleOf("behind")
	like = series{SingleSeries: charts.SingleSeries{Type: "line"}, Z: -1, Silent: true}
	like.Symbol, like.LineStyle = "none", map[string]any{"color": o.colour(look.Stroke), "width": look.Width}
	return like, lines
}

// missed returns the fields of a drawing in which the guideline is not met, as areas that end where the axis does; nil
// for none.
func (o *optioner) missed() any {
	var areas [][2]any
	for _, r := range o.m.Refs {
		switch at, end := map[string]any{"yAxis": r.At}, map[string]any{}; {
		case r.On != &o.m.Y || r.Side:
		case r.Met > 0:
			areas = append(areas, [2]any{end, at})
		case r.Met < 0:
			areas = append(areas, [2]any{at, end})
		}
	}
	if areas == nil {
		return nil
	}
	look := scene.StyleOf("below")
	return map[string]any{"silent": true, "data": areas, "z": -2,
		"itemStyle": map[string]any{"color": o.colour(look.Fill), "opacity": look.Opacity}}
}
