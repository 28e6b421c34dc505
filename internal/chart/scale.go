package chart

import (
	"math"

	"burdenshare/internal/dataset"
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
				t.Values = append(t.Values, multiple(i, m, exp))
			}
			return t
		}
	}
}

// multiple returns i times m times a power of ten, not 0.30000000000000004.
func multiple(i, m float64, exp int) float64 {
	if exp < 0 {
		return i * m / math.Pow10(-exp)
	}
	return i * (m * math.Pow10(exp))
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
