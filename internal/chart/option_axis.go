package chart

import (
	"slices"

	"github.com/go-echarts/go-echarts/v2/opts"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// axis returns an axis of the model.
func (o *optioner) axis(a *Axis) axis {
	line := a.Scale != Values && o.m.Series[0].Draw != AsCell // beside cells it would be seen where one is missing
	x := axis{AxisLabel: map[string]any{"show": true, "color": o.colour("soft"), "hideOverlap": true},
		AxisLine:  map[string]any{"show": line, "lineStyle": map[string]any{"color": o.colour("soft")}},
		SplitLine: map[string]any{"show": a.Scale == Values, "lineStyle": map[string]any{"color": o.colour("grid")}}}
	x.Name = a.Title
	if a.Title != "" {
		x.NameLocation, x.NameGap = "middle", 26
		if a == &o.m.Y {
			x.NameGap = 40 // beyond its values
		}
	}
	switch a.Scale {
	case Names:
		x.Type, x.Data, x.Inverse = "category", a.Names, opts.Bool(a == &o.m.Y)
		x.AxisLabel["interval"] = 0 // every name
	case Years:
		gap := o.m.Series[0].Draw == AsBar || o.m.Series[0].Draw == AsCell
		x.Type, x.Data, x.BoundaryGap = "category", o.m.yearNames(), gap
		if o.m.Y.Scale == Names {
			x.Position = "top" // where rows that go on below the window are headed
		}
	case Days:
		x.Type = "time"
	default:
		x.Type = "value"
		if a.Unit == dataset.Percent {
			x.AxisLabel["formatter"] = o.Message("units.percent", "v", "{value}")
		}
		if a.Unit == dataset.Count {
			x.MinInterval = 1
		}
		if lo, _ := o.m.Extent(a); a == &o.m.X && o.m.Y.Scale == Names && lo < 0 {
			x.BoundaryGap = []string{"20%", "0"} // for what is beside the lowest
		}
		if o.columns() && a == &o.m.Y {
			x.BoundaryGap = []string{"0", "8%"} // for what is above the highest
		}
		if !a.Zero || o.paneled() {
			lo, hi := o.m.Extent(a)
			if a == &o.m.Y {
				lo, hi = o.m.Usual(lo, hi)
			}
			highest := func(r Ref) bool { return r.On == a && r.At == hi }
			if o.m.X.Scale == Days && slices.ContainsFunc(o.m.Refs, highest) {
				hi += (hi - lo) / 100 // its name is below those of days
			}
			x.Min, x.Max = RoundOutward(lo, hi, mostTicks)
		}
	}
	if a.Hidden {
		x.Show = opts.Bool(false)
	}
	return x
}

// upright returns the axis of the model that goes up, and beside its rows the
// numbers that a drawing has in a column there.
func (o *optioner) upright() []axis {
	all := []axis{o.axis(&o.m.Y)}
	if side := o.side(); side != nil {
		all = append(all, *side)
	}
	return all
}

// side returns the column of numbers beside the rows as an axis of names; nil
// where there is none, or none for every width.
func (o *optioner) side() *axis {
	i := slices.IndexFunc(o.m.Columns, func(c Column) bool { return !c.Wide })
	if i < 0 || o.m.Y.Scale != Names || o.m.Series[0].Draw == AsBar { // whose values are there
		return nil
	}
	cells := lists.Each(o.m.Y.Names, func(name string) string { return o.m.Columns[i].Cells[name] })
	off := map[string]any{"show": false}
	x := axis{AxisLabel: map[string]any{"show": true, "color": o.colour("ink"), "interval": 0}, AxisLine: off,
		SplitLine: off}
	x.Type, x.Data, x.Inverse, x.Position = "category", cells, opts.Bool(true), "right"
	x.Name, x.NameLocation, x.NameGap = o.m.Columns[i].Head, "start", 30
	x.NameStyle = map[string]any{"align": "left", "padding": []int{0, 0, 0, 8}} // where its cells begin
	x.AxisTick = &opts.AxisTick{Show: opts.Bool(false)}
	return &x
}

// How wide the name of what was agreed on a day, and of a guideline, is before it goes on in the next line, in pixels.
const (
	eventWidth = 72
	markWidth  = 160
)

// mostTicks is how many steps an axis is rounded outward to.
const mostTicks = 6

// lines are go-echarts' with what it has no field for.
type lines struct {
	opts.MarkLines
	Z int `json:"z"`
}

// markLines returns the reference lines and what was agreed when.
func (o *optioner) markLines() *lines {
	var all lines
	for i, r := range o.m.Refs {
		same := func(before Ref) bool { return before.On == r.On && before.At == r.At }
		if r.On == nil || slices.ContainsFunc(o.m.Refs[:i], same) {
			continue // cells are on no line, and its name would be on the other's
		}
		line := opts.LineStyle{Color: o.colour("ink"), Type: "solid", Width: 1.5}
		if r.Side {
			line = opts.LineStyle{Color: o.colour("soft"), Type: "dashed", Width: 1}
		}
		all.Data = append(all.Data, o.markLine(r.Name, r.On == &o.m.X, r.At, line))
	}
	for _, e := range o.m.Events {
		at := any(e.Day.String())
		if o.m.X.Scale == Years {
			at = e.Day.String()[:4]
		}
		line := opts.LineStyle{Color: o.colour("soft"), Type: "dotted", Width: 1}
		all.Data = append(all.Data, o.markLine(e.Short, true, at, line))
	}
	if all.Data == nil {
		return nil
	}
	all.Symbol = []string{"none", "none"}
	if !o.columns() {
		all.Z = 1 // behind marks and what is written at them
	}
	return &all
}

// markLine returns a line across the drawing at a place of one axis.
func (o *optioner) markLine(name string, x bool, at any, style opts.LineStyle) map[string]any {
	label := map[string]any{"show": true, "formatter": literal(name), "color": o.colour("ink"),
		"position": "insideEndTop", "textBorderColor": o.colour("paper"), "textBorderWidth": edge}
	axis := "yAxis"
	if x {
		axis, label["position"], label["distance"] = "xAxis", "end", 8
		label["width"], label["overflow"], label["lineHeight"] = eventWidth, "break", lineHeight
		if _, value := at.(float64); value { // above a name there is no room for another line
			label["width"] = markWidth
		}
	}
	if x && o.m.Y.Scale == Names { // which go down
		label["position"] = "start"
	}
	return map[string]any{axis: at, "label": label, "lineStyle": style}
}
