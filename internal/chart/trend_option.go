package chart

import (
	"encoding/json"
	"math"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: a line for each member, broken at gaps,
// named at its end.
func (d *trends) option(id string) json.RawMessage {
	years := make([]string, 0, d.to-d.from+1)
	for y := d.from; y <= d.to; y++ {
		years = append(years, strconv.Itoa(y))
	}
	lo, hi := d.bounds()
	lo, hi = outward(lo, hi, mostTicks)
	c := charts.NewLine()
	c.SetGlobalOptions(baseOptions(id, "axis")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: lo, Max: hi, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "130", Top: "16", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	c.SetXAxis(years)
	for i := range d.lines {
		c.AddSeries(d.lines[i].member.Name, nil, d.style(i)...)
		c.MultiSeries[i].Data = d.data(i)
	}
	return encode(c, func(option map[string]any) {
		firstAxis(option, "xAxis")["boundaryGap"] = false
		for i, series := range seriesOf(option) {
			d.look(i).mend(series, d.lines[i].member.Name)
		}
	})
}

// style gives a line its look, and the first one the guideline.
func (d *trends) style(i int) []charts.SeriesOpts {
	style := d.look(i).series(5)
	if i == 0 && d.guideline != nil {
		position := "end"
		if d.crowdedEnd(d.guideline.AtLeast) {
			position = "insideStartTop"
		}
		style = append(style, guidelineAlong(d.guideline, position)...)
	}
	return style
}

// crowdedEnd says whether some line ends so near a value that their labels
// would meet.
func (d *trends) crowdedEnd(v float64) bool {
	lo, hi := d.bounds()
	for i := range d.lines {
		if off := math.Abs(d.lines[i].last().Value - v); off < (hi-lo)*0.08 {
			return true
		}
	}
	return false
}

// data gives a line's points, hollow ones for estimates and none for years
// without a figure.
func (d *trends) data(line int) []lineDatum {
	data := make([]lineDatum, d.to-d.from+1)
	for i := range data {
		data[i].Value = noNumber
	}
	for _, f := range d.lines[line].figures {
		p := &data[f.Year-d.from]
		p.about = d.aboutFigure(d.lines[line].member, f, d.measure.Unit)
		p.Value = plainNumber(dataset.Plain(f.Value, f.Decimals))
		if f.Status == dataset.Estimate {
			p.ItemStyle = &opts.ItemStyle{Color: colourPaper, BorderColor: d.look(line).property(), BorderWidth: 1.75}
			p.SymbolSize = 7
		}
	}
	return data
}
