package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi float64
		most   int
		want   []float64
	}{
		{-1.56, 1.61, 5, []float64{-1, 0, 1}},
		{-1.56, 1.61, 9, []float64{-1.5, -1, -0.5, 0, 0.5, 1, 1.5}},
		{0, 33, 5, []float64{0, 10, 20, 30}},
		{0, 0.3, 4, []float64{0, 0.1, 0.2, 0.3}},
		{-4e6, 0, 3, []float64{-4e6, -2e6, 0}},
		{1, 1, 5, []float64{1}},
		{0, math.Inf(1), 5, []float64{0}},
		{-math.MaxFloat64, math.MaxFloat64, 5, []float64{-math.MaxFloat64}},
	} {
		got := Ticks(c.lo, c.hi, c.most).Values
		if len(got) != len(c.want) {
			t.Errorf("%v to %v: %v, want %v", c.lo, c.hi, got, c.want)
			continue
		}
		for i := range got {
			if math.Abs(got[i]-c.want[i]) > 1e-12 {
				t.Errorf("%v to %v: %v, want %v", c.lo, c.hi, got, c.want)
			}
		}
	}
}

// TestClasses holds which step a distance falls into.
func TestClasses(t *testing.T) {
	c := NewBins([]float64{-1.1, -0.9, 0.2, 0.4, 0.6, 1.0, 3}, 2, dataset.Floor)
	if c.Step != 0.5 {
		t.Fatalf("steps of %v", c.Step)
	}
	for d, want := range map[float64]int{0: 1, 0.49: 1, 0.5: 2, 1: 3, 99: 3, -0.01: -1, -0.5: -2, -0.99: -2, -1: -3, -99: -3} {
		if got := c.Of(d); got != want {
			t.Errorf("%v is in class %d, want %d", d, got, want)
		}
	}
	if c := NewBins([]float64{1, 0, 0, 0, -1, -240}, 0, dataset.Between); c.Step != 1 {
		t.Errorf("steps of %v between whole numbers", c.Step)
	}
	if c := NewBins(nil, 2, dataset.Floor); c.Of(0) != 1 || c.Of(-5) != -SideBins {
		t.Errorf("classes of nothing: %+v", c)
	}
}

// TestLineLooks holds that 26 lines can be told apart without any colour but
// their own.
func TestLineLooks(t *testing.T) {
	seen := map[string]int{}
	for i := range 26 {
		l := lineStyleOf(i, 7)
		drawn := scene.StyleOf(l.Class)
		look := fmt.Sprint(drawn.Stroke, drawn.Dash, drawn.Width)
		if other, ok := seen[look]; ok {
			t.Errorf("lines %d and %d look alike: %s", other, i, look)
		}
		seen[look] = i
		if strings.HasSuffix(l.Class, " lead") != (i == 7) || (l.Tone == "line-1") != (i == 7) {
			t.Errorf("line %d: %+v", i, l)
		}
	}
}

func TestYearsAt(t *testing.T) {
	for day, want := range map[string]string{"2016-07-02": "2016.00", "2014-01-01": "2013.50", "2014-12-31": "2014.50", "2014-09-05": "2014.18"} {
		if got := fmt.Sprintf("%.2f", YearsAt(civil.MustParse(day))); got != want {
			t.Errorf("%s is at %s, want %s", day, got, want)
		}
	}
}
