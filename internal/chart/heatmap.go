package chart

import (
	"cmp"
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
)

// heatmapKind shows how far every member stood from a guideline in every
// year: a row of cells for each, coloured by distance.
var heatmapKind = &kind{
	name:  "heatmap",
	keys:  []string{"from", "to", "members", "sort"},
	sorts: []string{"value", "name"},
	draw:  drawHeatmap,
}

// heats are what a heatmap shows, in the order of its rows.
type heats struct {
	words
	unit      dataset.Unit
	guideline *dataset.Guideline
	years     []int // from the first to the last, also those without an answer
	rows      []heatRow
	classes   classes
	exempt    []*dataset.Member
	absent    []*dataset.Member // members without a figure in any of the years
}

// A heatRow is what the edition says of one member. A cell without a figure
// is nil.
type heatRow struct {
	member *dataset.Member
	joined int // index in years of the first year of membership
	cells  []*dataset.Figure
}

// last is the figure of the last year, which orders the rows; nil where there
// is none.
func (h *heatRow) last() *dataset.Figure { return h.cells[len(h.cells)-1] }

func drawHeatmap(r *request, c *Chart) {
	if !r.needGuideline() {
		return
	}
	e := r.editionOver()
	if e == nil {
		return
	}
	d := &heats{words: r.words, unit: r.measure.Unit, guideline: r.guideline}
	answered := slices.DeleteFunc(slices.Clone(e.Years(r.measure.ID)), func(y int) bool {
		return y < r.s.From || r.s.To != 0 && y > r.s.To
	})
	for y := answered[0]; y <= answered[len(answered)-1]; y++ {
		d.years = append(d.years, y)
	}
	d.fill(r, e)
	if r.errs.Failed() {
		return
	}
	c.Edition = e
	for i := range d.rows {
		for _, f := range d.rows[i].cells {
			if f != nil {
				c.Figures = append(c.Figures, f)
			}
		}
	}
	if c.Title == "" {
		c.Title = d.title(r.t.Collective)
	}
	c.Subtitle = d.subtitle(r, c.Figures)
	c.Summary = d.summary(r, e)
	c.Table = d.table(c)
	c.drawBoth(d.words, d.draw)
	c.Option = d.option(c.ID)
}

// fill makes the rows: of the members chosen by the spec, else of all members
// of the last year.
func (d *heats) fill(r *request, e *dataset.Edition) {
	last := d.years[len(d.years)-1]
	var distances []float64
	for _, m := range r.v.MembersIn(last) {
		if len(r.members) > 0 && !r.chosen(m) {
			continue
		}
		if m.Exempt != "" {
			d.exempt = append(d.exempt, m)
			continue
		}
		row := heatRow{member: m, cells: make([]*dataset.Figure, len(d.years))}
		some := false
		for i, y := range d.years {
			if y < m.Joined.Year {
				row.joined = i + 1
				continue
			}
			if f, ok := e.Figure(m.Code, y, r.measure.ID); ok {
				row.cells[i], some = f, true
				v, _ := d.guideline.Distance(f)
				distances = append(distances, v)
			}
		}
		if !some {
			d.absent = append(d.absent, m)
			continue
		}
		d.rows = append(d.rows, row)
	}
	r.chosenAmong(e, last, func(m *dataset.Member) bool {
		return slices.ContainsFunc(d.rows, func(h heatRow) bool { return h.member == m })
	})
	d.classes = newClasses(distances)
	if r.s.Sort == "name" {
		return // as they come
	}
	slices.SortStableFunc(d.rows, func(a, b heatRow) int {
		f, g := a.last(), b.last()
		switch {
		case f != nil && g != nil:
			return cmp.Compare(g.Value, f.Value)
		case f != nil:
			return -1
		case g != nil:
			return 1
		}
		return 0
	})
}

// met says whether the cell of a row and year meets the guideline; false
// outside of the picture and where there is no figure.
func (d *heats) met(row, year int) bool {
	if row < 0 || row >= len(d.rows) || year < 0 || year >= len(d.years) {
		return false
	}
	f := d.rows[row].cells[year]
	return f != nil && d.guideline.MetBy(f.Value)
}

// table has a row for each member and a column for each year.
func (d *heats) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.memberColumn()}}
	for _, y := range d.years {
		t.Columns = append(t.Columns, Column{Name: strconv.Itoa(y), Numeric: true})
	}
	for i := range d.rows {
		h := &d.rows[i]
		row := []Cell{{Text: h.member.Name, Header: true}}
		for k, f := range h.cells {
			switch {
			case f != nil:
				row = append(row, d.cell(f, d.Number(f.Value, f.Decimals)))
			case k < h.joined:
				row = append(row, Cell{Text: d.Say("chart.heatmap.not_a_member")})
			default:
				row = append(row, Cell{Text: d.noFigure()})
			}
		}
		t.Rows = append(t.Rows, row)
	}
	empty := func(m *dataset.Member, why string) {
		row := []Cell{{Text: m.Name, Header: true}}
		for range d.years {
			row = append(row, Cell{Text: why})
		}
		t.Rows = append(t.Rows, row)
	}
	for _, m := range d.absent {
		empty(m, d.noFigure())
	}
	for _, m := range d.exempt {
		empty(m, m.Exempt)
	}
	return t
}

// names gives the names of the rows for which a condition holds.
func (d *heats) names(holds func(*heatRow) bool) []string {
	var list []string
	for i := range d.rows {
		if holds(&d.rows[i]) {
			list = append(list, d.rows[i].member.Name)
		}
	}
	return list
}

// period is the time from the first year to the last.
func (d *heats) period() string { return d.span(d.years[0], d.years[len(d.years)-1]) }
