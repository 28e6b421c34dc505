package chart

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// counted gives in how many of a row's figures the guideline is met, and of
// how many.
func (d *heats) counted(h *heatRow) (met, all int) {
	for _, f := range h.cells {
		if f == nil {
			continue
		}
		all++
		if d.guideline.MetBy(f.Value) {
			met++
		}
	}
	return met, all
}

// held says whether any row has a figure of a year.
func (d *heats) held(year int) bool {
	return slices.ContainsFunc(d.rows, func(h heatRow) bool { return h.cells[year] != nil })
}

// whole says whether a row has a figure for every year that any has one.
func (d *heats) whole(h *heatRow) bool {
	for k, f := range h.cells {
		if f == nil && d.held(k) {
			return false
		}
	}
	return true
}

func (d *heats) always(h *heatRow) bool { met, all := d.counted(h); return met == all && d.whole(h) }
func (d *heats) never(h *heatRow) bool  { met, _ := d.counted(h); return met == 0 && d.whole(h) }

// mostHeadlined is how many members a headline names before it counts them.
const mostHeadlined = 3

// title says who met the guideline in every year, and who in none.
func (d *heats) title(collective string) string {
	goal := d.guideline.Name
	always, never := d.names(d.always), d.names(d.never)
	if len(d.rows) == 1 {
		h := &d.rows[0]
		met, all := d.counted(h)
		name := h.member.Name + " at or above " + goal + " in "
		switch {
		case all == 1:
			side := " below "
			if met == 1 {
				side = " at or above "
			}
			return fmt.Sprintf("%s%s%s in %d", h.member.Name, side, goal, h.newest().Year)
		case met == all:
			return name + "every year, " + d.period()
		case met == 0:
			return h.member.Name + " below " + goal + " in every year, " + d.period()
		}
		return fmt.Sprintf("%s%s of %s years, %s", name, english.Few(met), english.Few(all), d.period())
	}
	who := func(names []string) string {
		if len(names) <= mostHeadlined {
			return english.List(names)
		}
		return english.InWords(len(names)) + " " + collective
	}
	period := fmt.Sprintf(" in every year from %d to %d", d.years[0], d.years[len(d.years)-1])
	switch {
	case len(d.years) == 1:
		return fmt.Sprintf("%s of these %s at or above %s in %s", english.Capital(english.InWords(len(always))), english.Few(len(d.rows)), goal, d.period())
	case len(always) > 0 && len(never) > 0:
		return english.Capital(who(always)) + " at or above " + goal + period + ", " + who(never) + " in none"
	case len(always) > 0:
		return english.Capital(who(always)) + " at or above " + goal + period
	case len(never) > 0:
		return english.Capital(who(never)) + " below " + goal + period
	}
	return fmt.Sprintf("%s at or above %s in %d, %s in %d", english.Capital(d.at(0)), goal, d.years[0], d.at(len(d.years)-1), d.years[len(d.years)-1])
}

// at says how many of those with a figure met the guideline in a year.
func (d *heats) at(year int) string {
	met, of := 0, 0
	for i := range d.rows {
		if d.rows[i].cells[year] != nil {
			of++
		}
		if d.met(i, year) {
			met++
		}
	}
	return fmt.Sprintf("%s of %s", english.Few(met), english.Few(of))
}

func (d *heats) subtitle(r *request, figures []*dataset.Figure) string {
	estimates := 0
	for _, f := range figures {
		if f.Status == dataset.Estimate {
			estimates++
		}
	}
	s := r.measure.Name
	if unit := inUnit(d.unit); d.unit != dataset.USDMillion {
		s += ", " + unit
	}
	s += ", " + d.period() + "; outlined: at or above " + d.guideline.Name
	return s + estimateKey(estimates, len(figures), hatchedKey)
}

// summary says how many met the guideline at first and at last, who is
// highest and lowest at last, who always and never met it, and what is
// missing.
func (d *heats) summary(r *request, e *dataset.Edition) []string {
	first, last := 0, len(d.years)-1
	var s []string
	if len(d.rows) > 1 {
		of := func(i int) string {
			if len(r.members) > 0 {
				return d.at(i)
			}
			return fraction(e.Tally(d.guideline, d.years[i]), r.t.Collective, english.Few)
		}
		text := fmt.Sprintf("%s stand at or above %s for %d", english.Capital(of(first)), d.guideline.Name, d.years[first])
		if first != last {
			text += fmt.Sprintf(", %s for %d", strings.TrimSuffix(of(last), " "+r.t.Collective), d.years[last])
		}
		s = append(s, text+", in "+editionName(e)+".")
	} else {
		f := d.rows[0].newest()
		s = append(s, fmt.Sprintf("%s stands at %s for %d, in %s.", d.rows[0].member.Name, value(d.unit, f.Value, f.Decimals), f.Year, editionName(e)))
	}
	s = append(s, d.ends(last)...)
	if first != last && len(d.rows) > 1 {
		for _, c := range []struct {
			what  string
			names []string
		}{{"At or above in every year: ", d.names(d.always)}, {"In none: ", d.names(d.never)}} {
			if n := len(c.names); n > 0 && n <= mostNamed {
				s = append(s, c.what+english.List(c.names)+".")
			}
		}
	}
	return append(s, d.open()...)
}

// newest gives a row's last figure.
func (h *heatRow) newest() *dataset.Figure {
	var newest *dataset.Figure
	for _, f := range h.cells {
		if f != nil {
			newest = f
		}
	}
	return newest
}

// ends names the highest and the lowest of the last year.
func (d *heats) ends(last int) []string {
	var high, low *heatRow
	for i := range d.rows {
		h := &d.rows[i]
		f := h.last()
		switch {
		case f == nil:
			continue
		case high == nil:
			high, low = h, h
		}
		if f.Value > high.last().Value {
			high = h
		}
		if f.Value < low.last().Value {
			low = h
		}
	}
	if high == nil || high.last().Value == low.last().Value {
		return nil
	}
	of := func(h *heatRow) string { return value(d.unit, h.last().Value, h.last().Decimals) }
	return []string{fmt.Sprintf("In %d %s is highest at %s and %s lowest at %s.", d.years[last], high.member.Name, of(high), low.member.Name, of(low))}
}

// open names what has no figure: members, and years of members.
func (d *heats) open() []string {
	var s []string
	if len(d.absent) > 0 {
		s = append(s, "No figure: "+english.List(names(d.absent))+".")
	}
	var none []int
	for k, y := range d.years {
		if !d.held(k) {
			none = append(none, y)
		}
	}
	if len(none) > 0 {
		s = append(s, "No figures for "+runs(none)+".")
	}
	gaps := map[string][]string{}
	var order []string
	for i := range d.rows {
		h := &d.rows[i]
		var years []int
		for k := h.joined; k < len(d.years); k++ {
			if h.cells[k] == nil && d.held(k) {
				years = append(years, d.years[k])
			}
		}
		if len(years) == 0 {
			continue
		}
		text := runs(years)
		if gaps[text] == nil {
			order = append(order, text)
		}
		gaps[text] = append(gaps[text], h.member.Name)
	}
	for _, text := range order {
		s = append(s, fmt.Sprintf("%s %s no figure for %s.", english.List(gaps[text]), plural(len(gaps[text]), "has", "have"), text))
	}
	late := d.names(func(h *heatRow) bool { return h.joined > 0 })
	if len(late) > 0 {
		s = append(s, "Rows begin in the year a member joined: "+english.List(late)+".")
	}
	s = append(s, excused(d.exempt)...)
	var years []int
	for k, y := range d.years {
		for i := range d.rows {
			if f := d.rows[i].cells[k]; f != nil && f.Status == dataset.Estimate {
				years = append(years, y)
				break
			}
		}
	}
	if len(years) > 0 {
		s = append(s, "Estimates: "+runs(years)+".")
	}
	return s
}
