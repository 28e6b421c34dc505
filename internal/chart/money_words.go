package chart

import ()

// atLeast says that the total is a lower bound.
func (d *shortfalls) atLeast() bool {
	return len(d.unpriced) > 0 || !d.chosen && d.tally.AtLeast()
}

// sum is what all are short by together, "at least" where some are left out.
func (d *shortfalls) sum() string {
	if d.atLeast() {
		return d.Say("chart.at_least", "count", d.Money(d.total()))
	}
	return d.Money(d.total())
}

// title says how many are short and by how much together.
func (d *shortfalls) title(r *request) string {
	goal, members := d.guideline.Name, r.t.Collective
	switch n := len(d.bars) + len(d.unpriced); {
	case n == 0 && len(r.members) == 1:
		return d.Say("chart.money.title.not", "who", r.members[0].Name, "guideline", goal, "year", d.year)
	case n == 0 && d.chosen:
		return d.Say("chart.money.title.none_of_these", "count", d.InWords(len(r.members)), "guideline", goal, "year", d.year)
	case n == 0 && d.tally.AtLeast():
		return d.Say("chart.money.title.none_known", "count", d.Few(len(d.tally.Ranked)), "members", members, "guideline", goal, "year", d.year)
	case n == 0:
		return d.Say("chart.money.title.none", "count", d.Few(d.tally.Of()), "members", members, "guideline", goal, "year", d.year)
	case n == 1:
		return d.Say("chart.money.title.one", "who", d.bars[0].member.Name, "sum", d.Money(d.bars[0].millions), "guideline", goal, "year", d.year)
	case d.chosen:
		return d.Say("chart.money.title.chosen", "names", d.shortNames(), "sum", d.sum(), "guideline", goal, "year", d.year)
	default:
		who := d.InWords(n)
		if d.atLeast() {
			who = d.Say("chart.at_least", "count", who)
		}
		return d.Say("chart.money.title.together", "count", who, "of", d.Few(d.tally.Of()), "members", members, "sum", d.sum(), "guideline", goal, "year", d.year)
	}
}

func (d *shortfalls) shortNames() []string {
	var names []string
	for i := range d.bars {
		names = append(names, d.bars[i].member.Name)
	}
	return names
}

func (d *shortfalls) subtitle() string {
	s := d.Say("chart.money.subtitle", "guideline", d.guideline.Name, "base", d.briefName(d.base), "year", d.year)
	if notes, members := d.pricing(); len(notes) == 1 && len(members[0]) == len(d.bars) {
		s = d.series(s, notes[0])
	}
	return d.estimateKey(s, len(d.estimates), len(d.bars), hatched)
}

// summary adds up the shortfalls, says who makes up most of them, how many
// meet the guideline, and where prices come from.
func (d *shortfalls) summary(r *request) []string {
	goal := d.guideline.Name
	var s []string
	switch n := len(d.bars); n {
	case 0:
		s = append(s, d.nobody(r))
	case 1:
		b := &d.bars[0]
		s = append(s, d.Say("chart.money.one", "who", b.member.Name, "value", d.value(d.unit, b.figure.Value, b.figure.Decimals),
			"place", d.stands(d.unit, b.distance, b.places, goal), "year", d.year, "sum", d.Money(b.millions), "edition", d.editionName(d.tally.Edition)))
	default:
		count := d.Few(n + len(d.unpriced))
		who := d.Say("chart.counted", "count", count, "members", r.t.Collective)
		if !d.chosen && d.tally.AtLeast() {
			who = d.Say("chart.at_least", "count", who)
		}
		if d.chosen {
			who = d.Say("chart.these", "count", count)
		}
		s = append(s, d.Say("chart.money.together", "who", who, "guideline", goal, "year", d.year, "sum", d.sum(), "edition", d.editionName(d.tally.Edition)))
		top := &d.bars[0]
		for i := range d.bars {
			if d.bars[i].millions > top.millions {
				top = &d.bars[i]
			}
		}
		s = append(s, d.Say("chart.money.most", "who", top.member.Name, "sum", d.Money(top.millions), "by", d.away(d.unit, top.distance, top.places), "base", d.briefName(d.base)))
	}
	if met := d.tally.Meeting; !d.chosen && len(d.bars) > 0 {
		s = append(s, d.Say("chart.money.met", "n", met, "of", d.Few(d.tally.Of()), "members", r.t.Collective))
	}
	if len(d.unpriced) > 0 {
		s = append(s, d.Say("chart.money.unpriced", "base", d.briefName(d.base), "names", names(d.unpriced)))
	}
	notes, members := d.pricing()
	for i, note := range notes {
		if len(members[i]) == len(d.bars) {
			s = append(s, d.Say("chart.money.all_priced", "n", len(d.bars), "how", note))
		} else {
			s = append(s, d.because(members[i], note))
		}
	}
	if !d.chosen {
		s = append(s, d.withoutFigure(d.tally.Standings, d.lowerSum)...)
	}
	return append(s, d.estimateSentence(d.estimates, len(d.bars))...)
}

// lowerSum adds to a sentence that the sum is a lower bound.
func (d *shortfalls) lowerSum(sentence string) string {
	if len(d.bars) == 0 {
		return sentence
	}
	return d.Say("chart.money.bounded", "sentence", sentence)
}

// nobody says that there is nothing to price.
func (d *shortfalls) nobody(r *request) string {
	who, n := d.Say("chart.all_known", "count", d.Few(len(d.tally.Ranked)), "members", r.t.Collective), len(d.tally.Ranked)
	if d.chosen {
		who, n = d.List(names(r.members)), len(r.members)
	}
	return d.meetFor(who, n, d.guideline, d.year, d.tally.Edition)
}
