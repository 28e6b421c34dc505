package importer

import (
	"cmp"
	"math"
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// jump is the factor from which a change in level looks like a misplaced decimal mark. Wars and currency crises stay
// below it.
const jump = 8

// slack is how far a total may be from the sum of its members: members that are left out, such as one without armed
// forces, make up less than this.
const slack = 0.005

// Validate returns warnings for figures that were read but look wrong.
func (in *Result) Validate(data *dataset.Dataset, comparisons []Comparison, o Options) diag.List {
	var errs diag.List
	for _, c := range comparisons {
		if !unitWarning(c, &errs) {
			jumps(in, c, &errs)
		}
		signs(c, &errs)
		precision(in, c.Measure, &errs)
		if !o.Partial {
			few(in, data, c.Measure, &errs)
		}
	}
	sums(in, data, o, &errs)
	differs := func(c Comparison) bool {
		return c.New+c.Left > 0 || c.Firm+c.Loose > 0 || len(c.Revised) > 0 || len(c.Removed) > 0
	}
	if len(in.Figures) >= 20 && len(comparisons) > 0 && !slices.ContainsFunc(comparisons, differs) {
		errs.Warnf(in.Figures[0].Pos, "every figure is the same as in the previous edition").
			Hint("a new edition revises something; check that this is the right file")
	}
	errs.Sort()
	return errs
}

// unitWarning reports a whole block in another unit: most figures differ by one factor from the previous ones.
func unitWarning(c Comparison, errs *diag.List) bool {
	if c.Measure.Min < 0 {
		return false
	}
	var ratios []float64
	for _, r := range c.Revised {
		if r.Before.Value != 0 {
			ratios = append(ratios, r.Now.Value/r.Before.Value)
		}
	}
	if len(ratios) < 3 || len(ratios) < c.Same {
		return false
	}
	slices.Sort(ratios)
	middle := ratios[len(ratios)/2]
	if middle < jump && middle > 1.0/jump {
		return false
	}
	how := dataset.Number(math.Round(middle), 0) + " times"
	if middle < 1 {
		how = "1/" + dataset.Number(math.Round(1/middle), 0) + " of"
	}
	first := slices.MinFunc(c.Revised, func(a, b Revision) int { return a.Now.Pos.Compare(b.Now.Pos) }).Now
	errs.Warnf(first.Pos, "the figures of %s are about %s those of %s", c.Measure.ID, how, c.Edition).
		Hint("%s is in %s: are these millions, thousands or units?", c.Measure.ID, c.Measure.Unit)
	return true
}

// jumps reports single figures that are many times, or a small part of, those of the previous edition or year.
func jumps(in *Result, c Comparison, errs *diag.List) {
	if c.Measure.Min < 0 { // a rate may have any value
		return
	}
	far := func(now, then float64) bool {
		return now > 0 && then > 0 && (now/then >= jump || then/now >= jump)
	}
	reported := map[*Figure]bool{}
	for _, r := range c.Revised {
		if far(r.Now.Value, r.Before.Value) {
			reported[r.Now] = true
			r.warn(errs).Hint("is the decimal mark right, and is it the right row?")
		}
	}
	var last *Figure
	for _, f := range in.Of(c.Measure.ID) {
		if last != nil && last.Member == f.Member && last.Year == f.Year-1 && far(f.Value, last.Value) &&
			!reported[f] && !reported[last] && !steady(c, last, f) {
			reported[f] = true
			errs.Warnf(f.Pos, "%s of %s goes from %s in %d to %s in %d",
				f.Measure, f.Member, last.Text, last.Year, f.Text, f.Year).
				Hint("is the decimal mark right?")
		}
		last = f
	}
}

// steady reports whether the previous edition had the same jump.
func steady(c Comparison, a, b *Figure) bool {
	if c.Edition == nil {
		return false
	}
	_, okA := c.Edition.Figure(a.Member, a.Year, a.Measure)
	_, okB := c.Edition.Figure(b.Member, b.Year, b.Measure)
	return okA && okB
}

// signs reports figures whose sign has changed.
func signs(c Comparison, errs *diag.List) {
	for _, r := range c.Revised {
		now, then := r.Now.Value, r.Before.Value
		mirrored := math.Abs(now+then) < 0.5*math.Pow10(-r.Before.Decimals)
		near := math.Abs(then) >= 1 && math.Abs(now+then) <= 0.1*math.Abs(then) // around zero a sign may really change
		if now*then < 0 && (mirrored || near) {
			r.warn(errs).Hint("was a minus sign lost or added?")
		}
	}
}

// precision reports digits that were not printed: a workbook without number formats shows all digits of its formulas.
func precision(in *Result, m *dataset.Measure, errs *diag.List) {
	long := lists.Filter(in.Of(m.ID), func(f *Figure) bool { return dataset.DecimalsOf(f.Text) > m.Decimals })
	if len(long) > 0 {
		errs.Warnf(long[0].Pos, "%s of %s with more than %s, as %s", dataset.Counted(len(long), "figure"), m.ID,
			dataset.Counted(m.Decimals, "decimal"), long[0].Text).
			Hint("if they are printed so, set decimals of %s in data/measures.toml; -decimals %d rounds figures that "+
				"the publisher's file has unrounded", m.ID, m.Decimals)
	}
}

// few reports a release that cannot answer a count or a chart but is not declared to have only selected members.
func few(in *Result, data *dataset.Dataset, m *dataset.Measure, errs *diag.List) {
	newest := slices.MaxFunc(in.Of(m.ID), func(a, b *Figure) int { return cmp.Compare(a.Year, b.Year) })
	of := in.index()
	due := lists.Filter(data.MembersIn(newest.Year), func(m *dataset.Member) bool { return m.Exempt == "" })
	held := lists.Filter(due, func(due *dataset.Member) bool { return of[key{due.Code, m.ID, newest.Year}] != nil })
	if len(held)*4 < len(due)*3 {
		errs.Warnf(newest.Pos, "%s of %d has %d of %s, too few to be counted or drawn",
			m.ID, newest.Year, len(held), dataset.Counted(len(due), "member")).
			Hint("add -partial if the release has only selected members")
	}
}

// sums compares the total with the sum of the members that had joined by then.
func sums(in *Result, data *dataset.Dataset, o Options, errs *diag.List) {
	held := in.index()
	for _, total := range in.Figures {
		unit := data.Measures[total.Measure].Unit
		if total.Member != o.Total || !unit.Adds() || total.Value == 0 {
			continue
		}
		sum, complete := 0.0, true
		for _, m := range data.MembersIn(total.Year) {
			f := held[key{m.Code, total.Measure, total.Year}]
			if f != nil {
				sum += f.Value
			}
			complete = complete && (f != nil || m.Exempt != "")
		}
		if complete && math.Abs(sum/total.Value-1) > slack {
			errs.Warnf(total.Pos, "%s is %s, but its members add up to %s", total, total.Text, dataset.Number(sum, 0)).
				Hint("is a row missing, duplicated or wrong?")
		}
	}
}
