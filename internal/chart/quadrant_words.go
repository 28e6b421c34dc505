package chart

import (
	"strings"

	"burdenshare/internal/dataset"
)

// both counts the members that meet both guidelines.
func (d *quadrants) both() *dataset.Tally {
	return &dataset.Tally{Standings: d.standings, Meeting: d.meets[meetsBoth]}
}

// title says how many meet both guidelines, or who alone does.
func (d *quadrants) title(collective string) string {
	if chosen := d.chosen(); len(chosen) == 1 {
		p := chosen[0]
		return d.Say("chart.quadrant.one_in", "who", p.member.Name, "first", d.x.figure(p.x), "second", d.y.figure(p.y), "year", d.year, "standing", d.standing(p))
	}
	t := d.both()
	if t.Meeting == 1 && !t.AtLeast() {
		alone := d.names(func(p *point) bool { return p.corner == meetsBoth })[0]
		return d.Say("chart.quadrant.alone", "who", alone, "first", d.x.guideline.Name, "second", d.y.guideline.Name, "year", d.year)
	}
	return d.Say("chart.quadrant.title", "who", d.fraction(t, collective, d.InWords), "first", d.x.guideline.Name, "second", d.y.guideline.Name, "year", d.year)
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
		return d.Say("chart.quadrant.above_both")
	case meetsFirst:
		return d.Say("chart.quadrant.above_one", "guideline", d.x.guideline.Name)
	case meetsOther:
		return d.Say("chart.quadrant.above_one", "guideline", d.y.guideline.Name)
	}
	return d.Say("chart.quadrant.below_both")
}

func (d *quadrants) subtitle() string {
	s := d.Say("chart.quadrant.subtitle", "first", d.measured(d.x.measure), "second", d.measured(d.y.measure), "year", d.year)
	return d.estimateKey(s, len(d.estimates), len(d.points), hollowPoints)
}

// summary counts the four corners, names those with few members, and who has
// no figure.
func (d *quadrants) summary(collective string, e *dataset.Edition) []string {
	t := d.both()
	s := []string{d.Say("chart.quadrant.meet", "n", t.Meeting, "who", d.fraction(t, collective, d.Few), "first", d.x.guideline.Name,
		"second", d.y.guideline.Name, "year", d.year, "edition", d.editionName(e))}
	var parts []string
	for _, corner := range []int{meetsFirst, meetsOther, meetsNone} {
		names := d.names(func(p *point) bool { return p.corner == corner })
		who := d.Few(len(names))
		if n := len(names); n > 0 && n <= mostNamed {
			who = d.List(names)
		}
		parts = append(parts, d.Say("chart.quadrant.in_corner", "what", d.cornerName(corner), "who", who))
	}
	s = append(s, strings.Join(parts, " "))
	for _, p := range d.chosen() {
		s = append(s, d.Say("chart.quadrant.one", "who", p.member.Name, "first", d.x.figure(p.x), "second", d.y.figure(p.y), "standing", d.standing(p)))
	}
	bound := d.boundedAll
	if !t.AtLeast() {
		bound = nil
	}
	s = append(s, d.withoutFigure(d.standings, bound)...)
	return append(s, d.estimateSentence(d.estimates, len(d.points))...)
}

// boundedAll adds to a sentence that all counts are lower bounds.
func (d *quadrants) boundedAll(sentence string) string {
	return d.Say("chart.quadrant.bounded", "sentence", sentence)
}
