package form

import (
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// Scatter puts a point for each member between two axes of values, whose guidelines make four corners.
type Scatter struct{}

// Lengths of a scatter, in user units.
const (
	pointRadius   = 4.0
	litRadius     = 5.5
	cornerSteps   = 10   // to which an axis is rounded outward
	cornerLeading = 18.0 // of the rows above and below the plot
)

// mostSpelt is how many points may have their names spelt out on a phone; there is no height for more.
const mostSpelt = 60

// A scatterLayout is where things are in one drawing.
type scatterLayout struct {
	*sheet
	x, y         linear
	yTicks       chart.Steps
	labels       labels
	nameX, nameY float64 // baseline of the level guideline's name
	nameAnchor   scene.Anchor
	coded        int // how many names are codes
	height       float64
}

// Layout draws the points: guidelines and corners first, names last.
func (Scatter) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	l := &scatterLayout{sheet: newSheet(m, size)}
	l.place()
	l.field()
	l.corners()
	l.labels.leaders(l.sheet)
	l.show(func(k *chart.Mark) scene.Shape {
		r := pointRadius
		if k.Highlighted {
			r = litRadius
		}
		return scene.Circle{X: l.x.at(k.Value.V), Y: l.y.at(k.Second.V), R: r}
	})
	l.labels.write(l.sheet)
	if l.coded > 0 {
		l.height += cornerLeading
		l.write("tick", 0, l.height-5, scene.Start, m.Message("chart.quadrant.codes"))
	}
	return l.finish(l.height)
}

// share scales the axes. Rows above the plot: the title of its height, the upright guideline's name, then the upper
// corners; below it the lower corners, then the ticks and the title of its width.
func (l *scatterLayout) share(plot float64) {
	xLo, xHi := l.bounds(&l.X)
	yLo, yHi := l.bounds(&l.Y)
	l.yTicks = chart.Ticks(yLo, yHi, 6)
	top := 3*cornerLeading + 4
	l.x = linear{xLo, xHi, l.tickWidth(l.yTicks) + 9, l.W - 6}
	l.y = linear{yLo, yHi, top + plot, top}
	l.height = l.y.from + 3*cornerLeading + 8
}

// bounds returns the ends of an axis, round numbers with some air around the points; the guideline is among them, and
// keeps space on both sides.
func (l *scatterLayout) bounds(a *chart.Axis) (lo, hi float64) {
	lo, hi = l.Extent(a)
	if lo == hi {
		return lo - 1, hi + 1
	}
	at := l.ref(a).At
	air, least := (hi-lo)*0.06, (hi-lo)*0.1 // around all, and beside the guideline
	from, to := chart.RoundOutward(min(lo-air, at-least), max(hi+air, at+least), cornerSteps)
	if a == &l.X {
		first := l.besideGuideline(at, lo-air, (to-from)/(l.W-60))
		from, to = chart.RoundOutward(min(first, at-least), to, cornerSteps)
	}
	if lo >= 0 {
		from = max(from, 0) // no space for what cannot be
	}
	return from, to
}

// besideGuideline returns how far an axis goes before the guideline so that the names of the points there have space,
// by how much a unit of length is.
func (l *scatterLayout) besideGuideline(at, first, unit float64) float64 {
	for _, k := range l.Marks {
		w := l.faceOf(k).width(k.Row+k.NoteMark()) * unit
		switch v := k.Value.V; {
		case v >= at:
		case v+w/2 < at: // above or below the point
			first = min(first, v-w/2)
		default:
			first = min(first, v-w-10*unit)
		}
	}
	return first
}

// ref returns the guideline on an axis.
func (l *scatterLayout) ref(a *chart.Axis) chart.Ref {
	return l.Refs[slices.IndexFunc(l.Refs, func(r chart.Ref) bool { return r.On == a })]
}

// place finds the height at which the fewest names are codes, the least such.
func (l *scatterLayout) place() {
	heights := []float64{400}
	if l.narrow() {
		heights = []float64{360, 460, 560}
	}
	best := scatterLayout{coded: math.MaxInt}
	for _, h := range heights {
		l.share(h)
		if l.names(); l.coded < best.coded {
			best = *l
		}
		if best.coded == 0 || len(l.Marks) > mostSpelt {
			break
		}
	}
	*l = best
}

// names measures the names, puts the level guideline's where it covers the fewest points, and finds a place for the
// rest: for their codes where there is no space for all.
func (l *scatterLayout) names() {
	taken := l.levelName().grown(1)
	plain := "point-name"
	if len(l.Where(chart.IsHighlighted)) > 0 {
		plain = "val"
	}
	for _, codes := range []bool{false, true} {
		l.labels, l.coded = nil, 0
		for _, k := range l.Marks {
			p := pointLabel{x: l.x.at(k.Value.V), y: l.y.at(k.Second.V), area: l.corner(k)}
			p.radius = pointRadius + 0.5
			class, forms := plain, []string{k.Row + k.NoteMark(), k.Short + k.NoteMark()}
			if k.Highlighted {
				p.radius, class = litRadius+0.5, "count halo"
			} else if codes {
				forms = forms[1:]
			}
			l.labels.add(l.sheet, k, class, p, forms...)
		}
		placeLabels(l.labels, []region{taken}, codeAlone)
		all := true
		for i, p := range l.labels {
			all = all && p.placed
			if p.placed && p.text() != l.Marks[i].Row+l.Marks[i].NoteMark() {
				l.coded++
			}
		}
		if all {
			break
		}
	}
}

// corner returns the region of a mark's corner: a name is on its own side of both guidelines.
func (l *scatterLayout) corner(k *chart.Mark) region {
	area := region{l.x.from + 2, l.y.to + 1, l.W, l.y.from - 1}
	for _, r := range l.Refs {
		x, y := l.x.at(r.At), l.y.at(r.At)
		switch across := r.On == &l.X; {
		case across && beyond(r, k.Value.V):
			area.left = max(area.left, x+2)
		case across:
			area.right = min(area.right, x-2)
		case beyond(r, k.Second.V):
			area.bottom = min(area.bottom, y-2)
		default:
			area.top = max(area.top, y+2)
		}
	}
	return area
}

// beyond reports whether a value is on the upper side of a mark; on it, on the side that meets it.
func beyond(r chart.Ref, v float64) bool {
	return v > r.At || v == r.At && r.Met > 0
}

// levelName puts the name of the level guideline where it covers the fewest
// points, and returns the region that it takes.
func (l *scatterLayout) levelName() region {
	name := l.ref(&l.Y)
	line, w, size := l.y.at(name.At), l.bold.width(name.Name), l.size
	var taken region
	fewest := len(l.Marks) + 1
	for _, c := range []struct {
		anchor  scene.Anchor
		x, base float64
	}{{scene.End, l.W - 4, line - 5}, {scene.Start, l.x.from + 4, line - 5},
		{scene.End, l.W - 4, line + 4 + 0.8*size}, {scene.Start, l.x.from + 4, line + 4 + 0.8*size}} {
		r := region{c.x, c.base - 0.8*size, c.x + w, c.base + 0.25*size}
		if c.anchor == scene.End {
			r.left, r.right = c.x-w, c.x
		}
		covered := l.Where(func(k *chart.Mark) bool {
			x, y := l.x.at(k.Value.V), l.y.at(k.Second.V)
			return r.meets(region{x - 5, y - 5, x + 5, y + 5})
		})
		if n := len(covered); n < fewest {
			fewest, taken = n, r
			l.nameX, l.nameY, l.nameAnchor = c.x, c.base, c.anchor
		}
	}
	return taken
}

// field draws the ticks of both axes and the guidelines with their names.
func (l *scatterLayout) field() {
	across, level := l.ref(&l.X), l.ref(&l.Y)
	l.met()
	l.verticalAxis(l.yTicks, l.y, span{l.x.from, l.x.to}, 6)
	l.horizontalAxis(l.x, span{l.y.to, l.y.from}, l.y.from+2*cornerLeading, l.W)
	l.write("tick", 0, l.size-1, scene.Start, l.plain.fit(l.Y.Title, l.W))
	l.write("tick", l.W, l.y.from+3*cornerLeading, scene.End,
		l.plain.fit(l.X.Title, l.W))
	for _, r := range l.Refs {
		x, y := l.x.at(r.At), l.y.at(r.At)
		if r.On == &l.X {
			l.Add("ref", scene.Segment(x, l.y.to-3, x, l.y.from+3))
		} else {
			l.Add("ref", scene.Segment(l.x.from-3, y, l.x.to+3, y))
		}
	}
	at := inside(l.x.at(across.At), l.bold.width(across.Name), l.W)
	l.write("ref-name halo", at, l.y.to-9-cornerLeading, scene.Middle, across.Name)
	l.write("ref-name halo", l.nameX, l.nameY, l.nameAnchor, level.Name)
}

// met shades where both guidelines are met: a corner, or a strip where one is a band.
func (l *scatterLayout) met() {
	left, right, top, bottom := l.x.from, l.x.to, l.y.to, l.y.from
	for _, r := range l.Refs {
		x, y := l.x.at(r.At), l.y.at(r.At)
		switch across := r.On == &l.X; {
		case across && r.Met > 0:
			left = x
		case across:
			right = x
		case r.Met > 0:
			bottom = y
		default:
			top = y
		}
	}
	l.Add("met", scene.Path(nil).Box(left, top, right-left, bottom-top))
}

// corners writes what the four corners mean and how many members are in each; a band makes more than four. Where two
// have no room side by side, the name of one is shortened.
func (l *scatterLayout) corners() {
	if len(l.Refs) > 2 {
		return
	}
	room := l.x.to - l.x.from - 12
	text := func(corner int, room float64) string {
		say := func(name string) string {
			return l.Message("chart.quadrant.corner", "what", name, "n", l.InCorner[corner])
		}
		return say(l.plain.fit(l.Corners[corner], room-l.plain.width(say(""))))
	}
	both, neither := text(3, room), text(0, room)
	above, below := l.y.to-7, l.y.from+4+l.size
	l.write("tick", l.x.from, above, scene.Start, text(2, room-l.plain.width(both)))
	l.write("tick", l.x.to+5, above, scene.End, both)
	l.write("tick", l.x.from, below, scene.Start, neither)
	l.write("tick", l.x.to+5, below, scene.End, text(1, room-l.plain.width(neither)))
}
