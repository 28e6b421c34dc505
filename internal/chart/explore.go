package chart

import (
	"fmt"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// This file holds which charts can be explored, and which of them share what they show at other times.

// Explorable reports whether the chart can be explored beyond its picture.
func (c *Chart) Explorable(today *dataset.Vintage) bool {
	return !c.q.Kind.Still && len(c.Model.Marks) > 1 && (c.overYears() || c.Sortable() || len(c.times(today)) > 1)
}

// Sortable reports whether the rows of the chart may be in another order.
func (c *Chart) Sortable() bool { return len(c.q.Kind.Sorts) > 0 }

// overYears reports whether years are along an axis.
func (c *Chart) overYears() bool { return c.Model.X.Scale == Years }

// Wider returns what makes the chart of all members in place of those that its spec names, as known on a day; nil where
// it shows all or has no space for more. The key is the same for all charts whose wider one is the same.
func (c *Chart) Wider(today *dataset.Vintage) (key string, made func() *Chart) {
	k := c.q.Kind
	if len(c.q.Spec.Members) == 0 || k.Whole || k.Still || !slices.Contains(k.Keys, "highlight") {
		return "", nil
	}
	s := c.timeless()
	if s.Members, s.Highlight = nil, nil; k.Named {
		s.Everyone = true
		s.Members = lists.Each(slices.Concat(today.AllMembers, today.Aggregates),
			func(who *dataset.Member) string { return who.Code })
	}
	if slices.Contains(k.Keys, "year") {
		s.Year = c.Model.Year
	}
	return fmt.Sprintf("%#v", s), func() *Chart { return c.at(today, s) }
}

// Highlighted names the members that the chart points out, as its marks do; nil for none or all.
func (c *Chart) Highlighted() []string {
	name := func(k *Mark) string { return c.q.V.Members[k.Member].Name }
	return lists.With(nil, lists.Each(c.Model.Where(IsHighlighted), name)...)
}

// timeless returns a chart's spec without its time.
func (c *Chart) timeless() Spec {
	s := c.q.Spec
	s.Title, s.Caption, s.Year, s.AsOf, s.Latest, s.at, s.Article = "", "", 0, civil.Date{}, false, nil, nil
	if c.overYears() {
		s.From, s.To = 0, 0
	}
	return s
}

// Family returns the ID that a chart would have without a time in its spec: charts of one family have the same frames.
func (c *Chart) Family() string { return identity(c.q.Kind, c.q.Terms, c.timeless()) }
