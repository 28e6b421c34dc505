package dataset

// This file contains the derived measures that apply to all members together.

func meeting(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
	return v.tally(q, g, func(t *Tally) int { return t.Meeting })
}

func below(v *Vintage, _ Terms, q Query, g *Guideline) (*Answer, error) {
	return v.tally(q, g, func(t *Tally) int { return len(t.Short()) })
}

func (v *Vintage) tally(q Query, g *Guideline, count func(*Tally) int) (*Answer, error) {
	e, err := v.edition(q, g.Measure)
	if err != nil {
		return nil, err
	}
	t := e.Tally(g, q.Year)
	return &Answer{Value: float64(count(t)), Unit: Count, Measure: v.Measures[g.Measure], Guideline: g, Edition: e,
		Figures: t.Figures(), Tally: t, Missing: t.Missing, AtLeast: t.AtLeast()}, nil
}

// over computes a number from the figures of all members.
func (v *Vintage) over(t Terms, q Query, g *Guideline, make func(*Answer, *Standings) error) (*Answer, error) {
	m, e, s, err := v.standings(t, q, g)
	if err != nil {
		return nil, err
	}
	a := &Answer{Unit: m.Unit, Measure: m, Edition: e, Figures: s.Figures(), Missing: s.Missing}
	return a, make(a, s)
}

func median(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
	return v.over(t, q, g, func(a *Answer, s *Standings) error {
		a.Value, a.Decimals = s.median()
		return nil
	})
}

// median returns the median. The mean of two figures needs one decimal more than they have.
func (s *Standings) median() (value float64, decimals int) {
	n := len(s.Ranked) // an edition that answers has figures
	low, high := s.Ranked[n/2].Figure, s.Ranked[(n-1)/2].Figure
	decimals = max(low.Decimals, high.Decimals)
	if n%2 == 1 {
		return low.Value, decimals
	}
	return Round((low.Value+high.Value)/2, decimals+1), decimals + 1
}

func mean(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
	return v.over(t, q, g, func(a *Answer, s *Standings) error {
		for _, r := range s.Ranked {
			a.Value += r.Figure.Value / float64(len(s.Ranked))
		}
		a.Decimals = a.Measure.Decimals
		return nil
	})
}

// weightedMean is the sum of share times base over the sum of bases, with the bases of the same edition.
func weightedMean(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
	return v.over(t, q, g, func(a *Answer, s *Standings) error {
		of := a.Measure.Of
		if of == "" {
			return badForm("a weighted mean uses the base of the measure, its key of in "+measuresFile,
				"%s is not a share of a measure", a.Measure.ID)
		}
		part, whole := 0.0, 0.0
		for _, r := range s.Ranked {
			base, ok := a.Edition.Figure(r.Member.Code, q.Year, of)
			if !ok {
				return noAnswer("", "no %s of %s for %d in the edition of %s", of, r.Member.Name, q.Year, a.Edition)
			}
			part += r.Figure.Value * base.Value
			whole += base.Value
		}
		if whole == 0 {
			return noAnswer("", "the sum of the weights is 0")
		}
		a.Value, a.Decimals = part/whole, a.Measure.Decimals
		return nil
	})
}

func sum(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
	return v.over(t, q, g, func(a *Answer, s *Standings) error {
		if !a.Measure.Unit.Adds() {
			return badForm("ask for mean or weighted_mean", "shares and rates cannot be summed")
		}
		for _, r := range s.Ranked {
			a.Value += r.Figure.Value
		}
		a.Decimals, a.AtLeast = a.Measure.Decimals, len(s.Missing) > 0
		return nil
	})
}

func extreme(highest bool) func(*Vintage, Terms, Query, *Guideline) (*Answer, error) {
	return func(v *Vintage, t Terms, q Query, g *Guideline) (*Answer, error) {
		return v.over(t, q, g, func(a *Answer, s *Standings) error {
			end := s.Ranked[0].Figure
			if !highest {
				end = s.Ranked[len(s.Ranked)-1].Figure
			}
			a.Value, a.Decimals, a.Figures = end.Value, end.Decimals, nil
			for _, r := range s.Ranked {
				if r.Figure.Value == end.Value {
					a.Holders = append(a.Holders, r.Member)
					a.Figures = append(a.Figures, r.Figure)
				}
			}
			return nil
		})
	}
}
