package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// option gives the chart for ECharts: bars lying down, the first on top.
func (d *shortfalls) option(id string) json.RawMessage {
	names := make([]string, len(d.bars))
	data := make([]barDatum, len(d.bars))
	for i := range d.bars {
		b := &d.bars[i]
		names[i] = b.member.Name
		data[i] = newBar(plainNumber(b.plain()), colourDown, b.estimate())
		data[i].Name = b.member.Name
		data[i].about = d.about(b.member.Code, b.member.Name, d.year, d.Money(b.millions), b.estimate())
		data[i].Label = &opts.Label{Show: opts.Bool(true), Position: "right", Formatter: literal(d.Money(b.millions))}
	}
	c := charts.NewBar()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: 0, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLine: &opts.AxisLine{Show: opts.Bool(true)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "56", Top: "8", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	c.SetXAxis(names).AddSeries(d.Say("chart.money.series", "guideline", d.guideline.Name, "unit", d.columnUnit(d.base.Unit)), nil, charts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "40%"}))
	c.MultiSeries[0].Data = data
	c.XYReversal()
	return encode(c, func(option map[string]any) {
		field(firstAxis(option, "yAxis"), "axisLabel")["interval"] = 0 // every name
	})
}
