package chart

import (
	"fmt"
	"slices"

	"burdenshare/internal/dataset"
)

// editionFor gives the edition that answers for the spec's year, or for the
// newest year of all.
func (r *request) editionFor() (*dataset.Edition, int) {
	if r.s.Year == 0 {
		y, e, ok := r.v.NewestYear(r.source.ID, r.measure.ID)
		if !ok {
			r.noEdition()
		}
		return e, y
	}
	e, ok := r.v.Edition(r.source.ID, r.measure.ID, r.s.Year)
	if !ok {
		r.noYear("year", r.s.Year)
	}
	return e, r.s.Year
}

// editionOver gives the edition that answers from the spec's first to its last
// year.
func (r *request) editionOver() *dataset.Edition {
	id, m, from, to := r.source.ID, r.measure.ID, r.s.From, r.s.To
	if e, ok := r.v.EditionOver(id, m, from, to); ok {
		return e
	}
	whole, ok := r.v.EditionOver(id, m, 0, 0)
	if !ok {
		r.noEdition()
		return nil
	}
	found := false
	for _, c := range []struct {
		key  string
		year int
	}{{"from", from}, {"to", to}} {
		if _, ok := r.v.Edition(id, m, c.year); c.year != 0 && !ok {
			r.noYear(c.key, c.year)
			found = true
		}
	}
	if !found {
		r.errorf("from", "no edition of %s known on %s answers %s for both %d and %d", r.source.Name, r.v.Day, m, from, to).
			Hint("%s", r.answers(whole, m))
	}
	return nil
}

// editionHolding is editionOver for charts of single members: where no edition
// answers for the first and last year, one that holds any figure of them will
// do, because nothing is counted.
func (r *request) editionHolding() *dataset.Edition {
	id, m := r.source.ID, r.measure.ID
	if _, ok := r.v.EditionOver(id, m, r.s.From, r.s.To); !ok {
		for _, e := range r.v.Known(id) {
			if len(e.Years(m)) > 0 && holds(e, m, r.s.From) && holds(e, m, r.s.To) {
				return e
			}
		}
	}
	return r.editionOver()
}

// holds says whether an edition has any figure of a measure in a year, and is
// true of no year.
func holds(e *dataset.Edition, measure string, year int) bool {
	_, ok := slices.BinarySearch(e.Span(measure), year)
	return ok || year == 0
}

// noEdition reports that the source has nothing to draw at all.
func (r *request) noEdition() {
	key := "source"
	if r.s.Source == "" {
		key = "measure"
	}
	hint := "an edition answers when it is not partial and holds three quarters of a year's members"
	if later := r.later(0); later != nil {
		hint = fmt.Sprintf("%s answers; set as_of = %s", later, later.Release.Date)
	}
	r.errorf(key, "no edition of %s known on %s answers %s", r.source.Name, r.v.Day, r.measure.ID).Hint("%s", hint)
}

// noYear reports that no edition answers for a year, and which later edition
// or other years would.
func (r *request) noYear(key string, year int) {
	hint := "an edition answers when it is not partial and holds three quarters of the year's members"
	if later := r.later(year); later != nil {
		hint = fmt.Sprintf("%s answers; set as_of = %s", later, later.Release.Date)
	} else if whole, ok := r.v.EditionOver(r.source.ID, r.measure.ID, 0, 0); ok {
		hint = r.answers(whole, r.measure.ID)
	}
	r.errorf(key, "no edition of %s known on %s answers %s for %d", r.source.Name, r.v.Day, r.measure.ID, year).
		Hint("%s", hint)
}

// later gives the first edition after the vintage's day that answers for a
// year, or for any year when it is 0.
func (r *request) later(year int) *dataset.Edition {
	var first *dataset.Edition
	for _, e := range r.v.Editions() {
		after := e.Release.Date.Compare(r.v.Day) > 0
		if e.Source == r.source && after && (e.Answers(r.measure.ID, year) || year == 0 && len(e.Years(r.measure.ID)) > 0) {
			first = e
		}
	}
	return first
}

func (r *request) answers(e *dataset.Edition, measure string) string {
	return fmt.Sprintf("%s answers %s", e, r.runs(e.Years(measure)))
}
