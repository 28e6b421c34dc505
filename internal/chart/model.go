package chart

import (
	"math"
	"slices"
	"strconv"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// A Mark is one thing a reader can point at. The data- attributes, the row of
// the table, the datum of the option, the tooltip and the line of the CSV are
// all this value, so they cannot disagree.
type Mark struct {
	Member  string // code, or what all members together are called
	Measure string // where marks of several measures are shown together
	Year    int
	Edition *dataset.Edition  // nil for the chart's own
	Figures []*dataset.Figure // what it rests on
	Value   Number            // at the published precision
	Second  Number            // of a mark with two values
	From    float64           // where its bar begins
	Of      int               // the denominator of a count
	Bound   bool              // members are missing: the count is a lower bound

	Estimate bool
	Unlike   bool // it is drawn as an estimate, because the chart holds both kinds
	Series   int  // a line, a panel, a source
	Column   int  // of a tile, and its line
	Line     int
	Row      string // on an axis of names
	Day      civil.Date
	Tone     string // what colours it: "up", "down", "line-1"
	Label    string // beside it, for readers
	Name     string // what it is called, where that is not its member and year
	Short    string // a code in place of its name, where that has no room
	Lit      bool   // it is of a member that is pointed out

	hinges []*dataset.Figure // what a count hangs on although notes speak against it
}

// A Number is a value with the precision to which it is known and its unit;
// the zero Number is none.
type Number struct {
	V        float64
	Decimals int
	Unit     dataset.Unit
	Signed   bool // a plus is written
}

// Plain writes a number for data: digits as published, no unit, a hyphen for
// the minus.
func (n Number) Plain() string { return dataset.Plain(n.V, n.Decimals) }

// Known reports whether there is a number.
func (n Number) Known() bool { return n.Unit != nil }

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

// A Series is what marks belong to: a line, a panel, a source.
type Series struct {
	Name string
	Draw Draw
	Tone string
	Code string // of the member it shows; may be empty
	End  string // what is written after a line
	Lit  bool   // all of its marks are
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
	Hidden bool     // its places say nothing to a reader
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
	Edition   *dataset.Edition
	Year      int // of a chart of one year
	From, To  int // of a chart over years
	Tally     *dataset.Tally
	Marks     []Mark // in reading order
	Absent    []Absent
	Series    []Series
	X, Y      Axis
	Refs      []Ref
	Behind    [][]*dataset.Figure // lines of others, for comparison
	Events    []Event
	Columns   []Column
	Classes   Bins           // of cells coloured by distance
	Begins    map[string]int // the year in which a row begins, where that is not the first
	Distances bool           // cells show distances themselves
	Lead      int            // the series that the chart is about
	Placed    int            // lines of tiles that have a place on the map
	Parts     []Part         // of a map, the one with most members first; none where there are no outlines
	Notes     []string       // below the tiles
	Within    map[int]int    // of counts, how many meet a stricter guideline too, by year
	Stricter  string         // what is said of them
	Corners   [4]string      // what the corners of a scatter mean: neither, the first, the second, both guidelines met
	Instead   string         // what is said where there are no marks

	rows   map[string][]*Mark // once there are all
	series [][]*Mark
}

// A Part is a part of a map, such as a continent.
type Part []Shape

// A Shape is a member on a map; one without a mark has no figure.
type Shape struct {
	Member  string
	Outline dataset.Outline
	Mark    *Mark
}

// AppendData appends the attributes by which scripts and checks know a mark.
func (m *Mark) AppendData(b []byte) []byte {
	if m.Member == "" {
		return b // several together
	}
	attr := func(name, value string) {
		if value != "" {
			b = append(append(b, " data-"...), name...)
			b = append(scene.Escape(append(b, `="`...), value), '"')
		}
	}
	attr("member", m.Member)
	b = append(strconv.AppendInt(append(b, ` data-year="`...), int64(m.Year), 10), '"')
	b = append(dataset.AppendPlain(append(b, ` data-value="`...), m.Value.V, m.Value.Decimals), '"')
	if m.Second.Known() {
		attr("second", m.Second.Plain())
	}
	if m.Of != 0 {
		attr("of", strconv.Itoa(m.Of))
	}
	attr("measure", m.Measure)
	if m.Edition != nil {
		attr("source", m.Edition.Source.ID)
		attr("released", m.Edition.Release.Date.String())
	}
	if notes := m.Notes(); len(notes) > 0 {
		attr("note", notes[0].ID)
	}
	return b
}

// Notes returns what a reader has to know of the figures behind a mark; of a
// count, of those that it hangs on.
func (m *Mark) Notes() []*dataset.Note {
	figures := m.Figures
	if m.Of != 0 {
		figures = m.hinges
	}
	var notes []*dataset.Note
	for _, n := range dataset.NotesOf(figures...) {
		if n.Qualifies() {
			notes = append(notes, n)
		}
	}
	return notes
}

// BreakFrom returns the note because of which a mark is not compared with an
// earlier one of its member; nil where it is.
func (m *Mark) BreakFrom(before *Mark) *dataset.Note {
	if len(m.Figures) == 0 || len(before.Figures) == 0 {
		return nil
	}
	return dataset.BreakBetween(before.Figures[0], m.Figures[0])
}

// Class returns the class of a mark's shape in a role.
func (m *Mark) Class(role string) string {
	c := role
	if m.Tone != "" {
		c += " " + m.Tone
	}
	if m.Unlike {
		c += " est"
	}
	return c
}

// A ofMember is the marker of a shape that belongs to a member and shows no
// value of its own: a name, a line.
type ofMember string

// An owner is the marker of a shape that belongs to the member of a mark.
type owner Mark

// Owner marks a shape as belonging to the member of a mark.
func (m *Mark) Owner() scene.Marker {
	if m.Member == "" {
		return nil
	}
	return (*owner)(m)
}

// AppendData appends the member.
func (o *owner) AppendData(b []byte) []byte { return ofMember(o.Member).AppendData(b) }

// OwnedBy marks a shape as belonging to a member.
func OwnedBy(code string) scene.Marker {
	if code == "" {
		return nil
	}
	return ofMember(code)
}

// AppendData appends the member.
func (w ofMember) AppendData(b []byte) []byte {
	return append(scene.Escape(append(b, ` data-member="`...), string(w)), '"')
}

// Estimates returns how many marks are estimates.
func (m *Model) Estimates() int {
	n := 0
	for i := range m.Marks {
		if m.Marks[i].Estimate {
			n++
		}
	}
	return n
}

// contrast lets estimates be drawn in another way where some marks are none:
// where all are, that says nothing.
func (m *Model) contrast() {
	mixed := m.Estimates() < len(m.Marks)
	for i := range m.Marks {
		m.Marks[i].Unlike = mixed && m.Marks[i].Estimate
	}
}

// index makes the marks of rows and series ready, once all are there.
func (m *Model) index() {
	rows, series := map[string][]*Mark{}, make([][]*Mark, len(m.Series))
	for i := range m.Marks {
		k := &m.Marks[i]
		if rows[k.Row] = append(rows[k.Row], k); k.Series < len(series) {
			series[k.Series] = append(series[k.Series], k)
		}
	}
	m.rows, m.series = rows, series
}

// Of returns the marks of a series, in order.
func (m *Model) Of(series int) []*Mark {
	if m.series != nil {
		return m.series[series]
	}
	var list []*Mark
	for i := range m.Marks {
		if m.Marks[i].Series == series {
			list = append(list, &m.Marks[i])
		}
	}
	return list
}

// InRow returns the marks of a row.
func (m *Model) InRow(row string) []*Mark {
	if m.rows != nil {
		return m.rows[row]
	}
	var list []*Mark
	for i := range m.Marks {
		if m.Marks[i].Row == row {
			list = append(list, &m.Marks[i])
		}
	}
	return list
}

// Extremes returns the first marks with the highest and with the lowest value.
func Extremes(marks []*Mark) (high, low *Mark) {
	high, low = marks[0], marks[0]
	for _, k := range marks {
		if k.Value.V > high.Value.V {
			high = k
		}
		if k.Value.V < low.Value.V {
			low = k
		}
	}
	return high, low
}

// Extent returns the lowest and the highest value along an axis of values:
// those of the marks and of the references, and nothing where it belongs to
// the axis.
func (m *Model) Extent(a *Axis) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	add := func(v float64) { lo, hi = min(lo, v), max(hi, v) }
	for i := range m.Marks {
		k := &m.Marks[i]
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

// yearNames writes the years of a chart, one by one.
func (m *Model) yearNames() []string {
	var names []string
	for y := m.From; y <= m.To; y++ {
		names = append(names, strconv.Itoa(y))
	}
	return names
}

// Days returns every day of a chart over days, in order.
func (m *Model) Days() []civil.Date {
	var days []civil.Date
	for i := range m.Marks {
		days = append(days, m.Marks[i].Day)
	}
	slices.SortFunc(days, civil.Date.Compare)
	return slices.Compact(days)
}
