package asof

import (
	"slices"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// This file describes in words how a figure of an article was revised.

// became returns what a fact was and is: "Allies, 2016: 5 of 28 → 4 of 28, now without Poland".
func (r *viewer) became(u *article.Use) string {
	s, then, today := r.rep, u.Fact.Answer, u.Row.Newest
	what := u.Row.Who
	if then.Derived != nil && then.Unit != dataset.Truth || then.Measure != nil && then.Measure.ID != s.Config.Measure {
		what = s.Catalog.Message("now.what", "who", u.Row.Who, "phrase", u.Row.Phrase)
	}
	said := s.Catalog.Message("now.item", "what", what, "then", u.Row.Exact, "now", s.Format(today))
	for _, more := range turned(s, then, today) {
		said = s.Catalog.Message("now.turned", "said", said, "more", more)
	}
	return said
}

// turned returns how the members and sides behind a number have changed.
func turned(s *report.Report, then, today *dataset.Answer) []string {
	b := s.Catalog
	switch {
	case then.Tally != nil && today.Tally != nil && then.Unit == dataset.Count:
		var list []string
		was, is := then.Tally.Met(), today.Tally.Met()
		if came := without(is, was); len(came) > 0 {
			list = append(list, b.Message("now.with", "names", came))
		}
		if left := without(was, is); len(left) > 0 {
			list = append(list, b.Message("now.without", "names", left))
		}
		return list
	case then.Guideline == nil || len(then.Figures) != 1 || len(today.Figures) != 1:
		return nil
	}
	g, goal := then.Guideline, then.Guideline.GoalOf(then.Figures[0].Member)
	was, is := g.Met(then.Figures[0]), g.Met(today.Figures[0])
	switch {
	case was == is:
		return nil
	case is:
		return []string{b.Message("now.meets", "guideline", goal)}
	}
	return []string{b.Message("now.short", "guideline", goal)}
}

// without returns the names of the members in one list that are not in the other.
func without(list, other []dataset.Standing) []string {
	gone := lists.Filter(list, func(r dataset.Standing) bool {
		return !slices.ContainsFunc(other, func(o dataset.Standing) bool { return o.Member.Code == r.Member.Code })
	})
	return lists.Each(gone, func(r dataset.Standing) string { return r.Member.Name })
}

// todayWords returns today's figure in the form of the article's words if that is simple, or else exactly.
func todayWords(s *report.Report, then string, a *dataset.Answer) string {
	b := s.Catalog
	switch {
	case a.Unit == dataset.Truth:
		return b.Message("now.today.side", "side", s.SideTaken(a), "value", s.Format(a))
	case a.Unit == dataset.Count && (a.Derived == nil || a.Tally != nil):
		n := b.InWords(int(a.Value))
		if strings.ContainsAny(then, "0123456789") {
			n = b.Number(a.Value, 0)
		}
		if a.AtLeast {
			return b.Message("figure.at_least", "value", n)
		}
		return n
	case a.Unit.Money() && a.Query.Comparison == "":
		return b.Money(a.Unit, a.Value)
	case a.Unit == dataset.Points && s.Checker.Lexicon.Side(then) != 0:
		switch d := b.Points(a.Value, a.Decimals); {
		case a.Value < 0:
			return b.Message("now.today.below", "points", d)
		case a.Value > 0:
			return b.Message("now.today.above", "points", d)
		}
		return b.Message("now.today.on")
	}
	return s.Format(a)
}
