package kind

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
)

// This file holds what several kinds ask of marks and say of them.

// cases are the last parts of the keys of messages, each with the condition under which it is the right one.
type cases []struct {
	holds bool
	key   string
}

// key returns the first that holds.
func (c cases) key() string {
	for _, one := range c {
		if one.holds {
			return one.key
		}
	}
	return ""
}

// measured returns what writes a message that names the measure with its unit.
func measured(key string) func(*chart.Query, *chart.Model) string {
	return func(q *chart.Query, _ *chart.Model) string { return q.Message(key, "measure", q.Measured(q.Measure)) }
}

// about returns the catalog for messages about some marks of a member in their order, in which these values need not be
// given: whose they are, the first and the last with their years and days, and how far it is from one to the other.
func about(q *chart.Query, marks chart.Marks) *i18n.Catalog {
	first, last, text := marks[0], lastOf(marks), q.Text
	if blurred(q, first, last) {
		text = func(n chart.Number) string { return q.Amount(n.Unit, n.V, n.Decimals) }
	}
	return q.Catalog.With(func(name string) any {
		switch name {
		case "who":
			return memberName(q, last)
		case "first":
			return text(first.Value)
		case "last", "value":
			return text(last.Value)
		case "from":
			return first.Year
		case "to", "year":
			return last.Year
		case "then":
			return first.Day
		case "now":
			return last.Day
		case "by":
			return q.Away(moveOf(marks))
		case "n": // 0 where the last is as the first
			return chart.Direction(moveOf(marks).V, 1, 1, 0)
		}
		return nil
	})
}

// blurred reports whether the short form of money hides that two marks of a member differ, or one of them from the
// guideline: "from $1.3bn to $1.3bn".
func blurred(q *chart.Query, first, last *chart.Mark) bool {
	if u := first.Value.Unit; !u.Money() || first.Value.Signed {
		return false
	}
	alike := func(a, b chart.Number) bool { return a.V != b.V && q.Text(a) == q.Text(b) }
	besideMark := func(n chart.Number) bool {
		mark := n
		if q.Guideline != nil {
			mark.V = q.Guideline.For(last.Member).Edge(n.V)
		}
		return alike(n, mark)
	}
	return alike(first.Value, last.Value) || besideMark(first.Value) || besideMark(last.Value)
}

func lastOf(marks chart.Marks) *chart.Mark { return marks[len(marks)-1] }

func memberName(q *chart.Query, k *chart.Mark) string { return q.V.Members[k.Member].Name }

// endOf returns what is written after a line: its last value, and of when that is if not the last year.
func endOf(q *chart.Query, m *chart.Model, last *chart.Mark) string {
	if last.Year == m.To {
		return q.Text(last.Value)
	}
	return q.Message("chart.value_in", "value", q.Text(last.Value), "year", last.Year)
}

// alike returns the marks with the value of one of them.
func alike(marks chart.Marks, one *chart.Mark) chart.Marks {
	return lists.Filter(marks, func(k *chart.Mark) bool { return k.Value.V == one.Value.V })
}

// yearsLike names the years of the marks with the value of one.
func yearsLike(q *chart.Query, marks chart.Marks, one *chart.Mark) string {
	return q.Runs(lists.Each(alike(marks, one), func(k *chart.Mark) int { return k.Year }))
}

// highLow returns a clause on who is highest and lowest in the last year, of the marks that it returns too; it is empty
// where they are level.
func highLow(q *chart.Query, m *chart.Model) (clause string, marks chart.Marks) {
	if marks = inYear(m, m.To); len(marks) == 0 {
		return "", nil
	}
	high, low := chart.Extremes(marks)
	if high.Value.V == low.Value.V {
		return "", marks
	}
	name := func(k *chart.Mark) string { return memberName(q, k) }
	top, bottom := lists.Each(alike(marks, high), name), lists.Each(alike(marks, low), name)
	return q.Message("chart.high_low", "year", m.To, "n", len(top), "high", top, "highest", q.Text(high.Value),
		"low", bottom, "lowest", q.Text(low.Value)), marks
}

// moveOf returns how far it is from the first of some marks to the last.
func moveOf(marks chart.Marks) chart.Number {
	first, last := marks[0].Value, lastOf(marks).Value
	decimals := max(first.Decimals, last.Decimals)
	return chart.Number{V: dataset.Round(last.V-first.V, decimals), Decimals: decimals, Unit: last.Unit, Signed: true}
}

// crossed names those whose last figure is on the other side of the guideline than their first.
func crossed(q *chart.Query, lines []chart.Marks) (reached, fell []string) {
	for _, marks := range lines {
		switch name := memberName(q, marks[0]); q.Crossing(marks[0].Member, marks[0].Value.V, lastOf(marks).Value.V) {
		case 1:
			reached = append(reached, name)
		case -1:
			fell = append(fell, name)
		}
	}
	return reached, fell
}

// hasGap reports whether a line has no figure for a year between its first and its last.
func hasGap(marks chart.Marks) bool { return lastOf(marks).Year-marks[0].Year >= len(marks) }

// throughout says that all marks are on one side of the guideline; it is empty where they are not. Of years without a
// figure it says nothing.
func throughout(q *chart.Query, marks chart.Marks) string {
	table, side := "throughout", "above"
	if hasGap(marks) {
		table = "each_known"
	}
	switch metOf(q, marks) {
	case 0:
		side = "below"
	case len(marks):
	default:
		return ""
	}
	return q.Message("chart."+table+"."+side, "every", everyYear(q, true),
		"guideline", q.Guideline.GoalOf(marks[0].Member))
}

// everyYear says that something is so in every year, or where some have no figure, in every one that has.
func everyYear(q *chart.Query, gap bool) string {
	if gap {
		return q.Message("chart.every.known")
	}
	return q.Message("chart.every.year")
}

// metOf counts the marks whose figures meet the guideline.
func metOf(q *chart.Query, marks chart.Marks) int {
	return len(lists.Filter(marks, func(k *chart.Mark) bool { return q.Guideline.MetBy(k.Member, k.Value.V) }))
}

// inYear returns the marks of a year.
func inYear(m *chart.Model, year int) chart.Marks {
	return m.Where(func(k *chart.Mark) bool { return k.Year == year })
}
