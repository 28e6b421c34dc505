// Package scene represents drawings with all coordinates computed: shapes in the order in which they are drawn, each
// with the class that defines its style and the mark that it shows.
//
// Its input is a Scene, which a form of chart makes; its output is SVG for a page, where the style sheet styles
// classes, or as a standalone file. Package raster paints scenes. The package does not know figures, nor the page of a
// drawing.
package scene

// A Scene is one drawing. Lengths are in user units, which are CSS pixels when
// the drawing has just the width it is made for.
type Scene struct {
	Name  string // class of the svg element: "wide"
	W, H  float64
	Text  float64 // font size where a text has none of its own
	Items []Item
}

// An Item is one shape of a drawing.
type Item struct {
	Shape Shape
	Class string // how it looks: a role, what colours it, whether it is an estimate: "bar up est"
	Mark  Marker // what it shows; nil for axes, names and notes
}

// A Marker is what a shape shows, for those who read the data- attributes.
type Marker interface {
	// AppendData appends the attributes: ` data-member="POL" data-value="0.21"`.
	AppendData(b []byte) []byte
}

// A Shape is a Rect, Circle, Path, *Text, Drawing, or several of them.
type Shape interface {
	write(w *writer, class string, mark Marker)
}

// A Rect is a rectangle along the axes.
type Rect struct{ X, Y, W, H float64 }

// A Drawing is another scene set into this one, moved and scaled evenly.
type Drawing struct {
	*Scene
	X, Y, Scale float64
	Top, Bottom float64 // what is seen of it, in the scene around it; all where Bottom is 0
}

// Shapes are one mark together.
type Shapes []Shape

// A Circle is a circle around a point.
type Circle struct{ X, Y, R float64 }

// A Text is a line of words at its baseline.
type Text struct {
	X, Y   float64
	S      string
	Tail   string  // after S, in a lighter hand; may be empty
	Size   float64 // 0 for the drawing's own
	Anchor Anchor
}

// An Anchor is the point of a text that is at its coordinates.
type Anchor uint8

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

// A Path is a sequence of straight lines, in one or more pieces.
type Path []Step

// A Step moves to a point, draws to one, or closes a piece.
type Step struct {
	Op   Op
	X, Y float64
}

// An Op is what a step does.
type Op byte

// The steps of a path.
const (
	MoveTo Op = 'M'
	LineTo Op = 'L'
	Close  Op = 'z'
)

// Move begins a piece.
func (p Path) Move(x, y float64) Path { return append(p, Step{MoveTo, x, y}) }

// Line draws to a point.
func (p Path) Line(x, y float64) Path { return append(p, Step{LineTo, x, y}) }

// Segment draws a piece of one line.
func (p Path) Segment(x1, y1, x2, y2 float64) Path { return p.Move(x1, y1).Line(x2, y2) }

// Box draws a closed rectangle.
func (p Path) Box(x, y, w, h float64) Path {
	return p.Move(x, y).Line(x+w, y).Line(x+w, y+h).Line(x, y+h).Closed()
}

// Closed ends a piece where it began.
func (p Path) Closed() Path { return append(p, Step{Op: Close}) }

// Segment returns a path of one line.
func Segment(x1, y1, x2, y2 float64) Path { return Path{{MoveTo, x1, y1}, {LineTo, x2, y2}} }

// Add adds a shape that shows no mark. An empty path is left out.
func (s *Scene) Add(class string, shapes ...Shape) {
	for _, shape := range shapes {
		if p, ok := shape.(Path); !ok || len(p) > 0 {
			s.Items = append(s.Items, Item{Shape: shape, Class: class})
		}
	}
}

// Show adds the shape of a mark.
func (s *Scene) Show(class string, shape Shape, mark Marker) {
	s.Items = append(s.Items, Item{shape, class, mark})
}
