package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

// mostNamed is how many members a sentence names before it only counts them.
const mostNamed = 8

// title says how many are there, or who alone is or is not.
func (d *distances) title(r *request, t *dataset.Tally) string {
	meet := d.meeting()
	switch n := len(d.bars); {
	case n == 1 && len(d.notes) == 0:
		b := d.bars[0]
		return d.Say("chart.distance.one_in", "who", b.name, "place", d.stands(d.unit, b.value, b.places, d.guideline.Name), "year", d.year)
	case len(r.members) > 0 && meet == n:
		return d.meetIn(d.Say("chart.all_these", "count", d.InWords(n)), d.guideline, d.year)
	case len(r.members) > 0:
		return d.meetIn(d.ofThese(meet, n, d.InWords), d.guideline, d.year)
	case meet == 1 && !t.AtLeast():
		return d.aloneIn(t.Met()[0].Member, true, d.guideline, d.year)
	case meet == n-1 && !t.AtLeast():
		return d.aloneIn(t.Short()[0].Member, false, d.guideline, d.year)
	}
	return d.meetIn(d.fraction(t, r.t.Collective, d.InWords), d.guideline, d.year)
}

func (d *distances) meeting() int {
	n := 0
	for i := range d.bars {
		if d.bars[i].value >= 0 {
			n++
		}
	}
	return n
}

func (d *distances) subtitle(r *request) string {
	s := d.Say("chart.distance.subtitle", "measure", r.measure.Name, "unit", d.distanceUnit(d.unit), "guideline", d.guideline.Name, "year", d.year)
	return d.estimateKey(s, len(d.estimates()), len(d.bars), hatched)
}

func (d *distances) estimates() []string {
	var list []string
	for i := range d.bars {
		if d.bars[i].estimate() {
			list = append(list, d.bars[i].name)
		}
	}
	return list
}

// summary says in sentences how many meet the guideline, who is highest and
// lowest, who is on the shorter side, and who has no bar and why.
func (d *distances) summary(r *request, t *dataset.Tally) []string {
	var s []string
	if n := len(d.bars); n > 1 || len(d.notes) > 0 {
		who, meet := d.fraction(t, r.t.Collective, d.Few), t.Meeting
		if len(r.members) > 0 {
			meet = d.meeting()
			who = d.ofThese(meet, n, d.Few)
		}
		s = append(s, d.meetFor(who, meet, d.guideline, d.year, t.Edition))
	}
	s = append(s, d.extremes(t)...)
	if side := d.shorterSide(); side != "" {
		s = append(s, side)
	}
	if len(r.members) == 0 {
		s = append(s, d.withoutFigure(t.Standings, d.bounded)...)
	}
	return append(s, d.estimateSentence(d.estimates(), len(d.bars))...)
}

// extremes names the highest and the lowest, several where they are equal.
func (d *distances) extremes(t *dataset.Tally) []string {
	if len(d.bars) == 0 {
		return nil
	}
	byValue := func(a, b bar) int {
		switch {
		case a.value < b.value:
			return -1
		case a.value > b.value:
			return 1
		}
		return 0
	}
	high, low := slices.MaxFunc(d.bars, byValue), slices.MinFunc(d.bars, byValue)
	figure := func(b bar) string { return d.value(d.unit, b.figure.Value, b.figure.Decimals) }
	place := func(b bar) string { return d.stands(d.unit, b.value, b.places, "") }
	if len(d.bars) == 1 && len(d.notes) == 0 {
		return []string{d.Say("chart.distance.one_for", "who", high.name, "value", figure(high),
			"place", d.stands(d.unit, high.value, high.places, d.guideline.Name), "year", d.year, "edition", d.editionName(t.Edition))}
	}
	if len(d.bars) == 1 {
		return []string{d.Say("chart.distance.one", "who", high.name, "value", figure(high), "place", place(high))}
	}
	if high.value == low.value {
		return []string{d.Say("chart.distance.level", "value", figure(high), "place", place(high))}
	}
	equal := func(b bar) (names []string) {
		for i := range d.bars {
			if d.bars[i].value == b.value {
				names = append(names, d.bars[i].name)
			}
		}
		return names
	}
	highest, lowest := equal(high), equal(low)
	return []string{d.Say("chart.distance.extremes",
		"high", d.Say("chart.distance.highest", "n", len(highest), "who", highest, "value", figure(high), "place", place(high)),
		"low", d.Say("chart.distance.lowest", "n", len(lowest), "who", lowest, "value", figure(low), "place", place(low)))}
}

// shorterSide names the members above or below the line, whichever are fewer.
func (d *distances) shorterSide() string {
	var met, short []string
	for i := range d.bars {
		if b := &d.bars[i]; b.value < 0 {
			short = append(short, b.name)
		} else {
			met = append(met, b.name)
		}
	}
	n := min(len(met), len(short))
	switch {
	case n == 0 || n > mostNamed || len(d.bars) == 1:
		return ""
	case len(short) < len(met):
		return d.Say("chart.distance.below", "names", short)
	}
	return d.Say("chart.distance.above", "names", met)
}
