package chart

import (
	"fmt"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// both counts the members that meet both guidelines.
func (d *quadrants) both() *dataset.Tally {
	return &dataset.Tally{Standings: d.standings, Meeting: d.meets[meetsBoth]}
}

// title says how many meet both guidelines, or who alone does.
func (d *quadrants) title(collective string) string {
	goal := fmt.Sprintf(" both %s and %s in %d", d.x.guideline.Name, d.y.guideline.Name, d.year)
	if chosen := d.chosen(); len(chosen) == 1 {
		p := chosen[0]
		return fmt.Sprintf("%s: %s and %s in %d, %s", p.member.Name, d.x.value(p.x), d.y.value(p.y), d.year, d.standing(p))
	}
	t := d.both()
	if t.Meeting == 1 && !t.AtLeast() {
		return d.names(func(p *point) bool { return p.corner == meetsBoth })[0] + " alone at or above" + goal
	}
	return english.Capital(fraction(t, collective, english.InWords)) + " at or above" + goal
}

// chosen gives the points that the spec names.
func (d *quadrants) chosen() []*point {
	var list []*point
	for i := range d.points {
		if d.points[i].chosen {
			list = append(list, &d.points[i])
		}
	}
	return list
}

// standing says where a point lies: "at or above both", "only 2% of GDP".
func (d *quadrants) standing(p *point) string {
	switch p.corner {
	case meetsBoth:
		return "at or above both guidelines"
	case meetsFirst:
		return "at or above " + d.x.guideline.Name + " only"
	case meetsOther:
		return "at or above " + d.y.guideline.Name + " only"
	}
	return "below both guidelines"
}

func (d *quadrants) subtitle() string {
	unit := func(a axis) string {
		if a.measure.Unit == dataset.USDMillion {
			return a.measure.Name
		}
		return a.measure.Name + ", " + inUnit(a.measure.Unit)
	}
	return fmt.Sprintf("Across: %s. Up: %s. %d", lower(unit(d.x)), lower(unit(d.y)), d.year) +
		estimateKey(len(d.estimates), len(d.points), hollowKey)
}

// summary counts the four corners, names those with few members, and who has
// no figure.
func (d *quadrants) summary(collective string, e *dataset.Edition) []string {
	t := d.both()
	s := []string{fmt.Sprintf("%s %s at or above both %s and %s for %d, in %s.", english.Capital(fraction(t, collective, english.Few)),
		plural(t.Meeting, "stands", "stand"), d.x.guideline.Name, d.y.guideline.Name, d.year, editionName(e))}
	var parts []string
	for _, corner := range []int{meetsFirst, meetsOther, meetsNone} {
		names := d.names(func(p *point) bool { return p.corner == corner })
		what := map[int]string{meetsFirst: "Only " + d.x.guideline.Name + ": ", meetsOther: "Only " + d.y.guideline.Name + ": ", meetsNone: "Neither: "}[corner]
		switch n := len(names); {
		case n == 0:
			parts = append(parts, what+"none.")
		case n <= mostNamed:
			parts = append(parts, what+english.List(names)+".")
		default:
			parts = append(parts, what+english.Few(n)+".")
		}
	}
	s = append(s, strings.Join(parts, " "))
	for _, p := range d.chosen() {
		s = append(s, fmt.Sprintf("%s: %s and %s, %s.", p.member.Name, d.x.value(p.x), d.y.value(p.y), d.standing(p)))
	}
	bound := ""
	if t.AtLeast() {
		bound = " The counts are lower bounds."
	}
	s = append(s, withoutFigure(d.standings, bound)...)
	return append(s, estimateSentence(d.estimates, len(d.points))...)
}
