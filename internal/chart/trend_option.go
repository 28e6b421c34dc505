package chart

import (
	"encoding/json"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// dashes tell lines apart without colour, in the order of the style sheet.
var dashes = [lineStyles]string{"solid", "solid", "dashed", "dotted", "dashed", "dotted"}

// option gives the chart for ECharts: a line for each member, broken at gaps,
// named at its end.
func (d *trends) option(id string) json.RawMessage {
	years := make([]string, 0, d.to-d.from+1)
	for y := d.from; y <= d.to; y++ {
		years = append(years, strconv.Itoa(y))
	}
	c := charts.NewLine()
	c.SetGlobalOptions(baseOptions(id, "axis")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Scale: opts.Bool(true), AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "130", Top: "16", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	c.SetXAxis(years)
	for i := range d.lines {
		c.AddSeries(d.lines[i].member.Name, d.lines[i].data(d.from, d.to), d.look(i)...)
	}
	return encode(c, func(option map[string]any) {
		firstAxis(option, "xAxis")["boundaryGap"] = false
		for i := range d.lines {
			series, _ := option["series"].([]any)[i].(map[string]any)
			series["endLabel"] = map[string]any{"show": true, "formatter": "{a}", "color": d.colour(i)}
			series["labelLayout"] = map[string]any{"moveOverlap": "shiftY"}
			eachDatum(option, i, func(k int, datum map[string]any) {
				if d.lines[i].estimated(d.from + k) {
					datum["symbol"] = "emptyCircle"
				}
			})
		}
	})
}

func (d *trends) colour(i int) string { return "var(--line-" + strconv.Itoa(d.style(i)) + ")" }

// look gives a line its colour, dash and weight, and the first one the
// guideline.
func (d *trends) look(i int) []charts.SeriesOpts {
	width := float32(1.75)
	if i == d.lead {
		width = 3
	}
	style := []charts.SeriesOpts{
		charts.WithLineChartOpts(opts.LineChart{Symbol: "circle", SymbolSize: 5, ShowSymbol: opts.Bool(true), ConnectNulls: opts.Bool(false)}),
		charts.WithLineStyleOpts(opts.LineStyle{Color: d.colour(i), Width: width, Type: dashes[d.style(i)-1]}),
		charts.WithItemStyleOpts(opts.ItemStyle{Color: d.colour(i)}),
	}
	if i == 0 && d.guideline != nil {
		style = append(style,
			charts.WithMarkLineNameYAxisItemOpts(opts.MarkLineNameYAxisItem{Name: d.guideline.Name, YAxis: d.guideline.AtLeast}),
			charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Position: "insideStartTop"},
				LineStyle: &opts.LineStyle{Color: colourInk, Type: "solid", Width: 1.5}}))
	}
	return style
}

func (l *trendLine) data(from, to int) []opts.LineData {
	data := make([]opts.LineData, 0, to-from+1)
	i := 0
	for y := from; y <= to; y++ {
		if i < len(l.figures) && l.figures[i].Year == y {
			f := l.figures[i]
			data = append(data, opts.LineData{Value: plainNumber(dataset.Plain(f.Value, f.Decimals))})
			i++
			continue
		}
		data = append(data, opts.LineData{Value: noNumber})
	}
	return data
}
