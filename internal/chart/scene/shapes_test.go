package scene

import (
	"os"
	"strings"
	"testing"
)

// TestShapes holds how each shape is written, in a page with tooltips and without words of its own, and in a file.
func TestShapes(t *testing.T) {
	small := &Scene{Name: "small", W: 10, H: 5, Text: 7}
	small.Add("val", &Text{X: 1, Y: 2, S: "s", Size: 7})
	s := &Scene{Name: "narrow", W: 360, H: 123.4, Text: 14}
	s.Show("overlay est", Shapes{Rect{1, 2, 3, 4}, Circle{5, 6, 7}}, marker(` data-value="1"`))
	s.Add("headline", &Text{X: 1, Y: 1, S: "H", Size: 14}, &Text{X: 1, Y: 1, S: "I", Size: 12, Anchor: Middle})
	s.Show("bar up est", &Pin{Rect{1, 2, 3, 4}, Circle{5, 6, 7}}, marker(` data-value="2"`))
	s.Show("overlay est", Path(nil).Box(1, 2, 3, 4).Box(6, 7, 8, 9), marker(` data-value="3"`))
	s.Add("reason", &Text{X: 3, Y: 4, S: "a"})
	s.Add("name highlighted", &Text{X: 5, Y: 4, S: "b"})
	s.Add("name halo", Drawing{Scene: small, X: 20, Y: 30, Scale: 0.5}, Drawing{Scene: small, X: 40, Y: 30, Scale: 1}, Drawing{Scene: small}, &Text{X: 7, Y: 4, S: "c", Size: 14})
	s.Add("outline", Path(nil).Segment(0, 0, 9, 0).Segment(1, 1, 2, 2))
	s.Add("", Circle{1, 2, 3})
	tip := func(m Marker) string {
		return strings.Repeat("<"+string(m.(marker)), strings.Count(string(m.(marker)), "1"))
	}
	got := strings.ReplaceAll(strings.Join([]string{string(s.SVG("x", "T & T", "D", tip)), string(s.SVG("x", "", "", nil)), string(s.File("x", "T", "D", theme(t)))}, "\n"), "><", ">\n<")
	const name = "testdata/shapes.txt"
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want, err := os.ReadFile(name); err != nil || string(want) != got {
		t.Errorf("%v: the shapes are not those of %s:\n%s", err, name, got)
	}
}
