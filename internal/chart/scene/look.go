package scene

import (
	"strconv"
	"strings"

	"burdenshare/internal/lists"
)

// A Style is what a class looks like. Colours are names of the palette, tone
// for the one that the class itself names, and off for none.
type Style struct {
	Fill, Stroke string
	Width        float64 // of the stroke; 0 for 1
	Dash         []float64
	Opacity      float64 // 0 for 1
	Bold, Plain  bool    // Plain ends what is bold around it
	Italic       bool
	Serif        bool // the typeface of headlines
	Halo         bool // the paper around a text, so that lines do not run through it
	Square       bool // ends of lines
}

const (
	tone = "tone"
	off  = "off"
)

// A role is the first name of a class: what a shape is in a drawing.
type role struct {
	name string
	Style
	hatched bool // estimates are hatched
	hollow  bool // estimates are hollow
}

// roles are all that drawings are made of.
var roles = []role{
	// words
	{name: "name"}, {name: "said"}, {name: "cell-text"},
	{name: "tick", Style: Style{Fill: "soft"}},
	{name: "val", Style: Style{Fill: "soft", Halo: true}},
	{name: "of", Style: Style{Fill: "soft"}},
	{name: "event", Style: Style{Fill: "soft"}},
	{name: "absent", Style: Style{Fill: "none"}},
	{name: "reason", Style: Style{Fill: "none", Italic: true, Halo: true}},
	{name: "count", Style: Style{Bold: true}},
	{name: "ref-name", Style: Style{Bold: true}},
	{name: "end", Style: Style{Fill: tone, Bold: true}},
	{name: "tail", Style: Style{Fill: "soft", Plain: true}},
	// around a drawing: a sheet, a card, an icon
	{name: "paper", Style: Style{Fill: "paper"}},
	{name: "ink", Style: Style{Fill: "ink"}},
	{name: "headline", Style: Style{Bold: true, Serif: true}},
	{name: "kicker", Style: Style{Fill: "accent", Bold: true}},
	{name: "rule", Style: Style{Fill: off, Stroke: "rule"}},
	// axes and references
	{name: "grid", Style: Style{Fill: off, Stroke: "grid"}},
	{name: "axis", Style: Style{Fill: off, Stroke: "soft"}},
	{name: "ref", Style: Style{Fill: off, Stroke: "ink", Width: 1.6}},
	{name: "ref-side", Style: Style{Fill: off, Stroke: "ink", Dash: []float64{4, 3}}},
	{name: "ref-thin", Style: Style{Fill: off, Stroke: "ink", Width: .75}},
	{name: "behind", Style: Style{Fill: off, Stroke: "rule", Width: 1}},
	{name: "met", Style: Style{Fill: "up-1", Opacity: .3}},
	{name: "below", Style: Style{Fill: "down-1", Opacity: .45}},
	{name: "leader", Style: Style{Fill: off, Stroke: "soft", Width: .75}},
	{name: "event-line", Style: Style{Fill: off, Stroke: "soft", Dash: []float64{1.5, 2.5}}},
	{name: "event-tick", Style: Style{Fill: off, Stroke: "soft"}},
	// marks and what is around them
	{name: "bar", Style: Style{Fill: tone}, hatched: true},
	{name: "tint", Style: Style{Opacity: .58}},
	{name: "frame", Style: Style{Fill: "card", Stroke: "rule", Width: .75}},
	{name: "dot", Style: Style{Fill: tone}, hollow: true},
	{name: "line", Style: Style{Fill: off, Stroke: tone, Width: 1.75}},
	{name: "land", Style: Style{Fill: tone, Stroke: "paper", Width: .75}},
	{name: "cell", Style: Style{Fill: tone}},
	{name: "overlay", Style: Style{Fill: "paper", Opacity: .38}, hatched: true},
	{name: "gap", Style: Style{Fill: off, Stroke: "rule"}},
	{name: "no-data", Style: Style{Fill: "card", Stroke: "rule"}},
	{name: "outline", Style: Style{Fill: off, Stroke: "ink", Width: 1.5, Square: true}},
	{name: "point-name", Style: Style{Halo: true}},
	{name: "shaft", Style: Style{Fill: off, Stroke: tone, Width: 1.75}},
}

// roleOf returns the role of a name; one that is none has no look.
func roleOf(name string) *role {
	for i := range roles {
		if roles[i].name == name {
			return &roles[i]
		}
	}
	return &role{}
}

// dashes are the patterns of lines, dash-2 first: the first is none.
var dashes = [][]float64{{7, 3}, {1.5, 3}, {9, 3, 2, 3}, {4, 2}}

const (
	leadWidth   = 3.0  // of the line that a chart is about
	hollowWidth = 1.75 // of the edge of what is hollow
)

// StyleOf returns what a class looks like; its colours are names.
func StyleOf(class string) Style {
	first, rest, _ := strings.Cut(class, " ")
	r := roleOf(first)
	l, colour := r.Style, ""
	for name := range strings.FieldsSeq(rest) {
		switch {
		case name == "est" && r.hollow:
			l.Fill, l.Stroke, l.Width = "paper", tone, hollowWidth
		case name == "est":
		case name == "lead":
			l.Width = leadWidth
		case name == "highlighted":
			l.Bold = true
		case name == "halo":
			l.Halo = true
		case strings.HasPrefix(name, "dash-"):
			n, _ := strconv.Atoi(name[len("dash-"):])
			l.Dash = dashes[n-2]
		default:
			colour = name
		}
	}
	for _, paint := range []*string{&l.Fill, &l.Stroke} {
		if *paint == tone {
			*paint = colour
		}
	}
	return l
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func lengths(dash []float64) string { return strings.Join(lists.Each(dash, number), " ") }
