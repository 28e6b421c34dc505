package form

import (
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// Map puts each member where it is: by its outline where the report has those
// of all, on land without borders; else by a tile. The members of most of the
// map are large, those of other parts in insets.
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
}

// Layout draws the outlines, then their codes and values.
func (f Map) Layout(m *chart.Model, size chart.Size) *scene.Scene {
	if len(m.Parts) == 0 {
		return f.Tiles.Layout(m, size)
	}
	l := &mapLayout{sheet: newSheet(m, size)}
	l.key(m.Refs[0])
	top, left, bottom := keyHeight+10, 0.0, 0.0
	if !l.narrow() {
		left = insetWide + 10
	}
	for i, part := range m.Parts {
		x, y, width := left, top, size.Width-left
		switch {
		case i > 0 && l.narrow():
			y, width = bottom+6, insetFlat
		case i > 0:
			x, y, width = 0, top+float64(i-1)*insetWide+80, insetWide
		}
		bottom = max(bottom, l.part(part, x, y, width))
	}
	l.Items = append(l.Items, l.inside...)
	placeLabels(l.labels.points, l.taken, 2)
	l.labels.leaders(l.sheet)
	l.labels.write(l.sheet)
	return l.finish(l.notes(bottom + 4))
}

// part draws one part of the map into a width, and returns where it ends.
func (l *mapLayout) part(part chart.Part, x, y, width float64) float64 {
	place := newProjection(part)
	all := region{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, shape := range part {
		all = all.around(place.path(shape.Outline))
	}
	margin := 0.1 * width // for the names of those at the edge
	scale := (width - margin) / (all.right - all.left)
	place.scale, place.x, place.y = scale, x+margin/2-all.left*scale, y-all.top*scale
	place.fixed = true
	bottom := y + (all.bottom-all.top)*scale
	area := region{x, y, x + width, bottom}
	for _, shape := range part {
		path := place.path(shape.Outline)
		l.shape(shape, path, place.path(shape.Outline[:1]), area)
	}
	return bottom
}

// shape draws a member, and makes its label: within its largest piece where that has space, else beside it.
func (l *mapLayout) shape(shape chart.Shape, path, large scene.Path, area region) {
	box := region{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}.around(large)
	x, y := centre(large)
	var drawn scene.Shape = path
	if small := max(box.right-box.left, box.bottom-box.top) < smallShape; small {
		drawn = scene.Shapes{path, scene.Circle{X: x, Y: y, R: spotRadius}}
	}
	k, size := shape.Mark, l.size.Small
	if k == nil {
		l.Show("void", drawn, chart.OwnedBy(shape.Member))
		return
	}
	l.Show(k.Class("land"), drawn, k)
	if k.Unlike {
		l.Add("overlay est", path)
	}
	if k.Highlighted {
		l.Add("outline", path)
	}
	code := k.Short + noteMark(k)
	w, value := l.boldWidth(code, size), l.width(k.Label, size)
	room := region{x - max(w, value)/2, y - size, x + max(w, value)/2, y + size + 2}
	fits := room.right-room.left < 0.62*(box.right-box.left) && room.bottom-room.top < 0.62*(box.bottom-box.top)
	if fits && !slices.ContainsFunc(l.taken, room.meets) {
		l.inside = append(l.inside, scene.Item{Class: "count", Shape: &scene.Text{X: x, Y: y - 2, S: code, Size: size, Anchor: scene.Middle}},
			scene.Item{Class: "cell-text", Shape: &scene.Text{X: x, Y: y + size, S: k.Label, Size: size, Anchor: scene.Middle}})
		l.taken = append(l.taken, room)
		return
	}
	l.labels.add(l.sheet, k, "point-name", pointLabel{x: x, y: y, radius: 1, area: area, short: 16}, code+" "+k.Label, code)
}

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

// A projection is Albers' of equal areas, around the members of a part: what
// looks twice as large is.
type projection struct {
	n, c, middle float64
	x, y, scale  float64
	fixed        bool // the scale is known
}

func newProjection(part chart.Part) *projection {
	south, north, west, east := 90.0, -90.0, 180.0, -180.0
	for _, shape := range part {
		for _, ring := range shape.Outline {
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
