package chart

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
)

// changeKind shows how far each member moved from one year to another: a bar
// for the first year, a point for the last, and the way between them.
var changeKind = &kind{
	name:      "change",
	keys:      []string{"from", "to", "members"},
	draw:      drawChange,
	estimates: hollowPoints,
}

// changes are what a change chart shows, in the order of its rows.
type changes struct {
	words
	measure    *dataset.Measure
	guideline  *dataset.Guideline // nil without a reference line
	collective string             // "" where the spec names the members
	from, to   int
	moves      []move
	notes      []note // below the rows
	missing    int    // notes on members without a figure: what is counted is a lower bound
	exempt     int    // notes on members that are counted all the same
}

// A move is what one edition says of a member in the two years. A member that
// joined in between has the last year alone.
type move struct {
	member *dataset.Member
	first  *dataset.Figure // nil for a member that joined in between
	last   *dataset.Figure
	by     float64 // the change, in the measure's unit
	places int     // decimals of by
}

func drawChange(r *request, c *Chart) {
	if r.s.From != 0 && r.s.From == r.s.To {
		r.errorf("to", "a change needs two years, not %d twice", r.s.To).Hint("a distance chart shows a single year")
		return
	}
	e := r.editionOver()
	if e == nil {
		return
	}
	d := &changes{words: r.words, measure: r.measure, guideline: r.guideline}
	if len(r.members) == 0 {
		d.collective = r.t.Collective
	}
	if d.period(r, e); !r.errs.Failed() {
		d.fill(r, e)
	}
	if r.errs.Failed() {
		return
	}
	c.Edition = e
	for i := range d.moves {
		if m := &d.moves[i]; m.first != nil {
			c.Figures = append(c.Figures, m.first)
		}
		c.Figures = append(c.Figures, d.moves[i].last)
	}
	if c.Title == "" {
		c.Title = d.title()
	}
	c.Subtitle = d.subtitle()
	c.Summary = d.summary(e)
	c.Table = d.table(c)
	desc := strings.Join(c.Summary[:min(2, len(c.Summary))], " ")
	c.Wide = d.draw(c.ID, wide, c.Title, desc)
	c.Narrow = d.draw(c.ID, narrow, c.Title, desc)
	c.Option = d.option(c.ID)
}

// period takes the two years from the spec, else the first and the last that
// the edition answers.
func (d *changes) period(r *request, e *dataset.Edition) {
	years := e.Years(r.measure.ID)
	d.from, d.to = cmp.Or(r.s.From, years[0]), cmp.Or(r.s.To, years[len(years)-1])
	if d.from < d.to {
		return
	}
	key := "from"
	if r.s.From == 0 {
		key = "to"
	}
	if r.s.From == 0 && r.s.To == 0 {
		key = "kind"
	}
	r.errorf(key, "a change needs two years, and there is none from %d to %d", d.from, d.to).
		Hint("%s", r.answers(e, r.measure.ID))
}

// fill makes the rows, those that rose furthest first.
func (d *changes) fill(r *request, e *dataset.Edition) {
	members := r.members
	if len(members) == 0 {
		members = r.v.MembersIn(d.to)
	}
	for _, m := range members {
		d.add(r, e, m)
	}
	slices.SortStableFunc(d.moves, func(a, b move) int {
		if (a.first == nil) != (b.first == nil) {
			if a.first == nil {
				return 1
			}
			return -1
		}
		if a.first == nil {
			return cmp.Compare(b.last.Value, a.last.Value)
		}
		return cmp.Compare(b.by, a.by)
	})
	if len(d.moves) == 0 && !r.errs.Failed() {
		r.errorf("measure", "no member has %s for both %d and %d in the edition of %s", r.measure.ID, d.from, d.to, e).
			Hint("%s", r.answers(e, r.measure.ID))
	}
}

// add makes the row of a member, or says why there is none: below the rows
// where all are shown, at its place where the spec names it.
func (d *changes) add(r *request, e *dataset.Edition, m *dataset.Member) {
	first, before := e.Figure(m.Code, d.from, d.measure.ID)
	last, after := e.Figure(m.Code, d.to, d.measure.ID)
	named := d.collective == ""
	switch {
	case named && m.Joined.Year > d.to:
		r.noMember(m, "leave it out, or choose a later year", "%s joined on %s, after %d", m.Name, m.Joined, d.to)
	case m.Exempt != "" && !named:
		d.notes = append(d.notes, note{m.Name, m.Exempt})
		if m.Joined.Year <= d.from {
			d.exempt++
		}
	case after && m.Joined.Year > d.from: // what is said of it before it joined does not count
		d.moves = append(d.moves, move{member: m, last: last})
	case before && after && m.Exempt == "":
		mv := move{member: m, first: first, last: last, places: max(first.Decimals, last.Decimals)}
		mv.by = dataset.Round(last.Value-first.Value, mv.places)
		d.moves = append(d.moves, mv)
	default:
		lacks := d.to
		if after {
			lacks = d.from
		}
		if named {
			r.noMember(m, "leave it out", "no %s of %s for %d in the edition of %s", d.measure.ID, m.Name, lacks, e)
			return
		}
		why := d.Say("chart.change.no_figure_for", "year", lacks)
		if !before && !after {
			why = d.noFigure()
		}
		d.notes = append(d.notes, note{m.Name, why})
		d.missing++
	}
}

// side says by a class on which side of the guideline a figure stands.
func (d *changes) side(f *dataset.Figure) string { return sideOf(d.guideline, f.Value) }

// sideOf is the class of a mark at a value: above the guideline, short of it,
// or without one.
func sideOf(g *dataset.Guideline, v float64) string {
	switch {
	case g == nil:
		return "level"
	case g.MetBy(v):
		return "over"
	}
	return "short"
}

// sides are all classes that sideOf gives, in the order of drawing.
var sides = [3]string{"over", "short", "level"}

// label writes the change, signed, or since when the member is one.
func (d *changes) label(m *move) string {
	if m.first == nil {
		return d.Say("chart.change.joined", "year", m.member.Joined.Year)
	}
	return d.signed(d.measure.Unit, m.by, m.places)
}

// table has a row for each member.
func (d *changes) table(c *Chart) Table {
	unit := d.measure.Unit
	t := Table{Caption: c.Subtitle, Columns: []Column{d.memberColumn(), d.column(strconv.Itoa(d.from), unit), d.column(strconv.Itoa(d.to), unit),
		d.headed(d.Say("chart.change.column_change"), d.distanceColumn(unit)), {Name: d.Say("chart.change.column_note")}}}
	for i := range d.moves {
		m := &d.moves[i]
		row := []Cell{{Text: m.member.Name, Header: true}, {}, {Text: d.Number(m.last.Value, m.last.Decimals)}, {}, {Text: d.remark(m)}}
		if m.first != nil {
			row[1].Text, row[3].Text = d.Number(m.first.Value, m.first.Decimals), d.Signed(m.by, m.places)
		}
		t.Rows = append(t.Rows, row)
	}
	for _, n := range d.notes {
		t.Rows = append(t.Rows, []Cell{{Text: n.name, Header: true}, {}, {}, {}, {Text: n.why}})
	}
	return t
}

// remark says which of a row's figures are estimates, and who joined when.
func (d *changes) remark(m *move) string {
	var parts, estimates []string
	if m.first == nil {
		parts = append(parts, d.Say("chart.change.joined_on", "day", m.member.Joined))
	} else if m.first.Status == dataset.Estimate {
		estimates = append(estimates, strconv.Itoa(d.from))
	}
	if m.last.Status == dataset.Estimate {
		estimates = append(estimates, strconv.Itoa(d.to))
	}
	if len(estimates) > 0 {
		parts = append(parts, d.Say("chart.change.estimate_for", "years", estimates))
	}
	if len(parts) == 0 {
		return ""
	}
	return d.series(parts...)
}
