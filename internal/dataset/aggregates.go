package dataset

import (
	"cmp"
	"io/fs"
	"slices"

	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/tomldoc"
)

const aggregatesFile = "data/aggregates.toml"

// loadAggregates loads the members of the aggregates. Without the file, or the table of an aggregate, they are unknown.
func (d *Dataset) loadAggregates(root fs.FS, errs *diag.List) {
	tables(root, aggregatesFile, true, errs, func(code string, t *tomldoc.Table) {
		without := t.Strings("without")
		for i, c := range without {
			if m := d.Members[c]; (m == nil || m.Aggregate) && !d.lost(c) {
				t.ItemErrorf("without", i, "unknown member %q", c).Hint("%s", d.MemberHint(c))
			}
		}
		t.Check(formats.Of("an aggregate"))
		m := d.Members[code]
		switch {
		case m == nil && !d.lost(code):
			errs.Errorf(t.Pos(), "unknown aggregate %q", code).Hint("%s", d.MemberHint(code))
		case m != nil && !m.Aggregate:
			errs.Errorf(t.Pos(), "%s is a member, not an aggregate", code).Hint("kinds are in " + membersFile)
		case m != nil:
			m.composed, m.without = true, without
		}
	})
}

// partsOf returns, by name, the members that make up an aggregate in a year, and reports whether data/ lists them.
func (d *Dataset) partsOf(m *Member, year int) ([]*Member, bool) {
	if !m.composed {
		return nil, false
	}
	not := func(p *Member) bool { return slices.Contains(m.without, p.Code) }
	return slices.DeleteFunc(slices.Clone(d.MembersIn(year)), not), true
}

// likeForLike returns the growth of an aggregate with the same members in both years: those of the later one. If
// members joined, the growth that its source publishes includes their spending.
func likeForLike(v *Vintage, t Terms, q Query, _ *Guideline) (*Answer, error) {
	m := v.Measures[cmp.Or(q.Measure, t.Growth)]
	if m == nil || m.GrowthOf == "" {
		return nil, noAnswer("set growth_of for the growth in "+measuresFile,
			"this report has no measure of growth that says what grew")
	}
	who := v.Members[q.Subject]
	parts, known := v.partsOf(who, q.Year)
	if !known {
		return nil, noAnswer("ask for an aggregate of "+aggregatesFile,
			"like_for_like applies to an aggregate whose members are known, not to %s", who.Name)
	}
	printed, err := v.figure(q, m.ID)
	if err != nil {
		return nil, err
	}
	e := printed.Edition
	a := &Answer{Unit: Percent, Decimals: printed.Decimals, Measure: m, Edition: e}
	now, before := 0.0, 0.0
	for _, p := range parts {
		f, ok := e.Figure(p.Code, q.Year, m.GrowthOf)
		g, too := e.Figure(p.Code, q.Year-1, m.GrowthOf)
		switch {
		case ok && too:
			a.Figures = append(a.Figures, f, g)
			now, before = now+f.Value, before+g.Value
		case p.Exempt == "":
			return nil, noAnswer(v.holderHint(q, m.GrowthOf),
				"%s has no %s of %s for %d and %d", e, m.GrowthOf, p.Name, q.Year-1, q.Year)
		}
	}
	if before <= 0 {
		return nil, noAnswer("", "%s has no %s of its members for %d", e, m.GrowthOf, q.Year-1)
	}
	a.Value = (now/before - 1) * 100
	return a, nil
}

// holderHint returns a hint naming the newest edition that has a measure for the members of both years.
func (v *Vintage) holderHint(q Query, measure string) string {
	for _, e := range v.bySource[q.Source] {
		if e.Answers(measure, q.Year) && e.Answers(measure, q.Year-1) {
			return "ask ?released=" + e.Release.Date.String()
		}
	}
	return "no edition known on " + v.Day.String() + " has both years"
}
