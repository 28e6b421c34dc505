package form

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// This file draws what is around rows: the key to their series above them, and columns of numbers on their right.

// drawKey shows how the marks of each series look, with its name, in as many lines as that takes, and returns its
// height.
func (l *rowLayout) drawKey() float64 {
	if !l.Keyed {
		return 0
	}
	series := l.Series
	if l.Model.Key != nil {
		series = l.Model.Key
	}
	x, y := 8.0, 10.0
	for i, s := range series {
		name := l.plain.fit(s.Name, l.W-22)
		w := l.plain.width(name) + 34
		if i > 0 && x+w > l.W+8 {
			x, y = 8, y+keyLine
		}
		l.Add(roles[s.Draw]+" "+s.Tone, l.mark(s.Draw, x, y, 16))
		l.write("tick", x+14, l.middle(y), scene.Start, name)
		x += w
	}
	return y + keyLine - 6
}

// Key draws the key alone where a series has more than one colour.
func (r Rows) Key(m *chart.Model) *scene.Scene {
	if m.Key == nil {
		return nil
	}
	return keyOf(m, func(s *sheet) float64 { return (&rowLayout{sheet: s, Rows: r}).drawKey() })
}

// layColumns puts the columns of numbers on the right and returns where they begin.
func (l *rowLayout) layColumns() float64 {
	right := l.W
	for i := len(l.Columns) - 1; i >= 0; i-- {
		c := &l.Columns[i]
		if len(c.Cells) == 0 || c.Wide && l.narrow() {
			continue
		}
		face := l.plain
		if c.Bold {
			face = l.bold
		}
		w := l.plain.width(c.Head)
		for _, cell := range c.Cells {
			w = max(w, face.width(cell))
		}
		l.shown, l.columns = append(l.shown, c), append(l.columns, right)
		right -= w + columnGap
	}
	return right
}

// numbers writes the columns of numbers under their heads.
func (l *rowLayout) numbers() {
	for i, c := range l.shown {
		l.write("tick", l.columns[i], l.top-11, scene.End, c.Head)
		class := "tick"
		if c.Bold {
			class = "count"
		}
		for row, name := range l.Y.Names {
			if cell := c.Cells[name]; cell != "" {
				l.write(class, l.columns[i], l.middle(l.rowY(row)), scene.End, cell)
			}
		}
	}
}
