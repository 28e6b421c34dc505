package chart

import (
	"math"
	"slices"

	"burdenshare/internal/dataset"
)

// figure writes a figure with its unit.
func (d *trends) figure(f *dataset.Figure) string {
	return d.value(d.measure.Unit, f.Value, f.Decimals)
}

// moved gives the line that moved furthest from its first figure to its last.
func (d *trends) moved() int {
	most, by := 0, -1.0
	for i := range d.lines {
		l := &d.lines[i]
		if move := math.Abs(l.last().Value - l.figures[0].Value); move > by+1e-9 {
			most, by = i, move
		}
	}
	return most
}

// title says how the leading line moved.
func (d *trends) title() string {
	most := &d.lines[d.lead]
	first, last := most.figures[0], most.last()
	from := []any{"who", most.member.Name, "first", d.figure(first), "from", first.Year, "last", d.figure(last), "to", last.Year}
	switch {
	case first == last:
		return d.Say("chart.trend.title.one_year", "who", most.member.Name, "value", d.figure(first), "year", first.Year)
	case len(d.lines) == 1:
		return d.Say("chart.trend.title.one", from...)
	case last.Value > first.Value:
		return d.Say("chart.trend.title.rose", from...)
	case last.Value < first.Value:
		return d.Say("chart.trend.title.fell", from...)
	}
	return d.Say("chart.trend.title.level", "from", first.Year, "to", last.Year)
}

func (d *trends) subtitle() string {
	n, all := d.estimates()
	return d.estimateKey(d.Say("chart.measured_over", "measure", d.measured(d.measure), "years", d.span(d.from, d.to)), n, all, hollowPoints)
}

// mostStories is how many lines a summary tells one by one.
const mostStories = 4

// summary compares the lines where they end, tells each from its first figure
// to its last, or only the one that moved most when there are many, and names
// the gaps.
func (d *trends) summary(e *dataset.Edition) []string {
	s := d.compare()
	if len(d.lines) <= mostStories {
		for i := range d.lines {
			s = append(s, d.lines[i].story(d))
		}
	} else {
		s = append(s, d.lines[d.moved()].story(d))
	}
	s = append(s, d.incomplete()...)
	s = append(s, d.estimatedIn(d.estimatedYears())...)
	s = append(s, d.Say("chart.all_from", "edition", d.editionName(e)))
	return append(s, d.tellEvents(d.events)...)
}

// compare says who is highest and lowest in the last year, and how many of
// those shown meet the guideline.
func (d *trends) compare() []string {
	var high, low *trendLine
	met, n := 0, 0
	for i := range d.lines {
		l := &d.lines[i]
		if l.last().Year != d.to {
			continue
		}
		n++
		if high == nil || l.last().Value > high.last().Value {
			high = l
		}
		if low == nil || l.last().Value < low.last().Value {
			low = l
		}
		if d.guideline != nil && d.guideline.MetBy(l.last().Value) {
			met++
		}
	}
	if n < 2 || high.last().Value == low.last().Value {
		return nil
	}
	s := d.highLow(d.to, high.member, d.figure(high.last()), low.member, d.figure(low.last()))
	switch {
	case d.guideline == nil:
	case met == n:
		s = d.series(s, d.Say("chart.trend.all_meet", "count", d.Few(n), "guideline", d.guideline.Name))
	default:
		s = d.series(s, d.Say("chart.trend.meet", "n", met, "of", d.Few(n), "guideline", d.guideline.Name))
	}
	return []string{d.Say("chart.sentence", "clauses", s)}
}

// highLow says who is highest and lowest in a year.
func (w words) highLow(year int, high *dataset.Member, highest string, low *dataset.Member, lowest string) string {
	return w.Say("chart.high_low", "year", year, "high", high.Name, "highest", highest, "low", low.Name, "lowest", lowest)
}

// incomplete names the lines with gaps, those with the same ones together.
func (d *trends) incomplete() []string {
	var s, seen []string
	for i := range d.lines {
		gaps := d.runs(d.lines[i].gaps(d.from, d.to))
		if gaps == "" || slices.Contains(seen, gaps) {
			continue
		}
		seen = append(seen, gaps)
		var same []string
		for k := range d.lines {
			if d.runs(d.lines[k].gaps(d.from, d.to)) == gaps {
				same = append(same, d.lines[k].member.Name)
			}
		}
		s = append(s, d.lacking(same, gaps))
	}
	return s
}

func (l *trendLine) story(d *trends) string {
	first, last := l.figures[0], l.last()
	if first == last {
		return d.Say("chart.sentence", "clauses", d.Say("chart.trend.title.one_year", "who", l.member.Name, "value", d.figure(first), "year", first.Year))
	}
	high, low, met := first, first, 0
	for _, f := range l.figures {
		if f.Value > high.Value {
			high = f
		}
		if f.Value < low.Value {
			low = f
		}
		if d.guideline != nil && d.guideline.MetBy(f.Value) {
			met++
		}
	}
	s := []string{d.moveOf(l.member, first, last)}
	if high != first && high != last {
		s = append(s, d.Say("chart.trend.story.highest", "value", d.figure(high), "year", high.Year))
	}
	if low != first && low != last {
		s = append(s, d.Say("chart.trend.story.lowest", "value", d.figure(low), "year", low.Year))
	}
	if d.guideline != nil {
		goal := d.guideline.Name
		switch n := len(l.figures); met {
		case 0:
			s = append(s, d.Say("chart.throughout.below", "guideline", goal))
		case n:
			s = append(s, d.Say("chart.throughout.above", "guideline", goal))
		default:
			s = append(s, d.Say("chart.trend.story.above_in", "guideline", goal, "met", d.Few(met), "of", d.Few(n)))
		}
	}
	return d.Say("chart.sentence", "clauses", d.series(s...))
}

// moveOf tells where a line was at first and at last, and how far it moved.
func (d *trends) moveOf(m *dataset.Member, first, last *dataset.Figure) string {
	places := max(first.Decimals, last.Decimals)
	change := dataset.Round(last.Value-first.Value, places)
	told := []any{"who", m.Name, "first", d.figure(first), "from", first.Year, "last", d.figure(last), "to", last.Year, "by", d.away(d.measure.Unit, change, places)}
	switch {
	case change > 0:
		return d.Say("chart.trend.story.up", told...)
	case change < 0:
		return d.Say("chart.trend.story.down", told...)
	}
	return d.Say("chart.trend.story.level", told...)
}

// gaps gives the years between from and to without a figure.
func (l *trendLine) gaps(from, to int) []int {
	var gaps []int
	i := 0
	for y := from; y <= to; y++ {
		if i < len(l.figures) && l.figures[i].Year == y {
			i++
			continue
		}
		gaps = append(gaps, y)
	}
	return gaps
}

// estimatedYears gives the years for which any figure is an estimate.
func (d *trends) estimatedYears() []int {
	var years []int
	for y := d.from; y <= d.to; y++ {
		for i := range d.lines {
			if d.lines[i].estimated(y) {
				years = append(years, y)
				break
			}
		}
	}
	return years
}

func (l *trendLine) estimated(year int) bool {
	for _, f := range l.figures {
		if f.Year == year {
			return f.Status == dataset.Estimate
		}
	}
	return false
}
