package form

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/i18n"
)

// An endLabel is a text of one or more lines beside the end of a line.
type endLabel struct {
	class  string
	owner  scene.Marker // whose line it is; may be nil
	lines  []string
	value  string  // after the last line, or below it; may be empty
	below  bool    // value has a line of its own
	want   float64 // where the line ends
	height float64
	y      float64 // the middle of the text, near want
}

// measureEnds breaks end labels into lines within a limit, which a long word may exceed by half. It returns the width
// that the widest needs, and the height of all of them one below the other.
func (s *sheet) measureEnds(labels []endLabel, limit float64) (width, height float64) {
	for i := range labels {
		l := &labels[i]
		l.lines = s.bold.wrap(l.lines[0], limit)
		for k, line := range l.lines {
			l.lines[k] = s.bold.fit(line, 1.5*limit)
		}
		width = max(width, s.bold.widest(l.lines))
		n := len(l.lines)
		if l.value != "" {
			both := s.bold.width(l.lines[n-1]) + s.plain.width(" "+l.value)
			if l.below = both > limit; l.below {
				both, n = s.plain.width(l.value), n+1
			}
			width = max(width, both)
		}
		l.height = float64(n)*lineHeight*s.size + 3
		height += l.height
	}
	return width, height
}

// spreadLabels moves labels as little as it can so that none covers another and all lie between lo and hi: the least
// sum of squares, found by pooling neighbours that would overlap. When they need more space than there is, they begin
// at lo.
func spreadLabels(labels []endLabel, lo, hi float64) {
	slices.SortStableFunc(labels, func(a, b endLabel) int { return cmp.Compare(a.want, b.want) })
	type pool struct {
		sum  float64 // of where its labels want its beginning
		n    float64
		from int
	}
	var pools []pool
	offset, offsets := 0.0, make([]float64, len(labels))
	for i := range labels {
		offsets[i] = offset
		pools = append(pools, pool{labels[i].want - labels[i].height/2 - offset, 1, i})
		offset += labels[i].height
		for k := len(pools) - 1; k > 0 && pools[k].sum/pools[k].n < pools[k-1].sum/pools[k-1].n; k-- {
			pools[k-1].sum += pools[k].sum
			pools[k-1].n += pools[k].n
			pools = pools[:k]
		}
	}
	for k, g := range pools {
		to := len(labels)
		if k+1 < len(pools) {
			to = pools[k+1].from
		}
		start := max(min(g.sum/g.n, hi-offset), lo)
		for i := g.from; i < to; i++ {
			labels[i].y = start + offsets[i] + labels[i].height/2
		}
	}
}

// ends writes labels at x, each with a thin line from its point when it is away from it.
func (s *sheet) ends(labels []endLabel, from, x float64) {
	step := lineHeight * s.size
	for i := range labels {
		l := &labels[i]
		if d := l.y - l.want; d > 4 || d < -4 {
			s.Add("leader", scene.Segment(from+4, l.want, x-3, l.y))
		}
		n := len(l.lines)
		if l.below {
			n++
		}
		y := l.y - float64(n-1)/2*step + 0.35*s.size
		for k, line := range l.lines {
			t := &scene.Text{X: x, Y: y + float64(k)*step, S: line}
			if k == len(l.lines)-1 && l.value != "" && !l.below {
				t.S, t.Tail = i18n.Ended(line)+" ", l.value
			}
			s.Show(l.class, t, l.owner)
		}
		if l.below {
			s.write("val", x, y+float64(n-1)*step, scene.Start, l.value)
		}
	}
}
