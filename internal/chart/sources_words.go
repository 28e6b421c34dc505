package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

// mostInTitle is how many members a headline names before it counts them.
const mostInTitle = 3

func (d *witnesses) figure(f *dataset.Figure) string {
	return d.value(d.measure.Unit, f.Value, f.Decimals)
}

// split gives the members that some sources see at or above the guideline and
// others below it.
func (d *witnesses) split() []*testimony {
	var split []*testimony
	for i := range d.members {
		t := &d.members[i]
		if d.guideline != nil && d.guideline.MetBy(t.high().Value) && !d.guideline.MetBy(t.low().Value) {
			split = append(split, t)
		}
	}
	return split
}

// widest gives the member that the sources differ most on.
func (d *witnesses) widest() *testimony {
	most, by := &d.members[0], -1.0
	for i := range d.members {
		if v, _ := d.members[i].spread(); v > by {
			most, by = &d.members[i], v
		}
	}
	return most
}

// title says on whom the sources stand on both sides of the guideline, else
// how far they lie apart.
func (d *witnesses) title() string {
	if len(d.members) == 1 {
		t := &d.members[0]
		switch v, _ := t.spread(); {
		case len(t.said) == 1:
			return d.Say("chart.sources.title.alone", "who", t.member.Name, "year", d.year, "value", d.figure(t.said[0].Figure), "source", t.said[0].source.Name)
		case v == 0:
			return d.Say("chart.sources.title.equal", "who", t.member.Name, "year", d.year, "value", d.figure(t.said[0].Figure), "count", d.Few(len(t.said)))
		case len(d.split()) == 1:
			return d.Say("chart.sources.title.split", "who", t.member.Name, "year", d.year, "guideline", d.guideline.Name, "sources", d.meeting(t))
		}
		return d.Say("chart.sources.title.range", "who", t.member.Name, "year", d.year, "range", d.fromTo(t))
	}
	if split := d.split(); len(split) > 0 {
		var who []string
		for _, t := range split {
			who = append(who, t.member.Name)
		}
		whom := d.List(who)
		switch {
		case len(split) == len(d.members) && len(split) > mostInTitle:
			whom = d.Say("chart.ratio.all", "of", d.InWords(len(split)))
		case len(split) > mostInTitle:
			whom = d.ofThese(len(split), len(d.members), d.InWords)
		}
		return d.Say("chart.sources.title.both_sides", "whom", whom, "guideline", d.guideline.Name, "year", d.year)
	}
	t := d.widest()
	if v, _ := t.spread(); v == 0 {
		return d.Say("chart.sources.title.agree", "count", d.InWords(len(d.members)), "year", d.year)
	}
	return d.Say("chart.sources.title.differ", "who", t.member.Name, "year", d.year, "range", d.fromTo(t))
}

// fromTo says from where to where the figures go, and who says which: "from
// 1.98% (IISS and SIPRI) to 2.07% (NATO)".
func (d *witnesses) fromTo(t *testimony) string {
	low, high := t.low(), t.high()
	return d.Say("chart.sources.from_to", "low", d.figure(low.Figure), "low_by", t.sayers(low.Value), "high", d.figure(high.Figure), "high_by", t.sayers(high.Value))
}

// sayers names the sources of a value.
func (t *testimony) sayers(v float64) []string {
	var who []string
	for _, s := range t.said {
		if s.Value == v {
			who = append(who, s.source.Name)
		}
	}
	return who
}

func (d *witnesses) subtitle() string {
	n, all := 0, 0
	for i := range d.members {
		for _, s := range d.members[i].said {
			if all++; s.Status == dataset.Estimate {
				n++
			}
		}
	}
	return d.estimateKey(d.Say("chart.sources.subtitle", "measure", d.measured(d.measure), "year", d.year), n, all, hollowPoints)
}

// summary tells the spread of each member, who says nothing of whom, and
// which editions were used.
func (d *witnesses) summary() []string {
	var s []string
	for i := range d.members {
		s = append(s, d.story(&d.members[i]))
	}
	s = append(s, d.silent()...)
	s = append(s, d.estimated()...)
	return append(s, d.Say("chart.sources.editions", "editions", d.series(d.editions()...)))
}

func (d *witnesses) story(t *testimony) string {
	v, places := t.spread()
	var s string
	switch {
	case len(t.said) == 1:
		s = d.Say("chart.sources.once", "who", t.member.Name, "year", d.year, "value", d.figure(t.said[0].Figure), "source", t.said[0].source.Name)
	case v == 0:
		s = d.Say("chart.sources.equal", "who", t.member.Name, "year", d.year, "value", d.figure(t.said[0].Figure), "sources", t.sayers(t.said[0].Value))
	default:
		s = d.Say("chart.sources.apart", "who", t.member.Name, "year", d.year, "range", d.fromTo(t), "by", d.away(d.measure.Unit, v, places))
	}
	if d.guideline != nil {
		met := d.meeting(t)
		switch {
		case len(t.said) == 1:
			s = d.series(s, d.side(d.guideline, len(met) == 1))
		case len(met) == len(t.said):
			s = d.series(s, d.Say("chart.sources.above_by_all", "guideline", d.guideline.Name))
		case len(met) == 0:
			s = d.series(s, d.Say("chart.sources.below_by_all", "guideline", d.guideline.Name))
		default:
			s = d.series(s, d.Say("chart.sources.above_by", "guideline", d.guideline.Name, "sources", met))
		}
	}
	return d.Say("chart.sentence", "clauses", s)
}

// meeting names the sources by which a member meets the guideline.
func (d *witnesses) meeting(t *testimony) []string {
	var met []string
	for _, s := range t.said {
		if d.guideline.MetBy(s.Value) {
			met = append(met, s.source.Name)
		}
	}
	return met
}

// side says on which side of a guideline something stands.
func (w words) side(g *dataset.Guideline, met bool) string {
	if met {
		return w.Say("chart.side.above", "guideline", g.Name)
	}
	return w.Say("chart.side.below", "guideline", g.Name)
}

// silent names the sources that have figures of some members only.
func (d *witnesses) silent() []string {
	var s []string
	for _, source := range d.sources() {
		var none []string
		for i := range d.members {
			if !slices.ContainsFunc(d.members[i].said, func(st statement) bool { return st.source == source }) {
				none = append(none, d.members[i].member.Name)
			}
		}
		if len(none) > 0 {
			s = append(s, d.Say("chart.sources.silent", "source", source.Name, "names", none))
		}
	}
	return s
}

func (d *witnesses) estimated() []string {
	var estimates []string
	for i := range d.members {
		for _, st := range d.members[i].said {
			if st.Status == dataset.Estimate {
				estimates = append(estimates, d.Say("chart.sources.estimate_of", "source", st.source.Name, "who", d.members[i].member.Name))
			}
		}
	}
	if len(estimates) == 0 {
		return nil
	}
	return []string{d.Say("chart.estimates.named", "names", d.List(estimates))}
}

// editions names every edition used: "NATO of 7 July 2026".
func (d *witnesses) editions() []string {
	var all []string
	for _, source := range d.sources() {
		var days []string
		for i := range d.members {
			for _, st := range d.members[i].said {
				if day := d.Day(st.Released); st.source == source && !slices.Contains(days, day) {
					days = append(days, day)
				}
			}
		}
		all = append(all, d.Say("chart.sources.edition", "source", source.Name, "days", days))
	}
	return all
}
