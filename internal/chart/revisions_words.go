package chart

import (
	"burdenshare/internal/dataset"
)

func (d *revisions) figure(f *dataset.Figure) string {
	return d.value(d.measure.Unit, f.Value, f.Decimals)
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
	lifted, sunk := d.crossed()
	who := func(names []string) string {
		if len(names) > mostInTitle {
			return d.ofThese(len(names), len(d.lines), d.InWords)
		}
		return d.List(names)
	}
	from := []any{"who", h.member.Name, "year", d.year, "first", d.figure(h.first()), "last", d.figure(h.last())}
	by, _ := h.by()
	switch {
	case len(d.lines) == 1 && len(h.said) == 1:
		return d.Say("chart.revisions.title.once", from...)
	case len(d.lines) == 1 && h.changes() == 0:
		return d.Say("chart.revisions.title.never", from...)
	case len(d.lines) == 1:
		day := h.last().Released
		return d.Say("chart.revisions.title.one", append(from, "month", d.Say("chart.revisions.month", "month", d.Month(day.Month), "year", day.Year))...)
	case len(lifted) > 0 && len(sunk) > 0:
		return d.Say("chart.revisions.title.both", "lifted", who(lifted), "sunk", who(sunk), "guideline", d.guideline.Name, "year", d.year)
	case len(sunk) > 0:
		return d.Say("chart.revisions.title.sunk", "sunk", who(sunk), "guideline", d.guideline.Name, "year", d.year)
	case len(lifted) > 0:
		return d.Say("chart.revisions.title.lifted", "lifted", who(lifted), "guideline", d.guideline.Name, "year", d.year)
	case by > 0:
		return d.Say("chart.revisions.title.up", from...)
	case by < 0:
		return d.Say("chart.revisions.title.down", from...)
	}
	return d.Say("chart.revisions.title.level", "year", d.year)
}

func (d *revisions) subtitle() string {
	all := 0
	for i := range d.lines {
		all += len(d.lines[i].said)
	}
	s := d.Say("chart.revisions.subtitle", "measure", d.measured(d.measure), "year", d.year, "source", d.source.Name)
	return d.estimateKey(s, d.estimates(), all, hollowPoints)
}

// summary tells each line from its first edition to its newest, and what the
// drawing marks besides.
func (d *revisions) summary() []string {
	var s []string
	for i := range d.lines {
		s = append(s, d.story(&d.lines[i]))
	}
	if days := d.days(); len(days) > 1 {
		s = append(s, d.Say("chart.revisions.editions", "n", len(days), "source", d.source.Name, "first", d.first, "last", d.last))
	}
	if n := d.estimates(); n > 0 {
		s = append(s, d.Say("chart.revisions.estimates", "n", n))
	}
	return append(s, d.tellEvents(d.events)...)
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
	return d.Say("chart.sentence", "clauses", d.series(append([]string{d.course(h)}, d.sides(h)...)...))
}

// course tells how a member's figure was revised.
func (d *revisions) course(h *history) string {
	first, last := h.first(), h.last()
	v, places := h.by()
	told := []any{"who", h.member.Name, "year", d.year, "source", d.source.Name, "first", d.figure(first), "then", first.Released,
		"last", d.figure(last), "now", last.Released, "by", d.away(d.measure.Unit, v, places), "revised", d.revised(h.changes())}
	switch {
	case first == last:
		return d.Say("chart.revisions.story.once", told...)
	case v > 0:
		return d.Say("chart.revisions.story.up", told...)
	case v < 0:
		return d.Say("chart.revisions.story.down", told...)
	case h.changes() > 0:
		return d.Say("chart.revisions.story.back", told...)
	}
	return d.Say("chart.revisions.story.never", told...)
}

// revised says how often a figure was.
func (d *revisions) revised(times int) string {
	switch times {
	case 1:
		return d.Say("chart.revisions.revised.once")
	case 2:
		return d.Say("chart.revisions.revised.twice")
	}
	return d.Say("chart.revisions.revised.often", "n", times)
}

// sides says where a line stands towards the guideline, at first and at last.
func (d *revisions) sides(h *history) []string {
	if d.guideline == nil {
		return nil
	}
	goal := d.guideline.Name
	before, after := d.guideline.MetBy(h.first().Value), d.guideline.MetBy(h.last().Value)
	all := true
	for _, f := range h.said {
		all = all && d.guideline.MetBy(f.Value) == before
	}
	switch {
	case before && !after:
		return []string{d.Say("chart.revisions.sides.sunk", "guideline", goal)}
	case after && !before:
		return []string{d.Say("chart.revisions.sides.lifted", "guideline", goal)}
	case before && !all:
		return []string{d.Say("chart.revisions.sides.above_again", "guideline", goal)}
	case !all:
		return []string{d.Say("chart.revisions.sides.below_again", "guideline", goal)}
	case len(h.said) == 1:
		return []string{d.side(d.guideline, before)}
	case before:
		return []string{d.Say("chart.throughout.above", "guideline", goal)}
	}
	return []string{d.Say("chart.throughout.below", "guideline", goal)}
}
