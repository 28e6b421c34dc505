// Package form lays out the marks of a chart: as rows, columns, lines, tiles, a map, or points between two axes. Each
// form measures text and divides the space of a drawing, in two widths; axes, references, events and labels are shared
// by all forms.
//
// Its input is a chart.Model, which has no coordinates, and a size; its output is a scene.Scene. The package does not
// know which kind of chart it draws, where figures come from, or how a class looks.
package form

import (
	"math"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/lists"
	"burdenshare/internal/textmetrics"
)

// slack allows for another typeface, where the one that is measured is not
// there: an SVG file may be shown in Arial, which runs some nine per cent wider.
const slack = 1.08

// lineHeight is the distance of two lines of one text, in font sizes.
const lineHeight = 1.2

// A sheet is a drawing in the making.
type sheet struct {
	*scene.Scene
	size float64 // of all text
	*chart.Model
	plain, bold face
}

func newSheet(m *chart.Model, s chart.Size) *sheet {
	items := make([]scene.Item, 0, 3*len(m.Marks)+24)
	return &sheet{Scene: &scene.Scene{Name: s.Name, W: s.Width, Text: s.Text, Items: items}, size: s.Text, Model: m,
		plain: face{textmetrics.Regular(), s.Text}, bold: face{textmetrics.Bold(), s.Text}}
}

// finish returns the drawing with its height.
func (s *sheet) finish(height float64) *scene.Scene {
	s.H = math.Ceil(height)
	return s.Scene
}

func (s *sheet) narrow() bool { return s.W == chart.Narrow.Width }

// A face measures text, somewhat wider than it is.
type face struct {
	*textmetrics.Face
	size float64
}

// width returns the space of a text.
func (f face) width(text string) float64 { return f.Width(text, f.size) * slack }

// widest returns the space of the widest of some texts.
func (f face) widest(texts []string) float64 { return f.Widest(texts, f.size) * slack }

// fit cuts a text that is wider than a limit.
func (f face) fit(text string, limit float64) string { return f.Fit(text, f.size, limit/slack) }

// wrap breaks a text into lines no wider than a limit.
func (f face) wrap(text string, limit float64) []string { return f.Wrap(text, f.size, limit/slack) }

// faceOf returns that of a text beside a mark, which is bold where the mark is pointed out.
func (s *sheet) faceOf(k *chart.Mark) face {
	if k.Highlighted {
		return s.bold
	}
	return s.plain
}

// named returns the class of a text beside a mark.
func named(class string, k *chart.Mark) string {
	if k.Highlighted {
		return class + " highlighted"
	}
	return class
}

// write adds a text.
func (s *sheet) write(class string, x, y float64, anchor scene.Anchor, text string) {
	s.Show(class, &scene.Text{X: x, Y: y, S: text, Anchor: anchor}, nil)
}

// middle returns the baseline of a text whose middle is at y.
func (s *sheet) middle(y float64) float64 { return y + 0.35*s.size }

// inside returns the middle for a text of a width so that it stays within 0 and limit, as near to x as can be.
func inside(x, width, limit float64) float64 {
	return max(min(x, limit-width/2), width/2)
}

// A span is from one place to another.
type span struct{ from, to float64 }

// A linear scale turns values into places: lo is at from, hi at to.
type linear struct{ lo, hi, from, to float64 }

func (l linear) at(v float64) float64 {
	if l.hi == l.lo {
		return l.from
	}
	return l.from + (v-l.lo)/(l.hi-l.lo)*(l.to-l.from)
}

// missed returns what is on the other side of a reference: of a plot as wide as is asked, whose values are on a
// vertical scale.
func (s *sheet) missed(r chart.Ref, y linear, x, width float64) scene.Path {
	at := max(y.to, min(y.at(r.At), y.from))
	switch {
	case r.Met > 0 && at < y.from:
		return scene.Path(nil).Box(x, at, width, y.from-at)
	case r.Met < 0 && at > y.to:
		return scene.Path(nil).Box(x, y.to, width, at-y.to)
	}
	return nil
}

// notes writes what a model notes below a height and returns where that ends.
func (s *sheet) notes(bottom float64) float64 {
	const leading = 1.35 // in font sizes
	var lines []string
	for _, note := range s.Notes {
		lines = append(lines, s.plain.wrap(note, s.W-4)...)
	}
	for i, line := range lines {
		s.write("reason", 0, bottom+8+float64(i+1)*leading*s.size, scene.Start, line)
	}
	if n := float64(len(lines)); n > 0 {
		bottom += 6 + n*leading*s.size + 4
	}
	return bottom + 4
}

// show draws the marks, those of one look together. The end of a bridge comes behind the steps to it.
func (s *sheet) show(shape func(k *chart.Mark) scene.Shape) {
	type look struct {
		tone   string
		series int
		unlike bool
		end    bool
	}
	of := func(k *chart.Mark) look {
		return look{k.Tone, k.Series, k.Unlike, k.Row == s.Ends[1].Name}
	}
	for _, alike := range lists.Groups(s.Marks, of) {
		class := alike[0].Class(roles[s.Series[alike[0].Series].Draw])
		for _, k := range alike {
			s.Show(class, shape(k), k)
		}
	}
}

// roles are those of marks in the style sheet.
var roles = map[chart.Draw]string{chart.AsBar: "bar", chart.AsDot: "dot", chart.AsTick: "dot", chart.AsCell: "cell"}

// joined reports whether a mark of a line is joined to the next: not over a
// year without a figure, nor to one that is counted in another way.
func (s *sheet) joined(marks chart.Marks, k int) bool {
	return k >= 0 && k+1 < len(marks) && marks[k+1].BreakFrom(marks[k]) == nil &&
		(s.X.Scale == chart.Days || marks[k+1].Year == marks[k].Year+1)
}

// run draws the line of a series, in pieces where marks are not joined.
func (s *sheet) run(class string, series int, marks chart.Marks, at func(*chart.Mark) (x, y float64)) {
	var path scene.Path
	for k, mark := range marks {
		x, y := at(mark)
		switch {
		case !s.joined(marks, k-1):
			path = path.Move(x, y)
		case s.Series[series].Draw == chart.AsStep:
			_, before := at(marks[k-1])
			if path = path.Line(x, before); mark.Value.V != marks[k-1].Value.V {
				path = path.Line(x, y)
			}
		default:
			path = path.Line(x, y)
		}
	}
	s.Show(class, path, marks[0].Owner())
}
