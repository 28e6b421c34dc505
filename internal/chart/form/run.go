package form

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// joined reports whether a mark of a line is joined to the next: not over a
// year without a figure, nor to one that is counted in another way.
func (s *sheet) joined(marks chart.Marks, k int) bool {
	return k >= 0 && k+1 < len(marks) && marks[k+1].BreakFrom(marks[k]) == nil &&
		(s.X.Scale == chart.Days || marks[k+1].Year == marks[k].Year+1)
}

// run draws the line of a series, in pieces where marks are not joined.
func (s *sheet) run(class string, series int, marks chart.Marks, at func(*chart.Mark) (x, y float64)) {
	var path scene.Path
	for k, mark := range marks {
		x, y := at(mark)
		switch {
		case !s.joined(marks, k-1):
			path = path.Move(x, y)
		case s.Series[series].Draw == chart.AsStep:
			_, before := at(marks[k-1])
			if path = path.Line(x, before); mark.Value.V != marks[k-1].Value.V {
				path = path.Line(x, y)
			}
		default:
			path = path.Line(x, y)
		}
	}
	s.Show(class, path, marks[0].Owner())
}
