package chart

import (
	"fmt"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
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
			return fmt.Sprintf("At least %s of %s %s", english.InWords(len(who)), english.InWords(len(both)+d.missing), d.collective)
		case len(who) == 1:
			return who[0] + " alone"
		}
		return english.Capital(d.who(len(who), english.InWords))
	}
	switch {
	case len(reached) > 0 && len(fell) > 0:
		return fmt.Sprintf("%s reached %s%s, %s fell below", subject(reached), d.guideline.Name, between, english.Few(len(fell)))
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
		return fmt.Sprintf("%s up%s, %s most%s", english.Capital(d.part(up, english.InWords)), between, top.member.Name, d.moved(top, ": "))
	case up == 0:
		return fmt.Sprintf("%s down%s, %s most%s", english.Capital(d.part(down, english.InWords)), between, bottom.member.Name, d.moved(bottom, ": "))
	}
	return fmt.Sprintf("%s up%s, %s down", english.Capital(d.part(up, english.InWords)), between, english.Few(down))
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
