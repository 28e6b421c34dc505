package chart

import (
	"cmp"
	"slices"
)

// An endLabel is a text of one or more lines beside the end of a line.
type endLabel struct {
	class  string
	lines  []string
	value  string  // after the last line, or below it; may be empty
	below  bool    // value stands on a line of its own
	want   float64 // where the line ends
	height float64
	y      float64 // the middle of the text, near want
}

// labelEnds breaks end labels into lines within a limit and gives the width
// that the widest needs.
func labelEnds(p *pen, labels []endLabel, size, limit float64) (width float64) {
	for i := range labels {
		l := &labels[i]
		l.lines = p.wrap(l.lines[0], size, limit)
		for _, line := range l.lines {
			width = max(width, p.boldWidth(line, size))
		}
		n := len(l.lines)
		if l.value != "" {
			both := p.boldWidth(l.lines[n-1], size) + p.width(" "+l.value, size)
			if l.below = both > limit; l.below {
				both, n = p.width(l.value, size), n+1
			}
			width = max(width, both)
		}
		l.height = float64(n)*lineHeight*size + 3
	}
	return width
}

// lineHeight is the distance of two lines of one text, in font sizes.
const lineHeight = 1.2

// spread moves labels as little as it can so that none covers another and all
// lie between lo and hi: the least sum of squares, found by pooling
// neighbours that would overlap. When they need more room than there is, they
// begin at lo.
func spread(labels []endLabel, lo, hi float64) {
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

// drawEnds writes the labels at x, each with a thin line from its point when
// it stands away from it.
func drawEnds(p *pen, labels []endLabel, from, x, size float64) {
	for i := range labels {
		l := &labels[i]
		if d := l.y - l.want; d > 4 || d < -4 {
			p.line("leader", from+4, l.want, x-3, l.y)
		}
		step := lineHeight * size
		n := len(l.lines)
		if l.below {
			n++
		}
		y := l.y - float64(n-1)/2*step + 0.35*size
		p.group(l.class, size, "")
		for k, line := range l.lines {
			p.raw(`<text x="`).num(x).raw(`" y="`).num(y + float64(k)*step).raw(`">`).escape(line)
			if k == len(l.lines)-1 && l.value != "" && !l.below {
				p.raw(` <tspan class="end-value">`).escape(l.value).raw("</tspan>")
			}
			p.raw("</text>")
		}
		if l.below {
			p.classText("end-value", x, y+float64(n-1)*step, l.value)
		}
		p.end()
	}
}
