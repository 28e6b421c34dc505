package form

import (
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
)

// TestArrange holds where the names of events are: over their days if there is space, else moved aside as little as can
// be; the first that would no longer be over its day is to go.
func TestArrange(t *testing.T) {
	type flag struct{ at, width float64 }
	for _, c := range []struct {
		name  string
		flags []flag
		want  []float64 // the middle of each
		off   int       // the first to go; -1 for none
	}{
		{"one", []flag{{100, 80}}, []float64{100}, -1},
		{"at the left edge", []flag{{5, 40}}, []float64{20}, -1},
		{"at the right edge", []flag{{299, 40}}, []float64{280}, -1},
		{"apart", []flag{{100, 40}, {148, 40}}, []float64{100, 148}, -1},
		{"close", []flag{{100, 40}, {120, 40}}, []float64{86, 134}, -1},
		{"three of one day", []flag{{100, 40}, {100, 40}, {100, 40}}, []float64{52, 100, 148}, 0},
		{"close at the edge", []flag{{2, 40}, {30, 40}}, []float64{20, 68}, 1},
		{"just over its day", []flag{{2, 40}, {46, 40}}, []float64{20, 68}, -1},
		{"wider than there is space for", []flag{{100, 200}, {200, 200}}, []float64{100, 308}, 1},
	} {
		var all []annotation
		for _, f := range c.flags {
			all = append(all, annotation{at: f.at, width: f.width})
		}
		off := arrange(all, 300)
		if off != c.off {
			t.Errorf("%s: %d is to go, want %d", c.name, off, c.off)
		}
		for i, f := range all {
			if f.x != c.want[i] && (off < 0 || i <= off) {
				t.Errorf("%s: %d is at %v, want %v", c.name, i, f.x, c.want[i])
			}
		}
	}
}

// TestClip holds which part of a way from one value to another is within a plot.
func TestClip(t *testing.T) {
	for _, c := range []struct {
		name     string
		a, b     float64
		from, to float64
		ok       bool
	}{
		{"within", 12, 18, 0, 1, true},
		{"level", 15, 15, 0, 1, true},
		{"out at the top", 15, 25, 0, 0.5, true},
		{"in from the top", 25, 15, 0.5, 1, true},
		{"out at the bottom", 15, 5, 0, 0.5, true},
		{"through all of it", 0, 40, 0.25, 0.5, true},
		{"through all of it, down", 40, 0, 0.5, 0.75, true},
		{"along the top", 20, 20, 0, 1, true},
		{"up to the bottom", 0, 10, 1, 1, true},
		{"above", 21, 30, 0, 0, false},
		{"below", 9, 5, 0, 0, false},
	} {
		if from, to, ok := clip(c.a, c.b, 10, 20); from != c.from || to != c.to || ok != c.ok {
			t.Errorf("%s: %v to %v, %t, want %v to %v, %t", c.name, from, to, ok, c.from, c.to, c.ok)
		}
	}
}

// TestMissed holds which part of a plot from 0 to 10, drawn from 100 down to 200, is on the other side of a guideline.
func TestMissed(t *testing.T) {
	y := linear{0, 10, 200, 100}
	for _, c := range []struct {
		name      string
		at        float64
		met       int
		top, high float64
	}{
		{"a floor", 4, 1, 160, 40},
		{"a ceiling", 4, -1, 100, 60},
		{"a floor above all", 12, 1, 100, 100},
		{"a floor below all", -1, 1, 0, 0},
		{"a ceiling above all", 12, -1, 0, 0},
		{"a ceiling below all", -1, -1, 100, 100},
	} {
		got := (&sheet{}).missed(chart.Ref{At: c.at, Met: c.met}, y, 30, 50)
		want := scene.Path(nil)
		if c.high > 0 {
			want = want.Box(30, c.top, 50, c.high)
		}
		if len(got) != len(want) {
			t.Errorf("%s: %v, want %v", c.name, got, want)
			continue
		}
		for i := range got {
			if got[i] != want[i] {
				t.Errorf("%s: %v, want %v", c.name, got, want)
			}
		}
	}
}

// TestInside holds that a text stays in a drawing, as near to its place as can be.
func TestInside(t *testing.T) {
	for _, c := range []struct{ x, width, want float64 }{{50, 20, 50}, {5, 20, 10}, {95, 20, 90}, {50, 120, 60}} {
		if got := inside(c.x, c.width, 100); got != c.want {
			t.Errorf("%v wide at %v: at %v, want %v", c.width, c.x, got, c.want)
		}
	}
}
