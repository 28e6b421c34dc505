package chart

import (
	"encoding/json"

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
		c.AddSeries(d.lines[i].member.Name, nil, d.style(i)...)
		c.MultiSeries[i].Data = d.data(i)
	}
	return encode(c, func(option map[string]any) {
		delete(firstAxis(option, "xAxis"), "data")
		for i, series := range seriesOf(option) {
			series["step"] = "end"
			d.look(i).mend(series, d.lines[i].member.Name)
		}
	})
}

// style gives a line its look, and the first one the guideline.
func (d *revisions) style(i int) []charts.SeriesOpts {
	style := d.look(i).series(6)
	if i == 0 && d.guideline != nil {
		style = append(style, guidelineAlong(d.guideline, "insideStartTop")...)
	}
	return style
}

// data gives a line's points: the day of release and the figure, hollow for
// estimates.
func (d *revisions) data(line int) []lineDatum {
	said := d.lines[line].said
	data := make([]lineDatum, len(said))
	for i, f := range said {
		data[i].about = d.aboutFigure(d.lines[line].member, f, d.measure.Unit).by(d.words, d.lines[line].member.Name, f, d.source)
		data[i].Value = [2]any{f.Released.String(), plainNumber(dataset.Plain(f.Value, f.Decimals))}
		if f.Status == dataset.Estimate {
			data[i].ItemStyle = pointStyle(f, d.look(line).property())
			data[i].SymbolSize = 7
		}
	}
	return data
}
