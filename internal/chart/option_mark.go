package chart

import (
	"cmp"
	"encoding/json"
	"strings"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// A datum is a mark in an option, with what go-echarts has no field for.
type datum struct {
	Name       string     `json:"name,omitempty"`
	Value      any        `json:"value"`
	Words      string     `json:"words,omitempty"` // the value in words
	Short      string     `json:"short,omitempty"` // a code for its name, where names have little space
	Symbol     string     `json:"symbol,omitempty"`
	SymbolSize any        `json:"symbolSize,omitempty"`
	Offset     []float64  `json:"symbolOffset,omitempty"`
	Label      *label     `json:"label,omitempty"`
	ItemStyle  *itemStyle `json:"itemStyle,omitempty"`

	look look
}

// A look is what follows from nothing but: data of one chart with the same look differ in name, value and words alone.
type look struct {
	draw                       Draw
	tone, position             string
	unlike, highlighted, label bool
	shift                      float64
}

// A label has an edge of the paper, where a line would run through it.
type label struct {
	opts.Label
	Edge  string  `json:"textBorderColor,omitempty"`
	Width float64 `json:"textBorderWidth,omitempty"`
	Over  string  `json:"backgroundColor,omitempty"` // of a label with lines behind it
}

type itemStyle struct {
	opts.ItemStyle
	Area  string `json:"areaColor,omitempty"` // on a map
	Decal *decal `json:"decal,omitempty"`
}

// A decal is ECharts' hatching.
type decal struct {
	Symbol     string  `json:"symbol"`
	Color      string  `json:"color,omitempty"`
	DashArrayX [2]int  `json:"dashArrayX"`
	DashArrayY [2]int  `json:"dashArrayY"`
	Rotation   float64 `json:"rotation"` // radians
}

// literal returns a text for ECharts to write as it is: what it would take for
// the name of a value, {b} or {@x}, gets a mark of no width behind the brace.
func literal(s string) string { return strings.ReplaceAll(s, "{", "{\u2060") }

// datum returns a mark with its look.
func (o *optioner) datum(m *Mark) datum {
	s := &o.m.Series[m.Series]
	text := o.label(m)
	d := datum{Name: literal(o.Head(m)), Words: o.tooltip(m), Value: o.place(m), ItemStyle: &itemStyle{}}
	if m.Second.Known() {
		d.Short = literal(m.Short + m.NoteMark())
	}
	tone := cmp.Or(m.Tone, s.Tone)
	switch {
	case s.Draw.isLine():
		text, tone = "", o.lineStyle(m.Series).Tone
	case o.columns() && len(o.m.Series) > 1: // side by side, where a drawing has a panel of each
		tone = o.lineStyle(m.Series).Tone
	}
	d.look = look{s.Draw, tone, o.labelPosition(m), m.Unlike, m.Highlighted, text != "", o.shift(m)}
	hollow := s.Draw != AsBar && s.Draw != AsCell && m.Unlike
	d.ItemStyle.Color = o.colour(tone)
	if s.Draw == AsCell {
		d.ItemStyle.BorderColor, d.ItemStyle.BorderWidth, d.ItemStyle.Area = o.colour("paper"), 1, d.ItemStyle.Color
	}
	if hollow {
		d.ItemStyle.Color, d.ItemStyle.BorderColor, d.ItemStyle.BorderWidth = o.colour("paper"), o.colour(tone), 1.75
	} else if m.Unlike {
		d.ItemStyle.Decal = &decal{"rect", "", [2]int{1, 0}, [2]int{3, 3}, -0.785}
		if s.Draw == AsCell { // which has its number on it
			d.ItemStyle.Decal.Color = "rgba(0,0,0,0.09)" // which explorer.js adapts to the scheme
		}
	}
	if m.Highlighted && s.Draw != AsBar && !s.Draw.isLine() && !hollow {
		d.ItemStyle.BorderColor, d.ItemStyle.BorderWidth = o.colour("ink"), 1.5
	}
	switch s.Draw {
	case AsDot:
		d.Symbol, d.SymbolSize, d.ItemStyle.Opacity = "circle", 9, opts.Float(1)
	case AsTick:
		d.Symbol, d.SymbolSize, d.ItemStyle.Opacity = "rect", []float64{3, 12}, opts.Float(1)
	case AsLine, AsStep:
		if hollow {
			d.SymbolSize = 7
		}
	}
	if d.look.shift != 0 {
		d.Offset = []float64{0, d.look.shift}
	}
	if text != "" {
		d.Label = &label{Label: opts.Label{Show: opts.Bool(true), Formatter: literal(text), Color: o.colour("ink"),
			LineHeight: lineHeight, Position: d.look.position}}
		if m.Highlighted {
			d.Label.FontWeight = "bold"
		}
		if s.Draw != AsCell {
			d.Label.Edge, d.Label.Width = o.colour("paper"), edge
		}
		if s.Draw == AsBar && len(o.m.Series) > 1 { // of which a row has more
			d.Label.FontSize, d.Label.LineHeight = 11, 11
		}
	}
	return d
}

// shift returns how far a point of a row is moved up or down, because another of the same value would cover it.
func (o *optioner) shift(m *Mark) float64 {
	if o.m.Y.Scale != Names || o.m.Series[m.Series].Draw != AsDot {
		return 0
	}
	return 8 * o.m.Crowd(m, func(k *Mark) bool { return k.Value.V == m.Value.V })
}

// lineHeight is that of labels, in pixels. ECharts would take it from a letter
// that not every typeface has, and then not see which labels overlap.
const lineHeight = 14

// edge is how wide that of a label is, in pixels.
const edge = 3

// label returns what is written at a mark: a point among values has its name, and a tile its code.
func (o *optioner) label(m *Mark) string {
	switch {
	case m.Second.Known():
		return m.Row + m.NoteMark()
	case o.m.X.Scale == Names:
		return m.Short + m.NoteMark() + "\n" + m.Label
	case m.Label == "":
		return ""
	}
	return m.Label + m.NoteMark()
}

func (o *optioner) labelPosition(m *Mark) string {
	switch {
	case o.m.Series[m.Series].Draw == AsCell:
		return "inside"
	case o.m.Y.Scale != Names && o.m.X.Scale != Values:
		return map[bool]string{true: "bottom", false: "top"}[m.Value.V < 0]
	}
	return map[bool]string{true: "left", false: "right"}[m.Value.V < 0]
}

// place returns the value of a datum: alone where its place in the list is its
// place on the axis, else with its coordinates.
func (o *optioner) place(m *Mark) any {
	v := json.Number(m.Value.Plain()) // 3.10 stays 3.10
	x, y := &o.m.X, &o.m.Y
	switch {
	case o.m.Series[m.Series].Draw == AsCell:
		if x.Scale == Years {
			return [3]any{m.Year - o.m.From, m.Place, v}
		}
		return [3]any{m.Column, m.Line, v}
	case m.Second.Known():
		return [2]any{v, json.Number(m.Second.Plain())}
	case x.Scale == Days:
		return [2]any{m.Day.String(), v}
	case y.Scale == Names && o.m.Series[m.Series].Draw != AsBar:
		return [2]any{v, m.Place}
	}
	return v
}
