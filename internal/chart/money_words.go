package chart

import (
	"fmt"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// bounded says that the total is a lower bound.
func (d *shortfalls) bounded() bool {
	return len(d.unpriced) > 0 || !d.chosen && d.tally.AtLeast()
}

// title says how many are short and by how much together.
func (d *shortfalls) title(r *request) string {
	goal := fmt.Sprintf(" short of %s in %d", d.guideline.Name, d.year)
	atLeast := ""
	if d.bounded() {
		atLeast = "at least "
	}
	switch n := len(d.bars) + len(d.unpriced); {
	case n == 0 && len(r.members) == 1:
		return r.members[0].Name + " not" + goal
	case n == 0 && d.chosen:
		return "None of these " + english.InWords(len(r.members)) + goal
	case n == 0 && d.tally.AtLeast():
		return fmt.Sprintf("None of the %s %s with a figure", english.Few(len(d.tally.Ranked)), r.t.Collective) + goal
	case n == 0:
		return fmt.Sprintf("None of %s %s", english.Few(d.tally.Of()), r.t.Collective) + goal
	case n == 1:
		return d.bars[0].member.Name + " " + d.bars[0].label() + goal
	case d.chosen:
		return fmt.Sprintf("%s %s%s", english.List(d.shortNames()), atLeast, dataset.Money(d.total())) + goal + ", together"
	default:
		who := english.Capital(english.InWords(n))
		if atLeast != "" {
			who = "At least " + english.InWords(n)
		}
		return fmt.Sprintf("%s of %s %s, together %s%s", who, english.Few(d.tally.Of()), r.t.Collective, atLeast, dataset.Money(d.total())) + goal
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
	s := fmt.Sprintf("Short of %s by: distance below it times %s, in US dollars, %d", d.guideline.Name, lower(briefName(d.base)), d.year)
	if notes, members := d.pricing(); len(notes) == 1 && len(members[0]) == len(d.bars) {
		s += "; " + notes[0]
	}
	return s + estimateKey(len(d.estimates), len(d.bars), hatchedKey)
}

// summary adds up the shortfalls, says who makes up most of them, how many
// meet the guideline, and where prices come from.
func (d *shortfalls) summary(r *request) []string {
	goal := d.guideline.Name
	total := dataset.Money(d.total())
	if d.bounded() {
		total = "at least " + total
	}
	var s []string
	switch n := len(d.bars); n {
	case 0:
		s = append(s, d.nobody(r))
	case 1:
		b := &d.bars[0]
		s = append(s, fmt.Sprintf("%s stands at %s, %s for %d, which comes to %s, in %s.", b.member.Name, value(d.unit, b.figure.Value, b.figure.Decimals),
			stands(d.unit, b.distance, b.places, goal), d.year, b.label(), editionName(d.tally.Edition)))
	default:
		who := english.Few(n+len(d.unpriced)) + " " + r.t.Collective
		if !d.chosen && d.tally.AtLeast() {
			who = "at least " + who
		}
		if d.chosen {
			who = "these " + english.Few(n+len(d.unpriced))
		}
		s = append(s, fmt.Sprintf("%s are short of %s for %d by %s together, in %s.", english.Capital(who), goal, d.year, total, editionName(d.tally.Edition)))
		top := &d.bars[0]
		for i := range d.bars {
			if d.bars[i].millions > top.millions {
				top = &d.bars[i]
			}
		}
		s = append(s, fmt.Sprintf("%s is short by most, %s: %s of %s.", top.member.Name, top.label(), away(d.unit, top.distance, top.places), lower(briefName(d.base))))
	}
	if met := d.tally.Meeting; !d.chosen && len(d.bars) > 0 {
		s = append(s, fmt.Sprintf("%s of %s %s %s at or above it.", english.Capital(english.Few(met)), english.Few(d.tally.Of()), r.t.Collective, plural(met, "stands", "stand")))
	}
	if len(d.unpriced) > 0 {
		s = append(s, fmt.Sprintf("Short, but not priced, as no source has their %s: %s.", lower(briefName(d.base)), english.List(names(d.unpriced))))
	}
	notes, members := d.pricing()
	for i, note := range notes {
		if len(members[i]) == len(d.bars) {
			s = append(s, plural(len(d.bars), "It is ", "All are ")+note+".")
		} else {
			s = append(s, english.List(members[i])+": "+note+".")
		}
	}
	if !d.chosen {
		bound := ""
		if len(d.bars) > 0 {
			bound = " The sum is a lower bound."
		}
		s = append(s, withoutFigure(d.tally.Standings, bound)...)
	}
	return append(s, estimateSentence(d.estimates, len(d.bars))...)
}

// nobody says that there is nothing to price.
func (d *shortfalls) nobody(r *request) string {
	who, n := fmt.Sprintf("All %s %s with a figure", english.Few(len(d.tally.Ranked)), r.t.Collective), len(d.tally.Ranked)
	if d.chosen {
		who, n = english.List(names(r.members)), len(r.members)
	}
	return fmt.Sprintf("%s %s at or above %s for %d, in %s.", who, plural(n, "stands", "stand"), d.guideline.Name, d.year, editionName(d.tally.Edition))
}
