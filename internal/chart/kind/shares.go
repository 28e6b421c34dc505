package kind

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
)

// shares shows what part of the whole each member makes up, beside its part of
// what the measure is a share of: who carries more than its weight.
var shares = &chart.Kind{
	Name: "shares", Keys: []string{"year", "members", "highlight"}, Without: "guideline",
	Form:  form.Rows{Key: true, Pitch: 34, Thick: 26},
	Shows: "share_of_total",
	Begin: func(q *chart.Query) *chart.Model {
		part, base := q.NeedTerm("spending", q.Terms.Spending, "the measure that shares are made of"), q.NeedBase()
		switch {
		case part == nil || base == nil:
			return nil
		case part == base:
			q.Errorf("measure",
				"a shares chart needs two measures; spending in config.toml is %s, and so is what %s is a share of",
				part.ID, q.Measure.ID).
				Hint("choose a measure that is a share of something else")
			return nil
		}
		q.Guideline = nil // whatever the report compares the measure with
		return q.With(part, base)
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		part, base, list := q.V.Measures[q.Terms.Spending], baseOf(q), sharesOf(q, m)
		q.NeedAmong(m.Edition, m.Year, chart.Among(m.Tally.Standings))
		drawn := list
		if len(list) > mostShares {
			drawn = append(slices.Clone(list[:mostShares-1]), rest(q, list[mostShares-1:]))
		}
		for _, s := range drawn {
			tone := upDown(s.part - s.base)
			m.Append(s.mark(q, m.Year, part, s.part, 0, tone))
			m.Append(s.mark(q, m.Year, base, s.base, 1, "soft"))
		}
		m.X = chart.Axis{Unit: dataset.Percent, Zero: true, Hidden: true}
		m.Series = []chart.Series{{Name: shareName(q, part), Tone: "up"}, {Name: shareName(q, base), Tone: "soft"}}
		if slices.ContainsFunc(m.Marks, func(k *chart.Mark) bool { return k.Tone == "down" }) {
			m.Key = slices.Insert(slices.Clone(m.Series), 1, chart.Series{Name: q.Message("chart.shares.below"), Tone: "down"})
		}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		part, base := q.V.Measures[q.Terms.Spending], baseOf(q)
		t := chart.Table{Columns: []chart.Heading{q.MemberHeading(), q.Heading(shareName(q, part), dataset.Percent),
			q.Heading(shareName(q, base), dataset.Percent),
			q.Heading(part.Name, part.Unit), q.Heading(base.Name, base.Unit), q.StatusHeading()}}
		for _, s := range sharesOf(q, m) {
			f, g := s.figures[0], s.figures[1]
			t.Rows = append(t.Rows, []chart.Cell{{Text: s.name, Header: true}, {Text: q.Number(s.part, shareDecimals)},
				{Text: q.Number(s.base, shareDecimals)},
				{Text: q.Number(f.Value, f.Decimals)}, {Text: q.Number(g.Value, g.Decimals)}, {Text: q.Status(s.estimate())}})
		}
		for _, who := range append(slices.Clone(m.Tally.Missing), m.Tally.Exempt...) {
			why := cmp.Or(who.Exempt, q.NoFigure())
			t.Rows = append(t.Rows, []chart.Cell{{Text: who.Name, Header: true}, {}, {}, {}, {}, {Text: why}})
		}
		return t
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		return q.Message("chart.shares.title", shareValues(q, m, sharesOf(q, m)[0])...)
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		of := wholeName(q, m)
		if of == "" {
			of = q.Message("chart.shares.sum_of_members")
		}
		return q.Message("chart.shares.subtitle", "part", q.BriefName(q.V.Measures[q.Terms.Spending]), "whole", of)
	},
	Summary: chart.Sentences{shareTop, shareLarger, shareRest,
		func(q *chart.Query, m *chart.Model) []string {
			var names []string
			list := sharesOf(q, m)
			for _, s := range list {
				if s.estimate() {
					names = append(names, s.name)
				}
			}
			return append(q.WithoutFigure(m.Tally.Standings, nil), q.EstimateSentence(names, len(list))...)
		}},
}

// mostShares is how many rows are drawn: the smallest are added up in the last.
const mostShares = 14

// shareDecimals are the digits behind the point of a share, as the derived measure share_of_total has them.
const shareDecimals = 1

// A share is one member's part of the whole and of the base, or that of several together, in per cent.
type share struct {
	name, code string
	figures    []*dataset.Figure
	part, base float64
}

func (s share) estimate() bool {
	return slices.ContainsFunc(s.figures, func(f *dataset.Figure) bool { return f.Status == dataset.Estimate })
}

// mark is a bar of a share.
func (s share) mark(q *chart.Query, year int, of *dataset.Measure, v float64, series int, tone string) chart.Mark {
	figures := s.figures
	if s.code != "" {
		figures = s.figures[series : series+1]
	}
	name := q.Message("chart.mark.measure", "who", q.Message("chart.mark.who", "who", s.name, "year", year),
		"measure", shareName(q, of))
	return chart.Mark{Name: name, Member: s.code, Measure: of.ID, Year: year, Figures: figures,
		Value: chart.Number{V: v, Decimals: shareDecimals, Unit: dataset.Percent},
		Row:   s.name, Series: series, Tone: tone, Label: q.Amount(dataset.Percent, v, shareDecimals)}
}

// wholeName names the aggregate that is the whole; it is empty where that is the sum of the members, because the
// edition does not hold it for both measures.
func wholeName(q *chart.Query, m *chart.Model) string {
	_, part := m.Edition.Figure(q.Terms.Total, m.Year, q.Terms.Spending)
	_, base := m.Edition.Figure(q.Terms.Total, m.Year, baseOf(q).ID)
	if part && base {
		return q.V.Members[q.Terms.Total].Name
	}
	return ""
}

// sharesOf divides the figures of the members by the whole, the largest first.
// Members chosen by the spec are of the same whole.
func sharesOf(q *chart.Query, m *chart.Model) []share {
	s, bases := chart.Both(m.Edition.Standings(q.Terms.Spending, m.Year), baseOf(q).ID)
	var list []share
	wholePart, wholeBase := 0.0, 0.0
	for i, st := range s.Ranked {
		part, base := st.Figure, bases[i]
		list = append(list, share{name: st.Member.Name, code: st.Member.Code, figures: []*dataset.Figure{part, base},
			part: part.Value, base: base.Value})
		wholePart, wholeBase = wholePart+part.Value, wholeBase+base.Value
	}
	if wholeName(q, m) != "" {
		part, _ := m.Edition.Figure(q.Terms.Total, m.Year, q.Terms.Spending)
		base, _ := m.Edition.Figure(q.Terms.Total, m.Year, baseOf(q).ID)
		wholePart, wholeBase = part.Value, base.Value
	}
	for i := range list {
		list[i].part, list[i].base = percentOf(list[i].part, wholePart), percentOf(list[i].base, wholeBase)
	}
	if len(q.Members) > 0 {
		list = slices.DeleteFunc(list, func(x share) bool { return !q.Chosen(q.V.Members[x.code]) })
		s.Missing, s.Exempt = nil, nil
	}
	slices.SortStableFunc(list, func(a, b share) int { return cmp.Compare(b.part, a.part) })
	m.Tally = &dataset.Tally{Standings: s}
	return list
}

func percentOf(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole * 100
}

// rest adds up some shares.
func rest(q *chart.Query, list []share) share {
	sum := share{name: q.Message("chart.shares.others", "n", len(list))}
	for _, s := range list {
		sum.part, sum.base = sum.part+s.part, sum.base+s.base
		sum.figures = append(sum.figures, s.figures...)
	}
	return sum
}

// shareName names the share of a measure.
func shareName(q *chart.Query, m *dataset.Measure) string {
	return q.Message("chart.shares.share_of", "measure", q.BriefName(m))
}

// shareValues returns the values of a sentence on a share.
func shareValues(q *chart.Query, m *chart.Model, s share) []any {
	write := func(v float64) string { return q.Amount(dataset.Percent, v, shareDecimals) }
	return []any{"who", s.name, "share", write(s.part), "part", q.BriefName(q.V.Measures[q.Terms.Spending]),
		"weight", write(s.base)}
}

// shareTop returns sentences on the largest share, and what the same member has of the base.
func shareTop(q *chart.Query, m *chart.Model) []string {
	return []string{q.Message("chart.shares.top", shareValues(q, m, sharesOf(q, m)[0])...)}
}

// shareLarger returns sentences on who has a larger share than of the base, who is furthest below, and how few make up
// half of the whole.
func shareLarger(q *chart.Query, m *chart.Model) []string {
	list := sharesOf(q, m)
	if len(list) < 2 {
		return nil
	}
	var s, larger []string
	least, half, sum := list[0], 0, 0.0
	for i, x := range list {
		if dataset.Round(x.part, shareDecimals) > dataset.Round(x.base, shareDecimals) {
			larger = append(larger, x.name)
		}
		if x.part-x.base < least.part-least.base {
			least = x
		}
		if sum < 50 {
			sum, half = sum+x.part, i+1
		}
	}
	values := append([]any{"names", larger, "n", len(larger), "all", len(list)}, shareValues(q, m, least)...)
	switch n := len(larger); {
	case n == 0:
		s = append(s, q.Message("chart.shares.larger.nobody", values...))
	case n <= chart.MostNamed:
		s = append(s, q.Message("chart.shares.larger.named", values...))
	default:
		s = append(s, q.Message("chart.shares.larger.counted", values...))
	}
	if dataset.Round(least.base-least.part, shareDecimals) > 0 {
		s = append(s, q.Message("chart.shares.least", values...))
	}
	if half > 1 && sum >= 50 {
		s = append(s, q.Message("chart.shares.half", "n", half, "part", q.BriefName(q.V.Measures[q.Terms.Spending])))
	}
	return s
}

// shareRest returns sentences on what is drawn together, and what the whole is.
func shareRest(q *chart.Query, m *chart.Model) []string {
	var s []string
	if list := sharesOf(q, m); len(list) > mostShares {
		others := list[mostShares-1:]
		values := append([]any{"n", len(others)}, shareValues(q, m, rest(q, others))...)
		s = append(s, q.Message("chart.shares.together", values...))
	}
	if wholeName(q, m) == "" {
		s = append(s, q.Message("chart.shares.whole"))
	}
	return s
}
