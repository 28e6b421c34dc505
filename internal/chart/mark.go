package chart

import (
	"strconv"

	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// A Mark is one thing a reader can point at. The data- attributes, the row of the table, the datum of the option, the
// tooltip and the line of the CSV are all this value, so they cannot disagree.
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

	Estimate    bool
	Unlike      bool // it is drawn as an estimate, because the chart holds both kinds
	Highlighted bool // it is of a member that is pointed out
	Series      int  // a line, a panel, a source
	Column      int  // of a tile, and its line
	Line        int
	Row         string // on an axis of names
	Place       int    // of its row on that axis, from 0, once a model is complete
	Day         civil.Date
	Tone        string // what colours it: "up", "down", "line-1"
	Label       string // beside it, for readers
	Name        string // what it is called, where that is not its member and year
	Short       string // a code in place of its name, where that has no space

	decisive []*dataset.Figure // figures with a marked note on which a count depends
}

// Marks are those of a row, of a line or of a chart, in their order.
type Marks = []*Mark

// A Number is a value with the precision to which it is known and its unit; the zero Number is none.
type Number struct {
	V        float64
	Decimals int
	Unit     dataset.Unit
	Signed   bool // a plus is written
}

// Plain writes a number for data: digits as published, no unit, a hyphen for the minus.
func (n Number) Plain() string { return dataset.Plain(n.V, n.Decimals) }

// Known reports whether there is a number.
func (n Number) Known() bool { return n.Unit != nil }

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

// NoteMark returns what follows the label of a mark to which a note belongs: "*", or "".
func (m *Mark) NoteMark() string {
	if len(m.Notes()) > 0 {
		return "*"
	}
	return ""
}

// Notes returns what a reader has to know of the figures behind a mark; of a count, of those that it hangs on.
func (m *Mark) Notes() []*dataset.Note {
	figures := m.Figures
	if m.Of != 0 {
		figures = m.decisive
	}
	return lists.Filter(dataset.NotesOf(figures...), (*dataset.Note).Qualifies)
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

// An owner is the marker of a shape that belongs to the member of a mark and shows no value of its own: a name, a line.
type owner Mark

// Owner marks a shape as belonging to the member of a mark.
func (m *Mark) Owner() scene.Marker {
	if m.Member == "" {
		return nil
	}
	return (*owner)(m)
}

// AppendData appends the member.
func (o *owner) AppendData(b []byte) []byte {
	return append(scene.Escape(append(b, ` data-member="`...), o.Member), '"')
}
