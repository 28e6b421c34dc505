package chart

import (
	"slices"
	"strings"

	"burdenshare/internal/dataset"
)

// distanceKind shows how far each member stands from a guideline in a year:
// bars to either side of a line.
var distanceKind = &kind{
	name:  "distance",
	keys:  []string{"year", "members", "sort"},
	sorts: []string{"value", "name"},
	draw:  drawDistance,
}

// distances are what a distance chart shows, in the order of its rows.
type distances struct {
	words
	unit      dataset.Unit // of the measure
	guideline *dataset.Guideline
	year      int
	bars      []bar
	notes     []note // below the bars
}

// A bar is one member's distance from the guideline.
type bar struct {
	name   string
	figure *dataset.Figure
	value  float64 // above the guideline when positive
	places int     // decimals of value
	plain  string  // value for scripts
	label  string  // value for readers
}

// side is the class of a bar: a member on the line meets the guideline.
func (b *bar) side() string {
	if b.value < 0 {
		return "down"
	}
	return "up"
}

func (b *bar) estimate() bool { return b.figure.Status == dataset.Estimate }

// A note is a row without a bar, and why it has none.
type note struct{ name, why string }

func drawDistance(r *request, c *Chart) {
	if !r.needGuideline() {
		return
	}
	e, year := r.editionFor()
	if e == nil {
		return
	}
	t := e.Tally(r.guideline, year)
	d := &distances{words: r.words, unit: r.measure.Unit, guideline: r.guideline, year: year}
	if r.chosenHave(e, t) {
		d.fill(r, t)
	}
	if r.errs.Failed() {
		return
	}
	c.Edition = e
	for i := range d.bars {
		c.Figures = append(c.Figures, d.bars[i].figure)
	}
	if c.Title == "" {
		c.Title = d.title(r, t)
	}
	c.Subtitle = d.subtitle(r)
	c.Summary = d.summary(r, t)
	c.Table = d.table(r, c)
	desc := strings.Join(c.Summary[:min(2, len(c.Summary))], " ")
	c.Wide = d.draw(c.ID, wide, c.Title, desc)
	c.Narrow = d.draw(c.ID, narrow, c.Title, desc)
	c.Option = d.option(c.ID)
}

// chosenHave reports the members named in the spec that have no bar.
func (r *request) chosenHave(e *dataset.Edition, t *dataset.Tally) bool {
	for _, m := range r.members {
		ranked := slices.ContainsFunc(t.Ranked, func(s dataset.Standing) bool { return s.Member == m })
		switch {
		case ranked:
		case m.Aggregate:
			r.noMember(m, "a trend chart takes aggregates", "%s is an aggregate; a distance chart compares members", m.Code)
		case m.Joined.Year > t.Year:
			r.noMember(m, "leave it out, or choose a later year", "%s joined on %s, after %d", m.Name, m.Joined, t.Year)
		default:
			r.noMember(m, "leave it out", "no %s of %s for %d in the edition of %s", r.measure.ID, m.Name, t.Year, e)
		}
	}
	return !r.errs.Failed()
}

// fill makes the rows. Members chosen by the spec stand alone, without notes
// on those that were not.
func (d *distances) fill(r *request, t *dataset.Tally) {
	d.bars = make([]bar, 0, len(t.Ranked))
	for _, s := range t.Ranked {
		if len(r.members) > 0 && !slices.Contains(r.members, s.Member) {
			continue
		}
		b := bar{name: s.Member.Name, figure: s.Figure}
		b.value, b.places = r.guideline.Distance(s.Figure)
		b.plain, b.label = dataset.Plain(b.value, b.places), d.signed(d.unit, b.value, b.places)
		d.bars = append(d.bars, b)
	}
	if r.s.Sort == "name" {
		slices.SortStableFunc(d.bars, func(a, b bar) int { return strings.Compare(a.name, b.name) })
	}
	if len(r.members) > 0 {
		return
	}
	for _, m := range t.Missing {
		d.notes = append(d.notes, note{m.Name, d.noFigure()})
	}
	for _, m := range t.Exempt {
		d.notes = append(d.notes, note{m.Name, m.Exempt})
	}
}

// table gives the rows as numbers.
func (d *distances) table(r *request, c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{
		d.memberColumn(), d.column(r.measure.Name, d.unit), d.distances(d.guideline, d.unit), d.statusColumn(),
	}}
	for i := range d.bars {
		b := &d.bars[i]
		t.Rows = append(t.Rows, []Cell{{Text: b.name, Header: true}, {Text: d.Number(b.figure.Value, b.figure.Decimals)},
			{Text: d.Signed(b.value, b.places)}, {Text: d.status(b.estimate())}})
	}
	for _, n := range d.notes {
		t.Rows = append(t.Rows, []Cell{{Text: n.name, Header: true}, {}, {}, {Text: n.why}})
	}
	return t
}
