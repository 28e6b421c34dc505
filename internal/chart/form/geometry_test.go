package form

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/internal/unit"
	"burdenshare/templates"
)

// british are the messages that the program comes with.
var british = chart.Messages{Catalog: golden.Must(i18n.Load(templates.FS, templates.FS, "en-GB"))}

// TestGeometry holds where things are: a line of testdata says what is placed, with groups of numbers.
func TestGeometry(t *testing.T) {
	golden.CheckLines(t, "geometry.txt", func(line string) string {
		what, rest, _ := strings.Cut(line, " ")
		groups := lists.Each(strings.Split(rest, ", "), func(group string) []float64 {
			return lists.Each(strings.Fields(group), func(word string) float64 {
				v, err := strconv.ParseFloat(word, 64)
				if err != nil {
					t.Fatal(err)
				}
				return v
			})
		})
		return fmt.Sprint(geometry[what](groups)...)
	})
}

// geometry is what can be asked, of groups of numbers.
var geometry = map[string]func(v [][]float64) []any{
	"events": func(v [][]float64) (at []any) {
		all := lists.Each(v, func(f []float64) annotation { return annotation{at: f[0], width: f[1]} })
		off := arrange(all, 300)
		for i, f := range all {
			if off < 0 || i <= off {
				at = append(at, f.x)
			}
		}
		if off >= 0 {
			at = append(at, ", without ", off)
		}
		return at
	},
	"spread": func(v [][]float64) []any {
		labels := lists.Each(v, func(l []float64) endLabel { return endLabel{want: l[0], height: l[1]} })
		spreadLabels(labels, 0, 300)
		return lists.Each(labels, func(l endLabel) any { return l.y })
	},
	"clip": func(v [][]float64) []any {
		from, to, ok := clip(v[0][0], v[0][1], 10, 20)
		return []any{ok, from, to}
	},
	"missed": func(v [][]float64) []any {
		r := chart.Ref{At: v[0][0], Met: int(v[0][1])}
		return []any{(&sheet{}).missed(r, linear{0, 10, 200, 100}, 30, 50)}
	},
	"inside":  func(v [][]float64) []any { return []any{inside(v[0][0], v[0][1], 100)} },
	"through": func(v [][]float64) []any { return []any{line(v[0]).through(region{10, 10, 20, 20})} },
	"crosses": func(v [][]float64) []any { return []any{line(v[0]).crosses(line(v[1]))} },
	"years": func(v [][]float64) []any {
		s := newSheet(&chart.Model{From: int(v[0][0]), To: int(v[0][1])}, chart.Narrow)
		return []any{strings.Join(lists.Each(s.yearTicks(v[0][2]), func(y yearTick) string { return y.label }), " ")}
	},
	"percent":     ticks(dataset.Percent),
	"count":       ticks(dataset.Count),
	"usd_million": ticks(dataset.USDMillion),
	"tiles": func(v [][]float64) (values []any) {
		l := &tileLayout{sheet: newSheet(&chart.Model{Messages: british}, chart.Narrow), pitchX: v[0][0]}
		euros := &unit.Unit{ID: "euros", Plural: "euros", Scale: v[0][1], Currency: "EUR"}
		for _, v := range []float64{9.8, -5} {
			n := chart.Number{V: v, Decimals: 1, Unit: euros}
			l.Marks = append(l.Marks, &chart.Mark{Value: n, Label: british.Signed(v, 1) + " EUR"})
		}
		return []any{lists.Each(l.Marks, l.values())}
	},
	"axes": func(v [][]float64) []any {
		l := &scatterLayout{sheet: newSheet(points(v))}
		left, right := l.bounds(&l.X)
		bottom, top := l.bounds(&l.Y)
		return []any{left, right, bottom, top}
	},
	"level": func(v [][]float64) []any {
		line, anchor := 0.0, ""
		for _, item := range (Scatter{}).Layout(points(v)).Items {
			switch shape := item.Shape.(type) {
			case *scene.Text:
				if shape.S == "one fifth" {
					anchor = fmt.Sprint([]string{"start", "middle", "end"}[shape.Anchor], ", below: ", shape.Y > line)
				}
			case scene.Path:
				if item.Class == "ref" {
					line = shape[len(shape)-1].Y
				}
			}
		}
		return []any{anchor}
	},
	"names": func(v [][]float64) []any { return places(v, false) },
	"on":    func(v [][]float64) []any { return places(v, true) },
}

func line(v []float64) segment { return segment{v[0], v[1], v[2], v[3]} }
func area(v []float64) region  { return region{v[0], v[1], v[2], v[3]} }

// ticks returns what writes the numbers of an axis in a unit.
func ticks(u dataset.Unit) func(v [][]float64) []any {
	return func(v [][]float64) []any {
		s := newSheet(&chart.Model{Messages: british, X: chart.Axis{Unit: u}}, chart.Wide)
		ticks := s.ticks(linear{v[0][0], v[0][1], 0, v[0][2]})
		return []any{strings.Join(s.tickLabels(ticks, u), " ")}
	}
}

// points returns a drawing of points between two axes: of its width and how many letters each name has, of where the
// guidelines are, and of the points.
func points(v [][]float64) (*chart.Model, chart.Size) {
	m := &chart.Model{Messages: british, Series: []chart.Series{{Draw: chart.AsDot}}}
	m.X.Unit, m.Y.Unit = dataset.Percent, dataset.Percent
	m.Refs = []chart.Ref{{At: v[1][0], Name: "2%", On: &m.X}, {At: v[1][1], Name: "one fifth", On: &m.Y}}
	for i, p := range v[2:] {
		m.Marks = append(m.Marks, &chart.Mark{Row: strings.Repeat("n", int(v[0][1])), Short: fmt.Sprint("M", i),
			Value: chart.Number{V: p[0]}, Second: chart.Number{V: p[1]}})
	}
	if v[0][0] == chart.Narrow.Width {
		return m, chart.Narrow
	}
	return m, chart.Wide
}

// places returns where names are, and whether a line leads to them.
func places(v [][]float64, on bool) (boxes []any) {
	var all labels
	for _, p := range v[2:] {
		all = append(all, pointLabel{radius: p[0], widths: p[1:2], height: p[2], x: p[3], y: p[4],
			area: area(v[0]), on: on})
	}
	text := area(v[1])
	placeLabels(all, []region{text}, 16)
	for _, l := range all {
		boxes = append(boxes, fmt.Sprintf("%t %v, a line: %t, through the text: %t\n", l.placed, l.box, l.leader, l.line.through(text)))
	}
	return boxes
}
