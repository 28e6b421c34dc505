package form

import (
	"math"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
)

// keyHeight is the height of the key to cells, with the guideline's name above
// it and the distances below.
const keyHeight = 48.0

// key draws the classes of cells as an axis of distances with the guideline in
// the middle.
func (s *sheet) key(name string, u dataset.Unit) {
	const swatch, high, gap, top = 34.0, 9.0, 1.0, 18.0
	size, c := s.size.Small, s.Classes
	labels := make([]string, len(chart.AllClasses)-1)
	widest := 0.0
	for i := range labels {
		lo, v := c.Bounds(chart.AllClasses[i])
		if c.Side == dataset.Ceiling {
			v = lo
		}
		labels[i] = "0"
		if v != 0 {
			labels[i] = s.SignedIn(u, v, c.Decimals)
		}
		widest = max(widest, s.width(labels[i], size))
	}
	w := max(swatch, math.Ceil(widest+6))
	for i, class := range chart.AllClasses {
		s.Add("cell "+chart.ClassTone(class), scene.Path(nil).Box(float64(i)*w, top, w-gap, high))
	}
	mid := chart.SideClasses*w - gap/2
	s.Add("ref", scene.Segment(mid, top-3, mid, top+high+3))
	name = s.fit(name, size, 340)
	s.small("ref-name", max(mid, s.boldWidth(name, size)/2), size-0.5, scene.Middle, name)
	for i, label := range labels {
		s.small("tick", float64(i+1)*w-gap/2, top+high+size+2, scene.Middle, label)
	}
	if u == dataset.Percent {
		n := len(labels)
		s.small("tick", float64(n)*w+s.width(labels[n-1], size)/2+4, top+high+size+2, scene.Start, s.Say("chart.points"))
	}
}
