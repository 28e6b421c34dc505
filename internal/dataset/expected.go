package dataset

import (
	"slices"

	"burdenshare/internal/civil"
)

// Ended reports whether a year was over on the day up to which the edition
// takes information in: its cut-off, or where that is not known its release.
func (e *Edition) Ended(year int) bool {
	day := e.Release.Cutoff
	if day.IsZero() {
		day = e.Release.Date
	}
	return day.After(civil.Date{Year: year, Month: 12, Day: 31})
}

// Expected reports whether a figure is a forecast: its year was not over when
// its edition was made. An estimate may be of a year that was.
func (f *Figure) Expected() bool { return !f.edition.Ended(f.Year) }

// Expected reports whether the figures of the year are forecasts.
func (s *Standings) Expected() bool { return !s.Edition.Ended(s.Year) }

// Expected reports whether an answer rests on a forecast.
func (a *Answer) Expected() bool { return slices.ContainsFunc(a.Figures, (*Figure).Expected) }
