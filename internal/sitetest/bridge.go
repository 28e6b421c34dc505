package sitetest

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"testing"
)

// checkBridge compares a bridge chart with the release files: its ends must be their figures, and its steps, computed
// here in another way, must add up to the difference.
func (r *records) checkBridge(t *testing.T, where string, marks []mark, figures map[string]float64) {
	var ends, steps []mark
	counts := slices.ContainsFunc(marks, func(m mark) bool { return m.of != "" })
	for _, m := range marks {
		if m.of != "" || m.measure == "" && !counts {
			ends = append(ends, m)
		} else {
			steps = append(steps, m)
		}
	}
	if len(ends) != 2 {
		t.Errorf("%s: a bridge with %d ends", where, len(ends))
		return
	}
	slices.SortFunc(ends, func(a, b mark) int { return cmp.Or(cmp.Compare(a.year, b.year), cmp.Compare(a.released, b.released)) })
	at := func(i int) map[string]float64 {
		if ends[i].source == "" {
			return figures
		}
		return r.release(t, ends[i].source, ends[i].released)
	}
	sum := 0.0
	for _, m := range steps {
		sum += value(m)
		if ends[0].of != "" && !r.crossed(m, ends, at(0), at(1)) {
			t.Errorf("%s: %s did not cross a mark by %s", where, m.member, m.value)
		}
	}
	for i, end := range ends {
		kind := "trend"
		if end.of != "" {
			kind = "meeting"
		}
		if !r.agrees(t, end, at(i), kind) {
			t.Errorf("%s: %+v is not what the release says", where, end)
		}
	}
	if by := value(ends[1]) - value(ends[0]); math.Abs(sum-by) > 1e-9 {
		t.Errorf("%s: the steps add up to %v, and the ends are %v apart", where, sum, by)
	}
	if ends[0].of == "" {
		r.checkParts(t, where, ends, steps, at(0), at(1))
	}
}

func value(m mark) float64 {
	v, _ := strconv.ParseFloat(m.value, 64)
	return v
}

// crossed reports whether a member changed to the side of an agreed mark that its step shows.
func (r *records) crossed(m mark, ends []mark, before, after map[string]float64) bool {
	return slices.ContainsFunc(r.agreed, func(g float64) bool {
		meets := func(end mark, figures map[string]float64) bool {
			return r.joined[m.member] <= end.year && figures[m.member+","+end.year+","+r.Measure] >= g
		}
		was, is := meets(ends[0], before), meets(ends[1], after)
		return was != is && is == (value(m) > 0)
	})
}

// checkParts checks the steps of a share: the effect of the part alone, and of the whole alone, each as the mean over
// what the other was and became.
func (r *records) checkParts(t *testing.T, where string, ends, steps []mark, before, after map[string]float64) {
	who := ends[0].member
	for i, m := range steps {
		was, is := before[who+","+ends[0].year+","+m.measure], after[who+","+ends[1].year+","+m.measure]
		if was == 0 || is == 0 {
			continue // the rest is checked by the sum
		}
		other := steps[(i+1)%len(steps)].measure
		for _, s := range steps {
			if s.measure != m.measure && before[who+","+ends[0].year+","+s.measure] != 0 {
				other = s.measure
			}
		}
		from, to := before[who+","+ends[0].year+","+other], after[who+","+ends[1].year+","+other]
		v := 100 * ((is/from - was/from) + (is/to - was/to)) / 2
		if was > from { // the step of the whole
			v = 100 * ((from/is - from/was) + (to/is - to/was)) / 2
		}
		if math.Abs(v-value(m)) > 0.00501 {
			t.Errorf("%s: a step of %s by %s, where the releases make it %v", where, m.value, m.measure, v)
		}
	}
}
