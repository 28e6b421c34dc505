package chart

import (
	"encoding/json"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/lists"
)

// theme keeps go-echarts from writing its own palette, which it does for the theme "white".
const theme = "page"

// A series is one of go-echarts with what it has no field for.
type series struct {
	charts.SingleSeries
	LineStyle     any    `json:"lineStyle,omitempty"` // dashes by their lengths
	EndLabel      any    `json:"endLabel,omitempty"`
	LabelLayout   any    `json:"labelLayout,omitempty"`
	StackStrategy string `json:"stackStrategy,omitempty"`
	MarkLine      any    `json:"markLine,omitempty"`
	MarkArea      any    `json:"markArea,omitempty"`
	BarMinHeight  int    `json:"barMinHeight,omitempty"`
	Z             int    `json:"z,omitempty"`
	Silent        bool   `json:"silent,omitempty"`
}

// An axis is one of go-echarts with what it has no field for.
type axis struct {
	opts.XAxis
	AxisLabel   map[string]any `json:"axisLabel"`
	AxisLine    map[string]any `json:"axisLine"`
	SplitLine   map[string]any `json:"splitLine"`
	BoundaryGap any            `json:"boundaryGap,omitempty"`
	NameStyle   any            `json:"nameTextStyle,omitempty"`
}

// An optioner makes the go-echarts chart of a model.
type optioner struct {
	*Query
	m      *Model
	colour func(name string) string // of the page's palette
}

// Option returns the chart for ECharts as JSON, made of the same marks with go-echarts' own types. Colour returns the
// colours of the palette by their names: their values, or references to them. It may be put into a script:
// encoding/json escapes <, > and &, and keys are in order.
func (c *Chart) Option(colour func(name string) string) json.RawMessage {
	o := &optioner{c.q, c.Model, colour}
	chart := charts.NewBar() // what is drawn is said by each series
	chart.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: c.ID, Theme: theme}),
		// the page has the title, and lines and bars have their names beside them
		charts.WithTitleOpts(opts.Title{Show: opts.Bool(false)}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(false)}),
		charts.WithAnimation(false),
		charts.WithGridOpts(o.grid()),
	)
	option := chart.JSON()
	for _, key := range []string{"progressive", "progressiveThreshold", "dataZoom", "toolbox", "color", "visualMap"} {
		delete(option, key) // go-echarts writes the first from another setting, and the others empty, to be drawn
	}
	all := o.series()
	like, lines := o.others()
	for _, line := range lines {
		like.Data = line
		all = append(all, new(like))
	}
	option["series"] = all
	option["xAxis"], option["yAxis"] = []axis{o.axis(&o.m.X)}, o.upright()
	if o.paneled() {
		o.panels(option)
	}
	option["textStyle"] = map[string]any{"color": colour("ink"), "fontFamily": scene.Family}
	option["tooltip"] = map[string]any{"show": true, "confine": true, "trigger": "item",
		"backgroundColor": colour("paper"), "borderColor": colour("rule"),
		"textStyle": map[string]any{"color": colour("ink")}}
	if o.m.Series[0].Draw == AsCell { // which needs a map of values to colours: to each cell its own
		option["visualMap"] = []any{map[string]any{"show": false, "type": "piecewise",
			"dimension": 0, // columns: of values it leaves out what is below 0 or above 200
			"inRange":   map[string]any{"color": nil}}}
	}
	// ECharts shows decals with aria alone, and then on all marks that have none of their own
	if n := o.m.Estimates(); n > 0 && n < len(o.m.Marks) {
		option["aria"] = map[string]any{"enabled": true,
			"decal": map[string]any{"show": true, "decals": map[string]any{"color": transparent}}}
	}
	raw, err := json.Marshal(option)
	if err != nil {
		panic("chart: an option that is not JSON: " + err.Error())
	}
	return raw
}

// grid returns the space around the axes: beyond lines for their names, above for those of what was agreed.
func (o *optioner) grid() opts.Grid {
	right, top := 56, 30
	if o.columns() {
		right = 20
	}
	for i, s := range o.m.Series {
		if s.Draw.isLine() {
			right = max(right, 7*utf8.RuneCountInString(o.m.Series[i].Name)+12)
		}
	}
	if o.m.Series[0].Draw == AsCell { // what is written is in them
		right = 8
	}
	if side := o.side(); side != nil { // has its head above the guideline's name
		longest := slices.Max(lists.Each(side.Data.([]string), utf8.RuneCountInString))
		top, right = 44, 8+7*max(0, utf8.RuneCountInString(side.Name)-longest)
	}
	if o.m.Series[0].Draw == AsCell && !o.m.X.Hidden {
		top = 8
	}
	if len(o.m.Events) > 0 {
		top = 52
	}
	for _, r := range o.m.Refs {
		if r.On == &o.m.X && 7*utf8.RuneCountInString(r.Name) > markWidth { // a name of two lines
			top += lineHeight
		}
	}
	left, bottom := "8", "8"
	if o.m.Y.Title != "" { // points have axes with names
		left, bottom = "24", "24"
	}
	return opts.Grid{Left: left, Right: strconv.Itoa(right), Top: strconv.Itoa(top), Bottom: bottom,
		ContainLabel: opts.Bool(true)}
}

// columns reports whether bars go up.
func (o *optioner) columns() bool { return o.m.Series[0].Draw == AsBar && o.m.Y.Scale == Values }

// seriesTypes are ECharts' names for the ways of drawing.
var seriesTypes = map[Draw]string{AsBar: "bar", AsDot: "scatter", AsTick: "scatter", AsLine: "line", AsStep: "line",
	AsCell: "heatmap"}

// series returns every series with its marks; the first has the reference lines.
func (o *optioner) series() []*series {
	var all []*series
	for i, s := range o.m.Series {
		one := &series{SingleSeries: charts.SingleSeries{Name: s.Name, Type: seriesTypes[s.Draw]}}
		one.Data = o.data(i)
		edge := &opts.ItemStyle{Color: "inherit", BorderColor: o.colour("ink"), BorderWidth: 2} // colour has a meaning
		one.Emphasis = &opts.Emphasis{ItemStyle: edge}
		one.LabelLayout = map[string]any{"hideOverlap": true}
		if s.Draw.isLine() {
			o.line(one, i)
		}
		if s.Draw == AsBar {
			one.BarMinHeight = 2 // to be found by the eye and the pointer
			if !o.columns() {
				one.BarMaxWidth = "32" // where there are few
			}
		}
		floating := func(m *Mark) bool { return m.From != 0 }
		if s.Draw == AsBar && slices.ContainsFunc(o.m.Of(i), floating) { // stacked on an invisible one
			one.StackStrategy = "all" // bars that go down too
			base := *one
			base.Data, base.Name, base.Stack = o.bases(i), "", s.Name
			base.ItemStyle = &opts.ItemStyle{Color: transparent}
			all, one.Stack = append(all, &base), s.Name
		}
		all = append(all, one)
	}
	if lines := o.markLines(); lines != nil {
		all[0].MarkLine = lines
	}
	if o.m.Series[0].Draw.isLine() {
		all[0].MarkArea = o.missed()
	}
	return append(all, o.background()...)
}

// data returns the marks of a series in the places of its axes.
func (o *optioner) data(i int) any {
	marks, data := o.m.Of(i), []datum(nil) // without a value where there is no mark
	place := func(m *Mark) int { return m.Place }
	switch s := o.m.Series[i].Draw; {
	case s != AsBar && !s.isLine():
	case o.m.Y.Scale == Names:
		data = make([]datum, len(o.m.Y.Names))
	case o.m.X.Scale == Years:
		data = make([]datum, o.m.To-o.m.From+1)
		place = func(m *Mark) int { return m.Year - o.m.From }
	}
	if data == nil {
		return lists.Each(marks, o.datum)
	}
	for _, m := range marks {
		data[place(m)] = o.datum(m)
	}
	return data
}

// line styles a line, with its name at its end.
func (o *optioner) line(s *series, i int) {
	look := o.lineStyle(i)
	drawn := scene.StyleOf(look.Class)
	style := map[string]any{"color": o.colour(look.Tone), "width": drawn.Width}
	if drawn.Dash != nil {
		style["type"] = drawn.Dash
	}
	s.LineStyle = style
	s.Symbol, s.SymbolSize, s.ShowSymbol, s.ConnectNulls = "circle", 5, opts.Bool(true), opts.Bool(false)
	s.ItemStyle = &opts.ItemStyle{Color: o.colour(look.Tone)}
	if o.m.Series[i].Draw == AsStep {
		s.Step = "end"
	}
	s.EndLabel = map[string]any{"show": true, "formatter": literal(s.Name), "lineHeight": lineHeight,
		"color": o.colour(look.Tone)}
	if o.paneled() {
		s.EndLabel = map[string]any{"show": false, "formatter": o.panelHead(i)}
	}
	s.LabelLayout = map[string]any{"moveOverlap": "shiftY", "hideOverlap": true}
}
