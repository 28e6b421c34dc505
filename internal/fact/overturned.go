package fact

import (
	"cmp"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lexicon"
)

// Overturned reports whether a later answer changes the conclusion of a fact and not only its number: whether a
// guideline is met, a count or a rank, whose figure is the highest, the sign of a change, the side of a mark, or a
// bound such as "more than". hold reports that the words are also true of the later answer.
func (c *Checker) Overturned(f *Fact, now *dataset.Answer, hold bool) bool {
	then := f.Answer
	switch then.Unit {
	case dataset.Truth:
		return then.Value != now.Value
	case dataset.Count, dataset.Place:
		return !hold
	}
	switch {
	case !slices.Equal(then.Holders, now.Holders):
		return true
	case then.Unit == dataset.Points && then.Guideline != nil:
		return (then.Value >= 0) != (now.Value >= 0)
	case signed(then):
		return cmp.Compare(then.Value, 0) != cmp.Compare(now.Value, 0)
	}
	side, known := sideOf(then)
	if is, _ := sideOf(now); known && !c.ofGroup(then) && (side >= 0) != (is >= 0) {
		return true
	}
	return !hold && c.bounds(f)
}

// ofGroup reports whether an answer is about an aggregate, to which no guideline applies.
func (c *Checker) ofGroup(a *dataset.Answer) bool {
	m := c.Data.Members[a.Query.Subject]
	return m != nil && m.Aggregate
}

// bounds reports whether the words of a fact compare its figure with their
// number: "more than", "nearly", "exactly".
func (c *Checker) bounds(f *Fact) bool {
	r, _, _ := c.claimed(f.Words, f.Answer)
	return r.Relation != lexicon.Equal && r.Relation != lexicon.About
}
