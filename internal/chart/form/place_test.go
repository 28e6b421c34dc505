package form

import (
	"math/rand/v2"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// TestPlaceLabels throws names at the solver, also all at one point: no text may cover another, a taken region or the
// edge, and every name finds a place.
func TestPlaceLabels(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	area, taken := region{30, 20, 700, 440}, []region{{500, 200, 690, 216}}
	for round := range 60 {
		var labels labels
		spread := []float64{1, 0.3, 0.05, 0}[round%4]
		for range 1 + r.IntN(32) {
			labels = append(labels, pointLabel{x: 300 + spread*300*(r.Float64()-0.5), y: 230 + spread*380*(r.Float64()-0.5), radius: 4,
				widths: []float64{30 + 80*r.Float64(), 18}, height: 13, area: area})
		}
		placeLabels(labels, taken, 16)
		for i, a := range labels {
			if !a.placed || !a.box.within(area) || a.box.meets(taken[0]) {
				t.Fatalf("round %d: label %d of %d is at %+v", round, i, len(labels), a.box)
			}
			for k, b := range labels[i+1:] {
				if a.box.meets(b.box) {
					t.Fatalf("round %d: labels %d and %d overlap", round, i, i+1+k)
				}
			}
		}
	}
}

// TestPlacesOnLand holds that a name is written beside its land on the sea, and not on a neighbour.
func TestPlacesOnLand(t *testing.T) {
	for _, size := range []chart.Size{chart.Wide, chart.Narrow} {
		l := &mapLayout{sheet: newSheet(&chart.Model{}, size)}
		for i, code := range []string{"WES", "EAS"} {
			x := 60 + 40*float64(i)
			path := scene.Path{}.Move(x, 0).Line(x+40, 0).Line(x+40, 40).Line(x, 40).Line(x, 0).Closed()
			l.lands = append(l.lands, land{code, path, nowhere.around(path)})
		}
		name := pointLabel{x: 80, y: 20, radius: 1, widths: []float64{50}, height: 12, area: region{0, 0, 300, 60}, below: l.others("WES")}
		lone := labels{name}
		placeLabels(lone, nil, 16)
		if box := lone[0].box; box.right > 100 {
			t.Errorf("%s: the name of the west is at %+v", size.Name, box)
		}
		name.area, name.on, name.widths = region{60, 0, 140, 40}, true, []float64{50, 30}
		inland := labels{name}
		placeLabels(inland, nil, withoutValuePhone)
		if p := inland[0]; l.narrow() && p.box.right > 102 {
			t.Errorf("between others the west has %+v", p.place)
		}
		west, east := region{60, 0, 100, 40}, region{100, 0, 140, 40}
		if cost := l.others("EAS")(west); cost != l.others("WES")(east) || cost == 0 || l.others("WES")(west) != 0 {
			t.Errorf("%s: on the other's land it costs %v", size.Name, cost)
		}
	}
}

// TestSpread throws labels at the solver: none may cover another or leave the room.
func TestSpread(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		var labels []endLabel
		need := 0.0
		for range 1 + r.IntN(20) {
			l := endLabel{want: 300 * r.Float64(), height: 10 + 30*r.Float64()}
			need += l.height
			labels = append(labels, l)
		}
		room, edge := max(300, need), -1e-6 // where the label before ends
		spreadLabels(labels, 0, room)
		for i, l := range labels {
			if l.y-l.height/2 < edge || l.y+l.height/2 > room+1e-6 {
				t.Fatalf("label %d is outside, or on the one before: %+v in %v", i, l, room)
			}
			edge = l.y + l.height/2 - 1e-6
		}
	}
}
