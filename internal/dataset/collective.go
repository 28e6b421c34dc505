package dataset

// This file contains the derived measures that apply to all members together.

// tally returns the number of members that are in one of the two lists of a count.
func tally(members func(*Tally) []Standing) derivation {
	return func(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
		e, err := v.edition(q, g.Measure)
		if err != nil {
			return nil, err
		}
		t := e.Tally(g, q.Year)
		return &Answer{Value: float64(len(members(t))), Unit: Count, Measure: v.Measures[g.Measure], Guideline: g,
			Edition: e, Figures: t.Figures(), Tally: t, Missing: t.Missing, AtLeast: t.AtLeast()}, nil
	}
}

// over returns what is computed from the figures of all members.
func over(compute func(*Answer, *Standings) error) derivation {
	return func(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
		m, e, s, err := v.standings(t, q, g)
		if err != nil {
			return nil, err
		}
		a := &Answer{Unit: m.Unit, Measure: m, Edition: e, Figures: s.Figures(), Missing: s.Missing}
		return a, compute(a, s)
	}
}

func median(a *Answer, s *Standings) error {
	n := len(s.Ranked) // an edition that answers has figures
	low, high := s.Ranked[n/2].Figure, s.Ranked[(n-1)/2].Figure
	a.Decimals = max(low.Decimals, high.Decimals)
	a.Value = Round((low.Value+high.Value)/2, a.Decimals+1)
	if Round(a.Value, a.Decimals) != a.Value { // the mean of two figures may need one decimal more than they have
		a.Decimals++
	}
	return nil
}

func mean(a *Answer, s *Standings) error {
	for _, r := range s.Ranked {
		a.Value += r.Figure.Value / float64(len(s.Ranked))
	}
	a.Decimals = a.Measure.Decimals
	return nil
}

// weightedMean returns the sum of share times base over the sum of bases, with the bases of the same edition.
func weightedMean(a *Answer, s *Standings) error {
	of := a.Measure.Of
	if of == "" {
		return badForm("a weighted mean uses the base of the measure, its key of in "+measuresFile,
			"%s is not a share of a measure", a.Measure.ID)
	}
	part, whole := 0.0, 0.0
	for _, r := range s.Ranked {
		base, ok := a.Edition.Figure(r.Member.Code, s.Year, of)
		if !ok {
			return noAnswer("", "no %s of %s for %d in the edition of %s", of, r.Member.Name, s.Year, a.Edition)
		}
		part += r.Figure.Value * base.Value
		whole += base.Value
	}
	if whole == 0 {
		return noAnswer("", "the sum of the weights is 0")
	}
	a.Value, a.Decimals = part/whole, a.Measure.Decimals
	return nil
}

func sum(a *Answer, s *Standings) error {
	if !a.Measure.Unit.Adds() {
		return badForm("ask for mean or weighted_mean", "shares and rates cannot be summed")
	}
	if len(s.Missing) > 0 && a.Measure.Min < 0 { // which may lower the sum
		return noAnswer("a sum of figures that may be negative needs all of them",
			"no %s of %s for %d in the edition of %s", a.Measure.ID, s.Missing[0].Name, s.Year, a.Edition)
	}
	for _, r := range s.Ranked {
		a.Value += r.Figure.Value
	}
	a.Decimals, a.AtLeast = a.Measure.Decimals, len(s.Missing) > 0
	return nil
}

func highest(a *Answer, s *Standings) error { return a.hold(s, s.Ranked[0].Figure) }

func lowest(a *Answer, s *Standings) error { return a.hold(s, s.Ranked[len(s.Ranked)-1].Figure) }

// hold makes a figure the answer, with the members that have it.
func (a *Answer) hold(s *Standings, f *Figure) error {
	a.Value, a.Decimals, a.Figures = f.Value, f.Decimals, nil
	for _, r := range s.Ranked {
		if r.Figure.Value == f.Value {
			a.Holders = append(a.Holders, r.Member)
			a.Figures = append(a.Figures, r.Figure)
		}
	}
	return nil
}
