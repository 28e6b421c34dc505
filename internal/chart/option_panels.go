package chart

import (
	"strconv"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// This file makes the small fields of lines that have one each. Their colours have a meaning, and their names are above
// them. Whoever explores them in another width has them arranged anew.

// paneled reports whether lines have a field each.
func (o *optioner) paneled() bool { return o.m.Series[0].Draw.isLine() && o.m.Series[0].Tone != "" }

// lineStyle returns the look of a line: in a field of its own the one of its series.
func (o *optioner) lineStyle(i int) LineStyle {
	if tone := o.m.Series[i].Tone; tone != "" {
		return LineStyle{tone, "line " + tone}
	}
	return o.m.LineStyle(i)
}

// panelHead returns what is written above a field: whose it is, and the last value.
func (o *optioner) panelHead(i int) string {
	marks := o.m.Of(i)
	return literal(o.m.Series[i].Name) + "\n" + literal(o.m.Series[i].End+marks[len(marks)-1].NoteMark())
}

// panelColumns is how many fields are side by side.
const panelColumns = 6

// panels gives each line of an option its field, with axes of one scale.
func (o *optioner) panels(option map[string]any) {
	all := option["series"].([]*series)
	columns := min(panelColumns, len(all))
	lines := (len(all) + columns - 1) / columns
	percent := func(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) + "%" }
	wide, high := 100/float64(columns), 100/float64(lines)
	var grids []opts.Grid
	var across, up []axis
	for i := range all {
		left, top := float64(i%columns)*wide, float64(i/columns)*high
		grids = append(grids, opts.Grid{Left: percent(left + wide/16), Top: percent(top + 0.4*high),
			Width: percent(wide * 7 / 8), Height: percent(0.5 * high)})
		x, y := o.axis(&o.m.X), o.axis(&o.m.Y)
		x.GridIndex, y.GridIndex = i, i
		x.AxisLabel["show"], y.AxisLabel["show"], y.SplitLine["show"] = i+columns >= len(all), false, false
		y.Name, y.NameLocation, y.NameGap = o.panelHead(i), "end", 4
		y.NameStyle = map[string]any{"align": "left", "color": o.colour("ink")}
		across, up = append(across, x), append(up, y)
		all[i].XAxisIndex, all[i].YAxisIndex = i, i
		all[i].MarkLine, all[i].MarkArea = all[0].MarkLine, all[0].MarkArea
	}
	option["grid"], option["xAxis"], option["yAxis"] = grids, across, up
}
