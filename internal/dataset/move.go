package dataset

import "slices"

// A Move explains the difference between two figures of a share: what its part contributed, what its whole did, what
// members that joined an aggregate did, and the rest. At the published precision these add up exactly.
type Move struct {
	Quotient
	Parts, Wholes             [2]*Figure // at first and at last
	Joined                    []*Member  // members that joined the aggregate in between
	By                        float64
	ByPart, ByWhole, ByJoined float64
	Rest                      float64 // the rest, from rounding and differences in prices
	Decimals                  int
}

// MoveOf explains the difference between two shares of the same member, with the first quotient of the share for
// which both editions have part and whole at the same prices. The given quotient is tried last.
//
// It returns nil if there is no such quotient, or if the definition of the share changed.
//
// Each step is the mean of its effect when it is taken first and when it is taken last, so that the result does not
// depend on the order.
func (d *Dataset) MoveOf(first, last *Figure, given Quotient) *Move {
	if BreakBetween(first, last) != nil {
		return nil
	}
	for _, q := range append(slices.Clone(d.Measures[last.Measure].Quotients), given) {
		m := &Move{Quotient: q, Decimals: max(first.Decimals, last.Decimals)}
		if m.find(first, last) && m.share(d, first, last) {
			return m
		}
	}
	return nil
}

// find looks up the part and the whole at both ends and reports whether they exist.
func (m *Move) find(first, last *Figure) bool {
	for i, f := range []*Figure{first, last} {
		var ok bool
		if m.Parts[i], m.Wholes[i], ok = f.Edition.quotient(f.Member, f.Year, m.Quotient); !ok {
			return false
		}
	}
	return m.Parts[0].SameBase(m.Parts[1]) && m.Wholes[0].SameBase(m.Wholes[1]) &&
		BreakBetween(m.Parts[0], m.Parts[1]) == nil && BreakBetween(m.Wholes[0], m.Wholes[1]) == nil
}

// share computes the steps. It reports false if the amounts of members that joined an aggregate are not known.
func (m *Move) share(d *Dataset, first, last *Figure) bool {
	part, whole := m.Parts[1].Value, m.Wholes[1].Value
	if who := d.Members[first.Member]; who.Aggregate {
		members, known := d.partsOf(who, last.Year)
		if !known && first.Year != last.Year {
			return false
		}
		for _, p := range members {
			if p.Joined.Year <= first.Year || p.Exempt != "" {
				continue
			}
			f, ok := last.Edition.Figure(p.Code, last.Year, m.Part)
			g, too := last.Edition.Figure(p.Code, last.Year, m.Whole)
			if !ok || !too {
				return false
			}
			m.Joined, part, whole = append(m.Joined, p), part-f.Value, whole-g.Value
		}
	}
	if whole <= 0 {
		return false
	}
	before, under := m.Parts[0].Value, m.Wholes[0].Value
	round := func(v float64) float64 { return Round(v, m.Decimals) }
	m.By = round(last.Value - first.Value)
	m.ByPart = round(50 * (part - before) * (1/under + 1/whole))
	m.ByWhole = round(50 * (before + part) * (1/whole - 1/under))
	m.ByJoined = round(100 * (m.Parts[1].Value/m.Wholes[1].Value - part/whole))
	m.Rest = round(m.By - m.ByPart - m.ByWhole - m.ByJoined)
	return true
}
