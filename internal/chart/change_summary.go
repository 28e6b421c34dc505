package chart

import (
	"fmt"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// summary counts the directions, names the extremes and those that came to
// the other side, and says who has no way to show and why.
func (d *changes) summary(e *dataset.Edition) []string {
	var s []string
	if both := d.both(); len(both) > 1 {
		s = append(s, d.counted(e), d.extremes())
		reached, fell := d.crossed()
		for _, c := range []struct {
			names []string
			what  string
		}{{reached, "Reached "}, {fell, "Fell below "}} {
			if n := len(c.names); n > mostNamed {
				s = append(s, fmt.Sprintf("%s%s: %d.", c.what, d.guideline.Name, n))
			} else if n > 0 {
				s = append(s, fmt.Sprintf("%s%s: %s.", c.what, d.guideline.Name, english.List(c.names)))
			}
		}
	} else if len(both) == 1 {
		m := &both[0]
		s = append(s, fmt.Sprintf("%s: %s in %d, %s in %d%s, in %s.", m.member.Name, d.figure(m.first), d.from, d.figure(m.last), d.to, d.moved(m, ", "), editionName(e)))
	}
	var joined []string
	for _, m := range d.moves[len(d.both()):] {
		joined = append(joined, fmt.Sprintf("%s (%d)", m.member.Name, m.member.Joined.Year))
	}
	if len(joined) > 0 {
		s = append(s, fmt.Sprintf("Joined after %d and shown with %d alone: %s.", d.from, d.to, english.List(joined)))
	}
	return append(append(s, d.absent()...), d.estimated()...)
}

func (d *changes) counted(e *dataset.Edition) string {
	up, down, same := d.directions()
	all := len(d.both())
	at := fmt.Sprintf("from %d to %d, in %s.", d.from, d.to, editionName(e))
	switch all {
	case up:
		return english.Capital(strings.TrimSuffix(d.part(up, english.Few), d.known())) + " with a figure for both years are up " + at
	case down:
		return english.Capital(strings.TrimSuffix(d.part(down, english.Few), d.known())) + " with a figure for both years are down " + at
	}
	s := fmt.Sprintf("Of %s with a figure for both years, %s %s up and %s down", d.whole(), english.Few(up), plural(up, "is", "are"), english.Few(down))
	if same > 0 {
		s += fmt.Sprintf(", %s unchanged", english.Few(same))
	}
	return s + " " + at
}

func (d *changes) whole() string {
	if d.collective == "" {
		return "these " + english.Few(len(d.both()))
	}
	return english.Few(len(d.both())) + " " + d.collective
}

// extremes tells the first and the last row.
func (d *changes) extremes() string {
	both := d.both()
	top, bottom := &both[0], &both[len(both)-1]
	way := func(m *move) string {
		return fmt.Sprintf("from %s to %s%s", d.figure(m.first), d.figure(m.last), d.moved(m, ", "))
	}
	first, last := "rose most", "rose least"
	switch {
	case top.by == bottom.by:
		return "All moved alike: " + strings.TrimPrefix(d.moved(top, ""), " ") + "."
	case top.by <= 0 && bottom.by < 0:
		first, last = "fell least", "fell most"
	case bottom.by < 0:
		last = "fell most"
	case bottom.by == 0:
		last = "did not change"
	}
	if top.by == 0 {
		first = "did not change"
	}
	return fmt.Sprintf("%s %s, %s; %s %s, %s.", top.member.Name, first, way(top), bottom.member.Name, last, way(bottom))
}

// absent explains the notes, those of one reason together.
func (d *changes) absent() []string {
	var s, seen []string
	for _, n := range d.notes {
		if strings.Contains("\x00"+strings.Join(seen, "\x00")+"\x00", "\x00"+n.why+"\x00") {
			continue
		}
		seen = append(seen, n.why)
		var same []string
		for _, other := range d.notes {
			if other.why == n.why {
				same = append(same, other.name)
			}
		}
		s = append(s, english.List(same)+": "+n.why+".")
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
			return fmt.Sprintf("All figures for %d are estimates.", year)
		}
		return fmt.Sprintf("%s of the figures for %d %s.", english.Capital(english.Few(k)), year, plural(k, "is an estimate", "are estimates"))
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
