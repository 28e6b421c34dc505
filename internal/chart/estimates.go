package chart

import "burdenshare/internal/dataset"

// Status is how tables name a figure's.
func (w Words) Status(estimate bool) string {
	if estimate {
		return w.Say("chart.estimate")
	}
	return w.Say("chart.actual")
}

// Rough returns the cell of a figure in a table whose columns do not say the
// status.
func (w Words) Rough(f *dataset.Figure, text string) Cell {
	if f.Status == dataset.Estimate {
		text = w.Say("chart.number_estimate", "v", text)
	}
	return Cell{Text: text}
}

// EstimateNote adds to a subtitle what it is to say of n estimates among all
// figures.
func (w Words) EstimateNote(subtitle string, n, all int, key string) string {
	switch n {
	case 0:
		return subtitle
	case all:
		return w.Say("chart.all_estimates", "subtitle", subtitle)
	}
	return w.Say("chart.some_estimates", "subtitle", subtitle, "key", key)
}

// EstimateSentence names the members whose figures are estimates, or counts
// them where they are many.
func (w Words) EstimateSentence(estimates []string, all int) []string {
	switch n := len(estimates); {
	case n == 0:
		return nil
	case n == all:
		return []string{w.Say("chart.estimates.all", "n", n)}
	case n <= MostNamed:
		return []string{w.Say("chart.estimates.named", "names", w.List(estimates))}
	default:
		return []string{w.Say("chart.estimates.counted", "n", n, "all", all)}
	}
}

// EstimatedIn names the years that rest on estimates.
func (w Words) EstimatedIn(years []int) []string {
	if len(years) == 0 {
		return nil
	}
	return []string{w.Say("chart.estimates.named", "names", w.Runs(years))}
}
