package chart

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: columns for each year, those of several
// members side by side.
func (d *growths) option(id string) json.RawMessage {
	var years []string
	for y := d.from; y <= d.to; y++ {
		years = append(years, strconv.Itoa(y))
	}
	c := charts.NewBar()
	c.SetGlobalOptions(baseOptions(id, "axis")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "8", Top: "24", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	c.SetXAxis(years)
	for i := range d.panels {
		c.AddSeries(d.panels[i].member.Name, nil, charts.WithBarChartOpts(opts.BarChart{BarCategoryGap: "30%"}))
		c.MultiSeries[i].Data = d.data(i)
	}
	return encode(c, func(option map[string]any) {
		field(firstAxis(option, "xAxis"), "axisLabel")["hideOverlap"] = true
	})
}

// data gives the columns of a panel, none for years without a figure. One
// member alone has the colours of the drawing, several have one each.
func (d *growths) data(panel int) []barDatum {
	data := make([]barDatum, d.to-d.from+1)
	for i := range data {
		data[i].Value = noNumber
	}
	for _, f := range d.panels[panel].figures {
		colour, position := colourUp, "top"
		if f.Value < 0 {
			colour, position = colourDown, "bottom"
		}
		if len(d.panels) > 1 {
			colour = lookOf(panel, 0).property()
		}
		b := newBar(plainNumber(dataset.Plain(f.Value, f.Decimals)), colour, f.Status == dataset.Estimate)
		if len(d.panels) == 1 {
			b.Label = &opts.Label{Show: opts.Bool(true), Position: position, Formatter: literal(d.signed(d.measure.Unit, f.Value, f.Decimals))}
		}
		b.about = d.aboutFigure(d.panels[panel].member, f, d.measure.Unit)
		data[f.Year-d.from] = b
	}
	return data
}
