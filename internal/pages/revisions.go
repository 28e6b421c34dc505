package pages

import (
	"cmp"
	"slices"

	"burdenshare/internal/dataset"
)

// A revisionHistory is how one year's figure of a member went from edition to edition.
type revisionHistory struct {
	first, last *dataset.Figure
	times       int  // editions that revised it
	editions    int  // that have the figure
	crossed     bool // it has been on both sides of the guideline
}

// restated finds the year of a member whose figure moved most often, the one
// with the larger move and then the later of several; nil when none has moved.
func (s *maker) restated(v *Member) *revisionHistory {
	var best *revisionHistory
	for _, row := range v.History.Rows {
		said, _ := s.Today.History(s.Config.Source, v.Code, row.Year, s.Config.Measure)
		if len(said) == 0 {
			continue
		}
		r := revisionHistory{editions: len(said)}
		r.first, r.last, r.times = dataset.Revisions(said, dataset.Published)
		for _, f := range said {
			r.crossed = r.crossed || s.Guideline.Met(f) != s.Guideline.Met(said[0])
		}
		if r.times > 0 && (best == nil || r.before(best)) {
			best = &r
		}
	}
	return best
}

// before reports whether r is the more interesting of the two.
func (r *revisionHistory) before(o *revisionHistory) bool {
	if r.crossed != o.crossed {
		return r.crossed
	}
	return cmp.Or(cmp.Compare(r.times, o.times), cmp.Compare(r.moved(), o.moved())) > 0
}

func (r *revisionHistory) moved() float64 {
	if r.first.Agrees(r.last) {
		return 0
	}
	d := r.last.Value - r.first.Value
	return max(d, -d)
}

// A Move is a release of the report's own source that revised a member's figures.
type Move struct {
	Edition *dataset.Edition
	Lines   []MoveLine // newest year first
}

// A MoveLine is a figure that is new, or differs from the one before.
type MoveLine struct {
	Is  *dataset.Figure
	Was *dataset.Figure // nil for a year without a figure before
}

// Moves returns the releases that moved a member, newest first.
func (v *Member) Moves() []Move {
	var moves []Move
	said := map[int]*dataset.Figure{}
	for i := range slices.Backward(v.History.Columns) {
		m := Move{Edition: v.History.Columns[i].Edition}
		for _, row := range v.History.Rows {
			f, was := row.Cells[i].Figure, said[row.Year]
			if f == nil {
				continue
			}
			if was == nil || !was.Agrees(f) {
				m.Lines = append(m.Lines, MoveLine{f, was})
			} else if f.Decimals < was.Decimals {
				continue // it says no more than what is known
			}
			said[row.Year] = f
		}
		if len(m.Lines) > 0 {
			moves = append(moves, m)
		}
	}
	slices.Reverse(moves)
	return moves
}
