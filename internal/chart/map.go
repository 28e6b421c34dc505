package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

// mapKind shows the members of a year as tiles, each about where it lies,
// coloured by distance from a guideline.
var mapKind = &kind{
	name: "map",
	keys: []string{"year", "members"},
	draw: drawMap,
}

// tiles are what a map shows. Those without a place of their own are lined
// up below.
type tiles struct {
	words
	unit      dataset.Unit
	guideline *dataset.Guideline
	year      int
	classes   classes
	columns   int
	rows      int // with a place of their own
	list      []tile
	elsewhere int // how many of list have no place; they are the last
	estimates []string
}

// A tile is one member. It has no figure when it is exempt or missing.
type tile struct {
	member   *dataset.Member
	col, row int
	chosen   bool
	figure   *dataset.Figure
	why      string // there is no figure
	value    float64
	places   int // decimals of value
	plain    string
	label    string
}

// mapColumns is how many tiles stand in a row of a report without places.
const mapColumns = 8

func drawMap(r *request, c *Chart) {
	if !r.needGuideline() {
		return
	}
	e, year := r.editionFor()
	if e == nil {
		return
	}
	t := e.Tally(r.guideline, year)
	if !r.chosenAmong(e, year, func(m *dataset.Member) bool {
		return slices.ContainsFunc(t.Ranked, func(s dataset.Standing) bool { return s.Member == m })
	}) {
		return
	}
	d := &tiles{words: r.words, unit: r.measure.Unit, guideline: r.guideline, year: year}
	d.fill(r, t)
	c.Edition = e
	for i := range d.list {
		if f := d.list[i].figure; f != nil {
			c.Figures = append(c.Figures, f)
		}
	}
	if c.Title == "" {
		c.Title = d.title(r, t)
	}
	c.Subtitle = d.estimateKey(d.Say("chart.distance.subtitle", "measure", r.measure.Name, "unit", d.distanceUnit(d.unit), "guideline", d.guideline.Name, "year", year),
		len(d.estimates), len(t.Ranked), hatched)
	c.Summary = d.summary(r, t)
	c.Table = d.table(r, c)
	c.drawBoth(d.words, d.draw)
	c.Option = d.option(c.ID)
}

// fill makes the tiles, by name, those without a place behind the others.
func (d *tiles) fill(r *request, t *dataset.Tally) {
	byMember := map[*dataset.Member]*dataset.Figure{}
	var distances []float64
	for _, s := range t.Ranked {
		byMember[s.Member] = s.Figure
		v, _ := d.guideline.Distance(s.Figure)
		distances = append(distances, v)
	}
	d.classes = newClasses(distances)
	firstCol, firstRow := 100, 100
	for _, m := range r.v.MembersIn(d.year) {
		x := tile{member: m, col: m.TileCol, row: m.TileRow, chosen: r.chosen(m), figure: byMember[m], label: "–"}
		switch {
		case x.figure != nil:
			x.value, x.places = d.guideline.Distance(x.figure)
			x.plain, x.label = dataset.Plain(x.value, x.places), d.signed(d.unit, x.value, x.places)
			if x.figure.Status == dataset.Estimate {
				d.estimates = append(d.estimates, m.Name)
			}
		case m.Exempt != "":
			x.why = m.Exempt
		default:
			x.why = d.noFigure()
		}
		d.list = append(d.list, x)
		if x.col < 0 {
			d.elsewhere++
			continue
		}
		firstCol, firstRow = min(firstCol, x.col), min(firstRow, x.row)
	}
	slices.SortStableFunc(d.list, func(a, b tile) int { return boolOrder(a.col < 0) - boolOrder(b.col < 0) })
	for i := range d.list[:len(d.list)-d.elsewhere] {
		x := &d.list[i]
		x.col, x.row = x.col-firstCol, x.row-firstRow
		d.columns, d.rows = max(d.columns, x.col+1), max(d.rows, x.row+1)
	}
	if d.columns == 0 {
		d.columns = min(mapColumns, d.elsewhere)
	}
	for i := range d.elsewhere {
		x := &d.list[len(d.list)-d.elsewhere+i]
		x.col, x.row = i%d.columns, d.rows+i/d.columns
	}
}

func boolOrder(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (d *tiles) class(x *tile) int { return d.classes.of(x.value) }

// title says how many meet the guideline, as the chart of distances does.
func (d *tiles) title(r *request, t *dataset.Tally) string {
	switch short := t.Short(); {
	case t.Meeting == 1 && t.Of() > 1 && !t.AtLeast():
		return d.aloneIn(t.Met()[0].Member, true, d.guideline, d.year)
	case len(short) == 1 && t.Meeting > 0 && !t.AtLeast():
		return d.aloneIn(short[0].Member, false, d.guideline, d.year)
	}
	return d.meetIn(d.fraction(t, r.t.Collective, d.InWords), d.guideline, d.year)
}

// summary says how many meet the guideline and by region where there are
// some, who is furthest above and below, and who has no figure.
func (d *tiles) summary(r *request, t *dataset.Tally) []string {
	s := []string{d.meetFor(d.fraction(t, r.t.Collective, d.Few), t.Meeting, d.guideline, d.year, t.Edition)}
	if regions := d.regions(); regions != "" {
		s = append(s, regions)
	}
	if n := len(t.Ranked); n > 1 {
		place := func(st dataset.Standing) string {
			v, places := d.guideline.Distance(st.Figure)
			return d.stands(d.unit, v, places, "")
		}
		high, low := t.Ranked[0], t.Ranked[n-1]
		s = append(s, d.Say("chart.map.extremes", "high", high.Member.Name, "above", place(high), "low", low.Member.Name, "below", place(low)))
	}
	if chosen := d.chosen(); len(chosen) > 0 {
		s = append(s, d.Say("chart.map.outlined", "names", chosen))
	}
	s = append(s, d.withoutFigure(t.Standings, d.bounded)...)
	return append(s, d.estimateSentence(d.estimates, len(t.Ranked))...)
}

func (d *tiles) chosen() []string {
	var names []string
	for i := range d.list {
		if d.list[i].chosen {
			names = append(names, d.Say("chart.with_value", "who", d.list[i].member.Name, "value", d.value(d.unit, d.list[i].figure.Value, d.list[i].figure.Decimals)))
		}
	}
	return names
}

// regions counts those that meet the guideline by region: "West: two of
// three; East: one of four." It is empty where there are not two regions.
func (d *tiles) regions() string {
	type tally struct{ met, all int }
	counts := map[string]*tally{}
	var order []string
	for i := range d.list {
		x := &d.list[i]
		if x.figure == nil || x.member.Region == "" {
			continue
		}
		c := counts[x.member.Region]
		if c == nil {
			c = &tally{}
			counts[x.member.Region] = c
			order = append(order, x.member.Region)
		}
		if c.all++; x.value >= 0 {
			c.met++
		}
	}
	if len(order) < 2 {
		return ""
	}
	slices.SortStableFunc(order, func(a, b string) int { return counts[b].all - counts[a].all })
	var parts []string
	for _, region := range order {
		parts = append(parts, d.Say("chart.map.region", "region", region, "met", d.Few(counts[region].met), "of", d.Few(counts[region].all)))
	}
	return d.Say("chart.sentence", "clauses", d.series(parts...))
}

func (d *tiles) table(r *request, c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{
		d.memberColumn(), {Name: d.Say("chart.map.column_tile")}, d.column(r.measure.Name, d.unit), d.distances(d.guideline, d.unit), d.statusColumn(),
	}}
	for i := range d.list {
		x := &d.list[i]
		row := []Cell{{Text: x.member.Name, Header: true}, {Text: tileCode(x.member)}, {}, {}, {Text: x.why}}
		if f := x.figure; f != nil {
			row[2].Text, row[3].Text, row[4].Text = d.Number(f.Value, f.Decimals), d.Signed(x.value, x.places), d.status(f.Status == dataset.Estimate)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
