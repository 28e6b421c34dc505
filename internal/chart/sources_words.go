package chart

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// mostInTitle is how many members a headline names before it counts them.
const mostInTitle = 3

func (d *witnesses) figure(f *dataset.Figure) string {
	return value(d.measure.Unit, f.Value, f.Decimals)
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
	in := " in " + strconv.Itoa(d.year)
	if len(d.members) == 1 {
		t := &d.members[0]
		switch v, _ := t.spread(); {
		case len(t.said) == 1:
			return fmt.Sprintf("%s%s: %s by %s alone", t.member.Name, in, d.figure(t.said[0].Figure), t.said[0].source.Name)
		case v == 0:
			return fmt.Sprintf("%s%s: %s by all %s sources", t.member.Name, in, d.figure(t.said[0].Figure), english.Few(len(t.said)))
		case len(d.split()) == 1:
			return fmt.Sprintf("%s%s: at or above %s by %s alone", t.member.Name, in, d.guideline.Name, english.List(d.meeting(t)))
		}
		return t.member.Name + in + ": " + d.fromTo(t)
	}
	if split := d.split(); len(split) > 0 {
		var who []string
		for _, t := range split {
			who = append(who, t.member.Name)
		}
		whom := english.List(who)
		switch {
		case len(split) == len(d.members) && len(split) > mostInTitle:
			whom = "all " + english.InWords(len(split))
		case len(split) > mostInTitle:
			whom = fmt.Sprintf("%s of these %s", english.InWords(len(split)), english.InWords(len(d.members)))
		}
		return fmt.Sprintf("Sources put %s on both sides of %s%s", whom, d.guideline.Name, in)
	}
	t := d.widest()
	if v, _ := t.spread(); v == 0 {
		return fmt.Sprintf("The sources agree on %s%s", plural(len(d.members), "it", "all "+english.InWords(len(d.members))), in)
	}
	return "Sources differ most on " + t.member.Name + in + ": " + d.fromTo(t)
}

// fromTo says from where to where the figures go, and who says which: "from
// 1.98% (IISS and SIPRI) to 2.07% (NATO)".
func (d *witnesses) fromTo(t *testimony) string {
	return fmt.Sprintf("from %s (%s) to %s (%s)", d.figure(t.low().Figure), english.List(t.sayers(t.low().Value)), d.figure(t.high().Figure), english.List(t.sayers(t.high().Value)))
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
	return fmt.Sprintf("%s, %d: each source’s newest figure%s", measured(d.measure), d.year, estimateKey(n, all, hollowKey))
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
	return append(s, "Editions: "+strings.Join(d.editions(), "; ")+".")
}

func (d *witnesses) story(t *testimony) string {
	v, places := t.spread()
	var s string
	switch name := t.member.Name; {
	case len(t.said) == 1:
		s = fmt.Sprintf("%s in %d: %s, by %s alone", name, d.year, d.figure(t.said[0].Figure), t.said[0].source.Name)
	case v == 0:
		s = fmt.Sprintf("%s in %d: %s by %s", name, d.year, d.figure(t.said[0].Figure), english.List(t.sayers(t.said[0].Value)))
	default:
		s = fmt.Sprintf("%s in %d: %s, %s apart", name, d.year, d.fromTo(t), away(d.measure.Unit, v, places))
	}
	if d.guideline == nil {
		return s + "."
	}
	met := d.meeting(t)
	switch {
	case len(t.said) == 1:
		return s + fmt.Sprintf("; %s %s.", side(len(met) == 1), d.guideline.Name)
	case len(met) == 0 || len(met) == len(t.said):
		return s + fmt.Sprintf("; %s %s by every source.", side(len(met) > 0), d.guideline.Name)
	}
	return s + fmt.Sprintf("; at or above %s by %s alone.", d.guideline.Name, english.List(met))
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

func side(met bool) string {
	if met {
		return "at or above"
	}
	return "below"
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
			s = append(s, fmt.Sprintf("%s has no figure for %s.", source.Name, english.List(none)))
		}
	}
	return s
}

func (d *witnesses) estimated() []string {
	var estimates []string
	for i := range d.members {
		for _, st := range d.members[i].said {
			if st.Status == dataset.Estimate {
				estimates = append(estimates, st.source.Name+" for "+d.members[i].member.Name)
			}
		}
	}
	if len(estimates) == 0 {
		return nil
	}
	return []string{"Estimates: " + english.List(estimates) + "."}
}

// editions names every edition used: "NATO of 7 July 2026".
func (d *witnesses) editions() []string {
	var all []string
	for _, source := range d.sources() {
		var days []string
		for i := range d.members {
			for _, st := range d.members[i].said {
				if day := st.Released.Long(); st.source == source && !slices.Contains(days, day) {
					days = append(days, day)
				}
			}
		}
		all = append(all, source.Name+" of "+english.List(days))
	}
	return all
}
