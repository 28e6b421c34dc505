package chart

import (
	"math"
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
)

// sideClasses is how many classes of colour there are on each side of a
// guideline.
const sideClasses = 3

// classes put distances from a guideline into steps of equal size, three on
// each side of it; the outermost are open.
type classes struct {
	step     float64 // in the measure's unit
	decimals int     // digits behind the point of a step
}

// newClasses chooses a round step so that most distances lie in the closed
// classes and some in the open ones.
func newClasses(distances []float64) classes {
	sizes := make([]float64, len(distances))
	for i, d := range distances {
		sizes[i] = math.Abs(d)
	}
	slices.Sort(sizes)
	typical := 1.0
	if n := len(sizes); n > 0 && sizes[n*3/4] > 0 {
		typical = sizes[n*3/4] / 2
	}
	exp := math.Floor(math.Log10(typical))
	best, off := classes{step: 1}, math.Inf(1)
	for _, e := range []float64{exp, exp + 1} {
		for _, m := range []float64{1, 2, 5} {
			step := m * math.Pow10(int(e))
			if d := math.Abs(math.Log(step / typical)); d < off {
				best, off = classes{step, max(0, int(-e))}, d
			}
		}
	}
	return best
}

// of gives the class of a distance: 1 to 3 from the guideline upwards, -1 to
// -3 downwards. A member on the line meets the guideline.
func (c classes) of(distance float64) int {
	n := int(math.Floor(distance/c.step+1e-9)) + 1
	if distance < 0 {
		n = -int(math.Floor(-distance/c.step+1e-9)) - 1
	}
	return max(-sideClasses, min(n, sideClasses))
}

// className is the class in the style sheet: up-1 to up-3, down-1 to down-3.
func className(class int) string {
	if class < 0 {
		return "down-" + strconv.Itoa(-class)
	}
	return "up-" + strconv.Itoa(class)
}

// allClasses are the classes from the lowest to the highest.
var allClasses = []int{-3, -2, -1, 1, 2, 3}

// keyHeight is the height of the key, with the guideline's name above it and
// the distances below.
const keyHeight = 48.0

// drawKey draws the classes as an axis of distances with the guideline in the
// middle.
func (c classes) drawKey(p *pen, g *dataset.Guideline, u dataset.Unit, size float64) {
	const swatch, high, gap, top = 34.0, 9.0, 1.0, 18.0
	labels := make([]string, len(allClasses)-1)
	widest := 0.0
	for i := range labels {
		v := c.step * float64(i+1-sideClasses)
		if labels[i] = "0"; v != 0 {
			labels[i] = p.signed(u, v, c.decimals)
		}
		widest = max(widest, p.width(labels[i], size))
	}
	w := max(swatch, math.Ceil(widest+6))
	for i, class := range allClasses {
		p.raw(`<path class="key `).raw(className(class)).raw(`" d="`)
		p.box(float64(i)*w, top, w-gap, high)
		p.raw(`"/>`)
	}
	middle := sideClasses*w - gap/2
	p.line("ref", middle, top-3, middle, top+high+3)
	name := p.fit(g.Name, size, 340)
	p.group("ref-name", size, "middle")
	p.text(max(middle, p.boldWidth(name, size)/2), size-0.5, name)
	p.end()
	p.group("tick", size, "middle")
	for i, label := range labels {
		p.text(float64(i+1)*w-gap/2, top+high+size+2, label)
	}
	p.end()
	if u == dataset.Percent {
		p.group("tick", size, "")
		p.text(float64(len(labels))*w+p.width(labels[len(labels)-1], size)/2+4, top+high+size+2, p.Say("chart.points"))
		p.end()
	}
}
