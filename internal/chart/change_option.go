package chart

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: two rows of points over the names of
// the members, the way between them as a line without a mark.
func (d *changes) option(id string) json.RawMessage {
	names := make([]string, len(d.moves))
	first, last := make([]scatterDatum, len(d.moves)), make([]scatterDatum, len(d.moves))
	var ways []any
	for i := range d.moves {
		m := &d.moves[i]
		names[i] = m.member.Name
		last[i] = newPoint(m.last, sideColour(d.guideline, m.last.Value))
		last[i].about = d.aboutFigure(m.member, m.last, d.measure.Unit)
		last[i].Name, last[i].SymbolSize = names[i], 10
		last[i].Label = &opts.Label{Show: opts.Bool(true), Position: "right", Formatter: literal(d.label(m))}
		first[i].Value = noNumber
		if m.first == nil {
			continue
		}
		first[i] = newPoint(m.first, sideColour(d.guideline, m.first.Value))
		first[i].about = d.aboutFigure(m.member, m.first, d.measure.Unit)
		first[i].Name, first[i].Symbol, first[i].SymbolSize = names[i], "rect", []float64{3, 11}
		if m.last.Value < m.first.Value {
			last[i].Label.Position = "left"
		}
		ways = append(ways, [2]any{
			map[string]any{"coord": [2]any{plainNumber(dataset.Plain(m.first.Value, m.first.Decimals)), i}},
			map[string]any{"coord": [2]any{plainNumber(dataset.Plain(m.last.Value, m.last.Decimals)), i}},
		})
	}
	c := charts.NewScatter()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	lo, hi := d.bounds()
	c.SetGlobalOptions(lyingAxes(lo, hi)...)
	c.AddSeries(strconv.Itoa(d.from), nil).AddSeries(strconv.Itoa(d.to), nil, guidelineAcross(d.guideline)...)
	c.MultiSeries[0].Data, c.MultiSeries[1].Data = first, last
	return encode(c, func(option map[string]any) {
		nameRows(option, names)
		if len(ways) > 0 {
			seriesOf(option)[0]["markLine"] = map[string]any{"data": ways, "symbol": [2]string{"none", "none"}, "silent": true,
				"label": map[string]any{"show": false}, "lineStyle": map[string]any{"color": colourSoft, "type": "solid", "width": 2}}
		}
	})
}

// A scatterDatum is a point with a style of its own, which go-echarts has no
// field for.
type scatterDatum struct {
	about
	Name       string          `json:"name,omitempty"`
	Value      any             `json:"value"`
	Symbol     string          `json:"symbol,omitempty"`
	SymbolSize any             `json:"symbolSize,omitempty"`
	Label      *opts.Label     `json:"label,omitempty"`
	ItemStyle  *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// newPoint gives a figure's point in a colour, hollow when it is an estimate.
func newPoint(f *dataset.Figure, colour string) scatterDatum {
	return scatterDatum{Value: plainNumber(dataset.Plain(f.Value, f.Decimals)), Symbol: "circle", ItemStyle: pointStyle(f, colour)}
}

func pointStyle(f *dataset.Figure, colour string) *opts.ItemStyle {
	if f.Status == dataset.Estimate {
		return &opts.ItemStyle{Color: colourPaper, BorderColor: colour, BorderWidth: 1.75}
	}
	return &opts.ItemStyle{Color: colour}
}

// sideColour is the colour of sideOf.
func sideColour(g *dataset.Guideline, v float64) string {
	switch sideOf(g, v) {
	case "over":
		return colourUp
	case "short":
		return colourDown
	}
	return colourSoft
}

// lyingAxes are an axis of values lying down and one of names, first on top.
func lyingAxes(lo, hi float64) []charts.GlobalOpts {
	lo, hi = outward(lo, hi, mostTicks)
	return []charts.GlobalOpts{
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: lo, Max: hi, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "56", Top: "24", Bottom: "8", ContainLabel: opts.Bool(true)}),
	}
}

// nameRows gives the axis of names all of them, and the points their full
// colour.
func nameRows(option map[string]any, names []string) {
	rows := firstAxis(option, "yAxis")
	rows["data"] = names
	field(rows, "axisLabel")["interval"] = 0
	for _, series := range seriesOf(option) {
		series["itemStyle"] = map[string]any{"opacity": 1} // points are see-through otherwise
	}
}

// guidelineAlong draws the guideline along an axis of values that stands.
func guidelineAlong(g *dataset.Guideline, position string) []charts.SeriesOpts {
	return []charts.SeriesOpts{
		charts.WithMarkLineNameYAxisItemOpts(opts.MarkLineNameYAxisItem{Name: g.Name, YAxis: g.AtLeast}),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(true), Formatter: literal(g.Name), Position: position, BackgroundColor: colourPaper},
			LineStyle: &opts.LineStyle{Color: colourInk, Type: "solid", Width: 1.5}}),
	}
}

// guidelineAcross draws the guideline over an axis of values that lies down.
func guidelineAcross(g *dataset.Guideline) []charts.SeriesOpts {
	if g == nil {
		return nil
	}
	return []charts.SeriesOpts{
		charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: g.Name, XAxis: g.AtLeast}),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(true), Formatter: literal(g.Name), Position: "start"},
			LineStyle: &opts.LineStyle{Color: colourInk, Type: "solid", Width: 1.5}}),
	}
}
