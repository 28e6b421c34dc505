package form

import (
	"math/rand/v2"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// TestPlaceLabels throws names at the solver, also all at one point: no text may
// cover another, a taken region or the edge, and every name finds a place.
func TestPlaceLabels(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	area, taken := region{30, 20, 700, 440}, []region{{500, 200, 690, 216}}
	for round := range 60 {
		var labels labels
		spread := []float64{1, 0.3, 0.05, 0}[round%4]
		for range 1 + r.IntN(32) {
			labels = append(labels, pointLabel{x: 300 + spread*300*(r.Float64()-0.5), y: 230 + spread*380*(r.Float64()-0.5), radius: 4,
				widths: []float64{30 + 80*r.Float64(), 18}, height: 13})
		}
		for i := range labels {
			labels[i].area = area
		}
		placeLabels(labels, taken, 16)
		for i, a := range labels {
			if !a.placed {
				t.Fatalf("round %d: label %d of %d has no place", round, i, len(labels))
			}
			if !a.box.within(area) || a.box.meets(taken[0]) {
				t.Fatalf("round %d: label %d stands at %+v", round, i, a.box)
			}
			for k, b := range labels[i+1:] {
				if a.box.meets(b.box) {
					t.Fatalf("round %d: labels %d and %d overlap", round, i, i+1+k)
				}
			}
		}
	}
	lone := labels{{x: 100, y: 100, radius: 4, widths: []float64{50, 18}, height: 12}}
	lone[0].area = area
	placeLabels(lone, nil, 16)
	if l := lone[0]; l.leader || l.way.form != 0 || l.box != (region{107, 94, 157, 106}) {
		t.Errorf("a lone name stands at %+v", l)
	}
}

// TestPlacesTraded holds that a name gives its place beside its point to another that has no other.
func TestPlacesTraded(t *testing.T) {
	pair := labels{{x: 50, y: 10, radius: 4, widths: []float64{35}, height: 12}, {x: 100, y: 10, radius: 4, widths: []float64{35}, height: 12}}
	for i := range pair {
		pair[i].area = region{0, 3, 110, 17}
	}
	placeLabels(pair, nil, 16)
	if a, b := pair[0].box, pair[1].box; !pair[1].placed || a.right != 43 || b.right != 93 {
		t.Errorf("the names are at %+v and %+v, want both on the left", a, b)
	}
}

// TestPlacesAround holds that the line to a name leads around a text of the drawing.
func TestPlacesAround(t *testing.T) {
	lone, text := labels{{x: 50, y: 50, radius: 4, widths: []float64{30}, height: 12, area: region{49, 44, 300, 100}}}, region{56, 44, 100, 64}
	placeLabels(lone, []region{text}, 16)
	if l := lone[0]; !l.leader || l.line.through(text) {
		t.Errorf("the line %+v leads to %+v", l.line, l.box)
	}
}

// TestPlacesOnLand holds that a name is written beside its land on the sea, and not on a neighbour.
func TestPlacesOnLand(t *testing.T) {
	square := func(x float64) scene.Path {
		return scene.Path{}.Move(x, 0).Line(x+40, 0).Line(x+40, 40).Line(x, 40).Line(x, 0).Closed()
	}
	for _, size := range []chart.Size{chart.Wide, chart.Narrow} {
		l := &mapLayout{sheet: &sheet{size: size}}
		for i, code := range []string{"WES", "EAS"} {
			path := square(60 + 40*float64(i))
			l.lands = append(l.lands, land{code, path, nowhere.around(path)})
		}
		lone := labels{{x: 80, y: 20, radius: 1, widths: []float64{50}, height: 12, area: region{0, 0, 300, 60}, below: l.others("WES")}}
		placeLabels(lone, nil, 16)
		if box := lone[0].box; box.right > 100 {
			t.Errorf("%s: the name of the west is at %+v", size.Name, box)
		}
		inland := labels{{x: 80, y: 20, radius: 1, widths: []float64{50, 30}, height: 12, area: region{60, 0, 140, 40}, below: l.others("WES"), on: true}}
		placeLabels(inland, nil, withoutValuePhone)
		if p := inland[0]; l.narrow() && p.box.right > 102 {
			t.Errorf("between others the west has %+v", p.place)
		}
		if cost := l.others("EAS")(region{60, 0, 100, 40}); cost != l.others("WES")(region{100, 0, 140, 40}) || cost == 0 || l.others("WES")(region{60, 0, 100, 40}) != 0 {
			t.Errorf("%s: on the other's land it costs %v", size.Name, cost)
		}
	}
}

// TestPlacesOn holds that a name that may be on its point is in the middle of it, any other beside it.
func TestPlacesOn(t *testing.T) {
	for on, want := range map[bool]region{true: {75, 44, 125, 56}, false: {104, 44, 154, 56}} {
		lone := labels{{x: 100, y: 50, radius: 1, widths: []float64{50}, height: 12, area: region{0, 0, 300, 100}, on: on}}
		placeLabels(lone, nil, 16)
		if l := lone[0]; l.box != want || l.leader {
			t.Errorf("%t: the name is at %+v, want %+v", on, l.box, want)
		}
	}
}

func TestCrossed(t *testing.T) {
	r := region{10, 10, 20, 20}
	for _, c := range []struct {
		x1, y1, x2, y2 float64
		want           bool
	}{
		{0, 15, 30, 15, true}, {15, 0, 15, 30, true}, {0, 0, 30, 30, true}, {12, 12, 13, 13, true},
		{0, 5, 30, 5, false}, {0, 15, 9, 15, false}, {0, 25, 30, 21, false}, {5, 0, 5, 30, false}, {0, 21, 21, 0, true}, {0, 18, 18, 0, false},
		{0, 10, 30, 10, false}, {20, 0, 20, 30, false}, {25, 0, 25, 30, false}, {15, 12, 15, 13, true}, {15, 22, 15, 30, false},
	} {
		if got := (segment{c.x1, c.y1, c.x2, c.y2}).through(r); got != c.want {
			t.Errorf("%+v: %v", c, got)
		}
	}
	for _, c := range []struct {
		name string
		a, b segment
		want bool
	}{
		{"a cross", segment{0, 0, 10, 10}, segment{0, 10, 10, 0}, true},
		{"a low cross", segment{0, 0, 10, 1}, segment{0, 1, 10, 0}, true},
		{"side by side", segment{0, 0, 10, 0}, segment{0, 1, 10, 1}, false},
		{"one ends at the other", segment{0, 0, 10, 0}, segment{5, 0, 5, 5}, false},
		{"the other ends at one", segment{5, 0, 5, 5}, segment{0, 0, 10, 0}, false},
		{"one would have to be longer", segment{0, 0, 10, 0}, segment{5, 1, 5, 5}, false},
		{"the other would have to be", segment{5, 1, 5, 5}, segment{0, 0, 10, 0}, false},
	} {
		if c.a.crosses(c.b) != c.want {
			t.Errorf("%s: crosses is not %t", c.name, c.want)
		}
	}
}
