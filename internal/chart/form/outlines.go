package form

import (
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// Map puts each member where it is: by its outline where the report has those of all, on land without borders; else by
// a tile. The members of most of the map are large, those of other parts in insets.
type Map struct{ Tiles }

// Lengths of a map, in user units.
const (
	insetWide  = 170.0 // beside the map
	insetFlat  = 140.0 // below it, on a phone
	smallShape = 7.0   // of a member that has a point too
	spotRadius = 3.0
)

// A mapLayout is where things are in one drawing.
type mapLayout struct {
	*sheet
	labels labels
	taken  []region
	inside []scene.Item // codes and values within their shapes
	lands  []land
}

// A land is where a member is in the drawing.
type land struct {
	member string
	path   scene.Path
	box    region
}

// What it costs to write a label on the land of other members. On a phone it may be on so much of it, and loses its
// value before it moves away: a pointer tells both.
const (
	onOthers          = 4.0
	mostOnPhone       = 0.1
	nearOnPhone       = 24.0
	withoutValuePhone = 4.0
)

// onOwn is how wide a land has to be, in widths of its label, to have it in its middle: its colour is seen around it.
const onOwn = 0.7

// others returns what a place costs for the land of others below it: more, the more of it there is.
func (l *mapLayout) others(member string) func(region) float64 {
	return func(box region) float64 {
		const columns, rows = 6, 2
		met := 0
		for i := range columns * rows {
			x := box.left + (box.right-box.left)*(float64(i%columns)+0.5)/columns
			y := box.top + (box.bottom-box.top)*(float64(i/columns)+0.5)/rows
			if slices.ContainsFunc(l.lands, func(o land) bool { return o.member != member && o.holds(x, y) }) {
				met++
			}
		}
		share := float64(met) / (columns * rows)
		if l.narrow() && share > mostOnPhone {
			return math.Inf(1)
		}
		return onOthers * share
	}
}

// holds reports whether a point is within the land: whether a line to the left from there crosses its borders an odd
// number of times.
func (o *land) holds(x, y float64) (in bool) {
	if x < o.box.left || x > o.box.right || y < o.box.top || y > o.box.bottom {
		return false
	}
	for i := 1; i < len(o.path); i++ {
		a, b := o.path[i-1], o.path[i]
		if b.Op == scene.LineTo && (a.Y > y) != (b.Y > y) && x > a.X+(y-a.Y)/(b.Y-a.Y)*(b.X-a.X) {
			in = !in
		}
	}
	return in
}

// Layout draws the outlines, then their codes and values.
func (f Map) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	if len(m.Parts) == 0 {
		return f.Tiles.Layout(m, size)
	}
	l := &mapLayout{sheet: newSheet(m, size)}
	l.key(m.Refs[0])
	bottom := placeParts(m.Parts, size, func(shape chart.Shape, place *projection, area region) {
		l.shape(shape, place.path(shape.Member.Outline), place.path(shape.Member.Outline[:1]), area)
	})
	l.Items = append(l.Items, l.inside...)
	short := withoutValue
	if l.narrow() {
		short = withoutValuePhone
	}
	placeLabels(l.labels, l.taken, short)
	l.labels.leaders(l.sheet)
	l.labels.write(l.sheet)
	return l.finish(l.notes(bottom + 4))
}

// Outlines returns the shapes as they are in a drawing of a size.
func (Map) Outlines(parts []chart.Part, size chart.Size) []chart.Outlined {
	var list []chart.Outlined
	placeParts(parts, size, func(shape chart.Shape, place *projection, _ region) {
		large := place.path(shape.Member.Outline[:1])
		x, y := centre(large)
		o := chart.Outlined{Name: shape.Member.Name, Middle: [2]float64{math.Round(x), math.Round(y)}}
		if isSmall(large) {
			o.Rings = append(o.Rings, spot(x, y))
		}
		for _, ring := range shape.Member.Outline {
			var points [][2]float64
			for _, s := range place.path([][][2]float64{ring}) {
				if s.Op != scene.Close {
					points = append(points, [2]float64{s.X, s.Y})
				}
			}
			if len(points) > 2 { // else it is smaller than is seen
				o.Rings = append(o.Rings, points)
			}
		}
		list = append(list, o)
	})
	return list
}

// placeParts puts the parts of a map into a drawing, the first large and the others in insets, and each shape where it
// is in its part. It returns where the last ends.
func placeParts(parts []chart.Part, size chart.Size, put func(chart.Shape, *projection, region)) (bottom float64) {
	top, left, narrow := keyHeight+10, 0.0, size == chart.Narrow
	if !narrow {
		left = insetWide + 10
	}
	for i, part := range parts {
		x, y, width := left, top, size.Width-left
		switch {
		case i > 0 && narrow:
			y, width = bottom+6, insetFlat
		case i > 0:
			x, y, width = 0, top+float64(i-1)*insetWide+80, insetWide
		}
		place := newProjection(part)
		high := place.fit(part, x, y, width)
		for _, shape := range part {
			put(shape, place, region{x, y, x + width, y + high})
		}
		bottom = max(bottom, y+high)
	}
	return bottom
}

// fit scales a part of the map to a width from x and y on, and returns its height.
func (p *projection) fit(part chart.Part, x, y, width float64) float64 {
	all := nowhere
	for _, shape := range part {
		all = all.around(p.path(shape.Member.Outline))
	}
	margin := 0.1 * width // for the names of those at the edge
	p.scale = (width - margin) / (all.right - all.left)
	p.x, p.y, p.fixed = x+margin/2-all.left*p.scale, y-all.top*p.scale, true
	return (all.bottom - all.top) * p.scale
}

// shape draws a member, and makes its label: within its largest piece where that has space, else beside it.
func (l *mapLayout) shape(shape chart.Shape, path, large scene.Path, area region) {
	box := nowhere.around(large)
	l.lands = append(l.lands, land{shape.Member.Code, path, nowhere.around(path)})
	x, y := centre(large)
	var drawn scene.Shape = path
	if isSmall(large) {
		drawn = scene.Shapes{path, scene.Circle{X: x, Y: y, R: spotRadius}}
	}
	k, size := shape.Mark, l.size
	if k == nil {
		l.Show("no-data", drawn, (&chart.Mark{Member: shape.Member.Code}).Owner())
		return
	}
	l.Show(k.Class("land"), drawn, k)
	if k.Unlike {
		l.Add("overlay est", path)
	}
	if k.Highlighted {
		l.Add("outline", path)
	}
	code := k.Short + k.NoteMark()
	w, value := l.bold.width(code), l.plain.width(k.Label)
	part := 0.62 // of its shape that it may take
	if l.narrow() {
		part = 0.76
	}
	room := region{x - max(w, value)/2, y - size, x + max(w, value)/2, y + size + 2}
	fits := room.right-room.left < part*(box.right-box.left) && room.bottom-room.top < part*(box.bottom-box.top)
	if fits && !slices.ContainsFunc(l.taken, room.meets) {
		write := func(class string, y float64, text string) {
			t := &scene.Text{X: x, Y: y, S: text, Anchor: scene.Middle}
			l.inside = append(l.inside, scene.Item{Class: class, Shape: t})
		}
		write("count", y-2, code)
		write("cell-text", y+size, k.Label)
		l.taken = append(l.taken, room)
		return
	}
	both, least := code+" "+k.Label, onOwn*l.plain.width(code+" "+k.Label)
	if l.narrow() {
		near := box.grown(nearOnPhone)
		area = region{max(area.left, near.left), max(area.top, near.top), min(area.right, near.right),
			min(area.bottom, near.bottom)}
		least = w
	}
	p := pointLabel{x: x, y: y, radius: 1, area: area, below: l.others(shape.Member.Code)}
	p.on = box.right-box.left > least
	l.labels.add(l.sheet, k, "point-name", p, both, code)
}

// isSmall reports whether an area is hard to see, so that it has a point too.
func isSmall(p scene.Path) bool {
	box := nowhere.around(p)
	return max(box.right-box.left, box.bottom-box.top) < smallShape
}

// spot returns such a point with corners.
func spot(x, y float64) [][2]float64 {
	ring := make([][2]float64, 8)
	for i := range ring {
		sin, cos := math.Sincos(float64(i) * math.Pi / 4)
		ring[i] = [2]float64{math.Round(10*(x+spotRadius*cos)) / 10, math.Round(10*(y+spotRadius*sin)) / 10}
	}
	return ring
}

// nowhere is the region of nothing.
var nowhere = region{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// around returns the region with a path in it.
func (a region) around(p scene.Path) region {
	for _, s := range p {
		if s.Op != scene.Close {
			a = region{min(a.left, s.X), min(a.top, s.Y), max(a.right, s.X), max(a.bottom, s.Y)}
		}
	}
	return a
}

// centre returns the middle of an area, by its centroid.
func centre(p scene.Path) (x, y float64) {
	area := 0.0
	for i := 1; i < len(p) && p[i].Op == scene.LineTo; i++ {
		a, b := p[i-1], p[i]
		cross := a.X*b.Y - b.X*a.Y
		area, x, y = area+cross, x+(a.X+b.X)*cross, y+(a.Y+b.Y)*cross
	}
	if area == 0 {
		return p[0].X, p[0].Y
	}
	return x / (3 * area), y / (3 * area)
}

// A projection is Albers' of equal areas, around the members of a part: what looks twice as large is.
type projection struct {
	n, c, middle float64
	x, y, scale  float64
	fixed        bool // the scale is known
}

func newProjection(part chart.Part) *projection {
	south, north, west, east := 90.0, -90.0, 180.0, -180.0
	for _, shape := range part {
		for _, ring := range shape.Member.Outline {
			for _, p := range ring {
				south, north, west, east = min(south, p[1]), max(north, p[1]), min(west, p[0]), max(east, p[0])
			}
		}
	}
	sin := func(degrees float64) float64 { return math.Sin(degrees * math.Pi / 180) }
	a, b := south+(north-south)/6, north-(north-south)/6
	p := &projection{n: (sin(a) + sin(b)) / 2, middle: (west + east) / 2, scale: 1}
	p.c = 1 - sin(a)*sin(a) + 2*p.n*sin(a)
	return p
}

// path returns an outline on the drawing, as exact as is seen: on whole units,
// so that the borders of neighbours still meet.
func (p *projection) path(outline [][][2]float64) scene.Path {
	var path scene.Path
	for _, ring := range outline {
		for i, at := range ring {
			rho := math.Sqrt(p.c-2*p.n*math.Sin(at[1]*math.Pi/180)) / p.n
			sin, cos := math.Sincos(p.n * (at[0] - p.middle) * math.Pi / 180)
			x, y := p.x+p.scale*rho*sin, p.y+p.scale*rho*cos
			if p.fixed {
				x, y = math.Round(x), math.Round(y)
			}
			switch n := len(path) - 1; {
			case i == 0:
				path = path.Move(x, y)
			case path[n].X != x || path[n].Y != y:
				path = path.Line(x, y)
			}
		}
		path = path.Closed()
	}
	return path
}
