package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// option gives the chart for ECharts: bars lying down, the first member on top.
func (d *distances) option(id string) json.RawMessage {
	names := make([]string, len(d.bars))
	data := make([]barDatum, len(d.bars))
	for i := range d.bars {
		b := &d.bars[i]
		names[i] = b.name
		colour, position := colourUp, "right"
		if b.value < 0 {
			colour, position = colourDown, "left"
		}
		data[i] = newBar(plainNumber(b.plain), colour, b.estimate())
		data[i].Name = b.name
		data[i].about = d.about(b.figure.Member, b.name, b.figure.Year, d.signedAway(d.unit, b.value, b.places), b.estimate())
		data[i].Label = &opts.Label{Show: opts.Bool(true), Position: position, Formatter: literal(b.label)}
	}
	c := charts.NewBar()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLine: &opts.AxisLine{Show: opts.Bool(true)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "48", Top: "24", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	c.SetXAxis(names).AddSeries(d.Say("chart.column.distance_from", "guideline", d.guideline.Name), nil, charts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "35%"}),
		charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: d.guideline.Name, XAxis: 0}),
		charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(true), Formatter: literal(d.guideline.Name), Position: "start"},
			LineStyle: &opts.LineStyle{Color: colourInk, Type: "solid", Width: 1.5}}))
	c.MultiSeries[0].Data = data
	c.XYReversal()
	return encode(c, func(option map[string]any) {
		field(firstAxis(option, "yAxis"), "axisLabel")["interval"] = 0 // every name
	})
}
