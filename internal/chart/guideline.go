package chart

import (
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file holds what a guideline is to a chart.

// GuidelineRef returns the lines of the chart's guideline on an axis: the own mark of the members shown where all of
// them have the same, else that of all; of a band two, and none where there is no guideline.
func (q *Query) GuidelineRef(on *Axis) []Ref {
	g := q.Guideline
	if g == nil {
		return nil
	}
	band, name := g.All, g.Name.Name
	own := lists.Each(q.Members, func(m *dataset.Member) dataset.Band { return g.For(m.Code) })
	if own = slices.Compact(own); len(own) == 1 {
		band, name = own[0], q.GoalName(g.GoalOf(q.Members[0].Code))
	}
	return refsOf(g, band, name, on)
}

// AxisRefs returns the lines of a guideline for all on an axis.
func AxisRefs(g *dataset.Guideline, on *Axis) []Ref { return refsOf(g, g.All, g.Name.Name, on) }

func refsOf(g *dataset.Guideline, band dataset.Band, name string, on *Axis) (refs []Ref) {
	for i, at := range band.Marks() {
		r := Ref{At: at, Name: name, On: on, Met: 1}
		if i > 0 { // the upper end of a band
			r.Name = ""
		}
		if i > 0 || g.Name.Side == dataset.Ceiling {
			r.Met = -1
		}
		refs = append(refs, r)
	}
	return refs
}

// OtherGuidelines returns, as lesser references on an axis of distances, what
// else had been agreed for the chart's measure by a year.
func (q *Query) OtherGuidelines(on *Axis, year int) []Ref {
	var refs []Ref
	for _, g := range q.floors() {
		if g != q.Guideline && q.Guideline.Own == nil && g.Adopted.Year <= year {
			at := dataset.Round(g.Mark()-q.Guideline.Mark(), 6)
			refs = append(refs, Ref{At: at, Name: g.Name.Name, On: on, Side: true})
		}
	}
	return refs
}

// Stricter returns the strictest guideline for the chart's measure above its own
// that had been agreed by the vintage's day; nil for none.
func (q *Query) Stricter() *dataset.Guideline {
	most := q.Guideline
	for _, g := range q.floors() {
		if q.Guideline.Name.Side == dataset.Floor && g.Mark() > most.Mark() {
			most = g
		}
	}
	if most == q.Guideline {
		return nil
	}
	return most
}

// floors returns the guidelines for the chart's measure to be at a mark or above that had been agreed by the vintage's
// day.
func (q *Query) floors() []*dataset.Guideline {
	return lists.Filter(q.guidelinesFor(q.Measure.ID), func(g *dataset.Guideline) bool {
		return g.Name.Side == dataset.Floor && !g.Adopted.IsZero() && !g.Adopted.After(q.V.Day)
	})
}

// Crossing returns how a move from one value to another crosses the guideline: 1 for one that reaches it, -1 for one
// that falls below it, else 0.
func (q *Query) Crossing(member string, from, to float64) int {
	if q.Guideline == nil {
		return 0
	}
	switch before, after := q.Guideline.MetBy(member, from), q.Guideline.MetBy(member, to); {
	case after && !before:
		return 1
	case before && !after:
		return -1
	}
	return 0
}

// SideTone returns the colour of a value: at the guideline or above it, below, or without one.
func (q *Query) SideTone(member string, v float64) string {
	switch {
	case q.Guideline == nil:
		return "soft"
	case q.Guideline.MetBy(member, v):
		return "up"
	}
	return "down"
}

// SideOf returns a clause on the side of the guideline that a member is on.
func (q *Query) SideOf(member string, met bool) string {
	side := map[bool]string{true: "above", false: "below"}[met]
	return q.Message("chart.side."+side, "guideline", q.Guideline.GoalOf(member))
}

// MostInTitle is how many members a headline names before it counts them.
const MostInTitle = 3

// FewOfThese names some of those that a chart shows, or counts them where they are many.
func (q *Query) FewOfThese(names []string, all int) string {
	if len(names) <= MostInTitle {
		return q.List(names)
	}
	return q.OfThese(len(names), all, q.InWords)
}
