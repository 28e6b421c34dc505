package dataset

// A Rebased share is what a share would be if it were set against what
// another source says it is a share of.
type Rebased struct {
	Value    float64
	Decimals int
	Base     *Figure // of the other source
}

// Rebase sets a share whose base is defined otherwise than its measure says,
// by a note on figure and base alike, against the newest base that another
// source has for the year; false where no part or base is known.
func (v *Vintage) Rebase(f *Figure) (Rebased, bool) {
	of := v.Measures[f.Measure].Of
	own, ok := f.edition.Figure(f.Member, f.Year, of)
	if !ok || !f.noted(Definition) || !own.noted(Definition) {
		return Rebased{}, false
	}
	part := f.Part()
	base := v.baseElsewhere(f, of)
	if part == nil || base == nil || base.Source == f.Source || base.noted(Definition) || base.Value <= 0 {
		return Rebased{}, false
	}
	return Rebased{part.Value / base.Value * 100, f.Decimals, base}, true
}

// noted reports whether a figure has a note of a kind.
func (f *Figure) noted(kind NoteKind) bool {
	for _, n := range f.notes {
		if n.Kind == kind {
			return true
		}
	}
	return false
}

// Part returns, of the figure's own edition, what its share is a part of the
// whole; nil where the edition does not hold both.
func (f *Figure) Part() *Figure {
	m := f.edition.d.Measures[f.Measure]
	if _, ok := f.edition.Figure(f.Member, f.Year, m.Of); !ok {
		return nil
	}
	for _, q := range m.Quotients {
		if q.Whole != m.Of {
			continue
		}
		if p, ok := f.edition.Figure(f.Member, f.Year, q.Part); ok {
			return p
		}
	}
	return nil
}

// DifferenceOf returns what the audit found of a figure; nil for one that
// agrees with its edition.
func (d *Dataset) DifferenceOf(f *Figure) *Difference {
	for i := range d.differences {
		if d.differences[i].Figure == f {
			return &d.differences[i]
		}
	}
	return nil
}
