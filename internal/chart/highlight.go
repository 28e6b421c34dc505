package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

// This file finds the members that a chart highlights: those that its spec says, else those that its article is about.

func (q *Query) resolveHighlight() {
	switch {
	case q.Spec.Highlight != nil:
		q.highlighted = q.membersOf("highlight", q.Spec.Highlight)
	case q.Kind.Whole && len(q.Members) > 0:
		q.highlighted = q.Members
	case slices.Contains(q.Kind.Keys, "highlight"):
		for _, code := range q.Spec.Article {
			if m := q.V.Members[code]; m != nil {
				q.highlighted = append(q.highlighted, m)
			}
		}
	}
}

// highlights reports whether a member is pointed out.
func (q *Query) highlights(code string) bool {
	return slices.ContainsFunc(q.highlighted, func(m *dataset.Member) bool { return m.Code == code })
}

// light marks those that are pointed out, unless they are all there are.
func (q *Query) light(m *Model) {
	rest := slices.ContainsFunc(m.Marks, func(k *Mark) bool { return !q.highlights(k.Member) })
	for _, k := range m.Marks {
		k.Highlighted = rest && q.highlights(k.Member)
	}
	if q.Spec.at == nil || q.Spec.Highlight == nil {
		return
	}
	for i, who := range q.highlighted {
		if !slices.ContainsFunc(m.Marks, func(k *Mark) bool { return k.Member == who.Code }) {
			q.Errs.Warnf(q.Spec.at.ItemPos("highlight", i), "%s is to be highlighted, and the chart does not show it",
				who.Code).Hint("leave it out")
		}
	}
}

// Leading returns the series that may lead a chart of lines: those pointed out, all where that is none or all of them.
func (q *Query) Leading(m *Model) []int {
	var lit, all []int
	for i := range m.Series {
		if all = append(all, i); q.highlights(m.Of(i)[0].Member) {
			lit = append(lit, i)
		}
	}
	if len(lit) == 0 {
		return all
	}
	return lit
}
