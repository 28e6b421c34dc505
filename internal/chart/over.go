package chart

import (
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
)

// This file holds what charts over years share: their marks, their table and the notes on their gaps.

// Within returns the spec's first and last year, else those of the edition.
func (q *Query) Within(e *dataset.Edition) (from, to int) {
	all := e.Span(q.Measure.ID)
	from, to = all[0], all[len(all)-1]
	if q.Spec.From != 0 {
		from = q.Spec.From
	}
	if q.Spec.To != 0 {
		to = q.Spec.To
	}
	return from, to
}

// Answered returns the years within the spec's own that an edition answers for all members.
func (q *Query) Answered(e *dataset.Edition) []int {
	return slices.DeleteFunc(slices.Clone(e.Years(q.Measure.ID)), func(y int) bool {
		return y < q.Spec.From || q.Spec.To != 0 && y > q.Spec.To
	})
}

// Counted begins the model of a chart of all members over years: of the edition that answers, from the first to the
// last of its years within the spec's own; nil where there is none.
func (q *Query) Counted() *Model {
	e := q.EditionOver()
	if e == nil {
		return nil
	}
	m, years := q.Model(e), q.Answered(e)
	m.From, m.To = years[0], years[len(years)-1]
	return m
}

// AppendYears adds a series of a member's figures over some years, and reports whether there are any.
func (q *Query) AppendYears(m *Model, who *dataset.Member, from, to int) bool {
	n := len(m.Marks)
	for y := from; y <= to; y++ {
		if f, ok := m.Edition.Figure(who.Code, y, q.Measure.ID); ok {
			m.Append(Mark{Member: who.Code, Year: y, Figures: []*dataset.Figure{f}, Value: q.Figure(f), Series: len(m.Series)})
		}
	}
	if len(m.Marks) == n {
		return false
	}
	first, last := m.Marks[n].Year, m.Marks[len(m.Marks)-1].Year
	if len(m.Series) == 0 {
		m.From, m.To = first, last
	}
	m.From, m.To = min(m.From, first), max(m.To, last)
	m.Series = append(m.Series, Series{Name: who.Name, Code: who.Code})
	return true
}

// OthersOver returns the figures over a chart's years of the members that it does not show.
func (q *Query) OthersOver(m *Model) [][]*dataset.Figure {
	var all [][]*dataset.Figure
	for _, who := range q.V.MembersIn(m.To) {
		var line []*dataset.Figure
		for y := max(m.From, who.Joined.Year); y <= m.To && !q.Chosen(who); y++ {
			if f, ok := m.Edition.Figure(who.Code, y, q.Measure.ID); ok {
				line = append(line, f)
			}
		}
		if len(line) > 1 {
			all = append(all, line)
		}
	}
	return all
}

// At returns the mark of a series in a year, nil where there is none.
func (m *Model) At(series, year int) *Mark {
	for _, k := range m.Marks {
		if k.Series == series && k.Year == year {
			return k
		}
	}
	return nil
}

// YearTable returns the table of a chart over years: a row for each year and a column for each series.
func (q *Query) YearTable(m *Model) Table {
	return q.SeriesTable(m, q.YearHeading(), m.yearNames(), func(k *Mark) string { return strconv.Itoa(k.Year) })
}

// SeriesTable returns a table with a column for each series, and rows in which each of its marks is in one.
func (q *Query) SeriesTable(m *Model, head Heading, rows []string, rowOf func(*Mark) string) Table {
	t := Table{Columns: []Heading{head}}
	for _, name := range rows {
		t.Rows = append(t.Rows, []Cell{{Text: name, Header: true}})
	}
	for i, s := range m.Series {
		t.Columns = append(t.Columns, q.Heading(s.Name, q.Measure.Unit))
		in := map[string]*Mark{}
		for _, k := range m.Of(i) {
			in[rowOf(k)] = k
		}
		for r, name := range rows {
			t.Rows[r] = append(t.Rows[r], q.ValueCell(in[name]))
		}
	}
	return t
}

// ValueCell writes what a mark shows, or that there is none.
func (q *Query) ValueCell(k *Mark) Cell {
	if k == nil {
		return Cell{Text: q.NoFigure()}
	}
	text := q.Number(k.Value.V, k.Value.Decimals)
	if k.Value.Signed {
		text = q.Signed(k.Value.V, k.Value.Decimals)
	}
	return Cell{Text: q.roughText(text, k.Estimate)}
}

// MeasuredOver names the measure and the years.
func MeasuredOver(q *Query, m *Model) string {
	return q.Message("chart.measured_over", "measure", q.Measured(q.Measure), "years", q.Span(m.From, m.To))
}

// Gaps names the series with years without a figure, those with the same ones together.
func Gaps(q *Query, m *Model) []string {
	return Grouped(len(m.Series), func(i int) (string, string) {
		var years []int
		for y := m.From; y <= m.To; y++ {
			if m.At(i, y) == nil {
				years = append(years, y)
			}
		}
		return q.Runs(years), m.Series[i].Name
	}, q.Lacking)
}

// EstimatedYears names the years that rest on estimates.
func EstimatedYears(q *Query, m *Model) []string {
	var years []int
	for _, k := range m.Marks {
		if k.Estimate && !slices.Contains(years, k.Year) {
			years = append(years, k.Year)
		}
	}
	slices.Sort(years)
	return q.estimatedIn(years)
}

// AllFrom names the edition of all figures, or the first and the last where two are compared.
func AllFrom(q *Query, m *Model) []string {
	if first := m.Marks[0].Edition; first != nil {
		return []string{q.Message("chart.both_from", "first", q.EditionName(first), "last", q.EditionName(m.Edition))}
	}
	return []string{q.Message("chart.all_from", "edition", q.EditionName(m.Edition))}
}

// Agreed returns sentences on what was agreed in the years of a chart.
func Agreed(q *Query, m *Model) []string { return q.agreedIn(m.Events) }

// Lines returns the figures of some members over the years, those without any left out; nil where no edition answers.
func (ks Kinds) Lines(v *dataset.Vintage, t dataset.Terms, catalog *i18n.Catalog, members []*dataset.Member) *Model {
	q := &Query{V: v, Terms: t, Messages: Messages{catalog}, Kind: ks[0], Members: members}
	if q.resolve(); q.Errs.Failed() {
		return nil
	}
	e := q.EditionHolding()
	if e == nil {
		return nil
	}
	m := q.Model(e)
	from, to := q.Within(e)
	for _, who := range members {
		q.AppendYears(m, who, from, to)
	}
	m.X, m.Y, m.Lead = Axis{Scale: Years}, Axis{Unit: q.Measure.Unit, Zero: true}, -1
	m.Refs = q.GuidelineRef(&m.Y)
	return m
}
