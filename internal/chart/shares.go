package chart

import (
	"cmp"
	"math"
	"slices"

	"burdenshare/internal/dataset"
)

// sharesKind shows what part of the whole each member makes up, beside its
// part of what the measure is a share of: who carries more than its weight.
var sharesKind = &kind{
	name:      "shares",
	keys:      []string{"year", "members"},
	none:      "guideline", // shares are held against each other
	draw:      drawShares,
	estimates: hollowMarks,
}

// mostShares is how many members are drawn one by one before the smallest are
// added up in one row.
const mostShares = 14

// shareDecimals are the digits behind the point of a share, as the derived
// measure share_of_total has them.
const shareDecimals = 1

// parts are what a chart of shares shows, in the order of its rows.
type parts struct {
	words
	part, base *dataset.Measure // what is shared out, and what it is held against
	whole      string           // the name of the aggregate; "" for the sum of members
	year       int
	list       []share // the largest first
	shown      int     // so many of list have a row of their own
	others     share   // the rest together
	standings  *dataset.Standings
	estimates  []string
}

// A share is one member, or several together. Shares are in per cent of the
// whole.
type share struct {
	name       string
	member     *dataset.Member // nil for several
	part, base *dataset.Figure
	ofPart     float64
	ofBase     float64
	rough      bool // an estimate is among its figures
}

// more says whether a share is at least as large as that of the base.
func (s *share) more() bool { return s.ofPart >= s.ofBase }

func drawShares(r *request, c *Chart) {
	d := &parts{words: r.words, part: r.needTerm("spending", r.t.Spending, "the measure that shares are made of"), base: r.needBase()}
	if d.part == nil || d.base == nil {
		return
	}
	if d.part == d.base {
		r.errorf("measure", "a shares chart needs two measures; spending in config.toml is %s, and so is what %s is a share of", d.part.ID, r.measure.ID).
			Hint("choose a measure that is a share of something else")
		return
	}
	r.guideline = nil // whatever the report holds the measure against
	e, year := r.editionWith(d.part, d.base)
	if e == nil {
		return
	}
	d.year = year
	d.fill(r, e)
	if !r.chosenAmong(e, year, func(m *dataset.Member) bool {
		return slices.ContainsFunc(d.list, func(s share) bool { return s.member == m })
	}) {
		return
	}
	c.Edition = e
	for _, s := range d.list {
		c.Figures = append(c.Figures, s.base, s.part) // as drawn, strokes below dots
	}
	if c.Title == "" {
		c.Title = d.title()
	}
	c.Subtitle = d.subtitle()
	c.Summary = d.summary(e)
	c.Table = d.table(c)
	c.drawBoth(d.words, d.draw)
	c.Option = d.option(c.ID)
}

// fill divides the figures by the aggregate that is the whole, or by their
// sum where the edition does not hold it for both measures. Members chosen by
// the spec stand alone; their shares are of the same whole.
func (d *parts) fill(r *request, e *dataset.Edition) {
	all := e.Standings(d.part.ID, d.year)
	s := &dataset.Standings{Edition: e, Year: d.year, Exempt: all.Exempt, Missing: slices.Clone(all.Missing)}
	wholePart, wholeBase := 0.0, 0.0
	for _, st := range all.Ranked {
		base, ok := e.Figure(st.Member.Code, d.year, d.base.ID)
		if !ok {
			s.Missing = append(s.Missing, st.Member)
			continue
		}
		s.Ranked = append(s.Ranked, st)
		d.list = append(d.list, share{name: st.Member.Name, member: st.Member, part: st.Figure, base: base,
			rough: st.Figure.Status == dataset.Estimate || base.Status == dataset.Estimate})
		wholePart += st.Figure.Value
		wholeBase += base.Value
	}
	part, ok := e.Figure(r.t.Total, d.year, d.part.ID)
	base, has := e.Figure(r.t.Total, d.year, d.base.ID)
	if ok && has {
		d.whole = r.v.Members[r.t.Total].Name
		wholePart, wholeBase = part.Value, base.Value
	}
	for i := range d.list {
		x := &d.list[i]
		x.ofPart, x.ofBase = percentOf(x.part.Value, wholePart), percentOf(x.base.Value, wholeBase)
	}
	if len(r.members) > 0 {
		d.list = slices.DeleteFunc(d.list, func(x share) bool { return !r.chosen(x.member) })
		s.Missing, s.Exempt = nil, nil
	}
	slices.SortStableFunc(d.list, func(a, b share) int { return cmp.Compare(b.ofPart, a.ofPart) })
	d.standings = s
	if d.shown = len(d.list); d.shown > mostShares {
		d.shown = mostShares - 1
	}
	for i := range d.list {
		if d.list[i].rough {
			d.estimates = append(d.estimates, d.list[i].name)
		}
		if i >= d.shown {
			d.others.ofPart += d.list[i].ofPart
			d.others.ofBase += d.list[i].ofBase
			d.others.rough = d.others.rough || d.list[i].rough
		}
	}
	d.others.name = d.Say("chart.shares.others", "n", len(d.list)-d.shown)
}

func percentOf(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole * 100
}

// rows gives the shares in the drawing.
func (d *parts) rows() []share {
	rows := d.list[:d.shown:d.shown]
	if d.shown < len(d.list) {
		rows = append(rows, d.others)
	}
	return rows
}

// text writes a share for reading.
func (d *parts) text(v float64) string {
	return d.Amount(string(dataset.Percent), v, shareDecimals)
}

// shareOf names the share of a measure.
func (d *parts) shareOf(m *dataset.Measure) string {
	return d.Say("chart.shares.share_of", "measure", d.briefName(m))
}

// table has all members, also those that are drawn together.
func (d *parts) table(c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.memberColumn(), d.column(d.shareOf(d.part), dataset.Percent), d.column(d.shareOf(d.base), dataset.Percent),
		d.column(d.part.Name, d.part.Unit), d.column(d.base.Name, d.base.Unit), d.statusColumn()}}
	for i := range d.list {
		x := &d.list[i]
		t.Rows = append(t.Rows, []Cell{{Text: x.name, Header: true},
			{Text: d.Number(x.ofPart, shareDecimals)}, {Text: d.Number(x.ofBase, shareDecimals)},
			{Text: d.Number(x.part.Value, x.part.Decimals)}, {Text: d.Number(x.base.Value, x.base.Decimals)}, {Text: d.status(x.rough)}})
	}
	rest := func(m *dataset.Member, why string) {
		t.Rows = append(t.Rows, []Cell{{Text: m.Name, Header: true}, {}, {}, {}, {}, {Text: why}})
	}
	for _, m := range d.standings.Missing {
		rest(m, d.noFigure())
	}
	for _, m := range d.standings.Exempt {
		rest(m, m.Exempt)
	}
	return t
}

// spreadOut is how many times the smallest share the largest may be before
// the scale doubles from line to line, so that small shares are told apart.
const spreadOut = 20

// doubling gives the ends of a scale that doubles from line to line, with some
// air around all shares. An even scale is used where the shares lie close
// together or some are not above zero.
func (d *parts) doubling() (lo, hi float64, ok bool) {
	least, most := math.Inf(1), 0.0
	for _, s := range d.rows() {
		least, most = min(least, s.ofPart, s.ofBase), max(most, s.ofPart, s.ofBase)
	}
	if least <= 0 || most <= spreadOut*least {
		return 0, max(most, 1e-9), false
	}
	return least * 0.85, most * 1.15, true
}
