package chart

import (
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
)

// trendKind shows the figures of some members or aggregates over the years: a
// line for each, broken where a year has no figure.
var trendKind = &kind{
	name:      "trend",
	keys:      []string{"from", "to", "members"},
	draw:      drawTrend,
	estimates: hollowPoints,
}

// trends are what a trend chart shows, in the order of the spec.
type trends struct {
	words
	measure   *dataset.Measure
	guideline *dataset.Guideline // nil without a reference line
	from, to  int
	lines     []trendLine
	lead      int // the line that the chart is about: its headline's, else the first named
	events    []event
}

// A trendLine is what the edition says of one member, by year.
type trendLine struct {
	member  *dataset.Member
	figures []*dataset.Figure
}

func (l *trendLine) last() *dataset.Figure { return l.figures[len(l.figures)-1] }

// next gives the figure of the year after that of figure i, nil at a gap.
func (l *trendLine) next(i int) *dataset.Figure {
	if i+1 < len(l.figures) && l.figures[i+1].Year == l.figures[i].Year+1 {
		return l.figures[i+1]
	}
	return nil
}

func drawTrend(r *request, c *Chart) {
	if len(r.s.Members) == 0 {
		r.errorf("members", "a trend chart needs members").
			Hint("add members = [\"…\", \"…\"]; aggregates may be among them")
		return
	}
	e := r.editionHolding()
	if e == nil {
		return
	}
	d := &trends{words: r.words, measure: r.measure, guideline: r.guideline}
	d.fill(r, e)
	if r.errs.Failed() {
		return
	}
	c.Edition = e
	d.events = r.eventsIn(d.from, d.to)
	for i := range d.lines {
		c.Figures = append(c.Figures, d.lines[i].figures...)
	}
	if c.Title == "" {
		d.lead = d.moved()
		c.Title = d.title()
	}
	c.Subtitle = d.subtitle()
	c.Summary = d.summary(e)
	c.Table = d.table(c)
	desc := strings.Join(c.Summary, " ")
	c.Wide = d.draw(c.ID, wide, c.Title, desc)
	c.Narrow = d.draw(c.ID, narrow, c.Title, desc)
	c.Option = d.option(c.ID)
}

// fill takes the figures between the spec's years, else all there are.
func (d *trends) fill(r *request, e *dataset.Edition) {
	all := e.Span(r.measure.ID)
	from, to := all[0], all[len(all)-1]
	if r.s.From != 0 {
		from = r.s.From
	}
	if r.s.To != 0 {
		to = r.s.To
	}
	for _, m := range r.members {
		l := trendLine{member: m}
		for y := from; y <= to; y++ {
			if f, ok := e.Figure(m.Code, y, r.measure.ID); ok {
				l.figures = append(l.figures, f)
			}
		}
		if len(l.figures) == 0 {
			r.noMember(m, "leave it out", "no %s of %s for %s in the edition of %s", r.measure.ID, m.Name, d.span(from, to), e)
			continue
		}
		if len(d.lines) == 0 {
			d.from, d.to = l.figures[0].Year, l.last().Year
		}
		d.from, d.to = min(d.from, l.figures[0].Year), max(d.to, l.last().Year)
		d.lines = append(d.lines, l)
	}
}

// estimates counts the figures that are estimates, and all.
func (d *trends) estimates() (n, all int) {
	for i := range d.lines {
		for _, f := range d.lines[i].figures {
			if all++; f.Status == dataset.Estimate {
				n++
			}
		}
	}
	return n, all
}

// table has a row for each year and a column for each member.
func (d *trends) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.yearColumn()}}
	for i := range d.lines {
		t.Columns = append(t.Columns, d.column(d.lines[i].member.Name, d.measure.Unit))
	}
	at := make([]int, len(d.lines))
	for y := d.from; y <= d.to; y++ {
		row := []Cell{{Text: strconv.Itoa(y), Header: true}}
		for i := range d.lines {
			l := &d.lines[i]
			if at[i] == len(l.figures) || l.figures[at[i]].Year != y {
				row = append(row, Cell{Text: d.noFigure()})
				continue
			}
			f := l.figures[at[i]]
			row = append(row, d.cell(f, d.Number(f.Value, f.Decimals)))
			at[i]++
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
