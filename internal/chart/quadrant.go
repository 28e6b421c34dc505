package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

// quadrantKind shows two measures of each member against each other: a point
// for each, in one of the four corners that two guidelines make.
var quadrantKind = &kind{
	name:      "quadrant",
	keys:      []string{"year", "members"},
	draw:      drawQuadrant,
	estimates: hollowPoints,
}

// quadrants are what a quadrant chart shows.
type quadrants struct {
	words
	x, y      axis
	year      int
	points    []point // highest x first
	standings *dataset.Standings
	estimates []string
	meets     [4]int // members by corner
}

// An axis is a measure with its guideline.
type axis struct {
	words
	measure   *dataset.Measure
	guideline *dataset.Guideline
}

func (a axis) figure(f *dataset.Figure) string { return a.value(a.measure.Unit, f.Value, f.Decimals) }

// A point is one member.
type point struct {
	member *dataset.Member
	x, y   *dataset.Figure
	chosen bool
	corner int
}

// The corners, as bits: which of the two guidelines are met.
const (
	meetsNone  = 0
	meetsFirst = 1
	meetsOther = 2
	meetsBoth  = meetsFirst | meetsOther
)

func (t *point) estimate() bool {
	return t.x.Status == dataset.Estimate || t.y.Status == dataset.Estimate
}

func drawQuadrant(r *request, c *Chart) {
	d := &quadrants{words: r.words}
	if !r.needGuideline() || !d.second(r) {
		return
	}
	e, year := r.editionWith(d.x.measure, d.y.measure)
	if e == nil {
		return
	}
	d.year = year
	d.fill(r, e)
	if !r.chosenAmong(e, year, func(m *dataset.Member) bool {
		return slices.ContainsFunc(d.points, func(p point) bool { return p.member == m })
	}) {
		return
	}
	c.Edition = e
	for i := range d.points {
		c.Figures = append(c.Figures, d.points[i].x, d.points[i].y)
	}
	if c.Title == "" {
		c.Title = d.title(r.t.Collective)
	}
	c.Subtitle = d.subtitle()
	c.Summary = d.summary(r.t.Collective, e)
	c.Table = d.table(c)
	c.drawBoth(d.words, d.draw)
	c.Option = d.option(c.ID)
}

// second finds the guideline of the other axis, which is the report's.
func (d *quadrants) second(r *request) bool {
	g := r.v.Guidelines[r.t.Second]
	switch {
	case r.t.Second == "":
		r.errorf("kind", "a quadrant chart needs the setting second_guideline").
			Hint("set second_guideline in config.toml to the guideline on the other axis")
	case g == nil:
		r.errorf("kind", "second_guideline in config.toml is %q, which is no guideline", r.t.Second).
			Hint("all guidelines are in data/guidelines.toml")
	case g.Measure == r.measure.ID:
		r.errorf("measure", "a quadrant chart needs two measures").
			Hint("second_guideline in config.toml, %s, is for %s too; choose another measure here", g.ID, g.Measure)
	default:
		d.x, d.y = axis{r.words, r.measure, r.guideline}, axis{r.words, r.v.Measures[g.Measure], g}
		return true
	}
	return false
}

// fill takes the members with both figures. One that lacks either is missing.
func (d *quadrants) fill(r *request, e *dataset.Edition) {
	all := e.Standings(d.x.measure.ID, d.year)
	s := &dataset.Standings{Edition: e, Year: d.year, Exempt: all.Exempt, Missing: slices.Clone(all.Missing)}
	for _, st := range all.Ranked {
		y, ok := e.Figure(st.Member.Code, d.year, d.y.measure.ID)
		if !ok {
			s.Missing = append(s.Missing, st.Member)
			continue
		}
		t := point{member: st.Member, x: st.Figure, y: y, chosen: r.chosen(st.Member)}
		if d.x.guideline.MetBy(t.x.Value) {
			t.corner |= meetsFirst
		}
		if d.y.guideline.MetBy(t.y.Value) {
			t.corner |= meetsOther
		}
		d.meets[t.corner]++
		if t.estimate() {
			d.estimates = append(d.estimates, st.Member.Name)
		}
		s.Ranked = append(s.Ranked, st)
		d.points = append(d.points, t)
	}
	d.standings = s
}

// names gives the names of the points for which a condition holds.
func (d *quadrants) names(holds func(*point) bool) []string {
	var list []string
	for i := range d.points {
		if holds(&d.points[i]) {
			list = append(list, d.points[i].member.Name)
		}
	}
	return list
}

// cornerName says in words what a corner means.
func (d *quadrants) cornerName(corner int) string {
	switch corner {
	case meetsBoth:
		return d.Say("chart.quadrant.both")
	case meetsFirst:
		return d.Say("chart.quadrant.only", "guideline", d.x.guideline.Name)
	case meetsOther:
		return d.Say("chart.quadrant.only", "guideline", d.y.guideline.Name)
	}
	return d.Say("chart.quadrant.neither")
}

// table has a row for each member, with the code that stands for it in a
// narrow drawing.
func (d *quadrants) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.memberColumn(), {Name: d.Say("chart.quadrant.column_code")},
		d.column(d.x.measure.Name, d.x.measure.Unit), d.column(d.y.measure.Name, d.y.measure.Unit),
		{Name: d.Say("chart.quadrant.column_meets")}, d.statusColumn()}}
	meets := []string{d.Say("chart.quadrant.meets_neither"), d.x.guideline.Name, d.y.guideline.Name, d.Say("chart.quadrant.meets_both")}
	for i := range d.points {
		p := &d.points[i]
		t.Rows = append(t.Rows, []Cell{{Text: p.member.Name, Header: true}, {Text: tileCode(p.member)},
			{Text: d.Number(p.x.Value, p.x.Decimals)}, {Text: d.Number(p.y.Value, p.y.Decimals)},
			{Text: meets[p.corner]}, {Text: d.status(p.estimate())}})
	}
	rest := func(m *dataset.Member, why string) {
		t.Rows = append(t.Rows, []Cell{{Text: m.Name, Header: true}, {Text: tileCode(m)}, {}, {}, {}, {Text: why}})
	}
	for _, m := range d.standings.Missing {
		rest(m, d.noFigure())
	}
	for _, m := range d.standings.Exempt {
		rest(m, m.Exempt)
	}
	return t
}
