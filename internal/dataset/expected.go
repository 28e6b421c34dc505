package dataset

import (
	"slices"

	"burdenshare/internal/civil"
)

// ended reports whether a year was over on the edition's cut-off day, or on the day of its release if there is no
// cut-off.
func (e *Edition) ended(year int) bool {
	day := e.Release.Cutoff
	if day.IsZero() {
		day = e.Release.Date
	}
	return day.After(civil.Date{Year: year, Month: 12, Day: 31})
}

// Expected reports whether a figure is a forecast: whether its year was not over at the cut-off of its edition. An
// estimate may be of a year that was over.
func (f *Figure) Expected() bool { return !f.edition.ended(f.Year) }

// Expected reports whether the figures of the year are forecasts.
func (s *Standings) Expected() bool { return !s.Edition.ended(s.Year) }

// Expected reports whether an answer is computed from a forecast.
func (a *Answer) Expected() bool { return slices.ContainsFunc(a.Figures, (*Figure).Expected) }
