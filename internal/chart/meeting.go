package chart

import (
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
)

// meetingKind shows how many members met a guideline in each year, of all
// there were that year: columns within columns.
var meetingKind = &kind{
	name: "meeting",
	keys: []string{"from", "to"},
	draw: drawMeeting,
}

// meetings are what a meeting chart shows.
type meetings struct {
	words
	guideline  *dataset.Guideline
	collective string
	from, to   int
	columns    []column
	events     []event
}

// A column is the count of a year. Years for which the edition has no answer
// have none.
type column struct {
	*dataset.Tally
	estimate bool   // some of its figures are estimates
	label    string // "30", or "≥30" where members are missing
}

func drawMeeting(r *request, c *Chart) {
	if !r.needGuideline() {
		return
	}
	e := r.editionOver()
	if e == nil {
		return
	}
	d := &meetings{words: r.words, guideline: r.guideline, collective: r.t.Collective}
	for _, y := range e.Years(r.measure.ID) {
		if y < r.s.From || r.s.To != 0 && y > r.s.To {
			continue
		}
		col := column{Tally: e.Tally(r.guideline, y)}
		col.label = strconv.Itoa(col.Meeting)
		if col.AtLeast() {
			col.label = d.Say("chart.meeting.or_more", "n", col.Meeting)
		}
		for _, s := range col.Ranked {
			col.estimate = col.estimate || s.Figure.Status == dataset.Estimate
			c.Figures = append(c.Figures, s.Figure)
		}
		d.columns = append(d.columns, col)
	}
	d.from, d.to = d.columns[0].Year, d.columns[len(d.columns)-1].Year
	d.events = r.eventsIn(d.from, d.to)
	c.Edition = e
	if c.Title == "" {
		c.Title = d.title()
	}
	c.Subtitle = d.subtitle(r)
	c.Summary = d.summary(e)
	c.Table = d.table(c)
	desc := strings.Join(c.Summary[:min(2, len(c.Summary))], " ")
	c.Wide = d.draw(c.ID, wide, c.Title, desc)
	c.Narrow = d.draw(c.ID, narrow, c.Title, desc)
	c.Option = d.option(c.ID)
}

// years gives the years of the columns that hold for a condition.
func (d *meetings) years(holds func(*column) bool) []int {
	var years []int
	for i := range d.columns {
		if holds(&d.columns[i]) {
			years = append(years, d.columns[i].Year)
		}
	}
	return years
}

// table has a row for each year.
func (d *meetings) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.yearColumn(),
		{Name: d.Say("chart.meeting.column_met", "members", d.collective, "guideline", d.guideline.Name), Numeric: true},
		{Name: d.Say("chart.meeting.column_all", "members", d.collective), Numeric: true}, {Name: d.Say("chart.meeting.column_none")}, d.statusColumn()}}
	for i := range d.columns {
		col := &d.columns[i]
		t.Rows = append(t.Rows, []Cell{{Text: strconv.Itoa(col.Year), Header: true}, {Text: col.label}, {Text: strconv.Itoa(col.Of())},
			{Text: d.List(append(names(col.Missing), names(col.Exempt)...))}, {Text: d.status(col.estimate)}})
	}
	return t
}
