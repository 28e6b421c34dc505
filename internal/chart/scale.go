package chart

import (
	"math"
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// Steps are round numbers, a step apart.
type Steps struct {
	Values   []float64
	Decimals int // decimals that distinguish them
}

// Ticks returns the round numbers in lo to hi, at most so many of them, a step of 1, 2 or 5 times a power of ten apart.
func Ticks(lo, hi float64, most int) Steps {
	if !(hi > lo) || math.IsInf(hi-lo, 0) {
		return Steps{Values: []float64{lo}}
	}
	most = max(most, 2)
	for exp := int(math.Floor(math.Log10((hi - lo) / float64(most)))); ; exp++ {
		for _, m := range []float64{1, 2, 5} {
			step := m * math.Pow10(exp)
			first, last := math.Ceil(lo/step-1e-9), math.Floor(hi/step+1e-9)
			if int(last-first)+1 > most {
				continue
			}
			t := Steps{make([]float64, 0, most), max(0, -exp)}
			for i := first; i <= last; i++ {
				t.Values = append(t.Values, dataset.Round(i*step, t.Decimals)) // not 0.30000000000000004
			}
			return t
		}
	}
}

// RoundOutward widens lo to hi to round numbers, so that an axis begins and ends with a tick.
func RoundOutward(lo, hi float64, most int) (float64, float64) {
	if !(hi > lo) {
		hi = lo + 1
	}
	t := Ticks(lo, hi, most)
	if len(t.Values) < 2 {
		return lo, hi
	}
	step := t.Values[1] - t.Values[0]
	round := func(steps float64) float64 { return dataset.Round(steps*step, t.Decimals) } // not 1.4000000000000001
	return round(math.Floor(lo/step + 1e-9)), round(math.Ceil(hi/step - 1e-9))
}

// SideBins is how many classes of colour there are on each side of a guideline.
const SideBins = 3

// Bins put distances from a guideline into steps of equal size, three on each side of it; the outermost are open.
type Bins struct {
	Step     float64      // in the measure's unit
	Decimals int          // digits behind the point of a step
	Side     dataset.Side // where the guideline is met
}

// NewBins chooses a round step so that most distances lie in the closed classes and some in the open ones. No step is
// finer than figures with so many decimals.
func NewBins(distances []float64, decimals int, side dataset.Side) Bins {
	sizes := lists.Each(distances, math.Abs)
	slices.Sort(sizes)
	typical := 1.0
	if n := len(sizes); n > 0 && sizes[n*3/4] > 0 {
		typical = sizes[n*3/4] / 2
	}
	typical = max(typical, math.Pow10(-decimals))
	exp := math.Floor(math.Log10(typical))
	best, off := Bins{Step: 1, Side: side}, math.Inf(1)
	for _, e := range []float64{exp, exp + 1} {
		for _, m := range []float64{1, 2, 5} {
			step := m * math.Pow10(int(e))
			if d := math.Abs(math.Log(step / typical)); d < off {
				best, off = Bins{step, max(0, int(-e)), side}, d
			}
		}
	}
	return best
}

// Of returns the class of a distance: 1 to 3 from the guideline upwards, -1 to
// -3 downwards. A member on the line meets the guideline.
func (c Bins) Of(distance float64) int {
	distance = c.Side.Favour(distance)
	class := min(int(math.Floor(math.Abs(distance)/c.Step+1e-9))+1, SideBins)
	if distance < 0 {
		return -class
	}
	return class
}

// BinTone returns the class in the style sheet: up-1 to up-3, down-1 to down-3.
func BinTone(class int) string {
	if class < 0 {
		return "down-" + strconv.Itoa(-class)
	}
	return "up-" + strconv.Itoa(class)
}

// AllBins are the classes from the lowest to the highest.
var AllBins = []int{-3, -2, -1, 1, 2, 3}

// Bounds returns the distances between which a class lies; the outermost are open.
func (c Bins) Bounds(class int) (lo, hi float64) {
	lo, hi = float64(class)*c.Step, float64(class+1)*c.Step
	if class > 0 {
		lo, hi = lo-c.Step, hi-c.Step
	}
	if c.Side == dataset.Ceiling {
		return -hi, -lo
	}
	return lo, hi
}
