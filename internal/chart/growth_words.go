package chart

import (
	"burdenshare/internal/dataset"
)

// rate writes a figure with sign and unit: "+4.3%", "−1.57%".
func (d *growths) rate(f *dataset.Figure) string {
	if d.measure.Unit == dataset.Percent {
		return d.Say("units.percent", "v", d.Signed(f.Value, f.Decimals))
	}
	return d.signed(d.measure.Unit, f.Value, f.Decimals)
}

// run counts the newest years in a row that rose, or that fell.
func (n *panel) run() int {
	last := n.last()
	run := 0
	for i := len(n.figures) - 1; i >= 0; i-- {
		f := n.figures[i]
		if f.Year != last.Year-run || f.Value == 0 || (f.Value > 0) != (last.Value > 0) {
			break
		}
		run++
	}
	return run
}

// extremes gives the figures with the highest and the lowest value.
func (n *panel) extremes() (high, low *dataset.Figure) {
	high, low = n.figures[0], n.figures[0]
	for _, f := range n.figures {
		if f.Value > high.Value {
			high = f
		}
		if f.Value < low.Value {
			low = f
		}
	}
	return high, low
}

// leastRun is how many years in a row are worth a headline.
const leastRun = 3

// title says how the newest year went, and how many did so in a row; of
// several panels, which grew most.
func (d *growths) title() string {
	n := &d.panels[0]
	if len(d.panels) == 1 {
		last := n.last()
		told := []any{"who", n.member.Name, "rate", d.rate(last), "year", last.Year, "nth", n.run(), "years", d.span(d.from, d.to)}
		high, _ := n.extremes()
		switch long := n.run() >= leastRun; {
		case long && last.Value < 0:
			return d.Say("chart.growth.title.falls", told...)
		case long:
			return d.Say("chart.growth.title.rises", told...)
		case high == last && len(n.figures) > 1:
			return d.Say("chart.growth.title.highest", told...)
		}
		return d.Say("chart.growth.in_year", told...)
	}
	var high, low *panel
	for i := range d.panels {
		n := &d.panels[i]
		if n.last().Year != d.to {
			continue
		}
		if high == nil || n.last().Value > high.last().Value {
			high = n
		}
		if low == nil || n.last().Value < low.last().Value {
			low = n
		}
	}
	told := []any{"who", high.member.Name, "rate", d.rate(high.last()), "year", d.to, "other", low.member.Name, "least", d.rate(low.last())}
	switch {
	case high == low:
		return d.Say("chart.growth.in_year", told...)
	case high.last().Value < 0:
		return d.Say("chart.growth.title.all_fell", told...)
	case low.last().Value < 0:
		return d.Say("chart.growth.title.rose_and_fell", told...)
	}
	return d.Say("chart.growth.title.all_rose", told...)
}

func (d *growths) subtitle() string {
	n, all := 0, 0
	for i := range d.panels {
		for _, f := range d.panels[i].figures {
			if all++; f.Status == dataset.Estimate {
				n++
			}
		}
	}
	return d.estimateKey(d.Say("chart.measured_over", "measure", d.measured(d.measure), "years", d.span(d.from, d.to)), n, all, hatched)
}

// summary tells each panel: its newest year, its highest and lowest, and how
// often it rose.
func (d *growths) summary(e *dataset.Edition) []string {
	var s []string
	var estimated []int
	for i := range d.panels {
		s = append(s, d.story(&d.panels[i]))
	}
	for i := range d.panels {
		n := &d.panels[i]
		if gaps := d.runs(n.gaps(d.from, d.to)); gaps != "" {
			s = append(s, d.lacking([]string{n.member.Name}, gaps))
		}
	}
	for y := d.from; y <= d.to; y++ {
		for i := range d.panels {
			if f := d.panels[i].at(y); f != nil && f.Status == dataset.Estimate {
				estimated = append(estimated, y)
				break
			}
		}
	}
	s = append(s, d.estimatedIn(estimated)...)
	return append(s, d.Say("chart.all_from", "edition", d.editionName(e)))
}

func (n *panel) gaps(from, to int) []int {
	var gaps []int
	for y := from; y <= to; y++ {
		if n.at(y) == nil {
			gaps = append(gaps, y)
		}
	}
	return gaps
}

func (d *growths) story(n *panel) string {
	last := n.last()
	s := d.Say("chart.growth.in_year", "who", n.member.Name, "rate", d.rate(last), "year", last.Year)
	high, low := n.extremes()
	switch {
	case len(n.figures) == 1:
	case high == low:
		s = d.Say("chart.growth.level", "said", s)
	default:
		up, all := 0, len(n.figures)
		for _, f := range n.figures {
			if f.Value > 0 {
				up++
			}
		}
		often := d.Say("chart.growth.up_in", "n", up, "of", d.Few(all))
		if up == all {
			often = d.Say("chart.growth.up_in_all", "of", d.Few(all))
		}
		s = d.series(s, d.Say("chart.growth.extremes", "high", d.rate(high), "high_year", high.Year, "low", d.rate(low), "low_year", low.Year), often)
	}
	return d.Say("chart.sentence", "clauses", s)
}
