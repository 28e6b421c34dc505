package chart

import (
	"strconv"

	"burdenshare/internal/dataset"
)

// An about is what a datum of an option says of its mark in the drawing:
// which one it is, and the words for pointer and keyboard. ECharts passes it
// by; explore.js reads it.
type about struct {
	Mark string `json:"mark,omitempty"` // the mark's data attributes but its value, in the order of pen.data
	When string `json:"when,omitempty"` // in the head of what is said of several lines, where it is not the name of the axis
	Who  string `json:"who,omitempty"`  // and when, and whose figure it is where there are several
	Told string `json:"told,omitempty"` // the value with its unit
}

// about tells of a mark of a member or of all, in a year.
func (w words) about(code, name string, year int, told string, estimate bool) about {
	return about{Mark: code + " " + strconv.Itoa(year), Who: w.Say("chart.mark.who", "who", name, "year", year), Told: w.rough(told, estimate)}
}

// aboutFigure tells of a mark that shows a figure itself.
func (w words) aboutFigure(m *dataset.Member, f *dataset.Figure, u dataset.Unit) about {
	return w.about(f.Member, m.Name, f.Year, w.value(u, f.Value, f.Decimals), f.Status == dataset.Estimate)
}

// signedAway writes how far something lies off, on which side, and the unit:
// "+0.21 points".
func (w words) signedAway(u dataset.Unit, v float64, decimals int) string {
	said := w.signed(u, v, decimals)
	if u == dataset.Percent {
		return w.Say("chart.points_away", "v", said)
	}
	return said
}

// rough adds to a number that it is an estimate.
func (w words) rough(told string, estimate bool) string {
	if estimate {
		return w.Say("chart.number_estimate", "v", told)
	}
	return told
}

// by tells of a mark whose figure is that of an edition of its own.
func (a about) by(w words, name string, f *dataset.Figure, source *dataset.Source) about {
	a.Mark += " " + f.Source + " " + f.Released.String()
	a.When = w.Say("chart.mark.edition", "source", source.Name, "day", f.Released)
	a.Who = w.Say("chart.mark.by", "who", name, "year", f.Year, "edition", a.When)
	return a
}

// of tells of one of two marks that a member has, each of a measure.
func (a about) of(w words, measure *dataset.Measure, share string) about {
	a.Mark += " " + measure.ID
	a.Who = w.Say("chart.mark.measure", "who", a.Who, "measure", share)
	return a
}
