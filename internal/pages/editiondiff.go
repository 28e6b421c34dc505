package pages

import (
	"cmp"
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

// A revised is a figure that differs between two editions.
type revised struct {
	Member *Member
	Year   *Year
	Was    report.Standing
	Is     report.Standing
	moved  float64
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
			broken := dataset.BreakBetween(was, is) != nil // then the one does not revise the other
			if !broken {
				n.Common++
			}
			if was.Value == is.Value {
				continue
			}
			r := revised{s.Members[m.Code], y, s.Standing(was), s.Standing(is),
				dataset.Round(max(is.Value-was.Value, was.Value-is.Value), max(is.Decimals, was.Decimals))}
			if !broken && !was.Agrees(is) {
				n.Revised++
				moved = append(moved, r)
			}
			if r.Was.Meets != r.Is.Meets {
				n.Crossed = append(n.Crossed, r)
			}
		}
	}
	slices.Reverse(n.Added)
	slices.SortStableFunc(moved, func(a, b revised) int { return cmp.Compare(b.moved, a.moved) })
	n.Largest = moved[:min(maxLargest, len(moved))]
	if len(n.Crossed) > maxCrossed {
		n.Crossed, n.Hidden = n.Crossed[:maxCrossed], len(n.Crossed)-maxCrossed
	}
	return n
}
