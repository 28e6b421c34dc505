package sitetest

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// checkBridge compares a bridge chart with the release files: its ends must be their figures, and its steps, computed
// here in another way, must add up to the difference.
func (r *records) checkBridge(t *testing.T, where string, marks []mark, figures map[string]float64) {
	var ends []end
	var steps []mark
	counts := slices.ContainsFunc(marks, func(m mark) bool { return m.of != "" })
	for _, m := range marks {
		if m.of != "" || m.measure == "" && !counts {
			ends = append(ends, end{m, figures})
			if m.source != "" {
				ends[len(ends)-1].figures = r.release(t, m.source, m.released)
			}
		} else {
			steps = append(steps, m)
		}
	}
	if len(ends) != 2 {
		t.Errorf("%s: a bridge with %d ends", where, len(ends))
		return
	}
	slices.SortFunc(ends, func(a, b end) int { return strings.Compare(a.year+a.released, b.year+b.released) })
	sum := 0.0
	for _, m := range steps {
		sum += value(m)
		if ends[0].of != "" && !r.crossed(m, ends) {
			t.Errorf("%s: %s did not cross a mark by %s", where, m.member, m.value)
		}
	}
	for _, end := range ends {
		kind := "trend"
		if end.of != "" {
			kind = "meeting"
		}
		if !r.agrees(t, end.mark, end.figures, kind) {
			t.Errorf("%s: %+v is not what the release says", where, end.mark)
		}
	}
	if by := value(ends[1].mark) - value(ends[0].mark); !near(sum, by) {
		t.Errorf("%s: the steps add up to %v, and the ends are %v apart", where, sum, by)
	}
	if ends[0].of == "" {
		r.checkParts(t, where, ends, steps)
	}
}

// An end of a bridge is its mark and the figures of its edition.
type end struct {
	mark
	figures map[string]float64
}

func value(m mark) float64 {
	v, _ := strconv.ParseFloat(m.value, 64)
	return v
}

// crossed reports whether a member changed to the side of an agreed mark that its step shows.
func (r *records) crossed(m mark, ends []end) bool {
	return slices.ContainsFunc(r.agreed, func(g float64) bool {
		meets := func(e end) bool {
			return r.joined[m.member] <= e.year && e.figures[m.member+","+e.year+","+r.Measure] >= g
		}
		was, is := meets(ends[0]), meets(ends[1])
		return was != is && is == (value(m) > 0)
	})
}

// checkParts checks the steps of a share: the effect of the part alone, and of the whole alone, each as the mean over
// what the other was and became.
func (r *records) checkParts(t *testing.T, where string, ends []end, steps []mark) {
	at := func(i int, measure string) float64 {
		return ends[i].figures[ends[0].member+","+ends[i].year+","+measure]
	}
	for i, m := range steps {
		was, is := at(0, m.measure), at(1, m.measure)
		if was == 0 || is == 0 {
			continue // the rest is checked by the sum
		}
		other := steps[(i+1)%len(steps)].measure
		for _, s := range steps {
			if s.measure != m.measure && at(0, s.measure) != 0 {
				other = s.measure
			}
		}
		from, to := at(0, other), at(1, other)
		v := 100 * ((is/from - was/from) + (is/to - was/to)) / 2
		if was > from { // the step of the whole
			v = 100 * ((from/is - from/was) + (to/is - to/was)) / 2
		}
		if math.Abs(v-value(m)) > 0.00501 {
			t.Errorf("%s: a step of %s by %s, where the releases make it %v", where, m.value, m.measure, v)
		}
	}
}
