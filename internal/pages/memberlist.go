package pages

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// Members is what the list of members shows: those with a figure by their
// distance from the guideline, the farthest above first.
type Members struct {
	Year      int              // of the newest figures; 0 for none
	Edition   *dataset.Edition // nil for none
	From, To  int              // the years of the small lines
	Zero      string           // where bars begin, in per cent of their column
	Estimates bool             // all figures are; then none is marked
	Rows      []memberLine
	Notes     []report.NoteLine
}

// A memberLine is a member in the list, with its years as a small line and its distance as a bar.
type memberLine struct {
	*Member
	Line   string // the path of its years, in a box of lineWide by lineHigh
	Mark   string // where the guideline crosses that box
	X, Bar string // of the bar, in per cent of its column
}

const lineWide, lineHigh = 100, 24

func (s *maker) membersView(members []*Member) *Members {
	v := &Members{}
	var span []int
	year, edition, ok := s.Today.NewestYear(s.Config.Source, s.Config.Measure)
	if ok {
		span = edition.Span(s.Config.Measure)
		v.Year, v.Edition, v.From, v.To = year, edition, span[0], span[len(span)-1]
		v.Notes = s.NoteLines(edition.Standings(s.Config.Measure, year).Figures())
	}
	low, high, top := 0.0, 0.0, s.Guideline.Mark()
	distance := func(m *Member) float64 { d, _ := s.Guideline.Distance(m.Figure); return d }
	for _, m := range members {
		if m.Figure != nil {
			low, high = min(low, distance(m)), max(high, distance(m))
		}
		for _, y := range span {
			if f, ok := edition.Figure(m.Code, y, s.Config.Measure); ok {
				top = max(top, f.Value)
			}
		}
	}
	width := max(high-low, 1e-9)
	per := func(x float64) string { return dataset.Plain(x*100/width, 2) }
	v.Zero, v.Estimates = per(-low), true
	for _, m := range members {
		row := memberLine{Member: m}
		if m.Figure != nil {
			v.Estimates = v.Estimates && m.Estimate
			d := distance(m)
			row.X, row.Bar = per(min(d, 0)-low), per(max(d, -d))
		}
		if edition != nil && m.Exempt == "" {
			row.Line, row.Mark = s.smallLine(edition, m.Code, v, top)
		}
		v.Rows = append(v.Rows, row)
	}
	slices.SortStableFunc(v.Rows, func(a, b memberLine) int {
		if a.Figure == nil || b.Figure == nil { // those without one come last
			return cmp.Compare(b.value(), a.value())
		}
		return cmp.Or(cmp.Compare(distance(b.Member), distance(a.Member)), cmp.Compare(b.value(), a.value()))
	})
	return v
}

// value returns the figure, the lowest of all where there is none.
func (l memberLine) value() float64 {
	if l.Figure == nil {
		return math.Inf(-1)
	}
	return l.Figure.Value
}

// smallLine draws a member's years; a year without a figure breaks the line.
func (s *maker) smallLine(e *dataset.Edition, code string, v *Members, top float64) (line, mark string) {
	y := func(value float64) string { return strconv.FormatFloat(lineHigh-2-value/top*(lineHigh-4), 'f', 1, 64) }
	var b strings.Builder
	pen := "M"
	for year := v.From; year <= v.To; year++ {
		f, ok := e.Figure(code, year, s.Config.Measure)
		if !ok {
			pen = "M"
			continue
		}
		x := float64(year-v.From) / float64(max(v.To-v.From, 1)) * lineWide
		b.WriteString(pen + strconv.FormatFloat(x, 'f', 1, 64) + " " + y(f.Value))
		pen = "L"
	}
	return b.String(), y(s.Guideline.Mark())
}
