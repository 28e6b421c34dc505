package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: a row of points for each source over
// the names of the members, named beside the points.
func (d *witnesses) option(id string) json.RawMessage {
	names := make([]string, len(d.members))
	lo, hi := d.members[0].low().Value, d.members[0].high().Value
	for i := range d.members {
		names[i] = d.members[i].member.Name
		lo, hi = min(lo, d.members[i].low().Value), max(hi, d.members[i].high().Value)
	}
	if d.guideline != nil {
		lo, hi = min(lo, d.guideline.AtLeast), max(hi, d.guideline.AtLeast)
	}
	c := charts.NewScatter()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	c.SetGlobalOptions(lyingAxes(lo, hi)...)
	for i, source := range d.sources() {
		var look []charts.SeriesOpts
		if i == 0 {
			look = guidelineAcross(d.guideline)
		}
		c.AddSeries(source.Name, nil, look...)
		c.MultiSeries[i].Data = d.data(source)
	}
	return encode(c, func(option map[string]any) {
		nameRows(option, names)
		for _, series := range seriesOf(option) {
			series["labelLayout"] = map[string]any{"moveOverlap": "shiftY"}
		}
	})
}

// data gives a source's points, none for members that it says nothing of.
func (d *witnesses) data(source *dataset.Source) []scatterDatum {
	data := make([]scatterDatum, len(d.members))
	for i := range d.members {
		data[i].Value = noNumber
		for k := range d.members[i].said {
			s := &d.members[i].said[k]
			if s.source != source {
				continue
			}
			position := "right"
			if d.left(s) {
				position = "left"
			}
			data[i] = newPoint(s.Figure, sideColour(d.guideline, s.Value))
			data[i].Name, data[i].SymbolSize = d.members[i].member.Name, 10
			data[i].Label = &opts.Label{Show: opts.Bool(true), Position: position, Formatter: "{a} " + d.figure(s.Figure)}
		}
	}
	return data
}
