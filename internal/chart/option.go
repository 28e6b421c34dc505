package chart

import (
	"bytes"
	"encoding/json"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Colours of an option are the page's custom properties, so that it follows
// light and dark as the still drawing does.
const (
	colourUp   = "var(--up)"
	colourDown = "var(--down)"
	colourNone = "var(--none)"
	colourInk  = "var(--ink)"
	colourCard = "var(--card)"
)

// theme keeps go-echarts from writing its own palette, which it does for the
// theme "white".
const theme = "page"

// plainNumber is a number for an option, digits as published: 3.10 stays 3.10.
func plainNumber(s string) json.Number { return json.Number(s) }

// noNumber is a year without a figure: a gap in a line.
var noNumber = json.RawMessage("null")

// baseOptions are the settings all options share. Title and legend are off:
// the page has the title, and lines and bars have their names beside them.
func baseOptions(id, tooltip string) []charts.GlobalOpts {
	return []charts.GlobalOpts{
		charts.WithInitializationOpts(opts.Initialization{ChartID: id, Theme: theme}),
		charts.WithTitleOpts(opts.Title{Show: opts.Bool(false)}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: tooltip}),
		charts.WithAnimation(false),
	}
}

// A drawable is a chart of go-echarts.
type drawable interface {
	Validate()
	JSON() map[string]any
}

// encode gives an option as JSON that may stand in a script element: <, > and
// & are escaped, keys are in order. What go-echarts gets wrong is mended on
// the way: it writes progressive from another setting, and an empty toolbox
// and data zoom that would be drawn.
func encode(c drawable, mend func(option map[string]any)) json.RawMessage {
	c.Validate()
	raw, err := json.Marshal(c.JSON())
	if err != nil {
		panic("chart: an option that is not JSON: " + err.Error())
	}
	var option map[string]any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber() // 3.10 stays 3.10
	if err := d.Decode(&option); err != nil {
		panic("chart: an option that is not JSON: " + err.Error())
	}
	for _, key := range []string{"progressive", "progressiveThreshold", "dataZoom", "toolbox", "color", "visualMap"} {
		delete(option, key)
	}
	if tip, ok := option["tooltip"].(map[string]any); ok {
		tip["confine"] = true // go-echarts has no field for it
	}
	if mend != nil {
		mend(option)
	}
	raw, err = json.Marshal(option)
	if err != nil {
		panic("chart: an option that is not JSON: " + err.Error())
	}
	return raw
}

// estimateDecal is ECharts' hatching, which go-echarts has no field for.
func estimateDecal() map[string]any {
	return map[string]any{"symbol": "rect", "dashArrayX": []int{1, 0}, "dashArrayY": []int{3, 3}, "rotation": -0.785}
}

// eachDatum goes through the data of an option's series.
func eachDatum(option map[string]any, series int, do func(i int, datum map[string]any)) {
	all, _ := option["series"].([]any)
	one, _ := all[series].(map[string]any)
	data, _ := one["data"].([]any)
	for i, d := range data {
		if datum, ok := d.(map[string]any); ok {
			do(i, datum)
		}
	}
}

// firstAxis gives the only axis of a direction, for settings that go-echarts
// has no field for.
func firstAxis(option map[string]any, name string) map[string]any {
	axes, _ := option[name].([]any)
	axis, _ := axes[0].(map[string]any)
	return axis
}
