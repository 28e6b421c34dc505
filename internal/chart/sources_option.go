package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// option gives the chart for ECharts: a row for each figure, as in the still
// drawing, and a series for each source.
func (d *witnesses) option(id string) json.RawMessage {
	var rows []string
	lo, hi := d.members[0].low().Value, d.members[0].high().Value
	for i := range d.members {
		t := &d.members[i]
		for _, s := range t.said {
			rows = append(rows, d.Say("chart.sources.row", "who", t.member.Name, "source", s.source.Name))
		}
		lo, hi = min(lo, t.low().Value), max(hi, t.high().Value)
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
		c.MultiSeries[i].Data = d.data(source, len(rows))
	}
	return encode(c, func(option map[string]any) { nameRows(option, rows) })
}

// data gives a source's points, none in the rows of others.
func (d *witnesses) data(source *dataset.Source, rows int) []scatterDatum {
	data := make([]scatterDatum, 0, rows)
	for i := range d.members {
		for k := range d.members[i].said {
			s := &d.members[i].said[k]
			if s.source != source {
				data = append(data, scatterDatum{Value: noNumber})
				continue
			}
			position := "right"
			if d.left(s) {
				position = "left"
			}
			p := newPoint(s.Figure, sideColour(d.guideline, s.Value))
			p.about = d.aboutFigure(d.members[i].member, s.Figure, d.measure.Unit).by(d.words, d.members[i].member.Name, s.Figure, source)
			p.Name, p.SymbolSize = d.members[i].member.Name, 10
			p.Label = &opts.Label{Show: opts.Bool(true), Position: position, Formatter: literal(d.figure(s.Figure))}
			data = append(data, p)
		}
	}
	return data
}
