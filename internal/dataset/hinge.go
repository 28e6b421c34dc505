package dataset

// A Hinge is a figure that a count hangs on although a note speaks against it.
type Hinge struct {
	Standing
	Note  *Note
	Meets bool    // the guideline, as printed
	Other float64 // what the figure would be but for its note
	Known bool    // Other is
}

// Hinges returns the figures that a count hangs on although their notes speak
// against them: with another number that is known of the figure, or without
// it, the count would be another.
func (v *Vintage) Hinges(t *Tally) []Hinge {
	var list []Hinge
	for i, r := range t.Ranked {
		for _, n := range r.Figure.notes {
			h := Hinge{Standing: r, Note: n, Meets: i < t.Meeting}
			h.Other, h.Known = v.otherwise(n, r.Figure)
			if n.Qualifies() && v.turns(t, h) {
				list = append(list, h)
			}
		}
	}
	return list
}

// turns reports whether the count would be another but for the note.
func (v *Vintage) turns(t *Tally, h Hinge) bool {
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

// otherwise returns what a figure would be but for its note, where that is
// known.
func (v *Vintage) otherwise(n *Note, f *Figure) (float64, bool) {
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
