package chart

import "burdenshare/internal/dataset"

// status is how tables name a figure's.
func (w words) status(estimate bool) string {
	if estimate {
		return w.Say("chart.estimate")
	}
	return w.Say("chart.actual")
}

// cell writes a figure in a table whose columns do not say the status.
func (w words) cell(f *dataset.Figure, text string) Cell {
	if f.Status == dataset.Estimate {
		text = w.Say("chart.number_estimate", "v", text)
	}
	return Cell{Text: text}
}

// How drawings show estimates: bars and columns by hatching, points by being
// hollow.
func hatched(w words) string      { return w.Say("chart.hatched") }
func hollowPoints(w words) string { return w.Say("chart.hollow_points") }
func hollowMarks(w words) string  { return w.Say("chart.hollow_marks") }

// estimateKey adds to a subtitle what it is to say of n estimates among all
// figures.
func (w words) estimateKey(subtitle string, n, all int, key func(words) string) string {
	switch n {
	case 0:
		return subtitle
	case all:
		return w.Say("chart.all_estimates", "subtitle", subtitle)
	}
	return w.Say("chart.some_estimates", "subtitle", subtitle, "key", key(w))
}

// estimateSentence names the members whose figures are estimates, or counts
// them where they are many.
func (w words) estimateSentence(estimates []string, all int) []string {
	switch n := len(estimates); {
	case n == 0:
		return nil
	case n == all:
		return []string{w.Say("chart.estimates.all", "n", n)}
	case n <= mostNamed:
		return []string{w.Say("chart.estimates.named", "names", w.List(estimates))}
	default:
		return []string{w.Say("chart.estimates.counted", "n", n, "all", all)}
	}
}

// estimatedIn names the years that rest on estimates.
func (w words) estimatedIn(years []int) []string {
	if len(years) == 0 {
		return nil
	}
	return []string{w.Say("chart.estimates.named", "names", w.runs(years))}
}
