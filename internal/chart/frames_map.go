package chart

import (
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file makes the map on which the frames of a chart are drawn: that of all members that any of them shows, in the
// projection of the still picture.

// An Outlined is a member's outline in a drawing.
type Outlined struct {
	Name   string         `json:"name"` // of the member
	Middle [2]float64     `json:"cp"`   // where it is written at
	Rings  [][][2]float64 `json:"rings"`
}

// An Outliner is a form that draws outlines.
type Outliner interface {
	Outlines(parts []Part, s Size) []Outlined
}

// outlines adds the outlines in both sizes, unless a frame is drawn without any.
func (fs *Frames) outlines(c *Chart, models []*Model) {
	form, ok := c.q.Kind.Form.(Outliner)
	if !ok || slices.ContainsFunc(models, func(m *Model) bool { return len(m.Parts) == 0 }) {
		return
	}
	var shapes []Shape
	for _, m := range models {
		shapes = append(shapes, slices.Concat(m.Parts...)...)
	}
	each := lists.Groups(shapes, func(s Shape) *dataset.Member { return s.Member })
	parts := PartsOf(lists.Each(each, func(same []Shape) Shape { return same[0] }))
	fs.Wide, fs.Narrow = form.Outlines(parts, Wide), form.Outlines(parts, Narrow)
}

// PartsOf returns shapes by the region of their members, the one with most of them first.
func PartsOf(shapes []Shape) []Part {
	parts := lists.Groups(shapes, func(s Shape) string { return s.Member.Region })
	slices.SortStableFunc(parts, func(a, b Part) int { return len(b) - len(a) })
	return parts
}
