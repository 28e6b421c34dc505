package chart

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// option gives the chart for ECharts: the count in front of all members of
// the year.
func (d *meetings) option(id string) json.RawMessage {
	var years []string
	var all, met []barDatum
	i := 0
	for y := d.from; y <= d.to; y++ {
		years = append(years, strconv.Itoa(y))
		if d.columns[i].Year != y {
			none := barDatum{BarData: opts.BarData{Value: noNumber}}
			all, met = append(all, none), append(met, none)
			continue
		}
		c := &d.columns[i]
		whole, part := newBar(c.Of(), colourCard, false), newBar(c.Meeting, colourUp, c.estimate)
		whole.ItemStyle.BorderColor = colourNone
		part.Label = &opts.Label{Show: opts.Bool(true), Position: "top", Formatter: literal(c.label)}
		part.about = d.about(d.collective, "", y, d.Say("chart.part.some", "met", c.label, "of", c.Of(), "members", d.collective), c.estimate)
		part.Who = years[len(years)-1]
		all, met = append(all, whole), append(met, part)
		i++
	}
	c := charts.NewBar()
	c.SetGlobalOptions(baseOptions(id, "axis")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0, MinInterval: 1, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "8", Top: "24", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	overlap := charts.WithBarChartOpts(opts.BarChart{BarGap: "-100%", BarCategoryGap: "30%"})
	c.SetXAxis(years).
		AddSeries(d.Say("chart.meeting.all", "members", d.collective), nil, overlap).
		AddSeries(d.Say("chart.meeting.met", "guideline", d.guideline.Name), nil, overlap)
	c.MultiSeries[0].Data, c.MultiSeries[1].Data = all, met
	return encode(c, func(map[string]any) {})
}
