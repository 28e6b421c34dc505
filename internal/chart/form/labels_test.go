package form

import (
	"math/rand/v2"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// british are the messages that the program comes with.
var british = func() chart.Messages {
	c, errs := i18n.Load(templates.FS, templates.FS, "en-GB")
	if len(errs) > 0 {
		panic(errs)
	}
	return chart.Messages{Catalog: c}
}()

func TestYearTicks(t *testing.T) {
	for _, c := range []struct {
		from, to int
		pitch    float64
		want     string
	}{
		{2014, 2026, 55, "2014 2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026"},
		{2014, 2026, 27.7, "2014 15 16 17 18 19 20 21 22 23 24 25 26"},
		{2014, 2025, 20, "2015 2017 2019 2021 2023 2025"},
		{2014, 2026, 17, "2014 2017 2020 2023 2026"},
		{1998, 2002, 27.7, "1998 99 2000 01 02"},
		{1949, 2024, 7, "1950 1960 1970 1980 1990 2000 2010 2020"},
		{2016, 2016, 300, "2016"},
		{2011, 2014, 2, "2011 2014"},
	} {
		var got []string
		s := newSheet(&chart.Model{From: c.from, To: c.to}, chart.Narrow)
		for _, y := range s.yearTicks(c.pitch) {
			got = append(got, y.label)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%d to %d at %v: %s, want %s", c.from, c.to, c.pitch, s, c.want)
		}
	}
}

// TestAxisTicks holds which numbers an axis of some length has: as many as there is space for.
func TestAxisTicks(t *testing.T) {
	for _, c := range []struct {
		lo, hi, length float64
		unit           dataset.Unit
		want           string
	}{
		{0, 4, 600, dataset.Percent, "0.0 0.5 1.0 1.5 2.0 2.5 3.0 3.5 4.0%"},
		{0, 4, 200, dataset.Percent, "0 2 4%"},
		{0, 4, 100, dataset.Percent, "0 2 4%"},
		{0, 4, 20, dataset.Percent, "0%"},
		{0, 3, 600, dataset.Count, "0 1 2 3"},
		{0, 30, 600, dataset.Count, "0 5 10 15 20 25 30"},
		{0, 2e6, 300, dataset.USDMillion, "0 $500bn $1.00tn $1.50tn $2.00tn"},
		{0, 2e6, 200, dataset.USDMillion, "0 $1.00tn $2.00tn"},
		{0, 2e6, 120, dataset.USDMillion, "0 $1.00tn $2.00tn"},
		{0, 2.5e6, 160, dataset.USDMillion, "0 $1.00tn $2.00tn"},
	} {
		s := newSheet(&chart.Model{Messages: british}, chart.Wide)
		ticks := s.ticks(linear{c.lo, c.hi, 0, c.length}, c.unit)
		var got []string
		for i := range ticks.Values {
			got = append(got, s.tickLabel(ticks, i, c.unit))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%v to %v on %v: %s, want %s", c.lo, c.hi, c.length, s, c.want)
		}
	}
}

// TestSpread throws labels at the solver: none may cover another or leave the
// room, and those with room enough stay where they are.
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
		room := max(300, need)
		spreadLabels(labels, 0, room)
		for i, l := range labels {
			if l.y-l.height/2 < -1e-6 || l.y+l.height/2 > room+1e-6 {
				t.Fatalf("label %d lies outside: %+v in %v", i, l, room)
			}
			if i > 0 && labels[i-1].y+labels[i-1].height/2 > l.y-l.height/2+1e-6 {
				t.Fatalf("labels %d and %d overlap: %+v %+v", i-1, i, labels[i-1], l)
			}
		}
	}
	apart := []endLabel{{want: 200, height: 16}, {want: 50, height: 16}}
	spreadLabels(apart, 0, 300)
	if apart[0].y != 50 || apart[1].y != 200 {
		t.Errorf("labels with room were moved: %+v", apart)
	}
	same := []endLabel{{want: 100, height: 16}, {want: 100, height: 16}}
	spreadLabels(same, 0, 300)
	if same[0].y != 92 || same[1].y != 108 {
		t.Errorf("two of one place do not share it: %+v", same)
	}
}
