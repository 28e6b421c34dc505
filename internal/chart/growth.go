package chart

import (
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
)

// growthKind shows by how much something grew or shrank in each year: columns
// up and down from zero, in a panel of its own for each member or aggregate.
var growthKind = &kind{
	name: "growth",
	keys: []string{"from", "to", "members"},
	none: "guideline", // columns stand on zero
	draw: drawGrowth,
}

// mostPanels is how many members stand above each other before the eye no
// longer finds the same year in all of them.
const mostPanels = 4

// growths are what a growth chart shows, in the order of the spec.
type growths struct {
	words
	measure  *dataset.Measure
	from, to int
	panels   []panel
}

// A panel is what the edition says of one member or aggregate, by year.
type panel struct {
	member  *dataset.Member
	figures []*dataset.Figure
}

func (n *panel) last() *dataset.Figure { return n.figures[len(n.figures)-1] }

func drawGrowth(r *request, c *Chart) {
	if !r.resolveGrowth() {
		return
	}
	for _, m := range r.members[min(len(r.members), mostPanels):] {
		r.noMember(m, "a trend chart takes any number of them", "a growth chart has room for %s members", english.Few(mostPanels))
		return
	}
	e := r.editionHolding()
	if e == nil {
		return
	}
	d := &growths{words: r.words, measure: r.measure}
	if d.fill(r, e); r.errs.Failed() {
		return
	}
	c.Edition = e
	for i := range d.panels {
		c.Figures = append(c.Figures, d.panels[i].figures...)
	}
	if c.Title == "" {
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

// resolveGrowth takes the report's measure of growth where the spec names
// none.
func (r *request) resolveGrowth() bool {
	r.guideline = nil // also where the measure has one
	if r.s.Measure != "" {
		if r.measure.ID != r.t.Growth && (r.measure.Unit != dataset.Percent || r.measure.Min >= 0) {
			r.errorf("measure", "%s is no measure of growth", r.measure.ID).Hint("a trend chart draws it")
			return false
		}
		return true
	}
	if r.t.Growth == "" {
		r.errorf("measure", "the report has no measure of growth").
			Hint("name it in config.toml as growth = …, or in the chart as measure = …")
		return false
	}
	if r.measure = r.v.Measures[r.t.Growth]; r.measure == nil {
		r.errorf("measure", "the report's measure of growth, %q, is unknown", r.t.Growth).
			Hint("all measures are in data/measures.toml")
	}
	return r.measure != nil
}

// fill takes the figures between the spec's years. Without members it shows
// the whole: the report's own aggregate, else the first that has figures.
func (d *growths) fill(r *request, e *dataset.Edition) {
	all := e.Span(d.measure.ID)
	from, to := all[0], all[len(all)-1]
	if r.s.From != 0 {
		from = r.s.From
	}
	if r.s.To != 0 {
		to = r.s.To
	}
	of := func(m *dataset.Member) panel {
		n := panel{member: m}
		for y := from; y <= to; y++ {
			if f, ok := e.Figure(m.Code, y, d.measure.ID); ok && m.Joined.Year <= y {
				n.figures = append(n.figures, f)
			}
		}
		return n
	}
	for _, m := range r.members {
		if n := of(m); len(n.figures) > 0 {
			d.panels = append(d.panels, n)
		} else if m.Joined.Year > to {
			r.noMember(m, "leave it out, or choose later years", "%s joined on %s, after %d", m.Name, m.Joined, to)
		} else {
			r.noMember(m, "leave it out", "no %s of %s for %s in the edition of %s", d.measure.ID, m.Name, d.span(from, to), e)
		}
	}
	if len(r.members) == 0 {
		wholes := slices.Clone(r.v.Aggregates())
		if total := r.v.Members[r.t.Total]; total != nil {
			wholes = slices.Insert(wholes, 0, total)
		}
		for _, m := range wholes {
			if n := of(m); len(n.figures) > 0 {
				d.panels = append(d.panels, n)
				break
			}
		}
		if len(d.panels) == 0 {
			r.errorf("members", "no aggregate has %s for %s in the edition of %s", d.measure.ID, d.span(from, to), e).
				Hint("name up to %s members", english.Few(mostPanels))
		}
	}
	for i := range d.panels {
		first, last := d.panels[i].figures[0].Year, d.panels[i].last().Year
		if i == 0 {
			d.from, d.to = first, last
		}
		d.from, d.to = min(d.from, first), max(d.to, last)
	}
}

// table has a row for each year and a column for each panel.
func (d *growths) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.yearColumn()}}
	for i := range d.panels {
		t.Columns = append(t.Columns, d.column(d.panels[i].member.Name, d.measure.Unit))
	}
	for y := d.from; y <= d.to; y++ {
		row := []Cell{{Text: strconv.Itoa(y), Header: true}}
		for i := range d.panels {
			row = append(row, d.cellOf(d.panels[i].at(y)))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// at gives the figure of a year, nil where there is none.
func (n *panel) at(year int) *dataset.Figure {
	for _, f := range n.figures {
		if f.Year == year {
			return f
		}
	}
	return nil
}

// cellOf writes a figure in the table, or that there is none.
func (d *growths) cellOf(f *dataset.Figure) Cell {
	if f == nil {
		return Cell{Text: d.noFigure()}
	}
	return d.cell(f, d.Signed(f.Value, f.Decimals))
}
