package chart

import (
	"cmp"
	"strings"
	"time"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// An Event is the day on which a guideline for the chart's measure was agreed, or a count turned. Drawings over time
// mark it where there is space for its name, and the summary names it in any case.
type Event struct {
	Day   civil.Date
	Short string             // its name, for a drawing
	Agree *dataset.Guideline // what was agreed; nil for a count
}

// EventsBetween returns what was agreed between two days, oldest first, and by the
// vintage's own day: a chart as of an older day knows nothing of later ones.
func (q *Query) EventsBetween(from, to civil.Date) []Event {
	var list []Event
	for _, g := range q.guidelinesFor(q.Measure.ID) {
		if day := g.Adopted; !day.Before(from) && !day.After(to) && !day.After(q.V.Day) {
			place, _, _ := strings.Cut(g.Event, ",")
			list = append(list, Event{day, cmp.Or(strings.TrimSpace(place), g.Name.Name), g})
		}
	}
	return list
}

// EventsIn is events over whole years.
func (q *Query) EventsIn(from, to int) []Event {
	return q.EventsBetween(civil.Date{Year: from, Month: 1, Day: 1}, civil.Date{Year: to, Month: 12, Day: 31})
}

// YearsAt returns a day's place on an axis of years, on which a year's figure represents the whole year and so is at
// its middle: 2 July 2016 is 2016.0.
func YearsAt(d civil.Date) float64 {
	first := DayNumber(civil.Date{Year: d.Year, Month: 1, Day: 1})
	next := DayNumber(civil.Date{Year: d.Year + 1, Month: 1, Day: 1})
	return float64(d.Year) + (DayNumber(d)-first)/(next-first) - 0.5
}

// Agreed says what was agreed in the years of a chart.
func Agreed(q *Query, m *Model) {
	var clauses []string
	for _, e := range m.Events {
		switch g := e.Agree; {
		case g == nil:
		case g.Event == "":
			clauses = append(clauses, q.Message("chart.agreed.on", "guideline", g.Name, "day", e.Day))
		default:
			clauses = append(clauses, q.Message("chart.agreed.at", "guideline", g.Name, "day", e.Day, "event", g.Event))
		}
	}
	if len(clauses) > 0 {
		q.Say("chart.agreed.all", "guidelines", q.Clauses(clauses...))
	}
}

// DayNumber counts the days since 1970: a place on an axis of time.
func DayNumber(d civil.Date) float64 {
	return float64(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix()) / (24 * 60 * 60)
}
