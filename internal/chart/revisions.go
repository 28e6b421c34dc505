package chart

import (
	"slices"
	"strings"
	"time"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// revisionsKind shows what each edition of a source said of one year: a line
// over the days of release, which stays where it is until an edition says
// something else. Its marks name their editions.
var revisionsKind = &kind{
	name:      "revisions",
	keys:      []string{"year", "members"},
	draw:      drawRevisions,
	estimates: hollowPoints,
}

// revisions are what a revisions chart shows, members in the order of the spec.
type revisions struct {
	words
	measure   *dataset.Measure
	guideline *dataset.Guideline // nil without a reference line
	source    *dataset.Source
	year      int
	lines     []history
	lead      int // the line that the chart is about
	first     civil.Date
	last      civil.Date // of the releases drawn
	events    []event
}

// A history is what the editions said of one member, oldest first.
type history struct {
	member *dataset.Member
	said   []*dataset.Figure
}

func (h *history) first() *dataset.Figure { return h.said[0] }
func (h *history) last() *dataset.Figure  { return h.said[len(h.said)-1] }

// by gives how far the newest figure is from the first, and with how many
// decimals that is known.
func (h *history) by() (float64, int) {
	places := max(h.first().Decimals, h.last().Decimals)
	return dataset.Round(h.last().Value-h.first().Value, places), places
}

// changes counts the editions that said something else than the one before.
func (h *history) changes() int {
	n := 0
	for i := 1; i < len(h.said); i++ {
		if h.said[i].Value != h.said[i-1].Value {
			n++
		}
	}
	return n
}

func drawRevisions(r *request, c *Chart) {
	if r.needYearAndMembers(); r.errs.Failed() {
		return
	}
	d := &revisions{words: r.words, measure: r.measure, guideline: r.guideline, source: r.source, year: r.s.Year}
	if d.fill(r); r.errs.Failed() {
		return
	}
	d.events = r.events(d.first, d.last)
	for i := range d.lines {
		c.Figures = append(c.Figures, d.lines[i].said...)
	}
	c.Edition = r.newestOf(c.Figures)
	d.lead = d.moved()
	if c.Title == "" {
		c.Title = d.title()
	}
	c.Subtitle = d.subtitle()
	c.Summary = d.summary()
	c.Table = d.table(c)
	desc := strings.Join(c.Summary, " ")
	c.Wide = d.draw(c.ID, wide, c.Title, desc)
	c.Narrow = d.draw(c.ID, narrow, c.Title, desc)
	c.Option = d.option(c.ID)
}

// fill takes every edition known on the vintage's day that has a figure,
// partial ones too.
func (d *revisions) fill(r *request) {
	for _, m := range r.members {
		h := history{m, r.v.History(d.source.ID, m.Code, d.year, d.measure.ID)}
		if len(h.said) == 0 {
			r.noMember(m, "leave it out, or choose another year or source", "%s has no %s of %s for %d as known on %s", d.source.Name, d.measure.ID, m.Name, d.year, r.v.Day)
			continue
		}
		if len(d.lines) == 0 {
			d.first, d.last = h.first().Released, h.last().Released
		}
		if day := h.first().Released; day.Before(d.first) {
			d.first = day
		}
		if day := h.last().Released; day.After(d.last) {
			d.last = day
		}
		d.lines = append(d.lines, h)
	}
}

// moved gives the line whose newest figure is furthest from its first.
func (d *revisions) moved() int {
	most, by := 0, -1.0
	for i := range d.lines {
		if v, _ := d.lines[i].by(); max(v, -v) > by {
			most, by = i, max(v, -v)
		}
	}
	return most
}

// days gives every day of release drawn, in order.
func (d *revisions) days() []civil.Date {
	var days []civil.Date
	for i := range d.lines {
		for _, f := range d.lines[i].said {
			days = append(days, f.Released)
		}
	}
	slices.SortFunc(days, civil.Date.Compare)
	return slices.Compact(days)
}

// dayNumber counts the days since 1970: a place on an axis of time.
func dayNumber(d civil.Date) float64 {
	return float64(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix()) / (24 * 60 * 60)
}

// monthYear writes a day shortly: "Jul 2016".
func (w words) monthYear(d civil.Date) string {
	return w.Say("chart.revisions.month", "month", w.ShortMonth(d.Month), "year", d.Year)
}

// releasedColumn is the head of a column of days of release.
func (w words) releasedColumn() Column { return Column{Name: w.Say("chart.column.released")} }

// table has a row for each release and a column for each member.
func (d *revisions) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.releasedColumn()}}
	for i := range d.lines {
		t.Columns = append(t.Columns, d.column(d.lines[i].member.Name, d.measure.Unit))
	}
	at := make([]int, len(d.lines))
	for _, day := range d.days() {
		row := []Cell{{Text: d.Day(day), Header: true}}
		for i := range d.lines {
			said := d.lines[i].said
			if at[i] == len(said) || said[at[i]].Released != day {
				row = append(row, Cell{Text: d.noFigure()})
				continue
			}
			f := said[at[i]]
			row = append(row, d.cell(f, d.Number(f.Value, f.Decimals)))
			at[i]++
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
