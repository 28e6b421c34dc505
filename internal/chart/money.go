package chart

import (
	"cmp"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
)

// moneyKind shows what the members below a guideline are short by in money:
// a bar for each.
var moneyKind = &kind{
	name:  "money",
	keys:  []string{"year", "members", "sort"},
	sorts: []string{"value", "name"},
	draw:  drawMoney,
}

// shortfalls are what a money chart shows, in the order of its rows.
type shortfalls struct {
	words
	unit      dataset.Unit // of the measure
	base      *dataset.Measure
	guideline *dataset.Guideline
	year      int
	bars      []shortfall
	notes     []note
	unpriced  []*dataset.Member // below the guideline, without a price
	tally     *dataset.Tally
	chosen    bool // the spec names members
	estimates []string
}

// A shortfall is one member's, in millions of US dollars.
type shortfall struct {
	member   *dataset.Member
	figure   *dataset.Figure
	price    dataset.Price
	priced   *dataset.Edition // where the price comes from
	millions float64
	distance float64
	places   int // decimals of distance
}

func (s *shortfall) estimate() bool {
	return s.figure.Status == dataset.Estimate || s.price.Base.Status == dataset.Estimate
}

func (s *shortfall) plain() string { return dataset.Plain(s.millions, 0) }

func drawMoney(r *request, c *Chart) {
	if !r.needGuideline() {
		return
	}
	d := &shortfalls{words: r.words, unit: r.measure.Unit, guideline: r.guideline, base: r.needBase(), chosen: len(r.members) > 0}
	if d.base == nil {
		return
	}
	e, year := r.editionFor()
	if e == nil {
		return
	}
	d.year, d.tally = year, e.Tally(r.guideline, year)
	if !r.chosenAmong(e, year, func(m *dataset.Member) bool {
		return slices.ContainsFunc(d.tally.Ranked, func(s dataset.Standing) bool { return s.Member == m })
	}) {
		return
	}
	d.fill(r)
	if len(d.bars) == 0 && len(d.unpriced) > 0 {
		r.errorf("year", "no source known on %s has %s of a member short of %s in %d", r.v.Day, d.base.ID, r.guideline.Name, year).
			Hint("a shortfall is priced by %s of the same edition, else of any other known on the day", d.base.ID)
		return
	}
	c.Edition = e
	for i := range d.bars {
		c.Figures = append(append(c.Figures, d.bars[i].figure), d.bars[i].price.Figures()...)
	}
	if c.Title == "" {
		c.Title = d.title(r)
	}
	c.Subtitle = d.subtitle()
	c.Summary = d.summary(r)
	c.Table = d.table(r, c)
	c.drawBoth(d.words, d.draw)
	c.Option = d.option(c.ID)
}

// fill prices the members below the guideline.
func (d *shortfalls) fill(r *request) {
	for _, s := range d.tally.Short() {
		if d.chosen && !r.chosen(s.Member) {
			continue
		}
		price, ok := r.v.Price(r.guideline, s.Figure)
		if !ok {
			d.unpriced = append(d.unpriced, s.Member)
			d.notes = append(d.notes, note{s.Member.Name, d.Say("chart.money.not_priced")})
			continue
		}
		b := shortfall{member: s.Member, figure: s.Figure, price: price, priced: r.v.EditionOf(price.Base), millions: -price.Value}
		b.distance, b.places = r.guideline.Distance(s.Figure)
		if b.estimate() {
			d.estimates = append(d.estimates, s.Member.Name)
		}
		d.bars = append(d.bars, b)
	}
	slices.SortStableFunc(d.bars, func(a, b shortfall) int {
		if r.s.Sort == "name" {
			return strings.Compare(a.member.Name, b.member.Name)
		}
		return cmp.Compare(b.millions, a.millions)
	})
	if d.chosen {
		return
	}
	for _, m := range d.tally.Missing {
		d.notes = append(d.notes, note{m.Name, d.noFigure()})
	}
	for _, m := range d.tally.Exempt {
		d.notes = append(d.notes, note{m.Name, m.Exempt})
	}
}

// total is what all bars add up to.
func (d *shortfalls) total() float64 {
	sum := 0.0
	for i := range d.bars {
		sum += d.bars[i].millions
	}
	return sum
}

// pricing says where prices come from that are not of the chart's own edition,
// and for which members, in the order of the rows.
func (d *shortfalls) pricing() (notes []string, members [][]string) {
	for i := range d.bars {
		b := &d.bars[i]
		if b.price.Elsewhere == nil {
			continue
		}
		text := d.Say("chart.money.priced", "base", d.briefName(d.base), "edition", d.editionName(b.priced))
		k := slices.Index(notes, text)
		if k < 0 {
			k = len(notes)
			notes, members = append(notes, text), append(members, nil)
		}
		members[k] = append(members[k], b.member.Name)
	}
	return notes, members
}

func (d *shortfalls) table(r *request, c *Chart) Table {
	t := Table{Caption: c.Subtitle, Columns: []Column{d.memberColumn(),
		d.column(d.Say("chart.money.short_by", "guideline", d.guideline.Name), d.base.Unit), d.column(r.measure.Name, d.unit),
		d.headed(d.Say("chart.column.distance"), d.distanceColumn(d.unit)), d.column(d.base.Name, d.base.Unit), d.statusColumn()}}
	for i := range d.bars {
		b := &d.bars[i]
		t.Rows = append(t.Rows, []Cell{{Text: b.member.Name, Header: true}, {Text: d.Number(b.millions, 0)},
			{Text: d.Number(b.figure.Value, b.figure.Decimals)}, {Text: d.Signed(b.distance, b.places)},
			{Text: d.Number(b.price.Base.Value, b.price.Base.Decimals)}, {Text: d.status(b.estimate())}})
	}
	for _, n := range d.notes {
		t.Rows = append(t.Rows, []Cell{{Text: n.name, Header: true}, {}, {}, {}, {}, {Text: n.why}})
	}
	return t
}
