package chart

import (
	"fmt"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// mostNamed is how many members a sentence names before it only counts them.
const mostNamed = 8

// title says how many are there, or who alone is or is not.
func (d *distances) title(r *request, t *dataset.Tally) string {
	goal, in := d.guideline.Name, " in "+d.yearText()
	meet := d.meeting()
	switch n := len(d.bars); {
	case n == 1 && len(d.notes) == 0:
		b := d.bars[0]
		return b.name + " " + stands(d.unit, b.value, b.places, goal) + in
	case len(r.members) > 0 && meet == n:
		return "All " + english.InWords(n) + " at or above " + goal + in
	case len(r.members) > 0:
		return english.Capital(english.InWords(meet)) + " of these " + english.InWords(n) + " at or above " + goal + in
	case meet == 1 && !t.AtLeast():
		return t.Met()[0].Member.Name + " alone at or above " + goal + in
	case meet == n-1 && !t.AtLeast():
		return t.Short()[0].Member.Name + " alone below " + goal + in
	}
	return english.Capital(fraction(t, r.t.Collective, english.InWords)) + " at or above " + goal + in
}

func (d *distances) meeting() int {
	n := 0
	for i := range d.bars {
		if d.bars[i].value >= 0 {
			n++
		}
	}
	return n
}

func (d *distances) subtitle(r *request) string {
	s := r.measure.Name + ": " + distanceUnit(d.unit) + " above or below " + d.guideline.Name + ", " + d.yearText()
	switch estimates := d.estimates(); {
	case len(estimates) == 0:
	case len(estimates) == len(d.bars):
		s += " (estimates)"
	default:
		s += " (hatched: estimates)"
	}
	return s
}

func (d *distances) estimates() []string {
	var list []string
	for i := range d.bars {
		if d.bars[i].estimate() {
			list = append(list, d.bars[i].name)
		}
	}
	return list
}

// summary says in sentences how many meet the guideline, who is highest and
// lowest, who is on the shorter side, and who has no bar and why.
func (d *distances) summary(r *request, t *dataset.Tally) []string {
	var s []string
	if n := len(d.bars); n > 1 || len(d.notes) > 0 {
		who, meet := fraction(t, r.t.Collective, english.Few), t.Meeting
		if len(r.members) > 0 {
			meet = d.meeting()
			who = english.Few(meet) + " of these " + english.Few(n)
		}
		s = append(s, fmt.Sprintf("%s %s at or above %s for %d, in %s.", english.Capital(who), plural(meet, "stands", "stand"), d.guideline.Name, d.year, editionName(t.Edition)))
	}
	s = append(s, d.extremes(t)...)
	if side := d.shorterSide(); side != "" {
		s = append(s, side)
	}
	if len(r.members) == 0 {
		if len(t.Missing) > 0 {
			s = append(s, "No figure: "+english.List(names(t.Missing))+". The count is a lower bound.")
		}
		s = append(s, excused(t.Exempt)...)
	}
	switch e := d.estimates(); {
	case len(e) == 0:
	case len(e) == len(d.bars):
		s = append(s, plural(len(e), "The figure is an estimate.", "All figures are estimates."))
	case len(e) <= mostNamed:
		s = append(s, "Estimates: "+english.List(e)+".")
	default:
		s = append(s, fmt.Sprintf("%s of the %d figures are estimates.", english.Capital(english.Few(len(e))), len(d.bars)))
	}
	return s
}

// extremes names the highest and the lowest, several where they are equal.
func (d *distances) extremes(t *dataset.Tally) []string {
	if len(d.bars) == 0 {
		return nil
	}
	byValue := func(a, b bar) int {
		switch {
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return 0
	}
	high, low := slices.MaxFunc(d.bars, byValue), slices.MinFunc(d.bars, byValue)
	at := func(b bar, goal string) string {
		return value(d.unit, b.figure.Value, b.figure.Decimals) + ", " + stands(d.unit, b.value, b.places, goal)
	}
	if len(d.bars) == 1 && len(d.notes) == 0 {
		return []string{fmt.Sprintf("%s stands at %s for %d, in %s.", high.name, at(high, d.guideline.Name), d.year, editionName(t.Edition))}
	}
	if len(d.bars) == 1 {
		return []string{fmt.Sprintf("%s stands at %s.", high.name, at(high, ""))}
	}
	if high.value == low.value {
		return []string{"All stand at " + at(high, "") + "."}
	}
	as := func(b bar, what string) string {
		var equal []string
		for i := range d.bars {
			if d.bars[i].value == b.value {
				equal = append(equal, d.bars[i].name)
			}
		}
		return english.List(equal) + " " + plural(len(equal), "is ", "are ") + what + " at " + at(b, "")
	}
	return []string{as(high, "highest") + "; " + as(low, "lowest") + "."}
}

// shorterSide names the members above or below the line, whichever are fewer.
func (d *distances) shorterSide() string {
	var met, short []string
	for i := range d.bars {
		if b := &d.bars[i]; b.value < 0 {
			short = append(short, b.name)
		} else {
			met = append(met, b.name)
		}
	}
	fewer, what := met, "At or above: "
	if len(short) < len(met) {
		fewer, what = short, "Below: "
	}
	if len(fewer) == 0 || len(fewer) > mostNamed || len(d.bars) == 1 {
		return ""
	}
	return what + english.List(fewer) + "."
}
