package report

import "burdenshare/internal/dataset"

// TallyTense returns the tense of a count.
func TallyTense(t *dataset.Tally) string { return tenseOf(t.Expected(), t.Estimates()) }

// FigureTense returns the tense of a figure.
func FigureTense(f *dataset.Figure) string {
	return tenseOf(f.Expected(), f.Status == dataset.Estimate)
}

// tenseOf returns how a number is described: as past, as an estimate or as expected. It is the last part of a message's
// key.
func tenseOf(forecast, estimate bool) string {
	switch {
	case forecast:
		return "expected"
	case estimate:
		return "estimated"
	}
	return "actual"
}
