package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

func (d *meetings) first() *column { return &d.columns[0] }
func (d *meetings) last() *column  { return &d.columns[len(d.columns)-1] }

// title says how many there were at first and at last.
func (d *meetings) title() string {
	first, last := d.first(), d.last()
	if first == last {
		return d.meetIn(d.fraction(first.Tally, d.collective, d.InWords), d.guideline, first.Year)
	}
	begin := d.InWords(first.Meeting)
	if first.AtLeast() {
		begin = d.atLeast(first)
	}
	return d.Say("chart.meeting.title", "first", begin, "members", d.collective, "guideline", d.guideline.Name, "from", first.Year, "last", d.atLeast(last), "to", last.Year)
}

// atLeast writes the count of a year, "at least" where members are missing.
func (d *meetings) atLeast(c *column) string {
	if c.AtLeast() {
		return d.Say("chart.at_least", "count", d.Few(c.Meeting))
	}
	return d.Few(c.Meeting)
}

func (d *meetings) subtitle(r *request) string {
	s := d.Say("chart.meeting.subtitle", "measure", r.measure.Name, "members", d.collective, "guideline", d.guideline.Name, "years", d.span(d.from, d.to))
	return d.estimateKey(s, len(d.years(func(c *column) bool { return c.estimate })), len(d.columns), hatched)
}

// summary says how the count went from its first year to its last, its
// highest and lowest, and what it leaves open.
func (d *meetings) summary(e *dataset.Edition) []string {
	first, last := d.first(), d.last()
	who := d.fraction(first.Tally, d.collective, d.Few)
	if first == last {
		return append([]string{d.meetFor(who, first.Meeting, d.guideline, first.Year, e)}, d.open()...)
	}
	s := []string{d.Say("chart.meet_from", "n", first.Meeting, "who", who, "guideline", d.guideline.Name, "from", first.Year,
		"then", d.ratio(last.Tally), "to", last.Year, "edition", d.editionName(e))}
	high, low := d.extreme(func(a, b int) bool { return a > b }), d.extreme(func(a, b int) bool { return a < b })
	if len(high) < len(d.columns) {
		s = append(s, d.Say("chart.meeting.extremes", "high", d.say(high), "low", d.say(low)))
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
	count := d.Few(columns[0].Meeting)
	for _, c := range columns {
		if years = append(years, c.Year); c.AtLeast() {
			count = d.atLeast(c)
		}
	}
	return d.Say("chart.meeting.years", "years", d.runs(years), "count", count)
}

// open says what the counts leave open: years without an answer, members
// without a figure, estimates.
func (d *meetings) open() []string {
	var s []string
	if first, last := d.first().Of(), d.last().Of(); first != last {
		s = append(s, d.Say("chart.meeting.members", "first", d.Few(first), "members", d.collective, "from", d.from, "last", d.Few(last), "to", d.to))
	}
	var none []int
	for y := d.from; y <= d.to; y++ {
		if !slices.ContainsFunc(d.columns, func(c column) bool { return c.Year == y }) {
			none = append(none, y)
		}
	}
	if len(none) > 0 {
		s = append(s, d.Say("chart.meeting.no_count", "years", d.runs(none)))
	}
	if missing := d.missing(); len(missing) > 0 {
		s = append(s, d.Say("chart.meeting.missing", "names", d.series(missing...)))
	}
	var exempt []*dataset.Member
	for i := range d.columns {
		for _, m := range d.columns[i].Exempt {
			if !slices.Contains(exempt, m) {
				exempt = append(exempt, m)
			}
		}
	}
	s = append(s, d.excused(exempt)...)
	s = append(s, d.estimatedIn(d.years(func(c *column) bool { return c.estimate }))...)
	return append(s, d.tellEvents(d.events)...)
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
		list = append(list, d.Say("chart.meeting.missing_for", "who", m.Name, "years", d.runs(d.years(func(c *column) bool { return slices.Contains(c.Missing, m) }))))
	}
	return list
}
