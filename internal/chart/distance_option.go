package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: bars lying down, the first member on top.
func (d *distances) option(id string) json.RawMessage {
	names := make([]string, len(d.bars))
	data := make([]opts.BarData, len(d.bars))
	for i := range d.bars {
		b := &d.bars[i]
		names[i] = b.name
		colour, position := colourUp, "right"
		if b.value < 0 {
			colour, position = colourDown, "left"
		}
		data[i] = opts.BarData{Name: b.name, Value: plainNumber(b.plain), ItemStyle: &opts.ItemStyle{Color: colour},
			Label: &opts.Label{Show: opts.Bool(true), Position: position, Formatter: b.label}}
	}
	c := charts.NewBar()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Position: "top", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), AxisLine: &opts.AxisLine{Show: opts.Bool(true)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "48", Top: "28", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	c.SetXAxis(names).AddSeries("Distance from "+d.guideline.Name, data, charts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "35%"}))
	c.XYReversal()
	return encode(c, func(option map[string]any) {
		label, _ := firstAxis(option, "yAxis")["axisLabel"].(map[string]any)
		label["interval"] = 0 // every name
		eachDatum(option, 0, func(i int, datum map[string]any) {
			if d.bars[i].figure.Status == dataset.Estimate {
				style, _ := datum["itemStyle"].(map[string]any)
				style["decal"] = estimateDecal()
			}
		})
	})
}
