package chart

import (
	"fmt"
	"strconv"
)

// A yearTick is a year and how an axis writes it.
type yearTick struct {
	year  int
	label string
}

// yearTicks chooses the years to write below an axis on which one year takes
// pitch units: all of them, all of them shortly (2014 15 16), or one
// in so many.
func yearTicks(r ruler, from, to int, pitch, size float64) []yearTick {
	full, short := r.width("2026", size), r.width("26", size)
	every := func(step, remainder int, brief bool) []yearTick {
		var t []yearTick
		for y := from; y <= to; y++ {
			if y%step != remainder%step {
				continue
			}
			label := strconv.Itoa(y)
			if brief && y > from && y%100 != 0 {
				label = fmt.Sprintf("%02d", y%100)
			}
			t = append(t, yearTick{y, label})
		}
		return t
	}
	switch {
	case from == to || pitch >= full+8:
		return every(1, 0, false)
	case pitch >= (full+short)/2+5:
		return every(1, 0, true)
	}
	for step := 2; step <= 4; step++ { // a short period: the newest year counts
		if to-from <= 6*step && float64(step)*pitch >= full+8 {
			return every(step, to, false)
		}
	}
	for _, step := range []int{5, 10, 20, 25, 50, 100} {
		if t := every(step, 0, false); float64(step)*pitch >= full+8 && len(t) > 1 {
			return t
		}
	}
	return []yearTick{{from, strconv.Itoa(from)}, {to, strconv.Itoa(to)}}
}
