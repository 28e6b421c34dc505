package chart

import (
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
)

// classColour is the page's colour of a class.
func classColour(class int) string { return "var(--" + className(class) + ")" }

// A heatDatum is a cell: place and value, hatched when it is an estimate.
type heatDatum struct {
	about
	Name      string     `json:"name,omitempty"`
	Value     [3]any     `json:"value"`
	ItemStyle *barStyle  `json:"itemStyle,omitempty"`
	Label     *cellLabel `json:"label,omitempty"`
}

// A cellLabel is what is written in a cell.
type cellLabel struct {
	Show      bool   `json:"show"`
	Formatter string `json:"formatter"`
}

// hatching marks a cell as an estimate.
func hatching(estimate bool) *barStyle {
	if !estimate {
		return nil
	}
	return newBar(nil, "", true).ItemStyle
}

// A heatSeries is the cells of one class.
type heatSeries struct {
	class int
	data  []heatDatum
}

// heatOption gives cells on two axes of names for ECharts, a series for each
// class with its colour.
func heatOption(id string, columns, rows []string, series []heatSeries, mend func(option map[string]any)) json.RawMessage {
	c := charts.NewHeatMap()
	c.SetGlobalOptions(baseOptions(id, "item")...)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: columns, Position: "top", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Data: rows, Inverse: opts.Bool(true), AxisLabel: &opts.AxisLabel{Show: opts.Bool(true)}}),
		charts.WithGridOpts(opts.Grid{Left: "8", Right: "8", Top: "24", Bottom: "8", ContainLabel: opts.Bool(true)}),
	)
	for i, s := range series {
		c.AddSeries(className(s.class), nil, charts.WithItemStyleOpts(opts.ItemStyle{Color: classColour(s.class), BorderColor: colourPaper, BorderWidth: 1}))
		c.MultiSeries[i].Data = s.data
	}
	return encode(c, func(option map[string]any) {
		// ECharts refuses cells without a map of values to colours; this one
		// leaves them as they are.
		option["visualMap"] = []any{map[string]any{"show": false, "type": "continuous", "min": -1e9, "max": 1e9, "inRange": map[string]any{"opacity": []int{1, 1}}}}
		mend(option)
	})
}

// option gives the chart for ECharts.
func (d *heats) option(id string) json.RawMessage {
	names := make([]string, len(d.rows))
	for i := range d.rows {
		names[i] = d.rows[i].member.Name
	}
	var series []heatSeries
	for _, class := range allClasses {
		s := heatSeries{class: class}
		for i := range d.rows {
			for k, f := range d.rows[i].cells {
				if f != nil && d.class(f) == class {
					s.data = append(s.data, heatDatum{about: d.aboutFigure(d.rows[i].member, f, d.unit), Value: [3]any{k, i, plainNumber(dataset.Plain(f.Value, f.Decimals))}, ItemStyle: hatching(f.Status == dataset.Estimate)})
				}
			}
		}
		if len(s.data) > 0 {
			series = append(series, s)
		}
	}
	return heatOption(id, yearNames(d.years), names, series, func(option map[string]any) {
		field(firstAxis(option, "yAxis"), "axisLabel")["interval"] = 0 // every name
	})
}
