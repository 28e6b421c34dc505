package chart

import (
	"fmt"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// rate writes a figure with sign and unit: "+4.3%", "−1.57%".
func (d *growths) rate(f *dataset.Figure) string {
	s := value(d.measure.Unit, f.Value, f.Decimals)
	if f.Value > 0 {
		return "+" + s
	}
	return s
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
		s := fmt.Sprintf("%s: %s in %d", n.member.Name, d.rate(n.last()), n.last().Year)
		if run := n.run(); run >= leastRun {
			return fmt.Sprintf("%s, the %s %s in a row", s, ordinal(run), direction(n.last().Value))
		}
		if high, _ := n.extremes(); high == n.last() && len(n.figures) > 1 {
			return fmt.Sprintf("%s, the highest of %s", s, span(d.from, d.to))
		}
		return s
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
	if high == low {
		return fmt.Sprintf("%s: %s in %d", high.member.Name, d.rate(high.last()), d.to)
	}
	least := "least"
	if low.last().Value < 0 && high.last().Value >= 0 {
		least = "fell"
	} else if low.last().Value < 0 {
		return fmt.Sprintf("%s fell most in %d: %s; %s least: %s", low.member.Name, d.to, d.rate(low.last()), high.member.Name, d.rate(high.last()))
	}
	return fmt.Sprintf("%s rose most in %d: %s; %s %s: %s", high.member.Name, d.to, d.rate(high.last()), low.member.Name, least, d.rate(low.last()))
}

var ordinals = strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")

// ordinal writes a place in a row: "third", "13th".
func ordinal(n int) string {
	switch {
	case n < len(ordinals):
		return ordinals[n]
	case n%100/10 == 1 || n%10 == 0 || n%10 > 3:
		return fmt.Sprintf("%dth", n)
	}
	return fmt.Sprintf("%d%s", n, [3]string{"st", "nd", "rd"}[n%10-1])
}

func direction(v float64) string {
	if v < 0 {
		return "fall"
	}
	return "rise"
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
	return measured(d.measure) + ", " + span(d.from, d.to) + estimateKey(n, all, hatchedKey)
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
		if gaps := runs(n.gaps(d.from, d.to)); gaps != "" {
			s = append(s, fmt.Sprintf("%s has no figure for %s.", n.member.Name, gaps))
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
	if len(estimated) > 0 {
		s = append(s, "Estimates: "+runs(estimated)+".")
	}
	return append(s, "All figures are from "+editionName(e)+".")
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
	s := fmt.Sprintf("%s: %s in %d", n.member.Name, d.rate(last), last.Year)
	if len(n.figures) == 1 {
		return s + "."
	}
	high, low := n.extremes()
	if high == low {
		return s + ", as in every year."
	}
	s += fmt.Sprintf("; highest %s in %d, lowest %s in %d", d.rate(high), high.Year, d.rate(low), low.Year)
	up := 0
	for _, f := range n.figures {
		if f.Value > 0 {
			up++
		}
	}
	switch all := len(n.figures); up {
	case 0:
		s += fmt.Sprintf("; up in none of %s years", english.Few(all))
	case all:
		s += fmt.Sprintf("; up in all %s years", english.Few(all))
	default:
		s += fmt.Sprintf("; up in %s of %s years", english.Few(up), english.Few(all))
	}
	return s + "."
}
