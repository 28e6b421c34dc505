package chart

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strconv"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// An Absent is a member without a mark, and why it has none.
type Absent struct {
	Member *dataset.Member
	Why    string
	Column int // of its tile, and its line
	Line   int
}

// A Draw is how the marks of a series are drawn.
type Draw uint8

// The ways of drawing.
const (
	AsBar Draw = iota
	AsDot
	AsTick // an upright stroke
	AsLine
	AsStep // a line that stays where it is until it moves
	AsCell
)

// isLine reports whether marks are joined.
func (d Draw) isLine() bool { return d == AsLine || d == AsStep }

// A Series is what marks belong to: a line, a panel, a source.
type Series struct {
	Name string
	Draw Draw
	Tone string
	End  string // what is written after a line
}

// A Scale is what an axis counts.
type Scale uint8

// The scales.
const (
	Values Scale = iota
	Names
	Years
	Days
)

// An Axis is one direction of a drawing.
type Axis struct {
	Scale  Scale
	Unit   dataset.Unit
	Title  string
	Names  []string // of rows, in order
	Zero   bool     // nothing is on it, for bars to begin at
	Hidden bool     // its coordinates have no meaning for a reader
}

// A Ref is a reference line: where a guideline is on an axis.
type Ref struct {
	At   float64
	Name string
	On   *Axis        // of the model's X or Y
	Unit dataset.Unit // of distances from it
	Side bool         // a lesser one, beside the chart's own
	Met  int          // where it is met: 1 from there up, -1 from there down
}

// A Column is a column of numbers beside the rows of a drawing.
type Column struct {
	Head  string
	Cells map[string]string // by row
	Bold  bool
	Wide  bool // in a wide drawing alone
}

// A Model is what a chart shows, before anything has a place.
type Model struct {
	Messages
	Edition    *dataset.Edition
	Year       int // of a chart of one year
	From, To   int // of a chart over years
	Ends       [2]End
	Tally      *dataset.Tally
	Marks      []*Mark // in reading order
	All        *Model  // each by itself, where marks put some together
	Absent     []Absent
	Series     []Series
	Key        []Series // what the key to the series has entries for, where those are not enough
	X, Y       Axis
	Refs       []Ref
	Background func() [][]*dataset.Figure // lines of others, for comparison; nil for none
	Events     []Event
	Columns    []Column
	Classes    Bins           // of cells coloured by distance
	Begins     map[string]int // the year in which a row begins, where that is not the first
	Distances  bool           // the key to cells is of distances, not of values
	Lead       int            // the series that the chart is about
	Told       []*Mark        // what the headline is of, nil for all marks
	Placed     int            // lines of tiles that have a place on the map
	Parts      []Part         // of a map, the one with most members first; none where there are no outlines
	Notes      []string       // below the tiles
	Within     map[int]int    // of counts, how many meet a stricter guideline too, by year
	Stricter   string         // the text about them
	Corners    [4]string      // what the corners of a scatter mean: neither, the first, the second, both guidelines met
	InCorner   [4]int         // how many members are in each
	Instead    string         // the text if there are no marks

	rows   map[string][]*Mark // once there are all
	series [][]*Mark
}

// A Part is a part of a map, such as a continent.
type Part = []Shape

// A Shape is a member on a map; one without a mark has no figure.
type Shape struct {
	Member *dataset.Member // whose outline it is
	Mark   *Mark
}

// Estimates returns how many marks are estimates.
func (m *Model) Estimates() int { return len(m.Where(IsEstimate)) }

// contrast lets estimates be drawn in another way where some marks are none: where all are, that has no meaning.
func (m *Model) contrast() {
	mixed := slices.ContainsFunc(m.Marks, func(k *Mark) bool { return !k.Estimate })
	for _, k := range m.Marks {
		k.Unlike = mixed && k.Estimate
	}
}

// index makes the marks of rows and series ready, once all are there.
func (m *Model) index() {
	if m.series = make([][]*Mark, len(m.Series)); len(m.Y.Names) > 0 {
		m.rows = make(map[string][]*Mark, len(m.Y.Names))
	}
	for _, k := range m.Marks {
		if m.rows != nil {
			m.rows[k.Row] = append(m.rows[k.Row], k)
		}
		if k.Series < len(m.series) {
			m.series[k.Series] = append(m.series[k.Series], k)
		}
	}
	for i, name := range m.Y.Names {
		for _, k := range m.rows[name] {
			k.Place = i
		}
	}
}

// Of returns the marks of a series, in order.
func (m *Model) Of(series int) []*Mark {
	if m.series != nil {
		return m.series[series]
	}
	return m.Where(func(k *Mark) bool { return k.Series == series })
}

// Lines returns the marks of every series, once there are all.
func (m *Model) Lines() [][]*Mark { return m.series }

// InRow returns the marks of a row.
func (m *Model) InRow(row string) []*Mark {
	if m.rows != nil {
		return m.rows[row]
	}
	return m.Where(func(k *Mark) bool { return k.Row == row })
}

// Crowd returns the place of a mark among those of its row that are drawn as it is and cover it: 0 in their middle.
func (m *Model) Crowd(k *Mark, covers func(*Mark) bool) float64 {
	all := lists.Filter(m.InRow(k.Row), func(other *Mark) bool {
		return m.Series[other.Series].Draw == m.Series[k.Series].Draw && covers(other)
	})
	return float64(slices.Index(all, k)) - float64(len(all)-1)/2
}

// Rows returns the rows with their marks, in order.
func (m *Model) Rows() iter.Seq2[string, []*Mark] {
	return func(yield func(string, []*Mark) bool) {
		for _, name := range m.Y.Names {
			if !yield(name, m.InRow(name)) {
				return
			}
		}
	}
}

// Extremes returns the first marks with the highest and with the lowest value.
func Extremes(marks []*Mark) (high, low *Mark) {
	by := func(a, b *Mark) int { return cmp.Compare(a.Value.V, b.Value.V) }
	return slices.MaxFunc(marks, by), slices.MinFunc(marks, by)
}

// Extent returns the lowest and the highest value along an axis of values: those of the marks and of the references,
// and nothing where it belongs to the axis.
func (m *Model) Extent(a *Axis) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	add := func(v float64) { lo, hi = min(lo, v), max(hi, v) }
	for _, k := range m.Marks {
		if a == &m.Y && m.X.Scale == Values {
			add(k.Second.V)
			continue
		}
		if k.From != 0 {
			add(k.From)
		}
		add(k.From + k.Value.V)
	}
	for _, r := range m.Refs {
		if r.On == a && !r.Side {
			add(r.At)
		}
	}
	if a.Zero || math.IsInf(lo, 0) {
		add(0)
	}
	return lo, hi
}

// Behind returns the lines of others.
func (m *Model) Behind() [][]*dataset.Figure {
	if m.Background == nil {
		return nil
	}
	return m.Background()
}

// Usual widens an extent to where the middle half of the others is in the first and in the last year.
func (m *Model) Usual(lo, hi float64) (float64, float64) {
	for _, year := range []int{m.From, m.To} {
		var values []float64
		for _, line := range m.Behind() {
			if i := slices.IndexFunc(line, func(f *dataset.Figure) bool { return f.Year == year }); i >= 0 {
				values = append(values, line[i].Value)
			}
		}
		if n := len(values); n > 0 {
			slices.Sort(values)
			lo, hi = min(lo, values[n/4]), max(hi, values[3*n/4])
		}
	}
	return lo, hi
}

// yearNames writes the years of a chart, one by one.
func (m *Model) yearNames() []string { return Numbers(m.From, m.To) }

// Days returns every day of a chart over days, in order.
func (m *Model) Days() []civil.Date {
	days := lists.Each(m.Marks, func(k *Mark) civil.Date { return k.Day })
	slices.SortFunc(days, civil.Date.Compare)
	return slices.Compact(days)
}

// figures returns what the marks rest on, in their order.
func (m *Model) figures() []*dataset.Figure { return figuresOf(m.Marks) }

func figuresOf(marks []*Mark) []*dataset.Figure {
	list := make([]*dataset.Figure, 0, len(marks))
	for _, k := range marks {
		list = append(list, k.Figures...)
	}
	return list
}

// Numbers returns the numbers from one to another as texts.
func Numbers(from, to int) []string {
	var list []string
	for n := from; n <= to; n++ {
		list = append(list, strconv.Itoa(n))
	}
	return list
}
