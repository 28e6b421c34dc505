package kind

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
)

// This file holds what several kinds ask of marks.

func lastOf(marks []*chart.Mark) *chart.Mark { return marks[len(marks)-1] }

// endOf returns what is written after a line: its last value, and of when that is if not the last year.
func endOf(q *chart.Query, m *chart.Model, last *chart.Mark) string {
	if last.Year == m.To {
		return q.Text(last.Value)
	}
	return q.Message("chart.value_in", "value", q.Text(last.Value), "year", last.Year)
}

// highLow returns a clause on who is highest and lowest in the last year, of the marks that it returns too; it is empty
// where they are level.
func highLow(q *chart.Query, m *chart.Model) (clause string, marks []*chart.Mark) {
	if marks = inYear(m, m.To); len(marks) == 0 {
		return "", nil
	}
	high, low := chart.Extremes(marks)
	if high.Value.V == low.Value.V {
		return "", marks
	}
	name := func(k *chart.Mark) string { return q.V.Members[k.Member].Name }
	return q.Message("chart.high_low", "year", m.To, "high", name(high), "highest", q.Text(high.Value),
		"low", name(low), "lowest", q.Text(low.Value)), marks
}

// moveOf returns how far it is from the first of some marks to the last, and with how many decimals that is known.
func moveOf(marks []*chart.Mark) (by float64, decimals int) {
	first, last := marks[0].Value, lastOf(marks).Value
	decimals = max(first.Decimals, last.Decimals)
	return dataset.Round(last.V-first.V, decimals), decimals
}

// direction chooses by the sign of a move.
func direction[T any](by float64, up, down, level T) T {
	switch {
	case by > 0:
		return up
	case by < 0:
		return down
	}
	return level
}

// crossed names those whose last figure is on the other side of the guideline than their first.
func crossed(q *chart.Query, names []string, marks func(i int) []*chart.Mark) (reached, fell []string) {
	for i, name := range names {
		switch of := marks(i); q.Crossing(of[0].Member, of[0].Value.V, lastOf(of).Value.V) {
		case 1:
			reached = append(reached, name)
		case -1:
			fell = append(fell, name)
		}
	}
	return reached, fell
}

// throughout says that all marks are on one side of the guideline; it is empty where they are not.
func throughout(q *chart.Query, marks []*chart.Mark) string {
	switch metOf(q, marks) {
	case 0:
		return q.Message("chart.throughout.below")
	case len(marks):
		return q.Message("chart.throughout.above")
	}
	return ""
}

// metOf counts the marks whose figures meet the guideline.
func metOf(q *chart.Query, marks []*chart.Mark) int {
	return count(marks, func(k *chart.Mark) bool { return q.Guideline.MetBy(k.Member, k.Value.V) })
}

// count counts the marks for which a condition holds.
func count(marks []*chart.Mark, holds func(*chart.Mark) bool) (n int) {
	for _, k := range marks {
		if holds(k) {
			n++
		}
	}
	return n
}

// inYear returns the marks of a year.
func inYear(m *chart.Model, year int) []*chart.Mark {
	return m.Where(func(k *chart.Mark) bool { return k.Year == year })
}
