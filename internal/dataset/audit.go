package dataset

import (
	"math"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// A Difference is a published figure that does not follow, within rounding, from other figures of its edition.
type Difference struct {
	Figure   *Figure
	Check    string // what it was checked against: "spending / gni", "the sum of its members"
	Computed float64
	Decimals int
	Note     *Note // the doubt that answers it, or nil

	rests []*Figure // all figures of the check
}

// A span is the range of values that are rounded to a printed number.
type span struct{ low, high float64 }

func spanOf(f *Figure) span {
	half := 0.5 * math.Pow10(-f.Decimals)
	return span{f.Value - half, f.Value + half}
}

// apart reports whether two spans do not overlap, apart from binary errors.
func (s span) apart(o span) bool {
	dust := 1e-9 * (1 + math.Abs(s.high) + math.Abs(o.high))
	return s.low > o.high+dust || o.low > s.high+dust
}

// over divides one positive span by another.
func (s span) over(o span) span { return span{s.low / o.high, s.high / o.low} }

func (s span) times(k float64) span { return span{s.low * k, s.high * k} }
func (s span) plus(o span) span     { return span{s.low + o.low, s.high + o.high} }

// audit checks the arithmetic of every edition as far as its figures allow: a share against its parts, growth against
// the figures of both years, a total against the sum of its members, and the parts of one whole against 100. A
// difference without a note of kind doubt is a warning.
func (d *Dataset) audit(errs *diag.List) {
	held := map[key]bool{} // exempt members that have any figure of a measure
	for i := range d.Figures {
		f := &d.Figures[i]
		if who := d.Members[f.Member]; who.Exempt != "" {
			held[keyOf(who, d.Measures[f.Measure], 0)] = true
		}
	}
	wholes := map[string][]string{} // the measures of each breakdown
	for _, id := range d.MeasureIDs() {
		if m := d.Measures[id]; m.Breakdown != "" {
			wholes[m.Breakdown] = append(wholes[m.Breakdown], id)
		}
	}
	for _, id := range d.SourceIDs() {
		for _, r := range d.Sources[id].Releases {
			if e := lists.Find(d.Editions, func(e *Edition) bool { return e.Release == r }); e != nil {
				a := &auditor{Edition: e, held: held, wholes: wholes}
				found := a.audit()
				d.Differences = append(d.Differences, found...)
				d.Audited = d.Audited || a.compared
				warnOf(found, errs)
			}
		}
	}
}

// relate completes the relations in data/ with those in a report's settings: its measure is its spending over what
// it is a share of, and the total is that of all members.
func (d *Dataset) relate(t Terms) {
	m, part := d.Measures[t.Measure], d.Measures[t.Spending]
	if m != nil && part != nil && m.Unit == Percent && m.Of != "" && m.Of != part.ID && len(m.Quotients) == 0 &&
		d.Measures[m.Of].Unit == part.Unit {
		m.Quotients = []Quotient{{part.ID, m.Of}}
	}
	composed := func(m *Member) bool { return m.composed }
	if whole := d.Members[t.Total]; whole != nil && whole.Aggregate && !slices.ContainsFunc(d.Aggregates, composed) {
		whole.composed = true
	}
}

// An auditor checks one edition.
type auditor struct {
	*Edition
	held   map[key]bool        // by member and measure: whether any edition has a figure of an exempt member
	wholes map[string][]string // by breakdown

	compared bool // whether it has figures that could be compared
}

func (e *auditor) audit() []*Difference {
	var list []*Difference
	checks := []func(*Figure, *Measure) *Difference{e.auditShare, e.auditGrowth, e.auditTotal, e.auditBreakdown}
	for i := range e.all {
		f := &e.all[i]
		m := e.d.Measures[f.Measure]
		for _, check := range checks {
			o := check(f, m)
			if o == nil {
				continue
			}
			o.Figure, o.rests = f, append(o.rests, f)
			o.Note = lists.Find(f.Notes, func(n *Note) bool { return n.Kind == Doubt })
			list = append(list, o)
		}
	}
	return list
}

// compare returns the difference of a figure from the span that was computed, or nil if it may be within that.
func (e *auditor) compare(f *Figure, computed span, o Difference) *Difference {
	e.compared = true
	if !spanOf(f).apart(computed) {
		return nil
	}
	return new(o)
}

// auditShare checks a share against the first of its quotients for which the edition has both sides.
func (e *auditor) auditShare(f *Figure, m *Measure) *Difference {
	for _, q := range m.Quotients {
		if part, whole, ok := e.quotient(f.Member, f.Year, q); ok {
			share := spanOf(part).over(spanOf(whole)).times(100)
			return e.compare(f, share, Difference{Check: q.String(), Computed: part.Value / whole.Value * 100,
				Decimals: f.Decimals + 2, rests: []*Figure{part, whole}})
		}
	}
	return nil
}

// auditGrowth checks annual growth against the figures of both years.
func (e *auditor) auditGrowth(f *Figure, m *Measure) *Difference {
	now, ok := e.Figure(f.Member, f.Year, m.GrowthOf) // there is none for a measure of something else
	before, too := e.Figure(f.Member, f.Year-1, m.GrowthOf)
	if !ok || !too || before.Value <= 0 {
		return nil
	}
	growth := spanOf(now).over(spanOf(before)).plus(span{-1, -1}).times(100)
	return e.compare(f, growth, Difference{Check: "growth of " + m.GrowthOf,
		Computed: (now.Value/before.Value - 1) * 100, Decimals: f.Decimals + 1, rests: []*Figure{now, before}})
}

// auditTotal checks an aggregate whose unit can be summed against the sum of its members in the year. It needs a
// figure of each member that has any.
func (e *auditor) auditTotal(f *Figure, m *Measure) *Difference {
	parts, known := e.d.partsOf(e.d.Members[f.Member], f.Year)
	if !known || !m.Unit.Adds() {
		return nil
	}
	sum, o := span{}, Difference{Check: "the sum of its members", Decimals: f.Decimals}
	for _, p := range parts {
		g, ok := e.Figure(p.Code, f.Year, m.ID)
		if !ok && (p.Exempt == "" || e.held[keyOf(p, m, 0)]) {
			return nil
		}
		if ok {
			sum, o.Computed, o.Decimals = sum.plus(spanOf(g)), o.Computed+g.Value, max(o.Decimals, g.Decimals)
			o.rests = append(o.rests, g)
		}
	}
	return e.compare(f, sum, o)
}

// auditBreakdown checks that the parts of one whole do not add up to more than the whole. The first part reports the
// difference.
func (e *auditor) auditBreakdown(f *Figure, m *Measure) *Difference {
	if m.Breakdown == "" {
		return nil
	}
	var names []string
	total, sum := 0.0, span{}
	for _, id := range e.wholes[m.Breakdown] {
		if g, ok := e.Figure(f.Member, f.Year, id); ok {
			names, total, sum = append(names, id), total+g.Value, sum.plus(spanOf(g))
		}
	}
	e.compared = e.compared || len(names) > 1
	if names[0] != m.ID || sum.low <= 100 {
		return nil
	}
	check := "100, the whole of " + strings.Join(names, " and ")
	return &Difference{Check: check, Computed: total, Decimals: f.Decimals}
}
