package pages

import (
	"cmp"
	"math"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// An editionDiff is the difference between the newest whole edition of the report's own source and the one before.
type editionDiff struct {
	Edition, Before *dataset.Edition
	Added           []string  // years of which only the new one has figures
	Crossed         []revised // figures that have changed sides of the guideline, newest year first
	Hidden          int       // of them that are not shown
	Largest         []revised // the largest revisions, in the measure's unit
	Revised, Common int       // figures that differ, and that both editions have
}

// A revised is a member's figure of a year by two editions; either may be missing.
type revised struct {
	Member  *Member
	Was, Is *report.Standing
	Crossed bool   // it has changed sides of the guideline
	Change  string // "+0.12"; "" where the one does not revise the other
	by      float64
}

// revised compares a figure with that of an edition before; either may be nil.
func (s *maker) revised(was, is *dataset.Figure) revised {
	r := revised{Member: s.Members[cmp.Or(is, was).Member]}
	if was != nil {
		r.Was = new(s.Standing(was))
	}
	if is != nil {
		r.Is = new(s.Standing(is))
	}
	if was == nil || is == nil {
		return r
	}
	r.Crossed = r.Was.Meets != r.Is.Meets
	if by, places, ok := revision(was, is); ok {
		r.by, r.Change = by, s.Catalog.Signed(by, places)
	}
	return r
}

// revision returns by how much a figure revises another, and with how many decimals that is written; ok is false where
// the two are counted in different ways.
func revision(was, is *dataset.Figure) (by float64, places int, ok bool) {
	switch {
	case dataset.BreakBetween(was, is) != nil:
		return 0, 0, false
	case was.Agrees(is):
		return 0, min(was.Decimals, is.Decimals), true
	}
	places = max(was.Decimals, is.Decimals)
	return dataset.Round(is.Value-was.Value, places), places, true
}

const (
	maxCrossed = 6
	maxLargest = 3
)

// editionDiff compares the two newest whole editions; nil when there is one only.
func (s *maker) editionDiff() *editionDiff {
	whole := lists.Filter(s.Today.Known(s.Config.Source), func(e *dataset.Edition) bool {
		return len(e.Years(s.Config.Measure)) > 0
	})
	if len(whole) < 2 {
		return nil
	}
	n := &editionDiff{Edition: whole[0], Before: whole[1]}
	var moved []revised
	for _, y := range s.Years {
		if !slices.Contains(n.Edition.Span(s.Config.Measure), y.Year) {
			continue
		}
		if !slices.Contains(n.Before.Span(s.Config.Measure), y.Year) {
			n.Added = append(n.Added, s.Catalog.Message("years.one", "year", y.Year))
			continue
		}
		for _, m := range s.Data.MembersIn(y.Year) {
			was, ok1 := n.Before.Figure(m.Code, y.Year, s.Config.Measure)
			is, ok2 := n.Edition.Figure(m.Code, y.Year, s.Config.Measure)
			if !ok1 || !ok2 || m.Exempt != "" {
				continue
			}
			by, _, ok := revision(was, is)
			if ok {
				n.Common++
			}
			if by != 0 {
				moved = append(moved, s.revised(was, is))
			}
			if s.Guideline.Met(was) != s.Guideline.Met(is) {
				n.Crossed = append(n.Crossed, s.revised(was, is))
			}
		}
	}
	n.Revised = len(moved)
	slices.Reverse(n.Added)
	slices.SortStableFunc(moved, func(a, b revised) int { return cmp.Compare(math.Abs(b.by), math.Abs(a.by)) })
	n.Largest = moved[:min(maxLargest, len(moved))]
	if len(n.Crossed) > maxCrossed {
		n.Crossed, n.Hidden = n.Crossed[:maxCrossed], len(n.Crossed)-maxCrossed
	}
	return n
}
