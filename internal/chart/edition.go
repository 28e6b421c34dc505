package chart

import (
	"fmt"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/english"
	"burdenshare/internal/lists"
)

// editionOver returns the edition that answers from the spec's first to its last year.
func (q *Query) editionOver() *dataset.Edition {
	id, m, from, to := q.Source.ID, q.Measure.ID, q.Spec.From, q.Spec.To
	if e, ok := q.V.EditionOver(id, m, from, to); ok {
		return e
	}
	whole, ok := q.V.EditionOver(id, m, 0, 0)
	if !ok {
		q.lacks("", 0, q.Measure)
		return nil
	}
	before := len(q.Errs)
	for i, year := range []int{from, to} {
		if _, ok := q.V.Edition(id, m, year); year != 0 && !ok {
			q.lacks([]string{"from", "to"}[i], year, q.Measure)
		}
	}
	if len(q.Errs) == before {
		q.Errorf("from", "no edition of %s known on %s has enough %s for both %d and %d",
			q.Source.Name, q.V.Day, m, from, to).
			Hint("%s", q.YearsHint(whole, m))
	}
	return nil
}

// editionHolding is EditionOver for charts of single members: where no edition Answers for the first and last year, one
// that holds any figure of them will do, because nothing is counted.
func (q *Query) editionHolding() *dataset.Edition {
	id, m := q.Source.ID, q.Measure.ID
	if _, ok := q.V.EditionOver(id, m, q.Spec.From, q.Spec.To); !ok {
		for _, e := range q.V.Known(id) {
			if len(e.Years(m)) > 0 && holds(e, m, q.Spec.From) && holds(e, m, q.Spec.To) {
				return e
			}
		}
	}
	return q.editionOver()
}

// holds reports whether an edition has any figure of a measure in a year, and is true of no year.
func holds(e *dataset.Edition, measure string, year int) bool {
	_, ok := slices.BinarySearch(e.Span(measure), year)
	return ok || year == 0
}

// releasedOn returns the edition that a key of the spec names by its day.
func (q *Query) releasedOn(key string, day civil.Date) *dataset.Edition {
	e, ok := q.V.Released(q.Source.ID, day)
	if !ok {
		q.Errorf(key, "no edition of %s released on %s was known on %s", q.Source.Name, day, q.V.Day).
			Hint("%s", q.Source.ReleaseHint(day))
	}
	return e
}

// lacks reports that no edition has enough of some measures for a year, 0 for any, and what has: a later edition,
// another year, another source. The key is that of the year, else the one that chooses the source or the measure.
func (q *Query) lacks(key string, year int, measures ...*dataset.Measure) {
	hint := q.enough(year)
	if whole, ok := q.V.EditionOver(q.Source.ID, q.Measure.ID, 0, 0); ok && year != 0 && len(measures) == 1 {
		hint = q.YearsHint(whole, q.Measure.ID)
	}
	for _, e := range q.V.Editions { // newest first: the last one found is the first released
		if e.Source == q.Source && e.Release.Date.After(q.V.Day) && q.newestIn(e, year, measures) > 0 {
			hint = fmt.Sprintf("%s has it; set as_of = %s", e, e.Release.Date)
		}
	}
	ids := lists.Each(measures, func(m *dataset.Measure) string { return m.ID })
	of := []any{q.Source.Name, q.V.Day, english.List(ids)}
	if year != 0 {
		q.Errorf(key, "no edition of %s known on %s has enough %s for %d", append(of, year)...).Hint("%s", hint)
		return
	}
	if key = "source"; q.Spec.Source == "" {
		key = "measure"
	}
	q.Errorf(key, "no edition of %s known on %s has enough %s", of...).Hint("%s", hint)
}

// enough returns which other source has enough figures of a year, or of any
// year when it is 0; else how many are enough.
func (q *Query) enough(year int) string {
	if id := q.V.SourceWith(q.Measure.ID, year, q.V.Day); id != "" && id != q.Source.ID {
		return fmt.Sprintf("%s has it: source = \"%s\"", q.V.Sources[id].Name, id)
	}
	return "a chart needs an edition that is not partial and holds three quarters of the year's members"
}

// YearsHint returns the hint which years an edition answers: "DAC, released 2020-04-16 has 2016 to 2019".
func (q *Query) YearsHint(e *dataset.Edition, measure string) string {
	return fmt.Sprintf("%s has %s", e, english.List(q.runs(e.Years(measure))))
}

// With begins the model of a chart of one or more measures in one year, the spec's or the newest that any edition
// answers all of them for; nil where none does. For a table of single members, where nothing is counted, an edition
// that holds any figures of them will do.
func (q *Query) With(measures ...*dataset.Measure) *Model {
	var best *dataset.Edition
	newest := 0
	for _, e := range q.V.Known(q.Source.ID) {
		if y := q.newestIn(e, q.Spec.Year, measures); y > newest {
			best, newest = e, y
		}
	}
	if best == nil {
		q.lacks("year", q.Spec.Year, measures...)
		return nil
	}
	m := q.Model(best)
	m.Year = newest
	return m
}

// newestIn returns the newest year for which an edition answers some measures, or the year asked for; 0 for none.
func (q *Query) newestIn(e *dataset.Edition, year int, measures []*dataset.Measure) (newest int) {
	yearsOf := (*dataset.Edition).Years
	if q.Kind.Form == nil && len(q.Members) > 0 {
		yearsOf = (*dataset.Edition).Span
	}
	for _, y := range yearsOf(e, measures[0].ID) { // in order
		lacks := func(m *dataset.Measure) bool { return !slices.Contains(yearsOf(e, m.ID), y) }
		if (year == 0 || year == y) && !slices.ContainsFunc(measures, lacks) {
			newest = y
		}
	}
	return newest
}
