package chart

import (
	"math"

	"burdenshare/internal/dataset"
)

// A scale turns values into places: lo stands at from, hi at to.
type scale struct{ lo, hi, from, to float64 }

func (s scale) at(v float64) float64 {
	if s.hi == s.lo {
		return s.from
	}
	return s.from + (v-s.lo)/(s.hi-s.lo)*(s.to-s.from)
}

// A steps is a sequence of round numbers, a step apart.
type steps struct {
	values   []float64
	decimals int // digits behind the point that tell them apart
}

// ticks gives the round numbers in lo to hi, at most so many of them, a step
// of 1, 2 or 5 times a power of ten apart.
func ticks(lo, hi float64, most int) steps {
	if !(hi > lo) {
		return steps{values: []float64{lo}}
	}
	most = max(most, 2)
	exp := int(math.Floor(math.Log10((hi - lo) / float64(most))))
	for {
		for _, m := range []float64{1, 2, 5} {
			step := m * math.Pow10(exp)
			first, last := math.Ceil(lo/step-1e-9), math.Floor(hi/step+1e-9)
			if int(last-first)+1 > most {
				continue
			}
			t := steps{decimals: max(0, -exp)}
			for i := first; i <= last; i++ {
				v := i * step
				if exp < 0 { // not 0.30000000000000004
					v = i * m / math.Pow10(-exp)
				}
				t.values = append(t.values, v)
			}
			return t
		}
		exp++
	}
}

// outward widens lo to hi to round numbers, so that an axis begins and ends
// with a tick.
func outward(lo, hi float64, most int) (float64, float64) {
	if !(hi > lo) {
		hi = lo + 1
	}
	t := ticks(lo, hi, most)
	if len(t.values) < 2 {
		return lo, hi
	}
	step := t.values[1] - t.values[0]
	return dataset.Round(math.Floor(lo/step+1e-9)*step, t.decimals), dataset.Round(math.Ceil(hi/step-1e-9)*step, t.decimals) // not 1.4000000000000001
}
