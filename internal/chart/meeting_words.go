package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

func (d *meetings) first() *column { return &d.columns[0] }
func (d *meetings) last() *column  { return &d.columns[len(d.columns)-1] }

// title says how many there were at first and at last.
func (d *meetings) title() string {
	first, last := d.first(), d.last()
	goal := " at or above " + d.guideline.Name + " in "
	if first == last {
		return english.Capital(fraction(first.Tally, d.collective, english.InWords)) + goal + strconv.Itoa(first.Year)
	}
	begin := english.InWords(first.Meeting)
	if first.AtLeast() {
		begin = "at least " + english.Few(first.Meeting)
	}
	end := english.Few(last.Meeting)
	if last.AtLeast() {
		end = "at least " + end
	}
	return fmt.Sprintf("%s %s%s%d, %s in %d", english.Capital(begin), d.collective, goal, first.Year, end, last.Year)
}

func (d *meetings) subtitle(r *request) string {
	s := fmt.Sprintf("%s: %s at or above %s, of all in the year, %s", r.measure.Name, d.collective, d.guideline.Name, span(d.from, d.to))
	if estimated := d.years(func(c *column) bool { return c.estimate }); len(estimated) == len(d.columns) {
		s += " (estimates)"
	} else if len(estimated) > 0 {
		s += " (hatched: estimates)"
	}
	return s
}

// summary says how the count went from its first year to its last, its
// highest and lowest, and what it leaves open.
func (d *meetings) summary(e *dataset.Edition) []string {
	first, last := d.first(), d.last()
	part := func(c *column) string { return fraction(c.Tally, d.collective, english.Few) }
	if first == last {
		s := []string{fmt.Sprintf("%s %s at or above %s for %d, in %s.", english.Capital(part(first)), plural(first.Meeting, "stands", "stand"), d.guideline.Name, first.Year, editionName(e))}
		return append(s, d.open()...)
	}
	s := []string{fmt.Sprintf("%s %s at or above %s for %d, %s for %d, in %s.", english.Capital(part(first)), plural(first.Meeting, "stands", "stand"),
		d.guideline.Name, first.Year, strings.TrimSuffix(part(last), " "+d.collective), last.Year, editionName(e))}
	high, low := d.extreme(func(a, b int) bool { return a > b }), d.extreme(func(a, b int) bool { return a < b })
	if len(high) < len(d.columns) {
		s = append(s, fmt.Sprintf("The count is highest in %s and lowest in %s.", d.say(high), d.say(low)))
	}
	return append(s, d.open()...)
}

// extreme gives the columns with the highest or lowest count.
func (d *meetings) extreme(beyond func(a, b int) bool) []*column {
	var best []*column
	for i := range d.columns {
		c := &d.columns[i]
		switch {
		case len(best) == 0 || beyond(c.Meeting, best[0].Meeting):
			best = []*column{c}
		case c.Meeting == best[0].Meeting:
			best = append(best, c)
		}
	}
	return best
}

// say names the years of some columns and their count: "2014, 2017 (three)".
func (d *meetings) say(columns []*column) string {
	var years []int
	atLeast := ""
	for _, c := range columns {
		years = append(years, c.Year)
		if c.AtLeast() {
			atLeast = "at least "
		}
	}
	return fmt.Sprintf("%s (%s%s)", runs(years), atLeast, english.Few(columns[0].Meeting))
}

// open says what the counts leave open: years without an answer, members
// without a figure, estimates.
func (d *meetings) open() []string {
	var s []string
	if first, last := d.first().Of(), d.last().Of(); first != last {
		s = append(s, fmt.Sprintf("There were %s %s in %d and %s in %d.", english.Few(first), d.collective, d.from, english.Few(last), d.to))
	}
	var none []int
	for y := d.from; y <= d.to; y++ {
		if !slices.ContainsFunc(d.columns, func(c column) bool { return c.Year == y }) {
			none = append(none, y)
		}
	}
	if len(none) > 0 {
		s = append(s, "No count for "+runs(none)+": too few figures.")
	}
	if missing := d.missing(); len(missing) > 0 {
		s = append(s, "No figure: "+strings.Join(missing, "; ")+". The counts of these years are lower bounds.")
	}
	var exempt []*dataset.Member
	for i := range d.columns {
		for _, m := range d.columns[i].Exempt {
			if !slices.Contains(exempt, m) {
				exempt = append(exempt, m)
			}
		}
	}
	s = append(s, excused(exempt)...)
	if estimated := d.years(func(c *column) bool { return c.estimate }); len(estimated) > 0 {
		s = append(s, "Estimates: "+runs(estimated)+".")
	}
	return append(s, tellEvents(d.events)...)
}

// missing names each member without a figure and the years it lacks.
func (d *meetings) missing() []string {
	var members []*dataset.Member
	for i := range d.columns {
		for _, m := range d.columns[i].Missing {
			if !slices.Contains(members, m) {
				members = append(members, m)
			}
		}
	}
	var list []string
	for _, m := range members {
		list = append(list, m.Name+" for "+runs(d.years(func(c *column) bool { return slices.Contains(c.Missing, m) })))
	}
	return list
}
