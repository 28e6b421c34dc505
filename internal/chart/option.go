package chart

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Colours of an option are the page's custom properties, so that it follows
// light and dark as the still drawing does.
const (
	colourUp    = "var(--up)"
	colourDown  = "var(--down)"
	colourNone  = "var(--none)"
	colourInk   = "var(--ink)"
	colourCard  = "var(--card)"
	colourPaper = "var(--paper)"
	colourRule  = "var(--rule)"
	colourSoft  = "var(--soft)"
	colourGrid  = "var(--grid)"
)

// theme keeps go-echarts from writing its own palette, which it does for the
// theme "white".
const theme = "page"

// plainNumber is a number for an option, digits as published: 3.10 stays 3.10.
func plainNumber(s string) json.Number { return json.Number(s) }

// literal gives a text for ECharts to write as it is: what it would take for
// the name of a value, {b} or {@x}, gets a mark of no width behind the brace.
func literal(s string) string { return strings.ReplaceAll(s, "{", "{\u2060") }

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

// A barDatum is a bar with the hatching that go-echarts has no field for.
type barDatum struct {
	opts.BarData
	about
	ItemStyle *barStyle `json:"itemStyle,omitempty"`
}

type barStyle struct {
	opts.ItemStyle
	Decal *decal `json:"decal,omitempty"`
}

// A decal is ECharts' hatching.
type decal struct {
	Symbol     string  `json:"symbol"`
	DashArrayX [2]int  `json:"dashArrayX"`
	DashArrayY [2]int  `json:"dashArrayY"`
	Rotation   float64 `json:"rotation"` // radians
}

// newBar gives a bar in a colour, hatched when it is an estimate.
func newBar(value any, colour string, estimate bool) barDatum {
	b := barDatum{BarData: opts.BarData{Value: value}, ItemStyle: &barStyle{ItemStyle: opts.ItemStyle{Color: colour}}}
	if estimate {
		b.ItemStyle.Decal = &decal{"rect", [2]int{1, 0}, [2]int{3, 3}, -0.785}
	}
	return b
}

// A lineDatum is a point with a style of its own, which go-echarts has no
// field for.
type lineDatum struct {
	opts.LineData
	about
	ItemStyle *opts.ItemStyle `json:"itemStyle,omitempty"`
}

// encode gives an option as JSON that may stand in a script element: <, > and
// & are escaped, keys are in order. What go-echarts gets wrong is mended on
// the way: it writes progressive from another setting, an empty toolbox and
// data zoom that would be drawn, and nulls. Settings that it has no field for
// are added by mend. The data, which is most of it, goes through only once.
func encode(c drawable, mend func(option map[string]any)) json.RawMessage {
	c.Validate()
	object := c.JSON()
	all, _ := object["series"].(charts.MultiSeries)
	data := make([]any, len(all))
	for i := range all {
		data[i], all[i].Data = all[i].Data, nil
	}
	var option map[string]any
	d := json.NewDecoder(bytes.NewReader(mustMarshal(object)))
	d.UseNumber() // 3.10 stays 3.10
	if err := d.Decode(&option); err != nil {
		panic("chart: an option that is not JSON: " + err.Error())
	}
	for _, key := range []string{"progressive", "progressiveThreshold", "dataZoom", "toolbox", "color", "visualMap"} {
		delete(option, key)
	}
	for i, s := range seriesOf(option) {
		s["data"] = data[i]
	}
	mend(option)
	dress(option)
	return mustMarshal(option)
}

func mustMarshal(v any) json.RawMessage {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("chart: an option that is not JSON: " + err.Error())
	}
	return raw
}

// seriesOf gives the series of an option.
func seriesOf(option map[string]any) []map[string]any {
	all, _ := option["series"].([]any)
	series := make([]map[string]any, len(all))
	for i := range all {
		series[i], _ = all[i].(map[string]any)
	}
	return series
}

// dress gives axes, texts and tooltip the page's colours, in place of greys
// made for a white page.
func dress(option map[string]any) {
	option["textStyle"] = map[string]any{"color": colourInk}
	option["tooltip"] = map[string]any{"show": true, "confine": true, "trigger": field(option, "tooltip")["trigger"],
		"backgroundColor": colourPaper, "borderColor": colourRule, "textStyle": map[string]any{"color": colourInk}}
	for _, name := range []string{"xAxis", "yAxis"} {
		axis := firstAxis(option, name)
		label := field(axis, "axisLabel")
		delete(label, "showMinLabel") // written as null where not set
		delete(label, "showMaxLabel")
		label["color"] = colourSoft
		axis["axisLine"] = map[string]any{"show": axis["type"] == "category", "lineStyle": map[string]any{"color": colourSoft}}
		axis["splitLine"] = map[string]any{"show": axis["type"] == "value", "lineStyle": map[string]any{"color": colourGrid}}
	}
	for _, series := range seriesOf(option) {
		for _, label := range []map[string]any{field(series, "label"), field(field(series, "markLine"), "label")} {
			label["color"], label["textBorderWidth"] = colourInk, 0
		}
		if series["label"] == nil {
			series["label"] = map[string]any{"color": colourInk, "textBorderWidth": 0}
		}
	}
}

// field gives the object under a key, an empty one when there is none.
func field(m map[string]any, key string) map[string]any {
	if f, ok := m[key].(map[string]any); ok {
		return f
	}
	return map[string]any{}
}

// firstAxis gives the only axis of a direction, for settings that go-echarts
// has no field for.
func firstAxis(option map[string]any, name string) map[string]any {
	axes, _ := option[name].([]any)
	if len(axes) == 0 {
		return nil
	}
	axis, _ := axes[0].(map[string]any)
	return axis
}
