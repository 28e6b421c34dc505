package form

import (
	"math"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
)

// keyHeight is the height of the key to cells, with the guideline's name above it and the distances below.
const keyHeight = 48.0

// keyOf draws a key alone, for a narrow drawing. What draws it returns its height.
func keyOf(m *chart.Model, draw func(*sheet) (height float64)) *scene.Scene {
	s := newSheet(m, chart.Narrow)
	s.Name = "cell-key"
	return s.finish(draw(s))
}

// cells are a form of coloured cells.
type cells struct{}

// Key draws the key to the cells of a grid, of tiles or of a map.
func (cells) Key(m *chart.Model) *scene.Scene {
	return keyOf(m, func(s *sheet) float64 {
		s.key(m.Refs[0])
		return keyHeight
	})
}

// key draws the classes of cells as an axis of distances with the guideline in the middle.
func (s *sheet) key(r chart.Ref) {
	const swatch, high, gap, top = 34.0, 9.0, 1.0, 18.0
	size, c := s.size, s.Classes
	bins := chart.AllBins
	if c.Side == dataset.Between {
		bins = bins[:chart.SideBins+1] // within it there is no distance
	}
	labels := make([]string, len(bins)-1)
	for i := range labels {
		lo, v := c.Bounds(bins[i])
		if c.Side == dataset.Ceiling {
			v = lo
		}
		switch {
		case !s.Distances: // cells show values, so the key does
			labels[i] = s.AxisLabel(r.Unit, r.At+v, c.Decimals)
		case v == 0:
			labels[i] = "0"
		case c.Side == dataset.Between: // on either side of it
			labels[i] = s.AxisLabel(r.Unit, -v, c.Decimals)
		default:
			labels[i] = s.SignedIn(chart.Number{V: v, Decimals: c.Decimals, Unit: r.Unit})
		}
	}
	room := math.Ceil(s.plain.widest(labels) + 6)
	w := min(max(swatch, room), s.W/float64(len(bins)))
	every := int(math.Ceil(room / w)) // of the labels, where not all have room, from the guideline on
	for i, class := range bins {
		s.Add("cell "+chart.BinTone(class), scene.Path(nil).Box(float64(i)*w, top, w-gap, high))
	}
	mid := chart.SideBins*w - gap/2
	s.Add("ref", scene.Segment(mid, top-3, mid, top+high+3))
	name := s.plain.fit(r.Name, 340)
	s.write("ref-name", max(mid, s.bold.width(name)/2), size-0.5, scene.Middle, name)
	for i, label := range labels {
		if (i+1-chart.SideBins)%every != 0 {
			continue
		}
		s.write("tick", float64(i+1)*w-gap/2, top+high+size+2, scene.Middle, label)
	}
	if r.Unit == dataset.Percent {
		n, unit := len(labels), s.Message("chart.points")
		if !s.Distances {
			unit = "%"
		}
		s.write("tick", float64(n)*w+s.plain.width(labels[n-1])/2+4, top+high+size+2, scene.Start, unit)
	}
}
