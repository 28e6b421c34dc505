package chart

import (
	"fmt"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

func (d *revisions) figure(f *dataset.Figure) string {
	return value(d.measure.Unit, f.Value, f.Decimals)
}

// crossed gives the members that revisions took to the other side of the
// guideline.
func (d *revisions) crossed() (lifted, sunk []string) {
	if d.guideline == nil {
		return nil, nil
	}
	for i := range d.lines {
		h := &d.lines[i]
		switch before, after := d.guideline.MetBy(h.first().Value), d.guideline.MetBy(h.last().Value); {
		case after && !before:
			lifted = append(lifted, h.member.Name)
		case before && !after:
			sunk = append(sunk, h.member.Name)
		}
	}
	return lifted, sunk
}

// title says whom revisions took to the other side of the guideline, else who
// was revised most.
func (d *revisions) title() string {
	h := &d.lines[d.lead]
	year := strconv.Itoa(d.year)
	lifted, sunk := d.crossed()
	who := func(names []string) string {
		if len(names) > mostInTitle {
			return fmt.Sprintf("%s of these %s", english.InWords(len(names)), english.InWords(len(d.lines)))
		}
		return english.List(names)
	}
	switch {
	case len(d.lines) == 1 && len(h.said) == 1:
		return fmt.Sprintf("%s in %s: %s, said once", h.member.Name, year, d.figure(h.first()))
	case len(d.lines) == 1 && h.changes() == 0:
		return fmt.Sprintf("%s in %s: %s in every edition", h.member.Name, year, d.figure(h.first()))
	case len(d.lines) == 1:
		return fmt.Sprintf("%s in %s: %s at first, %s by %s", h.member.Name, year, d.figure(h.first()), d.figure(h.last()), h.last().Released.Month.String()+" "+strconv.Itoa(h.last().Released.Year))
	case len(lifted) > 0 && len(sunk) > 0:
		return fmt.Sprintf("Revisions lifted %s to %s in %s and took %s below it", who(lifted), d.guideline.Name, year, who(sunk))
	case len(sunk) > 0:
		return fmt.Sprintf("Revisions took %s below %s in %s", who(sunk), d.guideline.Name, year)
	case len(lifted) > 0:
		return fmt.Sprintf("Revisions lifted %s to %s in %s", who(lifted), d.guideline.Name, year)
	}
	switch v, _ := h.by(); {
	case v > 0:
		return fmt.Sprintf("%s in %s was revised up most: from %s to %s", h.member.Name, year, d.figure(h.first()), d.figure(h.last()))
	case v < 0:
		return fmt.Sprintf("%s in %s was revised down most: from %s to %s", h.member.Name, year, d.figure(h.first()), d.figure(h.last()))
	}
	return "The newest figures for " + year + " are what the first ones were"
}

func (d *revisions) subtitle() string {
	all := 0
	for i := range d.lines {
		all += len(d.lines[i].said)
	}
	return fmt.Sprintf("%s, %d: what %s said by day of release%s", measured(d.measure), d.year, d.source.Name, estimateKey(d.estimates(), all, hollowKey))
}

// summary tells each line from its first edition to its newest, and what the
// drawing marks besides.
func (d *revisions) summary() []string {
	var s []string
	for i := range d.lines {
		s = append(s, d.story(&d.lines[i]))
	}
	if days := d.days(); len(days) > 1 {
		s = append(s, fmt.Sprintf("%s editions of %s between %s and %s have a figure.", english.Capital(english.Few(len(days))), d.source.Name, d.first.Long(), d.last.Long()))
	}
	if n := d.estimates(); n > 0 {
		s = append(s, fmt.Sprintf("%s of the figures %s when published.", english.Capital(english.Few(n)), plural(n, "was an estimate", "were estimates")))
	}
	return append(s, tellEvents(d.events)...)
}

// estimates counts the figures that their editions called estimates.
func (d *revisions) estimates() int {
	n := 0
	for i := range d.lines {
		for _, f := range d.lines[i].said {
			if f.Status == dataset.Estimate {
				n++
			}
		}
	}
	return n
}

func (d *revisions) story(h *history) string {
	first, last := h.first(), h.last()
	if first == last {
		return fmt.Sprintf("%s in %d: %s, in the %s edition of %s alone%s.", h.member.Name, d.year, d.figure(first), d.source.Name, first.Released.Long(), d.sides(h))
	}
	s := fmt.Sprintf("%s in %d: %s on %s, %s on %s", h.member.Name, d.year, d.figure(first), first.Released.Long(), d.figure(last), last.Released.Long())
	switch v, places := h.by(); {
	case v > 0:
		s += ", up " + away(d.measure.Unit, v, places)
	case v < 0:
		s += ", down " + away(d.measure.Unit, v, places)
	case h.changes() > 0:
		s += ", back where it began"
	default:
		return s + ", never revised" + d.sides(h) + "."
	}
	times := map[int]string{1: "once", 2: "twice"}[h.changes()]
	if times == "" {
		times = english.Few(h.changes()) + " times"
	}
	return s + ", revised " + times + d.sides(h) + "."
}

// sides says where a line stands towards the guideline, at first and at last.
func (d *revisions) sides(h *history) string {
	if d.guideline == nil {
		return ""
	}
	before, after := d.guideline.MetBy(h.first().Value), d.guideline.MetBy(h.last().Value)
	all := true
	for _, f := range h.said {
		all = all && d.guideline.MetBy(f.Value) == before
	}
	switch {
	case before != after:
		return fmt.Sprintf("; %s %s at first, %s now", side(before), d.guideline.Name, side(after))
	case !all:
		return fmt.Sprintf("; %s %s at first and now, but not in every edition", side(before), d.guideline.Name)
	case len(h.said) == 1:
		return "; " + side(before) + " " + d.guideline.Name
	}
	return fmt.Sprintf("; %s %s throughout", side(before), d.guideline.Name)
}
