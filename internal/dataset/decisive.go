package dataset

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
	for i, r := range t.Ranked {
		for _, n := range r.Figure.notes {
			h := DecisiveFigure{Standing: r, Note: n, Meets: i < t.Meeting}
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
	return v.DifferenceOf(f) == nil && t.Guideline.For(h.Member.Code).Edge(f.Value) == f.Value && t.Guideline.Name.Side != Between
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
