package chart

import (
	"slices"

	"burdenshare/internal/dataset"
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
	if len(d.rows) == 1 {
		return d.titleOfOne(&d.rows[0])
	}
	goal, first, last := d.guideline.Name, d.years[0], d.years[len(d.years)-1]
	always, never := d.names(d.always), d.names(d.never)
	who := func(names []string) string {
		if len(names) <= mostHeadlined {
			return d.List(names)
		}
		return d.Say("chart.counted", "count", d.InWords(len(names)), "members", collective)
	}
	switch {
	case first == last:
		return d.meetIn(d.Say("chart.of_these", "count", d.InWords(len(always)), "all", d.Few(len(d.rows))), d.guideline, first)
	case len(always) > 0 && len(never) > 0:
		return d.Say("chart.heatmap.title.both", "who", who(always), "guideline", goal, "from", first, "to", last, "others", who(never))
	case len(always) > 0:
		return d.Say("chart.heatmap.title.always", "who", who(always), "guideline", goal, "from", first, "to", last)
	case len(never) > 0:
		return d.Say("chart.heatmap.title.never", "who", who(never), "guideline", goal, "from", first, "to", last)
	}
	return d.Say("chart.heatmap.title.counts", "first", d.at(0), "guideline", goal, "from", first, "last", d.at(len(d.years)-1), "to", last)
}

// titleOfOne says how often the only member met the guideline.
func (d *heats) titleOfOne(h *heatRow) string {
	met, all := d.counted(h)
	who, goal := h.member.Name, d.guideline.Name
	switch {
	case all == 1 && met == 1:
		return d.meetIn(who, d.guideline, h.newest().Year)
	case all == 1:
		return d.Say("chart.heatmap.one.below", "who", who, "guideline", goal, "year", h.newest().Year)
	case met == all:
		return d.Say("chart.heatmap.one.always", "who", who, "guideline", goal, "years", d.period())
	case met == 0:
		return d.Say("chart.heatmap.one.never", "who", who, "guideline", goal, "years", d.period())
	}
	return d.Say("chart.heatmap.one.sometimes", "who", who, "guideline", goal, "met", d.Few(met), "of", d.Few(all), "years", d.period())
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
	return d.some(met, of)
}

func (d *heats) subtitle(r *request, figures []*dataset.Figure) string {
	estimates := 0
	for _, f := range figures {
		if f.Status == dataset.Estimate {
			estimates++
		}
	}
	s := d.Say("chart.heatmap.subtitle", "measure", d.measured(r.measure), "years", d.period(), "guideline", d.guideline.Name)
	return d.estimateKey(s, estimates, len(figures), hatched)
}

// summary says how many met the guideline at first and at last, who is
// highest and lowest at last, who always and never met it, and what is
// missing.
func (d *heats) summary(r *request, e *dataset.Edition) []string {
	first, last := 0, len(d.years)-1
	var s []string
	switch {
	case len(d.rows) == 1:
		f := d.rows[0].newest()
		s = append(s, d.Say("chart.heatmap.one.newest", "who", d.rows[0].member.Name, "value", d.value(d.unit, f.Value, f.Decimals), "year", f.Year, "edition", d.editionName(e)))
	case first == last:
		who, n := d.part(r, e, first)
		s = append(s, d.meetFor(who, n, d.guideline, d.years[first], e))
	default:
		who, n := d.part(r, e, first)
		then := d.at(last)
		if len(r.members) == 0 {
			then = d.ratio(e.Tally(d.guideline, d.years[last]))
		}
		s = append(s, d.Say("chart.meet_from", "n", n, "who", who, "guideline", d.guideline.Name, "from", d.years[first],
			"then", then, "to", d.years[last], "edition", d.editionName(e)))
	}
	s = append(s, d.ends(last)...)
	if first != last && len(d.rows) > 1 {
		if always := d.names(d.always); len(always) > 0 && len(always) <= mostNamed {
			s = append(s, d.Say("chart.heatmap.always", "names", always))
		}
		if never := d.names(d.never); len(never) > 0 && len(never) <= mostNamed {
			s = append(s, d.Say("chart.heatmap.never", "names", never))
		}
	}
	return append(s, d.open()...)
}

// part says how many of those shown met the guideline in a year.
func (d *heats) part(r *request, e *dataset.Edition, year int) (who string, n int) {
	if len(r.members) == 0 {
		t := e.Tally(d.guideline, d.years[year])
		return d.fraction(t, r.t.Collective, d.Few), t.Meeting
	}
	for i := range d.rows {
		if d.met(i, year) {
			n++
		}
	}
	return d.at(year), n
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
	of := func(h *heatRow) string { return d.value(d.unit, h.last().Value, h.last().Decimals) }
	return []string{d.Say("chart.sentence", "clauses", d.highLow(d.years[last], high.member, of(high), low.member, of(low)))}
}

// open names what has no figure: members, and years of members.
func (d *heats) open() []string {
	var s []string
	if len(d.absent) > 0 {
		s = append(s, d.noFigures(d.absent))
	}
	var none []int
	for k, y := range d.years {
		if !d.held(k) {
			none = append(none, y)
		}
	}
	if len(none) > 0 {
		s = append(s, d.Say("chart.heatmap.no_figures_for", "years", d.runs(none)))
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
		text := d.runs(years)
		if gaps[text] == nil {
			order = append(order, text)
		}
		gaps[text] = append(gaps[text], h.member.Name)
	}
	for _, text := range order {
		s = append(s, d.lacking(gaps[text], text))
	}
	late := d.names(func(h *heatRow) bool { return h.joined > 0 })
	if len(late) > 0 {
		s = append(s, d.Say("chart.heatmap.joined", "names", late))
	}
	s = append(s, d.excused(d.exempt)...)
	var years []int
	for k, y := range d.years {
		for i := range d.rows {
			if f := d.rows[i].cells[k]; f != nil && f.Status == dataset.Estimate {
				years = append(years, y)
				break
			}
		}
	}
	return append(s, d.estimatedIn(years)...)
}
