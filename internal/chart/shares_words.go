package chart

import (
	"burdenshare/internal/dataset"
)

// title says the largest share, and what the same member has of the base.
func (d *parts) title() string {
	top := &d.list[0]
	return d.Say("chart.shares.title", "who", top.name, "share", d.text(top.ofPart), "part", d.briefName(d.part), "weight", d.text(top.ofBase), "base", d.briefName(d.base), "year", d.year)
}

func (d *parts) subtitle() string {
	of := d.whole
	if of == "" {
		of = d.Say("chart.shares.sum_of_members")
	}
	s := d.Say("chart.shares.subtitle", "part", d.briefName(d.part), "base", d.briefName(d.base), "whole", of, "year", d.year)
	if _, _, doubling := d.doubling(); doubling {
		s = d.series(s, d.Say("chart.shares.doubling"))
	}
	return d.estimateKey(s, len(d.estimates), len(d.list), hollowMarks)
}

// summary says who carries more than its share of the base, who is furthest
// below, and how few make up half of the whole.
func (d *parts) summary(e *dataset.Edition) []string {
	part, base := d.briefName(d.part), d.briefName(d.base)
	var more []string
	var least *share
	half, sum := 0, 0.0
	for i := range d.list {
		x := &d.list[i]
		if dataset.Round(x.ofPart, shareDecimals) > dataset.Round(x.ofBase, shareDecimals) {
			more = append(more, x.name)
		}
		if gap := x.ofPart - x.ofBase; least == nil || gap < least.ofPart-least.ofBase {
			least = x
		}
		if sum < 50 {
			sum, half = sum+x.ofPart, i+1
		}
	}
	top := &d.list[0]
	s := []string{d.Say("chart.shares.top", "who", top.name, "share", d.text(top.ofPart), "part", part, "weight", d.text(top.ofBase), "base", base, "year", d.year, "edition", d.editionName(e))}
	if len(d.list) > 1 {
		switch n := len(more); {
		case n == 0:
			s = append(s, d.Say("chart.shares.larger.nobody", "part", part, "base", base))
		case n <= mostNamed:
			s = append(s, d.Say("chart.shares.larger.named", "part", part, "base", base, "names", more))
		default:
			s = append(s, d.Say("chart.shares.larger.counted", "n", n, "all", len(d.list), "part", part, "base", base))
		}
		if least != nil && dataset.Round(least.ofBase-least.ofPart, shareDecimals) > 0 {
			s = append(s, d.Say("chart.shares.least", "base", base, "who", least.name, "share", d.text(least.ofPart), "part", part, "weight", d.text(least.ofBase)))
		}
		if half > 1 && sum >= 50 {
			s = append(s, d.Say("chart.shares.half", "n", half, "part", part))
		}
	}
	if n := len(d.list) - d.shown; n > 0 {
		s = append(s, d.Say("chart.shares.together", "n", n, "share", d.text(d.others.ofPart), "part", part, "weight", d.text(d.others.ofBase), "base", base))
	}
	if d.whole == "" {
		s = append(s, d.Say("chart.shares.whole"))
	}
	s = append(s, d.withoutFigure(d.standings, nil)...)
	return append(s, d.estimateSentence(d.estimates, len(d.list))...)
}
