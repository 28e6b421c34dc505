package chart

import (
	"fmt"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// title says the largest share, and what the same member has of the base.
func (d *parts) title() string {
	top := &d.list[0]
	return fmt.Sprintf("%s: %s of %s on %s of %s in %d", top.name, shareText(top.ofPart), lower(briefName(d.part)), shareText(top.ofBase), lower(briefName(d.base)), d.year)
}

func (d *parts) subtitle() string {
	of := d.whole
	if of == "" {
		of = "the sum of members"
	}
	s := fmt.Sprintf("Share of %s (dot) and of %s (upright stroke), in per cent of %s, %d", lower(briefName(d.part)), lower(briefName(d.base)), of, d.year)
	if _, _, doubling := d.doubling(); doubling {
		s += "; the scale doubles from line to line"
	}
	return s + estimateKey(len(d.estimates), len(d.list), hollowMarks)
}

// summary says who carries more than its share of the base, who is furthest
// below, and how few make up half of the whole.
func (d *parts) summary(e *dataset.Edition) []string {
	part, base := lower(briefName(d.part)), lower(briefName(d.base))
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
	s := []string{fmt.Sprintf("%s has %s of %s and %s of %s in %d, in %s.", top.name, shareText(top.ofPart), part, shareText(top.ofBase), base, d.year, editionName(e))}
	if len(d.list) > 1 {
		switch n := len(more); {
		case n == 0:
			s = append(s, fmt.Sprintf("No share of %s shown here is larger than the share of %s.", part, base))
		case n <= mostNamed:
			s = append(s, fmt.Sprintf("A larger share of %s than of %s: %s.", part, base, english.List(more)))
		default:
			s = append(s, fmt.Sprintf("%s of %d have a larger share of %s than of %s.", english.Capital(english.Few(n)), len(d.list), part, base))
		}
		if least != nil && dataset.Round(least.ofBase-least.ofPart, shareDecimals) > 0 {
			s = append(s, fmt.Sprintf("Furthest below its share of %s: %s, %s of %s on %s.", base, least.name, shareText(least.ofPart), part, shareText(least.ofBase)))
		}
		if half > 1 && sum >= 50 {
			s = append(s, fmt.Sprintf("The largest %s make up half of all %s.", english.Few(half), part))
		}
	}
	if n := len(d.list) - d.shown; n > 0 {
		s = append(s, fmt.Sprintf("The %d smallest shares are drawn together, %s of %s on %s of %s; the table has them one by one.", n, shareText(d.others.ofPart), part, shareText(d.others.ofBase), base))
	}
	if d.whole == "" {
		s = append(s, "The whole is the sum of the members with figures.")
	}
	s = append(s, withoutFigure(d.standings, "")...)
	return append(s, estimateSentence(d.estimates, len(d.list))...)
}
