package pages

import (
	"slices"

	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// reach is how many members are shown on either side of one in a ranking.
const reach = 2

// neighbours returns the member in the ranking of its newest year, with those just above and just below it; nil for
// one that is not ranked.
func (s *maker) neighbours(v *Member) []standingRow {
	ranked := v.Edition.Tally(s.Guideline, v.Year)
	at := slices.IndexFunc(ranked.Ranked, func(r dataset.Standing) bool { return r.Member.Code == v.Code })
	if at < 0 || len(ranked.Ranked) < 2 {
		return nil
	}
	from := max(0, min(at-reach, len(ranked.Ranked)-2*reach-1))
	to := min(len(ranked.Ranked), from+2*reach+1)
	return s.rows(ranked, ranked.Ranked[from:to])
}

// An otherMark is a member's distance from the report's second guideline.
type otherMark struct {
	Guideline *dataset.Guideline
	Measure   *dataset.Measure
	report.Standing
	Both   int // years of membership in which the edition has it at or above both guidelines
	Years  int // in which it has both figures
	Begins int // the first of them
}

// otherMark returns the distance from the second guideline in the newest year for which the edition has a figure, or
// nil without either.
func (s *maker) otherMark(v *Member) *otherMark {
	g := s.Data.Guidelines[s.Config.Second]
	if g == nil || v.Edition == nil || v.Exempt != "" {
		return nil
	}
	f := newestOf(v.Edition, v.Code, g.Measure)
	if f == nil {
		return nil
	}
	o := &otherMark{Guideline: g, Measure: s.Data.Measures[g.Measure], Standing: s.StandingTo(g, f)}
	for _, y := range v.Edition.Span(g.Measure) {
		second, ok := v.Edition.Figure(v.Code, y, g.Measure)
		first, too := v.Edition.Figure(v.Code, y, s.Config.Measure)
		if !ok || !too || y < v.Joined.Year {
			continue
		}
		if o.Years++; o.Years == 1 {
			o.Begins = y
		}
		if g.Met(second) && s.Guideline.Met(first) {
			o.Both++
		}
	}
	return o
}

// sameYear returns the figure of the report's own source for the year of another source's, so that the two are
// comparable; an empty cell if it has none.
func (s *maker) sameYear(f *dataset.Figure) cell {
	own, ok := s.Today.Figure(s.Config.Source, f.Member, f.Year, s.Config.Measure)
	if !ok {
		return cell{}
	}
	c := s.cellOf(own)
	c.Text = s.AmountOf(own)
	return c
}
