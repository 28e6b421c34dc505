package pages

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/templates"
)

func TestRoundStep(t *testing.T) {
	for _, c := range []struct{ spread, want float64 }{
		{3.72, 1}, {1, .2}, {.29, .05}, {3, 1}, {2.99, .5}, {40, 10}, {0, 0}, {.6, .2}, {1e15, 2e14}, {1e-9, 0},
	} {
		if got := roundStep(c.spread); got != c.want {
			t.Errorf("a spread of %v has steps of %v, want %v", c.spread, got, c.want)
		}
	}
	for v, want := range map[float64]int{1: 0, .2: 1, .05: 2, 10: 0, .30000000000000004: 1} {
		if got := placesOf(v); got != want {
			t.Errorf("%v has %d places, want %d", v, got, want)
		}
	}
}

// TestWithMark holds how a question about a mark is named after the agreed one, whose name may be typed with plain
// spaces and a hyphen.
func TestWithMark(t *testing.T) {
	for _, c := range []struct{ name, own, other, want string }{
		{"2% of income", "2%", "3.5%", "3.5% of income"},
		{"-3% of income", "−3%", "−10%", "−10% of income"},
		{"1 000 personnes", "1\u202f000", "200", "200 personnes"},
		{"the Ridge limit", "60%", "80%", "80%"},
	} {
		if got := withMark(c.name, c.own, c.other); got != c.want {
			t.Errorf("%s in the place of %s in %q is %q, want %q", c.other, c.own, c.name, got, c.want)
		}
	}
}

// TestNamedMarks holds that marks whose words would meet on a phone are without, but for those agreed on.
func TestNamedMarks(t *testing.T) {
	w, base := &WhatIf{}, &dataset.Guideline{}
	for _, at := range []float64{0.2, 0.4, 0.6, 0.7, 0.8, 1} {
		w.Marks = append(w.Marks, &Mark{Tally: &dataset.Tally{Guideline: &dataset.Guideline{All: base.With(at)}},
			Label: fmt.Sprintf("%v %%", at)})
	}
	w.Marks[3].Agreed = []*dataset.Guideline{base}
	named := w.named(1.1)
	shown := lists.Each(w.Marks, func(m *Mark) string { return named[m] })
	if want := []string{"0.2 %", "0.4 %", "", "0.7 %", "", "1 %"}; !slices.Equal(shown, want) {
		t.Errorf("below the slider is %q, want %q", shown, want)
	}
}

// The style guide shows every colour, size and step of tokens.css.
func TestStyleGuide(t *testing.T) {
	src, err := templates.FS.ReadFile("assets/tokens.css")
	if err != nil {
		t.Fatal(err)
	}
	g := (&maker{Views: &Views{}}).styleGuide(nil)
	shown := []string{"serif", "sans", "mono", "measure", "gap"} // seen all over
	for _, name := range g.Type {
		shown = append(shown, "t-"+name)
	}
	for _, name := range g.Space {
		shown = append(shown, "s-"+name)
	}
	shown = append(shown, g.Colours...)
	found := regexp.MustCompile(`(?m)^\s*--([\w-]+):`).FindAllSubmatch(src, -1)
	if len(found) < 30 {
		t.Fatalf("only %d tokens", len(found))
	}
	for _, m := range found {
		if !slices.Contains(shown, string(m[1])) {
			t.Errorf("the style guide does not show --%s", m[1])
		}
	}
}
