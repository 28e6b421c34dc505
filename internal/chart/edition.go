package chart

import (
	"fmt"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/english"
)

// editionFor returns the edition that answers for the spec's year, or for the newest year of all.
func (q *Query) editionFor() (*dataset.Edition, int) {
	if q.Spec.Year == 0 {
		y, e, ok := q.V.NewestYear(q.Source.ID, q.Measure.ID)
		if !ok {
			q.noEdition()
		}
		return e, y
	}
	e, ok := q.V.Edition(q.Source.ID, q.Measure.ID, q.Spec.Year)
	if !ok {
		q.noYear("year", q.Spec.Year)
	}
	return e, q.Spec.Year
}

// EditionOver returns the edition that answers from the spec's first to its last year.
func (q *Query) EditionOver() *dataset.Edition {
	id, m, from, to := q.Source.ID, q.Measure.ID, q.Spec.From, q.Spec.To
	if e, ok := q.V.EditionOver(id, m, from, to); ok {
		return e
	}
	whole, ok := q.V.EditionOver(id, m, 0, 0)
	if !ok {
		q.noEdition()
		return nil
	}
	found := false
	for _, c := range []struct {
		key  string
		year int
	}{{"from", from}, {"to", to}} {
		if _, ok := q.V.Edition(id, m, c.year); c.year != 0 && !ok {
			q.noYear(c.key, c.year)
			found = true
		}
	}
	if !found {
		q.Errorf("from", "no edition of %s known on %s has enough %s for both %d and %d",
			q.Source.Name, q.V.Day, m, from, to).
			Hint("%s", q.Answers(whole, m))
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
	return q.EditionOver()
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
		var days []string
		for _, e := range q.V.Known(q.Source.ID) {
			days = append(days, e.Release.Date.String())
		}
		q.Errorf(key, "no edition of %s released on %s was known on %s", q.Source.Name, day, q.V.Day).
			Hint("%s", diag.DidYouMean(day.String(), days, "its releases are in data/"+q.Source.ID+"/source.toml"))
	}
	return e
}

// noEdition reports that the source has nothing to draw at all.
func (q *Query) noEdition() {
	key := "source"
	if q.Spec.Source == "" {
		key = "measure"
	}
	hint := q.enough(0)
	if later := q.later(0); later != nil {
		hint = fmt.Sprintf("%s has it; set as_of = %s", later, later.Release.Date)
	}
	q.lacks(key, q.Measure.ID, 0, hint)
}

// lacks reports that no edition has enough of some measures for a year, 0 for any.
func (q *Query) lacks(key, measures string, year int, hint string) {
	of := []any{q.Source.Name, q.V.Day, measures}
	if year == 0 {
		q.Errorf(key, "no edition of %s known on %s has enough %s", of...).Hint("%s", hint)
	} else {
		q.Errorf(key, "no edition of %s known on %s has enough %s for %d", append(of, year)...).Hint("%s", hint)
	}
}

// noYear reports that no edition answers for a year, and which later edition or other years would.
func (q *Query) noYear(key string, year int) {
	hint := q.enough(year)
	if later := q.later(year); later != nil {
		hint = fmt.Sprintf("%s has it; set as_of = %s", later, later.Release.Date)
	} else if whole, ok := q.V.EditionOver(q.Source.ID, q.Measure.ID, 0, 0); ok {
		hint = q.Answers(whole, q.Measure.ID)
	}
	q.lacks(key, q.Measure.ID, year, hint)
}

// enough returns which other source has enough figures of a year, or of any
// year when it is 0; else how many are enough.
func (q *Query) enough(year int) string {
	if id := q.V.SourceWith(q.Measure.ID, year, q.V.Day); id != "" && id != q.Source.ID {
		return fmt.Sprintf("%s has it: source = \"%s\"", q.V.Sources[id].Name, id)
	}
	return "a chart needs an edition that is not partial and holds three quarters of the year's members"
}

// later returns the first edition after the vintage's day that answers for a year, or for any year when it is 0.
func (q *Query) later(year int) *dataset.Edition {
	var first *dataset.Edition
	for _, e := range q.V.Editions() {
		after := e.Release.Date.Compare(q.V.Day) > 0
		if e.Source == q.Source && after && (e.Answers(q.Measure.ID, year) || year == 0 && len(e.Years(q.Measure.ID)) > 0) {
			first = e
		}
	}
	return first
}

func (q *Query) Answers(e *dataset.Edition, measure string) string {
	return fmt.Sprintf("%s has %s", e, q.Runs(e.Years(measure)))
}

// With begins the model of a chart of several measures in one year; nil where no edition has them all.
func (q *Query) With(measures ...*dataset.Measure) *Model {
	e, year := q.editionWith(measures...)
	if e == nil {
		return nil
	}
	m := q.Model(e)
	m.Year = year
	return m
}

// editionWith returns the newest edition that answers several measures for the spec's year, or for the newest year that
// any edition answers all of them. For a table of single members, where nothing is counted, one that holds any figures
// of them will do.
func (q *Query) editionWith(measures ...*dataset.Measure) (*dataset.Edition, int) {
	yearsOf := (*dataset.Edition).Years
	if q.Kind.Form == nil && len(q.Members) > 0 {
		yearsOf = (*dataset.Edition).Span
	}
	all := func(e *dataset.Edition, year int) bool {
		return !slices.ContainsFunc(measures, func(m *dataset.Measure) bool {
			return !slices.Contains(yearsOf(e, m.ID), year)
		})
	}
	newestOf := func(e *dataset.Edition) (newest int) {
		for _, y := range yearsOf(e, measures[0].ID) {
			if (q.Spec.Year == 0 || q.Spec.Year == y) && all(e, y) {
				newest = y // they are in order
			}
		}
		return newest
	}
	var best *dataset.Edition
	newest := 0
	for _, e := range q.V.Known(q.Source.ID) {
		if y := newestOf(e); y > newest {
			best, newest = e, y
		}
	}
	if best != nil {
		return best, newest
	}
	ids := make([]string, len(measures))
	for i, m := range measures {
		ids[i] = m.ID
	}
	hint := q.enough(q.Spec.Year)
	for _, e := range q.V.Editions() { // newest first: the last one found is the first released
		if e.Source == q.Source && newestOf(e) > 0 {
			hint = fmt.Sprintf("%s has it; set as_of = %s", e, e.Release.Date)
		}
	}
	key := "year"
	if q.Spec.Year == 0 {
		key = "source"
	}
	q.lacks(key, english.List(ids), q.Spec.Year, hint)
	return nil, 0
}
