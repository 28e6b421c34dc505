package form

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
)

// points returns a model of points between two axes, each with a name, whose guidelines are at across and level.
func points(across, level float64, name string, at ...[2]float64) *chart.Model {
	m := &chart.Model{Messages: british, X: chart.Axis{Unit: dataset.Percent}, Y: chart.Axis{Unit: dataset.Percent}, Series: []chart.Series{{Draw: chart.AsDot}}}
	m.Refs = []chart.Ref{{At: across, Name: "2%", On: &m.X}, {At: level, Name: "one fifth", On: &m.Y}}
	for i, p := range at {
		m.Marks = append(m.Marks, &chart.Mark{Row: name, Short: fmt.Sprint("M", i), Value: chart.Number{V: p[0]}, Second: chart.Number{V: p[1]}})
	}
	return m
}

// TestScatterBounds holds where the axes of points begin and end: at round numbers around all of them and the
// guideline, with space for the names of those before it.
func TestScatterBounds(t *testing.T) {
	for _, c := range []struct {
		name   string
		model  *chart.Model
		x, y   [2]float64
		narrow bool
	}{
		{"around the guidelines", points(2, 20, "A", [2]float64{1.2, 10}, [2]float64{4.1, 40}), [2]float64{1, 4.5}, [2]float64{5, 45}, false},
		{"no space below nothing", points(2, 20, "A", [2]float64{0.1, 1}, [2]float64{4.1, 40}), [2]float64{0, 4.5}, [2]float64{0, 45}, false},
		{"below nothing", points(0, 0, "A", [2]float64{-3, -12}, [2]float64{4.1, 40}), [2]float64{-4, 5}, [2]float64{-20, 50}, false},
		{"all below the guideline", points(2, 20, "A", [2]float64{1.2, 10}, [2]float64{1.5, 14}), [2]float64{1.1, 2.1}, [2]float64{8, 22}, false},
		{"all above the guideline", points(2, 20, "A", [2]float64{2.6, 24}, [2]float64{3.5, 30}), [2]float64{1.8, 3.6}, [2]float64{18, 32}, false},
		{"one value", points(2, 20, "A", [2]float64{2, 20}), [2]float64{1, 3}, [2]float64{19, 21}, false},
		{"a long name of a low point", points(2, 20, strings.Repeat("long ", 8), [2]float64{2, 10}, [2]float64{1.2, 10}, [2]float64{4.1, 40}), [2]float64{0.5, 4.5}, [2]float64{5, 45}, false},
		{"a long name just below the guideline", points(2, 20, strings.Repeat("long ", 8), [2]float64{1.9, 10}, [2]float64{4.1, 40}), [2]float64{0, 5}, [2]float64{5, 45}, true},
	} {
		size := chart.Wide
		if c.narrow {
			size = chart.Narrow
		}
		l := &scatterLayout{sheet: newSheet(c.model, size)}
		for _, axis := range []struct {
			name string
			of   *chart.Axis
			want [2]float64
		}{{"x", &c.model.X, c.x}, {"y", &c.model.Y, c.y}} {
			if lo, hi := l.bounds(axis.of); lo != axis.want[0] || hi != axis.want[1] {
				t.Errorf("%s: %s from %v to %v, want %v", c.name, axis.name, lo, hi, axis.want)
			}
		}
	}
}

// TestLevelName holds where the level guideline has its name: at the end where it covers the fewest points, above or
// below the line.
func TestLevelName(t *testing.T) {
	for _, c := range []struct {
		name  string
		at    [][2]float64
		want  scene.Anchor
		below bool
	}{
		{"no points in the way", [][2]float64{{1.5, 10}, {4, 40}}, scene.End, false},
		{"one above the end of the line", [][2]float64{{1.5, 10}, {4, 40}, {4.3, 20.5}}, scene.Start, false},
		{"above both of its ends", [][2]float64{{1.2, 10}, {4, 40}, {4.3, 22}, {1.25, 22}}, scene.End, true},
		{"above both and below one", [][2]float64{{1.2, 10}, {4, 40}, {4.3, 22}, {4.3, 18.5}, {1.25, 22}}, scene.Start, true},
		{"everywhere, most on the right", [][2]float64{{1.2, 10}, {4, 40}, {4.3, 22}, {4.28, 22}, {4.3, 18.5}, {4.28, 18.5}, {1.25, 22}, {1.25, 18.5}}, scene.Start, false},
	} {
		var name *scene.Text
		line := 0.0 // where the guideline is
		for _, item := range (Scatter{}).Layout(points(2, 20, "A", c.at...), chart.Wide).Items {
			switch shape := item.Shape.(type) {
			case *scene.Text:
				if shape.S == "one fifth" {
					name = shape
				}
			case scene.Path:
				if item.Class == "ref" {
					line = shape[len(shape)-1].Y
				}
			}
		}
		if name == nil || name.Anchor != c.want || name.Y > line != c.below || name.X > chart.Wide.Width-4 {
			t.Errorf("%s: %+v, the line is at %v", c.name, name, line)
		}
	}
}
