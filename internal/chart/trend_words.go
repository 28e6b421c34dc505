package chart

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// figure writes a figure with its unit.
func (d *trends) figure(f *dataset.Figure) string {
	return value(d.measure.Unit, f.Value, f.Decimals)
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
	if first == last {
		return fmt.Sprintf("%s: %s in %d", most.member.Name, d.figure(first), first.Year)
	}
	path := fmt.Sprintf("%s in %d to %s in %d", d.figure(first), first.Year, d.figure(last), last.Year)
	if len(d.lines) == 1 {
		return most.member.Name + ": from " + path
	}
	switch {
	case last.Value > first.Value:
		return most.member.Name + " rose most: from " + path
	case last.Value < first.Value:
		return most.member.Name + " fell most: from " + path
	}
	return "No change from " + strconv.Itoa(first.Year) + " to " + strconv.Itoa(last.Year)
}

func (d *trends) subtitle() string {
	s := d.measure.Name
	if unit := inUnit(d.measure.Unit); !strings.Contains(s, unit) {
		s += ", " + unit
	}
	s += ", " + span(d.from, d.to)
	switch some, all := d.estimates(); {
	case all:
		s += " (estimates)"
	case some:
		s += " (hollow points: estimates)"
	}
	return s
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
	if estimated := d.estimatedYears(); len(estimated) > 0 {
		s = append(s, "Estimates: "+runs(estimated)+".")
	}
	s = append(s, "All figures are from "+editionName(e)+".")
	return append(s, tellEvents(d.events)...)
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
	s := fmt.Sprintf("In %d %s is highest at %s and %s lowest at %s", d.to, high.member.Name, d.figure(high.last()), low.member.Name, d.figure(low.last()))
	if d.guideline != nil {
		part := fmt.Sprintf("%s of the %s %s", english.Few(met), english.Few(n), plural(met, "is", "are"))
		if met == n {
			part = "all " + english.Few(n) + " are"
		}
		s += "; " + part + " at or above " + d.guideline.Name
	}
	return []string{s + "."}
}

// incomplete names the lines with gaps, those with the same ones together.
func (d *trends) incomplete() []string {
	var s, seen []string
	for i := range d.lines {
		gaps := runs(d.lines[i].gaps(d.from, d.to))
		if gaps == "" || slices.Contains(seen, gaps) {
			continue
		}
		seen = append(seen, gaps)
		var same []string
		for k := range d.lines {
			if runs(d.lines[k].gaps(d.from, d.to)) == gaps {
				same = append(same, d.lines[k].member.Name)
			}
		}
		s = append(s, fmt.Sprintf("%s %s no figure for %s.", english.List(same), plural(len(same), "has", "have"), gaps))
	}
	return s
}

func (l *trendLine) story(d *trends) string {
	first, last := l.figures[0], l.last()
	if first == last {
		return fmt.Sprintf("%s: %s in %d.", l.member.Name, d.figure(first), first.Year)
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
	places := max(first.Decimals, last.Decimals)
	change := dataset.Round(last.Value-first.Value, places)
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s in %d, %s in %d", l.member.Name, d.figure(first), first.Year, d.figure(last), last.Year)
	switch {
	case change > 0:
		b.WriteString(", up " + away(d.measure.Unit, change, places))
	case change < 0:
		b.WriteString(", down " + away(d.measure.Unit, change, places))
	default:
		b.WriteString(", unchanged")
	}
	if high != first && high != last {
		fmt.Fprintf(&b, "; highest %s in %d", d.figure(high), high.Year)
	}
	if low != first && low != last {
		fmt.Fprintf(&b, "; lowest %s in %d", d.figure(low), low.Year)
	}
	if d.guideline != nil {
		n := len(l.figures)
		switch met {
		case 0:
			fmt.Fprintf(&b, "; below %s throughout", d.guideline.Name)
		case n:
			fmt.Fprintf(&b, "; at or above %s throughout", d.guideline.Name)
		default:
			fmt.Fprintf(&b, "; at or above %s in %s of %s years", d.guideline.Name, english.Few(met), english.Few(n))
		}
	}
	return b.String() + "."
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
