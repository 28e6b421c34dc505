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

// revised compares a member's figure by an edition with that of one before.
func (s *maker) revised(code string, year int, before, now *dataset.Edition) revised {
	r := revised{Member: s.Members[code]}
	was, ok1 := before.Figure(code, year, s.Config.Measure)
	if ok1 {
		r.Was = new(s.Standing(was))
	}
	is, ok2 := now.Figure(code, year, s.Config.Measure)
	if ok2 {
		r.Is = new(s.Standing(is))
	}
	if !ok1 || !ok2 {
		return r
	}
	r.Crossed = r.Was.Meets != r.Is.Meets
	if dataset.BreakBetween(was, is) != nil {
		return r
	}
	places := min(was.Decimals, is.Decimals)
	if !was.Agrees(is) {
		places = max(was.Decimals, is.Decimals)
		r.by = dataset.Round(is.Value-was.Value, places)
	}
	r.Change = s.Catalog.Signed(r.by, places)
	return r
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
			r := s.revised(m.Code, y.Year, n.Before, n.Edition)
			if r.Was == nil || r.Is == nil || m.Exempt != "" {
				continue
			}
			if r.Change != "" {
				n.Common++
			}
			if r.by != 0 {
				moved = append(moved, r)
			}
			if r.Crossed {
				n.Crossed = append(n.Crossed, r)
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
