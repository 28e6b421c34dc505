package chart

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: a line in steps for each member over
// the days of release, named at its end.
func (d *revisions) option(id string) json.RawMessage {
	lo, hi := d.bounds()
	lo, hi = outward(lo, hi, mostTicks)
	c := charts.NewLine()
	c.SetGlobalOptions(baseOptions(id, "axis")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "time", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: lo, Max: hi, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "130", Top: "16", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	for i := range d.lines {
		c.AddSeries(d.lines[i].member.Name, nil, d.look(i)...)
		c.MultiSeries[i].Data = d.data(i)
	}
	return encode(c, func(option map[string]any) {
		delete(firstAxis(option, "xAxis"), "data")
		for i, series := range seriesOf(option) {
			series["step"] = "end"
			series["endLabel"] = map[string]any{"show": true, "formatter": "{a}", "color": d.colour(i)}
			series["labelLayout"] = map[string]any{"moveOverlap": "shiftY"}
		}
	})
}

func (d *revisions) colour(i int) string {
	return "var(--line-" + strconv.Itoa(styleOf(i, d.lead)) + ")"
}

// look gives a line its colour, dash and weight, and the first one the
// guideline.
func (d *revisions) look(i int) []charts.SeriesOpts {
	width := float32(1.75)
	if i == d.lead {
		width = 3
	}
	style := []charts.SeriesOpts{
		charts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: 6, ShowSymbol: opts.Bool(true)}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: d.colour(i), Width: width, Type: dashes[styleOf(i, d.lead)-1]}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: d.colour(i)}),
	}
	if i == 0 && d.guideline != nil {
		style = append(style,
			charts.WithMarkLineNameYAxisItemOpts(opts.MarkLineNameYAxisItem{Name: d.guideline.Name, YAxis: d.guideline.AtLeast}),
			charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Position: "insideStartTop", BackgroundColor: colourPaper},
				LineStyle: &opts.LineStyle{Color: colourInk, Type: "solid", Width: 1.5}}))
	}
	return style
}

// data gives a line's points: the day of release and the figure, hollow for
// estimates.
func (d *revisions) data(line int) []lineDatum {
	said := d.lines[line].said
	data := make([]lineDatum, len(said))
	for i, f := range said {
		data[i].Value = [2]any{f.Released.String(), plainNumber(dataset.Plain(f.Value, f.Decimals))}
		if f.Status == dataset.Estimate {
			data[i].ItemStyle = pointStyle(f, d.colour(line))
			data[i].SymbolSize = 7
		}
	}
	return data
}
