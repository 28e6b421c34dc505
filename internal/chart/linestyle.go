package chart

import "strconv"

// lineTones is how many colours the style sheet has for lines; the first is that of the leading line alone.
const lineTones = 6

// A LineStyle distinguishes a line from the others: by its colour and, without any colour, by its dashes and weight.
type LineStyle struct {
	Tone  string
	Class string // of the line, with its colour, dashes and weight
}

// LineStyle returns the look of a series' line; of one that is pointed out it is strong.
func (m *Model) LineStyle(i int) LineStyle {
	l := lineStyleOf(i, m.Lead)
	if m.Of(i)[0].Highlighted && i != m.Lead {
		l.Class += " lead"
	}
	return l
}

// lineStyleOf returns the look of line i. The leading line has one to itself; the others take colours and dashes in
// their order, and with every round of colours other dashes, so that 26 lines differ.
func lineStyleOf(i, lead int) LineStyle {
	switch {
	case i == lead:
		return LineStyle{"line-1", "line line-1 lead"}
	case lead >= 0 && i > lead:
		i--
	}
	const n = lineTones - 1
	tone := "line-" + strconv.Itoa(i%n+2)
	l := LineStyle{tone, "line " + tone}
	if dash := (i + i/n) % n; dash > 0 {
		l.Class += " dash-" + strconv.Itoa(dash+1)
	}
	return l
}
