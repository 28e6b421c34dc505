package kind

import (
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/textmetrics"
	"burdenshare/templates"
)

// A box is the room that a text takes in a drawing.
type box struct {
	text                     string
	left, top, right, bottom float64
}

// boxes measures every text of a drawing in the faces that it is drawn for,
// with what a reader's own may be wider.
func boxes(t *testing.T, s *scene.Scene) []box {
	t.Helper()
	theme, errs := scene.ReadTheme(templates.FS)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	const slack = 1.08
	var list []box
	for _, it := range s.Items {
		text, ok := it.Shape.(*scene.Text)
		if !ok {
			continue
		}
		size, face := text.Size, textmetrics.Regular()
		if size == 0 {
			size = s.Text
		}
		if size < 12.5 {
			t.Errorf("text of %v units", size)
		}
		if theme.Style(it.Class).Bold {
			face = textmetrics.Bold()
		}
		w := (face.Width(text.S, size) + textmetrics.Regular().Width(text.Tail, size)) * slack
		b := box{text.S + text.Tail, text.X, text.Y - 0.72*size, text.X + w, text.Y + 0.2*size}
		switch text.Anchor {
		case scene.Middle:
			b.left, b.right = b.left-w/2, b.right-w/2
		case scene.End:
			b.left, b.right = b.left-w, b.left
		}
		list = append(list, b)
	}
	return list
}

// legible reports text of both drawings of a chart that is too small, that leaves the drawing, or that covers other text.
func legible(t *testing.T, name string, c *chart.Chart) {
	t.Helper()
	for _, s := range []*scene.Scene{c.Wide(), c.Narrow()} {
		legibleIn(t, name+", "+s.Name, s)
	}
}

func legibleIn(t *testing.T, name string, s *scene.Scene) {
	t.Helper()
	texts := boxes(t, s)
	for i, a := range texts {
		if a.left < -0.5 || a.top < -0.5 || a.right > s.W+0.5 || a.bottom > s.H+0.5 {
			t.Errorf("%s: %q is clipped: %+v in %v by %v", name, a.text, a, s.W, s.H)
		}
		for _, b := range texts[i+1:] {
			if a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom {
				t.Errorf("%s: %q and %q overlap\n%+v\n%+v", name, a.text, b.text, a, b)
			}
		}
	}
}

// marksOf returns what the marks of a drawing say of themselves, in the order
// in which they are drawn.
func marksOf(s *scene.Scene) []string {
	var list []string
	for _, it := range s.Items {
		if k, ok := it.Mark.(*chart.Mark); ok && k.Member != "" {
			list = append(list, string(k.AppendData(nil)))
		}
	}
	return list
}

// specs are the golden charts' without their days.
func specs() []string {
	var list []string
	for _, g := range goldens {
		list = append(list, strings.ReplaceAll(g.spec, "as_of = 2018-05-01\n", ""))
	}
	return list
}

// TestLegible measures every text of every golden drawing.
func TestLegible(t *testing.T) {
	for _, spec := range specs() {
		c := mustDraw(t, known(t), leagueTerms, spec)
		legible(t, spec, c)
	}
}
