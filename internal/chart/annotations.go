package chart

import (
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// An event is the day on which a guideline for the chart's measure was agreed.
// Drawings over time mark it where there is room for its name, and the summary
// says it in any case.
type event struct {
	*dataset.Guideline
	name string // short, for a drawing
}

// events gives what was agreed between two days, oldest first, and by the
// vintage's own day: a chart as of an older day knows nothing of later ones.
func (r *request) events(from, to civil.Date) []event {
	var list []event
	for _, id := range r.v.GuidelineIDs() {
		g := r.v.Guidelines[id]
		if g.Measure != r.measure.ID || g.Adopted.Before(from) || g.Adopted.After(to) || g.Adopted.After(r.v.Day) {
			continue
		}
		list = append(list, event{g, shortName(g)})
	}
	return list
}

// eventsIn is events over whole years.
func (r *request) eventsIn(from, to int) []event {
	return r.events(civil.Date{Year: from, Month: 1, Day: 1}, civil.Date{Year: to, Month: 12, Day: 31})
}

// shortName is where a guideline was agreed, up to the first comma; its own
// name when that is not known.
func shortName(g *dataset.Guideline) string {
	name, _, _ := strings.Cut(g.Event, ",")
	if name = strings.TrimSpace(name); name == "" {
		return g.Name
	}
	return name
}

// yearsAt gives a day's place on an axis of years, on which a year's figure
// stands for the whole year and so at its middle: 2 July 2016 is 2016.0.
func yearsAt(d civil.Date) float64 {
	first := dayNumber(civil.Date{Year: d.Year, Month: 1, Day: 1})
	next := dayNumber(civil.Date{Year: d.Year + 1, Month: 1, Day: 1})
	return float64(d.Year) + (dayNumber(d)-first)/(next-first) - 0.5
}

// tellEvents says what was agreed in the years of a chart.
func (w words) tellEvents(events []event) []string {
	if len(events) == 0 {
		return nil
	}
	var told []string
	for _, e := range events {
		if e.Event == "" {
			told = append(told, w.Say("chart.agreed.on", "guideline", e.Name, "day", e.Adopted))
		} else {
			told = append(told, w.Say("chart.agreed.at", "guideline", e.Name, "day", e.Adopted, "event", e.Event))
		}
	}
	return []string{w.Say("chart.agreed.all", "guidelines", w.series(told...))}
}

// A pennant is an event in a drawing: its name in a band above the plot, and the
// place of its day.
type pennant struct {
	at    float64 // x of the day
	x     float64 // middle of the text
	width float64
	lines []string
}

// Lengths of the band of flags, in user units.
const (
	flagLines  = 2   // that a name may be broken into
	flagGap    = 8.0 // between two names
	flagTick   = 9.0 // from the names down to the plot, at least
	flagMargin = 2.0 // by which a name goes beyond its day, at least
)

// flags places the names of events in a band between lo and hi so that none
// meets another and each stands over its day. Where there is no room for all,
// the older ones are left out.
func flags(p *pen, events []event, at func(civil.Date) float64, size, lo, hi float64) []pennant {
	var all []pennant
	for _, e := range events {
		f := pennant{at: max(lo, min(hi, at(e.Adopted)))}
		for limit := 30.0; ; limit += 4 { // as narrow as the lines allow
			if f.lines = p.wrap(e.name, size, limit); len(f.lines) <= flagLines {
				break
			}
		}
		for _, line := range f.lines {
			f.width = max(f.width, p.width(line, size))
		}
		if f.width <= hi-lo {
			all = append(all, f)
		}
	}
	for len(all) > 0 {
		off := place(all, lo, hi)
		if off < 0 {
			break
		}
		all = slices.Delete(all, off, off+1)
	}
	return all
}

// place moves the flags as little as it can until none meets another, and
// gives the first that no longer stands over its day, -1 when all do. It uses
// the solver for end labels, on its side.
func place(all []pennant, lo, hi float64) int {
	labels := make([]endLabel, len(all))
	for i := range all {
		labels[i] = endLabel{want: all[i].at, height: all[i].width + flagGap}
	}
	spread(labels, lo-flagGap/2, hi+flagGap/2)
	for i := range all {
		f := &all[i]
		if f.x = labels[i].y; f.at < f.x-f.width/2-flagMargin || f.at > f.x+f.width/2+flagMargin || f.x+f.width/2 > hi+0.5 {
			return i
		}
	}
	return -1
}

// flagRoom is the height of the band.
func flagRoom(all []pennant, size float64) float64 {
	lines := 0
	for _, f := range all {
		lines = max(lines, len(f.lines))
	}
	if lines == 0 {
		return 0
	}
	return float64(lines)*lineHeight*size + flagTick
}

// drawFlags writes the names, the last line just above the ticks, and draws
// each tick from there down to bottom.
func drawFlags(p *pen, class string, all []pennant, size, bottom float64) {
	if len(all) == 0 {
		return
	}
	room := flagRoom(all, size)
	p.raw(`<path class="`).raw(class).raw(`" d="`)
	for _, f := range all {
		p.raw("M").num(f.at).raw(" ").num(room - flagTick + 2).raw("V").num(bottom)
	}
	p.raw(`"/>`)
	p.group("event", size, "middle")
	for _, f := range all {
		for i, line := range f.lines {
			p.text(f.x, room-flagTick-0.25*size-float64(len(f.lines)-1-i)*lineHeight*size, line)
		}
	}
	p.end()
}
