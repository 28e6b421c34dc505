package form

import (
	"cmp"
	"math"
	"slices"
)

// This file finds places for labels, by a local search. labels.js has the same for charts that are explored, where the
// land of a map costs nothing.

// What a short form costs: a code in the place of a name, and a name without its value.
const (
	codeAlone    = 50.0
	withoutValue = 100.0
)

// placeLabels puts labels into their areas so that no text covers another or a taken region. It takes the points in the
// order of their crowding, each at the best place left, then lets each move to a better one, and those that are still
// far off or short change places with another. A label for which no place is left is not placed. A short form is taken
// where the long one would need a line of some length.
func placeLabels(all labels, taken []region, short float64) {
	order, near, forms := make([]int, len(all)), make([]int, len(all)), 0
	for i := range all {
		order[i] = i
		forms = max(forms, len(all[i].widths))
		for k := range all {
			if math.Abs(all[i].x-all[k].x) < 60 && math.Abs(all[i].y-all[k].y) < 20 {
				near[i]++
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(near[b], near[a]) })
	ways := waysOf(forms, short)
	for range 3 {
		moved := false
		for _, i := range order {
			if all[i].cost > 0 || !all[i].placed { // else it has the best place
				was := all[i].box
				all.choose(i, ways, taken, math.Inf(1)) // the place that it had is still there
				moved = moved || all[i].box != was
			}
		}
		if !moved {
			break
		}
	}
	beside := slices.DeleteFunc(slices.Clone(ways), func(w way) bool { return w.distance > tradeWithin })
	for range 2 {
		for _, i := range order {
			all.trade(i, beside, taken)
		}
	}
}

// choose moves a label to the best place that the others leave, if that costs less than a limit.
func (all labels) choose(i int, ways []way, taken []region, best float64) {
	l := &all[i]
	for _, w := range ways {
		if w.cost >= best {
			break
		}
		p, free := l.at(w, taken)
		if !free {
			continue
		}
		if cost := w.cost + p.conflicts(all, i, best-w.cost); cost < best {
			best = cost
			l.placed, l.cost, l.way, l.place = true, cost, w, p
		}
	}
}

// Which labels change places: those that cost more than one beside its point, for a place that is near.
const (
	tradeFrom   = 10.0
	tradeOnLand = 2.0  // on a map, for land of its own
	tradeWithin = 24.0 // units from the point
)

// trade moves a label to where another is, if that has another place and both cost less than before.
func (all labels) trade(i int, ways []way, taken []region) {
	had, from := all.costs(i), tradeFrom
	if all[i].below != nil {
		from = tradeOnLand
	}
	if had < from {
		return
	}
	most, other, mine, its := 0.0, i, all[i], all[i] // by how much they cost less, which other, and both then
	for _, w := range ways {
		if w.cost >= had-most {
			break
		}
		p, free := all[i].at(w, taken)
		k, more := all.under(p.box.grown(1), i)
		if !free || more {
			continue
		}
		wasMine, wasIts, both := all[i], all[k], []int{i}
		if k != i {
			both = append(both, k)
		}
		sum := all.costs(both...)
		all[k].placed = false
		all[i].placed, all[i].way, all[i].place = true, w, p
		if all[i].cost = all.costs(i); k != i {
			all.choose(k, ways, taken, sum-most-all[i].cost)
		}
		if less := sum - all.costs(both...); less > most {
			most, other, mine, its = less, k, all[i], all[k]
		}
		all[i], all[k] = wasMine, wasIts
	}
	all[other], all[i] = its, mine
}

// under returns the label within a region, besides one, which it returns where there is none; and whether there are
// more.
func (all labels) under(room region, i int) (k int, more bool) {
	k = i
	for n := range all {
		if n != i && all[n].placed && room.meets(all[n].box) {
			k, more = n, more || k != i
		}
	}
	return k, more
}

// notPlaced is what a label without a place costs.
const notPlaced = 1000

// costs returns what the places of some labels cost now.
func (all labels) costs(some ...int) (sum float64) {
	for _, i := range some {
		if l := &all[i]; l.placed {
			sum += l.way.cost + l.conflicts(all, i, math.Inf(1))
		} else {
			sum += notPlaced
		}
	}
	return sum
}

// throughText is what a line through a text costs.
const throughText = 30

// conflicts returns what a place costs for the marks, texts and lines in its way,
// infinite where a text would cover another. It stops counting at enough.
func (p *place) conflicts(labels []pointLabel, self int, enough float64) float64 {
	room := p.box.grown(1)
	for k := range labels {
		if k != self && labels[k].placed && room.meets(labels[k].box) {
			return math.Inf(1)
		}
	}
	l := p.line
	reach := region{min(p.box.left, l.x1), min(p.box.top, l.y1), max(p.box.right, l.x1), max(p.box.bottom, l.y1)}
	cost := p.over
	for k := range labels {
		if k == self {
			continue
		}
		o := &labels[k]
		mark := region{o.x - o.radius, o.y - o.radius, o.x + o.radius, o.y + o.radius}
		if mark.meets(reach) {
			if p.box.meets(mark) {
				cost += 25
			}
			if p.leader && l.through(mark) {
				cost += 8
			}
		}
		if o.placed && p.leader && o.box.meets(reach) && l.through(o.box) {
			cost += throughText
		}
		if o.placed && o.leader {
			if o.line.through(p.box) {
				cost += throughText
			}
			if p.leader && l.crosses(o.line) {
				cost += 12
			}
		}
		if cost >= enough {
			break
		}
	}
	return cost
}
