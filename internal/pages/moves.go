package pages

import (
	"slices"

	"burdenshare/internal/dataset"
)

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
			if was == nil || was.Value != f.Value {
				m.Lines = append(m.Lines, MoveLine{f, was})
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
