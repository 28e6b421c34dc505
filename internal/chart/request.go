package chart

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
)

// A request is a spec with its names looked up: what a kind draws from. What
// is wrong with it is collected, so that an editor sees all of it at once.
type request struct {
	v    *dataset.Vintage
	t    dataset.Terms
	s    Spec
	kind *kind
	words

	source    *dataset.Source
	measure   *dataset.Measure
	guideline *dataset.Guideline // nil where the measure has none
	members   []*dataset.Member  // those the spec names
	errs      diag.List
}

// errorf reports something about a key's value.
func (r *request) errorf(key, format string, args ...any) *diag.Error {
	return r.errs.Errorf(r.s.valuePos(key), format, args...)
}

// resolve looks up the names of the spec.
func (r *request) resolve() {
	id := r.s.Source
	if id == "" {
		id = r.t.Source
	}
	if r.source = r.v.Sources[id]; r.source == nil {
		r.errorf("source", "unknown source %q", id).
			Hint("%s", diag.DidYouMean(id, r.v.SourceIDs(), "sources are the folders of data/"))
	}
	r.resolveMeasure()
	r.resolveMembers()
	if r.s.From != 0 && r.s.To != 0 && r.s.From > r.s.To {
		r.errorf("to", "from %d comes after to %d", r.s.From, r.s.To).Hint("swap the two")
	}
	if sorts := r.kind.sorts; r.s.Sort != "" && len(sorts) > 0 && !slices.Contains(sorts, r.s.Sort) {
		r.errorf("sort", "unknown sort %q", r.s.Sort).
			Hint("%s", diag.DidYouMean(r.s.Sort, sorts, "a "+r.kind.name+" chart is sorted by "+strings.Join(sorts, " or ")))
	}
}

// resolveMeasure finds the measure and the guideline that belongs to it. Of
// the two, either may be left out: a guideline brings its measure, and a
// measure the guideline that the report holds it against.
func (r *request) resolveMeasure() {
	id := r.s.Guideline
	if id != "" {
		r.guideline = r.v.Guidelines[id]
		if r.guideline == nil {
			r.errorf("guideline", "unknown guideline %q", id).
				Hint("%s", diag.DidYouMean(id, r.v.GuidelineIDs(), "all guidelines are in data/guidelines.toml"))
			return
		}
	}
	mid := r.s.Measure
	switch {
	case mid == "" && r.guideline != nil:
		mid = r.guideline.Measure
	case mid == "":
		mid = r.t.Measure
	}
	if r.measure = r.v.Measures[mid]; r.measure == nil {
		r.errorf("measure", "unknown measure %q", mid).
			Hint("%s", diag.DidYouMean(mid, r.v.MeasureIDs(), "all measures are in data/measures.toml"))
		return
	}
	if r.guideline == nil {
		r.guideline = r.defaultGuideline(mid)
	}
	if r.guideline != nil && r.guideline.Measure != mid {
		r.errorf("guideline", "the guideline %q is for %s, not for %s", r.guideline.ID, r.guideline.Measure, mid).
			Hint("%s", r.guidelinesHint(mid))
	}
}

// defaultGuideline gives the guideline that the report holds a measure
// against, else the only one there is for it.
func (r *request) defaultGuideline(measure string) *dataset.Guideline {
	for _, id := range []string{r.t.Guideline, r.t.Second} {
		if g := r.v.Guidelines[id]; g != nil && g.Measure == measure {
			return g
		}
	}
	if ids := r.guidelinesFor(measure); len(ids) == 1 {
		return r.v.Guidelines[ids[0]]
	}
	return nil
}

func (r *request) guidelinesFor(measure string) []string {
	return slices.DeleteFunc(r.v.GuidelineIDs(), func(id string) bool { return r.v.Guidelines[id].Measure != measure })
}

func (r *request) guidelinesHint(measure string) string {
	if ids := r.guidelinesFor(measure); len(ids) > 0 {
		return fmt.Sprintf("guidelines for %s: %s", measure, strings.Join(ids, ", "))
	}
	return fmt.Sprintf("data/guidelines.toml has no guideline for %s", measure)
}

// needGuideline reports that a kind cannot be drawn without a guideline.
func (r *request) needGuideline() bool {
	if r.guideline == nil {
		r.errorf("measure", "a %s chart of %s needs a guideline", r.kind.name, r.measure.ID).
			Hint("%s", r.guidelinesHint(r.measure.ID))
	}
	return r.guideline != nil
}

func (r *request) resolveMembers() {
	for i, code := range r.s.Members {
		m := r.v.Members[code]
		switch {
		case m == nil:
			r.errs.Errorf(r.s.memberPos(i), "unknown member %q", code).
				Hint("%s", r.v.MemberHint(code, "codes are in data/members.csv"))
		case slices.Contains(r.members, m):
			r.errs.Errorf(r.s.memberPos(i), "%s is named twice", code).Hint("name each member once")
		default:
			r.members = append(r.members, m)
		}
	}
}

// noMember reports at its place that a member has nothing to show.
func (r *request) noMember(m *dataset.Member, hint, format string, args ...any) {
	i := slices.Index(r.s.Members, m.Code)
	if m.Exempt != "" {
		hint = m.Name + ": " + m.Exempt
	}
	r.errs.Errorf(r.s.memberPos(i), format, args...).Hint("%s", hint)
}
