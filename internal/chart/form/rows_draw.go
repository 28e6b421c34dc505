package form

import (
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// rowY returns the middle of a row's marks.
func (l *rowLayout) rowY(row int) float64 {
	y := l.top + float64(row)*l.pitch
	if l.stacked {
		return y + stackHead + (l.pitch-stackHead)/2
	}
	return y + l.pitch/2
}

// name writes the name of a row, on the side of nothing where its mark is not.
func (l *rowLayout) name(class string, row int, name string, k *chart.Mark) {
	t := &scene.Text{X: l.nameEnd, Y: l.middle(l.rowY(row)), S: name, Anchor: scene.End}
	switch zero := l.x.at(0); {
	case l.stacked:
		t.X, t.Y, t.Anchor = 0, l.top+float64(row)*l.pitch+l.size, scene.Start
		t.S = l.faceOf(k).fit(name, l.W)
	case l.divided() && k.Value.V < 0:
		t.X, t.Anchor = zero+nameGap, scene.Start
	case l.divided():
		t.X = zero - nameGap
	}
	class = named(class, k)
	if l.Dots || l.stacked { // the lines of the axis are behind it
		class += " halo"
	}
	l.Show(class, t, k.Owner())
}

// axis draws the ticks, every one with its number, and over them the names of
// the references, on a line of their own so that they meet no tick.
func (l *rowLayout) axis() {
	top, bottom, marks := l.top-6, l.height, l.height
	if n := len(l.Absent); n > 0 {
		marks -= float64(n)*l.pitch + footHeight
	}
	l.horizontalAxis(l.x, span{top, bottom}, top-5, l.right)
	var names []region // of those that have one
	for _, r := range l.Refs {
		x, w := l.x.at(r.At), l.bold.width(r.Name)
		at := inside(x, w, l.W)
		name := region{at - w/2 - 4, 0, at + w/2 + 4, 1}
		switch {
		case !r.Side:
			l.Add("ref", scene.Segment(x, top, x, bottom))
			l.write("ref-name", at, top-25, scene.Middle, r.Name)
		case r.At > l.x.lo && r.At < l.x.hi && !slices.ContainsFunc(names, name.meets):
			l.lesserReference(r, x, top, marks)
		default:
			continue
		}
		names = append(names, name)
	}
}

// lesserReference draws a lesser reference along the rows of marks, in pieces where a value is in its way. Beside other
// rows it would run through the reasons.
func (l *rowLayout) lesserReference(r chart.Ref, x, top, bottom float64) {
	var line scene.Path
	for i, k := range l.Marks {
		from, to := l.labels[i].x, l.labels[i].x+l.labels[i].width
		if l.labels[i].left {
			from, to = from-l.labels[i].width, from
		}
		if row := k.Place; from < x && x < to {
			line = line.Segment(x, top, x, l.rowY(row)-l.pitch/2)
			top = l.rowY(row) + l.pitch/2
		}
	}
	l.Add("ref-side", line.Segment(x, top, x, bottom))
	l.write("tick", inside(x, l.plain.width(r.Name), l.W), l.top-31, scene.Middle, r.Name)
}

// connectors joins the points of each row in the colour of the last, or the ends of bars to where the next row's begin.
func (l *rowLayout) connectors() {
	if !l.Joined {
		return
	}
	paths, order := map[string]scene.Path{}, []string(nil)
	join := func(class string, x1, y1, x2, y2 float64) {
		if paths[class] == nil {
			order = append(order, class)
		}
		paths[class] = paths[class].Segment(x1, y1, x2, y2)
	}
	for i, name := range l.Y.Names {
		row, y := l.InRow(name), l.rowY(i)
		last := row[len(row)-1]
		if l.bars > 0 {
			if x := l.x.at(last.From + last.Value.V); i+1 < len(l.Y.Names) {
				join("leader", x, y, x, l.rowY(i+1))
			}
			continue
		}
		tone := last.Tone
		if len(l.Series) > 2 {
			tone = "soft"
		}
		if high, low := chart.Extremes(row); high.Value.V != low.Value.V {
			join("shaft "+tone, l.x.at(low.Value.V), y, l.x.at(high.Value.V), y)
		}
	}
	for _, class := range order {
		l.Add(class, paths[class])
	}
}

// markOf returns the shape of a mark. A bar of no length keeps a hair's breadth, to be found by the eye and the
// pointer.
func (l *rowLayout) markOf(k *chart.Mark) scene.Shape {
	x, y, draw := l.x.at(k.Value.V), l.rowY(k.Place), l.Series[k.Series].Draw
	switch {
	case draw != chart.AsBar:
		return l.mark(draw, x, y+l.shifted(k), 0)
	case l.Dots:
		return scene.Shapes{l.bar(k, y), scene.Circle{X: x, Y: y, R: pointSize}}
	}
	return l.bar(k, y)
}

// bar returns the rectangle of a bar; several of a row are one below the other.
func (l *rowLayout) bar(k *chart.Mark, y float64) scene.Rect {
	x, w := l.x.at(k.From), max(math.Abs(l.x.at(k.Value.V)-l.x.at(0)), 1)
	if k.Value.V < 0 {
		x -= w
	}
	thick := l.Thick / float64(l.bars)
	return scene.Rect{X: x, Y: y - l.Thick/2 + float64(k.Series%l.bars)*thick, W: w, H: thick}
}

// mark returns the shape of a mark at a point, of a bar as wide as is asked.
func (l *rowLayout) mark(d chart.Draw, x, y, w float64) scene.Shape {
	switch d {
	case chart.AsBar:
		return scene.Rect{X: x - w/2, Y: y - 5, W: w, H: 10}
	case chart.AsTick:
		return scene.Rect{X: x - strokeWide/2, Y: y - strokeHigh/2, W: strokeWide, H: strokeHigh}
	}
	return scene.Circle{X: x, Y: y, R: pointSize}
}

// shifted returns how far a point is moved up or down, because another of its row would cover it.
func (l *rowLayout) shifted(k *chart.Mark) float64 {
	return dotPitch2 * l.Crowd(k, func(other *chart.Mark) bool {
		return math.Abs(l.x.at(other.Value.V)-l.x.at(k.Value.V)) < dotPitch2
	})
}

// values writes what a mark shows beyond its end, or where a reference would run through that, before its beginning.
func (l *rowLayout) values() {
	for _, before := range []bool{false, true} {
		for i, t := range l.Marks {
			k, t := t, &l.labels[i]
			if t.text == "" || t.left != before {
				continue
			}
			anchor, y := scene.Start, l.rowY(k.Place)
			if before {
				anchor = scene.End
			}
			if l.Series[k.Series].Draw == chart.AsBar {
				r := l.bar(k, y)
				y = r.Y + r.H/2
			}
			l.write(named("val", k), t.x, l.middle(y), anchor, t.text)
		}
	}
}

// place finds where the value of a mark is written.
func (l *rowLayout) place(t *label, k *chart.Mark) {
	gap := l.gap(k)
	beside := func(v float64, left bool) (x float64, crosses bool) {
		from, to := l.x.at(v)+gap, l.x.at(v)+gap+t.width
		if left {
			from, to = l.x.at(v)-gap-t.width, l.x.at(v)-gap
		}
		for _, r := range l.Refs {
			at := l.x.at(r.At)
			crosses = crosses || !r.Side && from < at && at < to
		}
		if x = from; left {
			x = to
		}
		return x, crosses || to > l.right
	}
	crosses := false
	t.left = l.labelsLeft(k)
	if t.x, crosses = beside(k.From+k.Value.V, t.left); crosses && k.From != 0 {
		if x, crosses := beside(k.From, !t.left); !crosses {
			t.x, t.left = x, !t.left
		}
	}
}

// absent names the members without a mark and the reasons, on the side of the guideline where there is more space.
func (l *rowLayout) absent() {
	left := 0.0
	if !l.stacked {
		left = l.nameEnd + nameGap
	}
	at := left - labelGap
	switch {
	case l.bars > 0:
		at = l.x.at(0)
	case len(l.Refs) > 0 && l.W-l.x.at(l.Refs[0].At) > l.x.at(l.Refs[0].At)-left:
		at = l.x.at(l.Refs[0].At)
	}
	if l.divided() {
		at += nameGap - labelGap
	}
	right, room := l.W-at-labelGap, at-labelGap-left
	for i, a := range l.Absent {
		row := len(l.Y.Names) + i
		l.name("absent", row, a.Member.Name, &chart.Mark{Member: a.Member.Code})
		x, space, anchor := at+labelGap, right, scene.Start
		if w := l.plain.width(a.Why); w > right && room > right && !l.divided() {
			x, space, anchor = at-labelGap, room, scene.End
		}
		l.write("reason", x, l.middle(l.rowY(row)), anchor, l.plain.fit(a.Why, space))
	}
}
