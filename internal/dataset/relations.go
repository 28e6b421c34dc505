package dataset

import (
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// This file reads the relations between measures, which the audit checks and derived measures use.

// A Quotient is a part over a whole from which a share is computed.
type Quotient struct{ Part, Whole string }

// String returns the quotient as it is written in measures.toml.
func (q Quotient) String() string { return q.Part + " / " + q.Whole }

// A relation is a reference from one measure to another, and its place.
type relation struct {
	key, measure, hint string
	pos                diag.Pos
}

// readRelations reads the keys of a measure that refer to others. It returns the references, to be checked when all
// measures are known.
func (m *Measure) readRelations(t *tomldoc.Table) []relation {
	m.Of, m.GrowthOf, m.Breakdown = t.String("of"), t.String("growth_of"), t.String("breakdown")
	list := []relation{
		{"of", m.Of, "name the measure that this one is a share of, or delete the line", t.ValuePos("of")},
		{"growth_of", m.GrowthOf, "name the measure whose growth this one is, or delete the line", t.ValuePos("growth_of")},
	}
	for i, text := range t.Texts("quotient") {
		part, whole, two := strings.Cut(text, "/")
		q := Quotient{strings.TrimSpace(part), strings.TrimSpace(whole)}
		if !two {
			t.ItemErrorf("quotient", i, "%q is not a quotient", text).Hint("write two measures, \"spending / gni\"")
			continue
		}
		m.Quotients = append(m.Quotients, q)
		for _, id := range []string{q.Part, q.Whole} {
			const hint = "name the two measures that this one is computed from"
			list = append(list, relation{"quotient", id, hint, t.ItemPos("quotient", i)})
		}
	}
	return list
}

// checkRelations reports references to unknown measures.
func (d *Dataset) checkRelations(list []relation, errs *diag.List) {
	for _, r := range list {
		if r.measure != "" && d.Measures[r.measure] == nil {
			errs.Errorf(r.pos, "%s: unknown measure %q", r.key, r.measure).
				Hint("%s", diag.DidYouMean(r.measure, d.MeasureIDs(), r.hint))
		}
	}
}
