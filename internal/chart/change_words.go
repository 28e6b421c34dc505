package chart

import (
	"fmt"
	"strings"

	"burdenshare/internal/dataset"
)

func (d *changes) figure(f *dataset.Figure) string {
	return value(d.measure.Unit, f.Value, f.Decimals)
}

// both gives the moves with a figure for both years.
func (d *changes) both() []move {
	n := 0
	for n < len(d.moves) && d.moves[n].first != nil {
		n++
	}
	return d.moves[:n]
}

// crossed gives the names of those that reached the guideline between the two
// years, and of those that fell below it.
func (d *changes) crossed() (reached, fell []string) {
	if d.guideline == nil {
		return nil, nil
	}
	for _, m := range d.both() {
		switch before, after := d.guideline.MetBy(m.first.Value), d.guideline.MetBy(m.last.Value); {
		case after && !before:
			reached = append(reached, m.member.Name)
		case before && !after:
			fell = append(fell, m.member.Name)
		}
	}
	return reached, fell
}

// directions counts the moves by their sign.
func (d *changes) directions() (up, down, same int) {
	for _, m := range d.both() {
		switch {
		case m.by > 0:
			up++
		case m.by < 0:
			down++
		default:
			same++
		}
	}
	return up, down, same
}

// who names a number of the members shown: "three allies", "three of these
// five".
func (d *changes) who(n int, number func(int) string) string {
	if d.collective == "" {
		return fmt.Sprintf("%s of these %s", number(n), number(len(d.both())))
	}
	return number(n) + " " + d.collective
}

// title says how many came to the other side of the guideline, else how many
// rose or fell.
func (d *changes) title() string {
	both := d.both()
	if len(both) == 0 {
		m := &d.moves[0]
		return fmt.Sprintf("%s: %s in %d, joined %d", m.member.Name, d.figure(m.last), d.to, m.member.Joined.Year)
	}
	top := &both[0]
	if len(both) == 1 {
		return fmt.Sprintf("%s: from %s in %d to %s in %d%s", top.member.Name, d.figure(top.first), d.from, d.figure(top.last), d.to, d.moved(top, ", "))
	}
	between := fmt.Sprintf(" between %d and %d", d.from, d.to)
	reached, fell := d.crossed()
	subject := func(who []string) string {
		switch {
		case d.missing > 0:
			return fmt.Sprintf("At least %s of %s %s", inWords(len(who)), inWords(len(both)+d.missing), d.collective)
		case len(who) == 1:
			return who[0] + " alone"
		}
		return capital(d.who(len(who), inWords))
	}
	switch {
	case len(reached) > 0 && len(fell) > 0:
		return fmt.Sprintf("%s reached %s%s, %s fell below", subject(reached), d.guideline.Name, between, count(len(fell)))
	case len(reached) > 0:
		return subject(reached) + " reached " + d.guideline.Name + between
	case len(fell) > 0:
		return subject(fell) + " fell below " + d.guideline.Name + between
	}
	up, down, same := d.directions()
	bottom := &both[len(both)-1]
	switch {
	case same == len(both):
		return "No change" + between
	case down == 0:
		return fmt.Sprintf("%s up%s, %s most%s", capital(d.part(up, inWords)), between, top.member.Name, d.moved(top, ": "))
	case up == 0:
		return fmt.Sprintf("%s down%s, %s most%s", capital(d.part(down, inWords)), between, bottom.member.Name, d.moved(bottom, ": "))
	}
	return fmt.Sprintf("%s up%s, %s down", capital(d.part(up, inWords)), between, count(down))
}

// part is who of all those with a figure for both years.
func (d *changes) part(n int, number func(int) string) string {
	all := len(d.both())
	switch {
	case n == all && d.collective == "":
		return "all " + number(n)
	case n == all:
		return "all " + number(n) + " " + d.collective + d.known()
	case d.collective == "":
		return d.who(n, number)
	}
	return fmt.Sprintf("%s of %s %s%s", number(n), number(all), d.collective, d.known())
}

// known says after a number of members that it is not all there are.
func (d *changes) known() string {
	if d.missing > 0 {
		return " with figures"
	}
	return ""
}

// moved says in which direction and how far, "" without a change.
func (d *changes) moved(m *move, before string) string {
	switch {
	case m.by > 0:
		return before + "up " + away(d.measure.Unit, m.by, m.places)
	case m.by < 0:
		return before + "down " + away(d.measure.Unit, m.by, m.places)
	}
	return ""
}

func (d *changes) subtitle() string {
	return fmt.Sprintf("%s, from %d to %d%s", measured(d.measure), d.from, d.to, d.key())
}

// measured names a measure with its unit, once.
func measured(m *dataset.Measure) string {
	if unit := inUnit(m.Unit); !strings.Contains(m.Name, unit) && !strings.Contains(m.Name, strings.TrimPrefix(unit, "in ")) {
		return m.Name + ", " + unit
	}
	return m.Name
}

// key explains how estimates are drawn, "" where there are none.
func (d *changes) key() string {
	n, all := 0, 0
	for _, m := range d.moves {
		for _, f := range []*dataset.Figure{m.first, m.last} {
			if f == nil {
				continue
			}
			if all++; f.Status == dataset.Estimate {
				n++
			}
		}
	}
	return estimateKey(n, all, hollowKey)
}

// estimateKey is what a subtitle says of n estimates among all figures.
func estimateKey(n, all int, key string) string {
	switch n {
	case 0:
		return ""
	case all:
		return " (estimates)"
	}
	return " (" + key + ")"
}

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
				s = append(s, fmt.Sprintf("%s%s: %s.", c.what, d.guideline.Name, list(c.names)))
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
		s = append(s, fmt.Sprintf("Joined after %d and shown with %d alone: %s.", d.from, d.to, list(joined)))
	}
	return append(append(s, d.absent()...), d.estimated()...)
}

func (d *changes) counted(e *dataset.Edition) string {
	up, down, same := d.directions()
	all := len(d.both())
	at := fmt.Sprintf("from %d to %d, in %s.", d.from, d.to, editionName(e))
	switch all {
	case up:
		return capital(strings.TrimSuffix(d.part(up, count), d.known())) + " with a figure for both years are up " + at
	case down:
		return capital(strings.TrimSuffix(d.part(down, count), d.known())) + " with a figure for both years are down " + at
	}
	s := fmt.Sprintf("Of %s with a figure for both years, %s %s up and %s down", d.whole(), count(up), plural(up, "is", "are"), count(down))
	if same > 0 {
		s += fmt.Sprintf(", %s unchanged", count(same))
	}
	return s + " " + at
}

func (d *changes) whole() string {
	if d.collective == "" {
		return "these " + count(len(d.both()))
	}
	return count(len(d.both())) + " " + d.collective
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
		s = append(s, list(same)+": "+n.why+".")
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
		return fmt.Sprintf("%s of the figures for %d %s.", capital(count(k)), year, plural(k, "is an estimate", "are estimates"))
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
