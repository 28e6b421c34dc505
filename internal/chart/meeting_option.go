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
	var all, met []opts.BarData
	var estimates []bool
	i := 0
	for y := d.from; y <= d.to; y++ {
		years = append(years, strconv.Itoa(y))
		if d.columns[i].Year != y {
			all, met = append(all, opts.BarData{Value: noNumber}), append(met, opts.BarData{Value: noNumber})
			estimates = append(estimates, false)
			continue
		}
		c := &d.columns[i]
		all = append(all, opts.BarData{Value: c.Of(), ItemStyle: &opts.ItemStyle{Color: colourCard, BorderColor: colourNone}})
		met = append(met, opts.BarData{Value: c.Meeting, ItemStyle: &opts.ItemStyle{Color: colourUp},
			Label: &opts.Label{Show: opts.Bool(true), Position: "top", Formatter: c.label}})
		estimates = append(estimates, c.estimate)
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
		AddSeries("All "+d.collective, all, overlap).
		AddSeries("At or above "+d.guideline.Name, met, overlap)
	return encode(c, func(option map[string]any) {
		eachDatum(option, 1, func(i int, datum map[string]any) {
			if estimates[i] {
				style, _ := datum["itemStyle"].(map[string]any)
				style["decal"] = estimateDecal()
			}
		})
	})
}
