package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// cornerColour is the colour of a corner's points in an option.
var cornerColour = [4]string{colourDown, colourSoft, colourSoft, colourUp}

// option gives the chart for ECharts: a series of points for each corner.
func (d *quadrants) option(id string) json.RawMessage {
	xLo, xHi := d.bounds(d.x, func(t *point) *dataset.Figure { return t.x })
	yLo, yHi := d.bounds(d.y, func(t *point) *dataset.Figure { return t.y })
	c := charts.NewScatter()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: xLo, Max: xHi, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: yLo, Max: yHi, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "16", Top: "24", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	n := 0
	for _, corner := range []int{meetsBoth, meetsFirst, meetsOther, meetsNone} {
		var data []scatterDatum
		for i := range d.points {
			t := &d.points[i]
			if t.corner != corner {
				continue
			}
			s := scatterDatum{about: d.about(t.member.Code, t.member.Name, t.x.Year, d.told(t), false), Name: literal(t.member.Name), SymbolSize: 2 * pointRadius,
				Value: []any{plainNumber(dataset.Plain(t.x.Value, t.x.Decimals)), plainNumber(dataset.Plain(t.y.Value, t.y.Decimals))}}
			if t.chosen {
				s.SymbolSize = 2 * chosenRadius
			}
			if t.estimate() {
				s.ItemStyle = &opts.ItemStyle{Color: colourPaper, BorderColor: cornerColour[corner], BorderWidth: 1.75}
			}
			data = append(data, s)
		}
		if len(data) == 0 {
			continue
		}
		c.AddSeries(d.cornerName(corner), nil, d.look(corner, n == 0)...)
		c.MultiSeries[n].Data = data
		n++
	}
	return encode(c, func(option map[string]any) {
		for _, name := range []string{"xAxis", "yAxis"} {
			label := field(firstAxis(option, name), "axisLabel")
			label["hideOverlap"] = true
			if name == "xAxis" {
				label["formatter"] = d.x.format()
			} else {
				label["formatter"] = d.y.format()
			}
		}
		for _, series := range seriesOf(option) {
			series["labelLayout"] = map[string]any{"hideOverlap": true}
		}
	})
}

// told writes both figures of a point.
func (d *quadrants) told(t *point) string {
	return d.Say("chart.mark.and_second", "first", d.rough(d.x.figure(t.x), t.x.Status == dataset.Estimate),
		"measure", d.briefName(d.y.measure), "second", d.rough(d.y.figure(t.y), t.y.Status == dataset.Estimate))
}

// format writes an axis' numbers in ECharts.
func (a axis) format() string {
	if a.measure.Unit == dataset.Percent {
		return a.Say("units.percent", "v", "{value}")
	}
	return "{value}"
}

// look gives the points of a corner their colour and names, and the first
// series the guidelines.
func (d *quadrants) look(corner int, first bool) []charts.SeriesOpts {
	style := []charts.SeriesOpts{
		charts.WithItemStyleOpts(opts.ItemStyle{Color: cornerColour[corner]}),
		charts.WithLabelOpts(opts.Label{Show: opts.Bool(true), Position: "right", Formatter: "{b}"}),
	}
	if first {
		style = append(style,
			charts.WithMarkLineNameXAxisItemOpts(opts.MarkLineNameXAxisItem{Name: literal(d.x.guideline.Name), XAxis: d.x.guideline.AtLeast}),
			charts.WithMarkLineNameYAxisItemOpts(opts.MarkLineNameYAxisItem{Name: literal(d.y.guideline.Name), YAxis: d.y.guideline.AtLeast}),
			charts.WithMarkLineStyleOpts(opts.MarkLineStyle{Symbol: []string{"none", "none"}, Label: &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Position: "insideEndTop"},
				LineStyle: &opts.LineStyle{Color: colourInk, Type: "solid", Width: 1.5}}))
	}
	return style
}
