package report

import "burdenshare/internal/dataset"

// A tense is how a number is described: as past, as an estimate or as expected. It is the last part of a message's
// key.
type tense string

const (
	actual    tense = "actual"
	estimated tense = "estimated"
	expected  tense = "expected"
)

// TallyTense returns the tense of a count.
func TallyTense(t *dataset.Tally) string { return string(tenseOf(t.Expected(), t.Estimates())) }

// FigureTense returns the tense of a figure.
func FigureTense(f *dataset.Figure) string {
	return string(tenseOf(f.Expected(), f.Status == dataset.Estimate))
}

func tenseOf(forecast, estimate bool) tense {
	switch {
	case forecast:
		return expected
	case estimate:
		return estimated
	}
	return actual
}
