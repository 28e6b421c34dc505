package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"

	"burdenshare/internal/dataset"
)

// plainShare is a share for scripts.
func plainShare(v float64) string { return dataset.Plain(v, shareDecimals) }

// option gives the chart for ECharts: two series of points on one axis of
// names, upright strokes behind dots.
func (d *parts) option(id string) json.RawMessage {
	rows := d.rows()
	names := make([]string, len(rows))
	var bases, dots []scatterDatum
	for i := range rows {
		x := &rows[i]
		names[i] = x.name
		if x.member == nil {
			continue // a sum of figures that are not drawn
		}
		base := scatterDatum{Name: x.name, Value: []any{plainNumber(plainShare(x.ofBase)), i}}
		dot := scatterDatum{Name: x.name, Value: []any{plainNumber(plainShare(x.ofPart)), i}}
		colour := colourUp
		if !x.more() {
			colour = colourDown
		}
		base.about = d.about(x.member.Code, x.name, d.year, d.text(x.ofBase), x.rough).of(d.words, d.base, d.shareOf(d.base))
		dot.about = d.about(x.member.Code, x.name, d.year, d.text(x.ofPart), x.rough).of(d.words, d.part, d.shareOf(d.part))
		dot.ItemStyle = &opts.ItemStyle{Color: colour}
		if x.rough {
			base.about = d.about(x.member.Code, x.name, d.year, d.text(x.ofBase), x.rough).of(d.words, d.base, d.shareOf(d.base))
			dot.about = d.about(x.member.Code, x.name, d.year, d.text(x.ofPart), x.rough).of(d.words, d.part, d.shareOf(d.part))
			dot.ItemStyle = &opts.ItemStyle{Color: colourPaper, BorderColor: colour, BorderWidth: 2}
			base.ItemStyle = &opts.ItemStyle{Color: colourPaper, BorderColor: colourInk, BorderWidth: 1}
		}
		bases, dots = append(bases, base), append(dots, dot)
	}
	axis := opts.XAxis{Type: "value", Min: 0, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Formatter: types.FuncStr(d.Say("units.percent", "v", "{value}"))}}
	lo, hi, doubling := d.doubling()
	if doubling {
		axis.Type, axis.Min, axis.Max = "log", lo, hi
	}
	c := charts.NewScatter()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(axis),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Data: names, Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "24", Top: "8", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	c.AddSeries(d.shareOf(d.base), nil, charts.WithItemStyleOpts(opts.ItemStyle{Color: colourInk}))
	c.AddSeries(d.shareOf(d.part), nil, charts.WithItemStyleOpts(opts.ItemStyle{Color: colourUp}))
	c.MultiSeries[0].Data, c.MultiSeries[1].Data = bases, dots
	return encode(c, func(option map[string]any) {
		field(firstAxis(option, "yAxis"), "axisLabel")["interval"] = 0 // every name
		if doubling {
			firstAxis(option, "xAxis")["logBase"] = 2
		}
		series := seriesOf(option)
		series[0]["symbol"], series[0]["symbolSize"] = "rect", []float64{strokeWide, strokeHigh}
		series[1]["symbol"], series[1]["symbolSize"] = "circle", 2*shareRadius
	})
}
