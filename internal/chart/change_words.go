package chart

import (
	"burdenshare/internal/dataset"
)

func (d *changes) figure(f *dataset.Figure) string {
	return d.value(d.measure.Unit, f.Value, f.Decimals)
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
func (d *changes) who(n int) string {
	if d.collective == "" {
		return d.ofThese(n, len(d.both()), d.InWords)
	}
	return d.Say("chart.counted", "count", d.InWords(n), "members", d.collective)
}

// subject names those who came to the other side of the guideline.
func (d *changes) subject(who []string) string {
	switch {
	case d.missing > 0:
		return d.Say("chart.part.at_least", "met", d.InWords(len(who)), "of", d.InWords(len(d.both())+d.missing+d.exempt), "members", d.collective)
	case len(who) == 1:
		return d.Say("chart.change.alone", "who", who[0])
	}
	return d.who(len(who))
}

// title says how many came to the other side of the guideline, else how many
// rose or fell.
func (d *changes) title() string {
	both := d.both()
	if len(both) == 0 {
		m := &d.moves[0]
		return d.Say("chart.change.title.joined", "who", m.member.Name, "value", d.figure(m.last), "year", d.to, "joined", m.member.Joined.Year)
	}
	if len(both) == 1 {
		return d.moved(&both[0], d.Say("chart.change.title.one", d.way(&both[0])...))
	}
	reached, fell := d.crossed()
	crossing := func(who []string) []any {
		return []any{"who", d.subject(who), "guideline", d.guideline.Name, "from", d.from, "to", d.to, "fell", d.Few(len(fell))}
	}
	switch {
	case len(reached) > 0 && len(fell) > 0:
		return d.Say("chart.change.title.crossed", crossing(reached)...)
	case len(reached) > 0:
		return d.Say("chart.change.title.reached", crossing(reached)...)
	case len(fell) > 0:
		return d.Say("chart.change.title.fell", crossing(fell)...)
	}
	up, down, same := d.directions()
	top, bottom := &both[0], &both[len(both)-1]
	switch {
	case same == len(both):
		return d.Say("chart.change.title.none", "from", d.from, "to", d.to)
	case down == 0:
		return d.Say("chart.change.title.up", "who", d.part(up), "from", d.from, "to", d.to, "most", top.member.Name, "by", d.size(top))
	case up == 0:
		return d.Say("chart.change.title.down", "who", d.part(down), "from", d.from, "to", d.to, "most", bottom.member.Name, "by", d.size(bottom))
	}
	return d.Say("chart.change.title.both", "who", d.part(up), "from", d.from, "to", d.to, "down", d.Few(down))
}

// part is who of all those that were members in both years, the exempt among
// them; where some have no figure, of those with one.
func (d *changes) part(n int) string {
	known := len(d.both())
	all := known + d.exempt
	switch {
	case n == known && d.collective == "":
		return d.Say("chart.ratio.all", "of", d.InWords(n))
	case d.collective == "":
		return d.who(n)
	case n == known && d.missing > 0:
		return d.Say("chart.all_known", "count", d.InWords(n), "members", d.collective)
	case n == all:
		return d.Say("chart.part.all", "of", d.InWords(n), "members", d.collective)
	case d.missing > 0:
		return d.Say("chart.part_known", "met", d.InWords(n), "of", d.InWords(known), "members", d.collective)
	}
	return d.Say("chart.part.some", "met", d.InWords(n), "of", d.InWords(all), "members", d.collective)
}

// way gives the values of a sentence on a member's move.
func (d *changes) way(m *move) []any {
	return []any{"who", m.member.Name, "first", d.figure(m.first), "from", d.from, "last", d.figure(m.last), "to", d.to}
}

// size is how far a member moved.
func (d *changes) size(m *move) string { return d.away(d.measure.Unit, m.by, m.places) }

// moved adds to what is said of a move in which direction and how far it
// went.
func (d *changes) moved(m *move, said string) string {
	switch {
	case m.by > 0:
		return d.Say("chart.change.up", "said", said, "by", d.size(m))
	case m.by < 0:
		return d.Say("chart.change.down", "said", said, "by", d.size(m))
	}
	return said
}

// subtitle says what is shown, and how estimates are drawn.
func (d *changes) subtitle() string {
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
	return d.estimateKey(d.Say("chart.change.subtitle", "measure", d.measured(d.measure), "from", d.from, "to", d.to), n, all, hollowPoints)
}
