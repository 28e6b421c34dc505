package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

// summary counts the directions, names the extremes and those that came to
// the other side, and says who has no way to show and why.
func (d *changes) summary(e *dataset.Edition) []string {
	var s []string
	if both := d.both(); len(both) > 1 {
		s = append(s, d.counted(e), d.extremes())
		reached, fell := d.crossed()
		if n := len(reached); n > mostNamed {
			s = append(s, d.Say("chart.change.reached", "guideline", d.guideline.Name, "who", d.Number(float64(n), 0)))
		} else if n > 0 {
			s = append(s, d.Say("chart.change.reached", "guideline", d.guideline.Name, "who", reached))
		}
		if n := len(fell); n > mostNamed {
			s = append(s, d.Say("chart.change.fell", "guideline", d.guideline.Name, "who", d.Number(float64(n), 0)))
		} else if n > 0 {
			s = append(s, d.Say("chart.change.fell", "guideline", d.guideline.Name, "who", fell))
		}
	} else if len(both) == 1 {
		s = append(s, d.Say("chart.change.one", "moved", d.moved(&both[0], d.Say("chart.change.move", d.way(&both[0])...)), "edition", d.editionName(e)))
	}
	var joined []string
	for _, m := range d.moves[len(d.both()):] {
		joined = append(joined, d.Say("chart.with_value", "who", m.member.Name, "value", m.member.Joined.Year))
	}
	if len(joined) > 0 {
		s = append(s, d.Say("chart.change.joined_between", "from", d.from, "to", d.to, "names", joined))
	}
	return append(append(s, d.absent()...), d.estimated()...)
}

func (d *changes) counted(e *dataset.Edition) string {
	up, down, same := d.directions()
	all := len(d.both())
	whole := d.Say("chart.ratio.all", "of", d.Few(all))
	if d.collective != "" {
		whole = d.Say("chart.part.all", "of", d.Few(all), "members", d.collective)
	}
	values := []any{"all", whole, "who", d.whole(), "n", up, "down", d.Few(down), "same", d.Few(same), "from", d.from, "to", d.to, "edition", d.editionName(e)}
	switch {
	case all == up:
		return d.Say("chart.change.counted.all_up", values...)
	case all == down:
		return d.Say("chart.change.counted.all_down", values...)
	case same > 0:
		return d.Say("chart.change.counted.same", values...)
	}
	return d.Say("chart.change.counted.some", values...)
}

// whole names all those with a figure for both years.
func (d *changes) whole() string {
	if d.collective == "" {
		return d.Say("chart.these", "count", d.Few(len(d.both())))
	}
	return d.Say("chart.counted", "count", d.Few(len(d.both())), "members", d.collective)
}

// extremes tells the first and the last row.
func (d *changes) extremes() string {
	both := d.both()
	top, bottom := &both[0], &both[len(both)-1]
	if top.by == bottom.by {
		return d.alike(top)
	}
	way := func(m *move) []any {
		return []any{"who", m.member.Name, "move", d.moved(m, d.Say("chart.change.from_to", "first", d.figure(m.first), "last", d.figure(m.last)))}
	}
	var first, last string
	switch {
	case top.by > 0:
		first = d.Say("chart.change.moved.rose_most", way(top)...)
	case top.by == 0:
		first = d.Say("chart.change.moved.level", way(top)...)
	default:
		first = d.Say("chart.change.moved.fell_least", way(top)...)
	}
	switch {
	case bottom.by > 0:
		last = d.Say("chart.change.moved.rose_least", way(bottom)...)
	case bottom.by == 0:
		last = d.Say("chart.change.moved.level", way(bottom)...)
	default:
		last = d.Say("chart.change.moved.fell_most", way(bottom)...)
	}
	return d.Say("chart.sentence", "clauses", d.series(first, last))
}

// alike says that all moved by the same.
func (d *changes) alike(m *move) string {
	switch {
	case m.by > 0:
		return d.Say("chart.change.alike.up", "by", d.size(m))
	case m.by < 0:
		return d.Say("chart.change.alike.down", "by", d.size(m))
	}
	return d.Say("chart.change.alike.level")
}

// absent explains the notes, those of one reason together.
func (d *changes) absent() []string {
	var s, seen []string
	for _, n := range d.notes {
		if slices.Contains(seen, n.why) {
			continue
		}
		seen = append(seen, n.why)
		var same []string
		for _, other := range d.notes {
			if other.why == n.why {
				same = append(same, other.name)
			}
		}
		s = append(s, d.because(same, n.why))
	}
	return s
}

// estimated says which of the two years rest on estimates.
func (d *changes) estimated() []string {
	var first, last, n int
	for _, m := range d.moves {
		if m.first != nil && m.first.Status == dataset.Estimate {
			first++
		}
		if m.last.Status == dataset.Estimate {
			last++
		}
		n++
	}
	say := func(k, year int) string {
		if k == n {
			return d.Say("chart.change.estimates.all", "year", year)
		}
		return d.Say("chart.change.estimates.some", "n", k, "year", year)
	}
	var s []string
	if first > 0 {
		s = append(s, say(first, d.from))
	}
	if last > 0 {
		s = append(s, say(last, d.to))
	}
	return s
}
