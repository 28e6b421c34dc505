package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
)

// A Query is a spec with its names looked up: what a kind draws from. What
// is wrong with it is collected, so that an editor sees all of it at once.
type Query struct {
	V     *dataset.Vintage
	Terms dataset.Terms
	Spec  Spec
	Kind  *Kind
	Messages

	Source    *dataset.Source
	Measure   *dataset.Measure
	Guideline *dataset.Guideline // nil where the measure has none
	Members   []*dataset.Member  // those the spec names
	Errs      diag.List

	shown       *Model            // once it has begun
	said        []string          // of its summary
	highlighted []*dataset.Member // those pointed out
}

// query begins a query, in whose messages the values that any chart has need not be given.
func query(v *dataset.Vintage, t dataset.Terms, catalog *i18n.Catalog, s Spec) *Query {
	q := &Query{V: v, Terms: t, Spec: s}
	q.Messages = Messages{catalog.With(q.value)}
	return q
}

// value returns what a message calls by a name, nil for none.
func (q *Query) value(name string) any {
	switch {
	case name == "members":
		return i18n.Noun{One: q.Terms.Singular, Many: q.Terms.Members()}
	case name == "guideline" && q.Guideline != nil:
		return q.goal()
	case name == "measure":
		return q.Measure.Name
	case name == "base":
		return q.BriefName(q.V.Measures[q.Measure.Of])
	case name == "source":
		return q.Source.Name
	case q.shown == nil:
		return nil
	}
	switch m := q.shown; name {
	case "year":
		return m.Year
	case "from":
		return m.From
	case "to":
		return m.To
	case "years":
		return q.Span(m.From, m.To)
	case "edition":
		return q.EditionName(m.Edition)
	}
	return nil
}

// goal names the guideline in what is said of all that the chart shows.
func (q *Query) goal() dataset.Goal {
	if q.Kind.Whole || !slices.Contains(q.Kind.Keys, "members") {
		return q.Guideline.Name
	}
	return q.Guideline.GoalOf(lists.Each(q.Members, func(m *dataset.Member) string { return m.Code })...)
}

// Errorf reports something about a key's value.
func (q *Query) Errorf(key, format string, args ...any) *diag.Error {
	return q.Errs.Errorf(q.Spec.places().ValuePos(key), format, args...)
}

// ItemErrorf reports something about an item of a key's list.
func (q *Query) ItemErrorf(key string, i int, format string, args ...any) *diag.Error {
	return q.Errs.Errorf(q.Spec.places().ItemPos(key, i), format, args...)
}

// resolve looks up the names of the spec.
func (q *Query) resolve() {
	id := cmp.Or(q.Spec.Source, q.Terms.Source)
	if q.Source = q.V.Sources[id]; q.Source == nil {
		q.Errorf("source", "unknown source %q", id).
			Hint("%s", q.V.SourceHint(id))
	}
	q.resolveMeasure()
	q.Members = q.membersOf("members", q.Spec.Members)
	q.resolveHighlight()
	if q.Spec.To != 0 && q.Spec.From > q.Spec.To {
		q.Errorf("to", "from %d comes after to %d", q.Spec.From, q.Spec.To).Hint("swap the two")
	}
	if sorts := q.Kind.Sorts; q.Spec.Sort != "" && len(sorts) > 0 && !slices.Contains(sorts, q.Spec.Sort) {
		q.Errorf("sort", "unknown sort %q", q.Spec.Sort).
			Hint("%s", diag.DidYouMean(q.Spec.Sort, sorts,
				fmt.Sprintf("a %s is sorted by %s", q.Kind, strings.Join(sorts, " or "))))
	}
}

// resolveMeasure finds the measure and the guideline that belongs to it. Of the two, either may be left out: a
// guideline brings its measure, and a measure the guideline that the report compares it with.
func (q *Query) resolveMeasure() {
	id := q.Spec.Guideline
	if id != "" {
		q.Guideline = q.V.Guidelines[id]
		if q.Guideline == nil {
			q.Errorf("guideline", "unknown guideline %q", id).
				Hint("%s", q.V.GuidelineHint(id))
			return
		}
	}
	mid := cmp.Or(q.Spec.Measure, q.Terms.Measure)
	if q.Spec.Measure == "" && q.Guideline != nil {
		mid = q.Guideline.Measure
	}
	if q.Measure = q.V.Measures[mid]; q.Measure == nil {
		q.Errorf("measure", "unknown measure %q", mid).
			Hint("%s", q.V.MeasureHint(mid))
		return
	}
	if q.Guideline == nil {
		q.Guideline = q.defaultGuideline(mid)
	}
	if q.Guideline != nil && q.Guideline.Measure != mid {
		q.Errorf("guideline", "the guideline %q is for %s, not for %s", q.Guideline.ID, q.Guideline.Measure, mid).
			Hint("%s", q.guidelinesHint(mid))
	}
}

// defaultGuideline returns the guideline that the report holds a measure against, else the only one there is for it.
func (q *Query) defaultGuideline(measure string) *dataset.Guideline {
	for _, id := range []string{q.Terms.Guideline, q.Terms.Second} {
		if g := q.V.Guidelines[id]; g != nil && g.Measure == measure {
			return g
		}
	}
	if all := q.guidelinesFor(measure); len(all) == 1 {
		return all[0]
	}
	return nil
}

func (q *Query) guidelinesFor(measure string) (list []*dataset.Guideline) {
	for _, id := range q.V.GuidelineIDs() {
		if g := q.V.Guidelines[id]; g.Measure == measure {
			list = append(list, g)
		}
	}
	return list
}

func (q *Query) guidelinesHint(measure string) string {
	if all := q.guidelinesFor(measure); len(all) > 0 {
		ids := lists.Each(all, func(g *dataset.Guideline) string { return g.ID })
		return fmt.Sprintf("guidelines for %s: %s", measure, strings.Join(ids, ", "))
	}
	return fmt.Sprintf("data/guidelines.toml has no guideline for %s", measure)
}

// NeedGuideline reports that a kind cannot be drawn without a guideline.
func (q *Query) NeedGuideline() bool {
	if q.Guideline == nil {
		q.Errorf("measure", "a %s of %s needs a guideline", q.Kind, q.Measure.ID).
			Hint("%s", q.guidelinesHint(q.Measure.ID))
	}
	return q.Guideline != nil
}
