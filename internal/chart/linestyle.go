package chart

import (
	"strconv"
	"strings"
)

// lineTones is how many colours the style sheet has for lines; the first is that of the leading line alone.
const lineTones = 6

// leadWidth is that of the leading line.
const leadWidth = 3

// dashes are those of the style sheet, in pixels on and off.
var dashes = [lineTones - 1][]float64{nil, {7, 3}, {1.5, 3}, {9, 3, 2, 3}, {4, 2}}

// A LineStyle distinguishes a line from the others: by its colour and, without any colour, by its dashes and weight.
type LineStyle struct {
	Tone  string
	Dash  []float64
	Width float64
	Class string // dashes and weight, for the style sheet
}

// LineStyle returns the look of a series' line; of one that is pointed out it is strong.
func (m *Model) LineStyle(i int) LineStyle {
	l := lineStyleOf(i, m.Lead)
	if m.Series[i].Highlighted && i != m.Lead {
		l.Width, l.Class = leadWidth, strings.TrimSpace(l.Class+" lead")
	}
	return l
}

// lineStyleOf returns the look of line i. The leading line has one to itself; the others take colours and dashes in
// their order, and with every round of colours other dashes, so that 26 lines differ.
func lineStyleOf(i, lead int) LineStyle {
	switch {
	case i == lead:
		return LineStyle{Tone: "line-1", Width: leadWidth, Class: "lead"}
	case lead >= 0 && i > lead:
		i--
	}
	n := lineTones - 1
	dash := (i + i/n) % n
	l := LineStyle{Tone: "line-" + strconv.Itoa(i%n+2), Dash: dashes[dash], Width: 1.75}
	if dash > 0 {
		l.Class = "dash-" + strconv.Itoa(dash+1)
	}
	return l
}
