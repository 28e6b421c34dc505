package chart

import (
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// StandingsOf begins the model of a chart of all members in one year: its edition, its year and the members' distances
// from the guideline; nil where something is missing, which is reported.
func (q *Query) StandingsOf() *Model {
	m := q.With(q.Measure)
	if m == nil {
		return nil
	}
	m.Tally = m.Edition.Tally(q.Guideline, m.Year)
	q.NeedAmong(m.Edition, m.Year, Among(m.Tally.Standings))
	m.Marks = make([]*Mark, 0, len(m.Tally.Ranked))
	return m
}

// Both keeps of standings those with a figure of another measure too, which it returns in their order; the others are
// missing.
func Both(all *dataset.Standings, measure string) (s *dataset.Standings, figures []*dataset.Figure) {
	s = &dataset.Standings{Edition: all.Edition, Year: all.Year, Exempt: all.Exempt, Missing: slices.Clone(all.Missing)}
	for _, st := range all.Ranked {
		if f, ok := all.Edition.Figure(st.Member.Code, all.Year, measure); ok {
			s.Ranked, figures = append(s.Ranked, st), append(figures, f)
		} else {
			s.Missing = append(s.Missing, st.Member)
		}
	}
	return s, figures
}

// NeedAmong reports the members named in the spec that have no mark.
func (q *Query) NeedAmong(e *dataset.Edition, year int, has func(*dataset.Member) bool) {
	for _, m := range q.Members {
		switch {
		case has(m):
		case m.Aggregate:
			q.NoMember(m, "a trend chart takes aggregates", "%s is an aggregate; a %s compares members", m.Code, q.Kind)
		case m.Joined.Year > year:
			q.NotYet(m, "a later year", year)
		default:
			q.NoFigureIn(e, m, strconv.Itoa(year))
		}
	}
}

// Shown returns the members that the spec names, else those of a year.
func (q *Query) Shown(year int) []*dataset.Member {
	if len(q.Members) > 0 {
		return q.Members
	}
	return q.V.MembersIn(year)
}

// Chosen reports whether the spec names a member.
func (q *Query) Chosen(m *dataset.Member) bool { return slices.Contains(q.Members, m) }

// NeedSpending looks up the measure that shares are made of, and reports the setting that names it when it is absent.
func (q *Query) NeedSpending() *dataset.Measure {
	id := q.Terms.Spending
	if id == "" {
		q.Errorf("kind", "a %s needs the setting spending", q.Kind).
			Hint("set spending in config.toml to the measure that shares are made of")
		return nil
	}
	m := q.V.Measures[id]
	if m == nil {
		q.Errorf("kind", "spending in config.toml is %q, which is no measure", id).
			Hint("%s", q.V.MeasureHint(id))
	}
	return m
}

// NeedBase returns what the distances of the chart's measure are priced by.
func (q *Query) NeedBase() *dataset.Measure {
	base := q.V.Measures[q.Measure.Of]
	if q.V.Currency(q.Measure) == nil {
		q.Errorf("measure", "a %s needs a share of something in money; %s is none", q.Kind, q.Measure.ID).
			Hint("set of in data/measures.toml, [%s], to a measure in money, or to heads for a measure of so much a "+
				"head", q.Measure.ID)
		return nil
	}
	return base
}

// membersOf looks up the members that a key of the spec names.
func (q *Query) membersOf(key string, codes []string) []*dataset.Member {
	hint := func(code string) string { return q.V.MemberHint(code) }
	return LookUp(q, key, "member", codes, q.V.Members, hint)
}

// LookUp returns what a key of the spec names, and reports names that are unknown or there twice.
func LookUp[T any](q *Query, key, what string, names []string, known map[string]*T, hint func(string) string) []*T {
	var list []*T
	for i, name := range names {
		switch found := known[name]; {
		case found == nil:
			q.ItemErrorf(key, i, "unknown %s %q", what, name).Hint("%s", hint(name))
		case slices.Contains(list, found):
			q.ItemErrorf(key, i, "%s is named twice", name).Hint("name each %s once", what)
		default:
			list = append(list, found)
		}
	}
	return list
}

// NoMember reports at its place that a member has nothing to show.
func (q *Query) NoMember(m *dataset.Member, hint, format string, args ...any) {
	if q.Spec.Everyone {
		return
	}
	i := slices.Index(q.Spec.Members, m.Code)
	if m.Exempt != "" {
		hint = m.Name + ": " + m.Exempt
	}
	q.ItemErrorf("members", i, format, args...).Hint("%s", hint)
}

// NoFigureIn reports at its place that an edition has no figure of a member for a year, or for several.
func (q *Query) NoFigureIn(e *dataset.Edition, m *dataset.Member, years string) {
	q.NoMember(m, "leave it out", "no %s of %s for %s in the edition of %s", q.Measure.ID, m.Name, years, e)
}

// NotYet reports at its place that a member joined after a year.
func (q *Query) NotYet(m *dataset.Member, hint string, year int) {
	q.NoMember(m, "leave it out, or choose "+hint, "%s joined on %s, after %d", m.Name, m.Joined, year)
}

// NeedYear reports that a kind which compares editions has no year to compare them on, and members that had not joined
// by then.
func (q *Query) NeedYear() bool {
	if q.Spec.Year == 0 {
		err := q.Errorf("year", "a %s needs a year", q.Kind).Hint("add the year that the figures are for")
		if year, _, ok := q.V.NewestYear(q.Source.ID, q.Measure.ID); ok {
			err.Hint("add the year that the figures are for, such as year = %d", year)
		}
	}
	for _, m := range q.Members {
		if q.Spec.Year != 0 && m.Joined.Year > q.Spec.Year {
			q.NotYet(m, "a later year", q.Spec.Year)
		}
	}
	return !q.Errs.Failed()
}

// NewestOf returns the edition that a chart of several is named by: the newest
// of the report's own source, else the newest of all.
func (q *Query) NewestOf(m *Model) *dataset.Edition {
	editions := lists.Each(m.Marks, func(k *Mark) *dataset.Edition { return k.Edition })
	own := lists.Filter(editions, func(e *dataset.Edition) bool { return e.Source.ID == q.Terms.Source })
	if own != nil {
		editions = own
	}
	return slices.MaxFunc(editions, func(a, b *dataset.Edition) int { return a.Release.Date.Compare(b.Release.Date) })
}
