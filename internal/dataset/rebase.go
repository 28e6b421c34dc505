package dataset

import (
	"slices"

	"burdenshare/internal/lists"
)

// A Rebased is a share computed with the base of another source.
type Rebased struct {
	Value    float64
	Decimals int
	Base     *Figure // of the other source
}

// Rebase recomputes a share whose base, according to a note on both figures, is not the one its measure is defined
// by. It uses the newest base that another source has for the year, and reports false if no part or base is known.
func (v *Vintage) Rebase(f *Figure) (Rebased, bool) {
	of := v.Measures[f.Measure].Of
	own, ok := f.Edition.Figure(f.Member, f.Year, of)
	if !ok || !f.Redefined() || !own.Redefined() {
		return Rebased{}, false
	}
	part := f.Part()
	base := v.baseElsewhere(f, of)
	if part == nil || base == nil || base.Source == f.Source || base.Redefined() || base.Value <= 0 {
		return Rebased{}, false
	}
	return Rebased{part.Value / base.Value * 100, f.Decimals, base}, true
}

// Redefined reports whether the figure has a note of kind definition.
func (f *Figure) Redefined() bool {
	return slices.ContainsFunc(f.Notes, func(n *Note) bool { return n.Kind == Definition })
}

// Part returns the part that the share is computed from in the figure's own edition, or nil if the edition does not
// have both part and whole.
func (f *Figure) Part() *Figure {
	m := f.Edition.d.Measures[f.Measure]
	if _, ok := f.Edition.Figure(f.Member, f.Year, m.Of); !ok {
		return nil
	}
	for _, q := range m.Quotients {
		if q.Whole != m.Of {
			continue
		}
		if p, ok := f.Edition.Figure(f.Member, f.Year, q.Part); ok {
			return p
		}
	}
	return nil
}

// DifferenceOf returns the difference that the audit found for a figure, or nil.
func (d *Dataset) DifferenceOf(f *Figure) *Difference {
	return lists.Find(d.Differences, func(o *Difference) bool { return o.Figure == f })
}

// A DecisiveFigure is a figure that decides a count although a note qualifies it.
type DecisiveFigure struct {
	Standing
	Note  *Note
	Meets bool    // whether the figure as printed meets the guideline
	Other float64 // the figure without what its note describes
	Known bool    // whether Other is known
}

// DecisiveFigures returns the figures that decide a count although notes qualify them: the count would be different
// with the figure's other value, where that is known, or else without the figure.
func (v *Vintage) DecisiveFigures(t *Tally) []DecisiveFigure {
	var list []DecisiveFigure
	for _, r := range t.Ranked {
		for _, n := range r.Figure.Notes {
			h := DecisiveFigure{Standing: r, Note: n, Meets: t.Guideline.Met(r.Figure)}
			h.Other, h.Known = v.withoutNote(n, r.Figure)
			if n.Qualifies() && v.turns(t, h) {
				list = append(list, h)
			}
		}
	}
	return list
}

// turns reports whether the count would be different without what the note describes.
func (v *Vintage) turns(t *Tally, h DecisiveFigure) bool {
	f := h.Figure
	switch {
	case h.Known:
		return t.Guideline.MetBy(h.Member.Code, Round(h.Other, f.Decimals)) != h.Meets
	case !h.Meets:
		return false
	case h.Note.Kind == Definition || h.Note.Kind == Break:
		return true
	}
	onEdge := t.Guideline.For(h.Member.Code).Edge(f.Value) == f.Value && t.Guideline.Name.Side != Between
	return v.DifferenceOf(f) == nil && onEdge
}

// withoutNote returns the value of a figure without what its note describes, and reports whether it is known.
func (v *Vintage) withoutNote(n *Note, f *Figure) (float64, bool) {
	switch n.Kind {
	case Definition:
		if r, ok := v.Rebase(f); ok {
			return r.Value, true
		}
	case Doubt:
		if d := v.DifferenceOf(f); d != nil && d.Note == n {
			return d.Computed, true
		}
	}
	return 0, false
}
