package kind

import (
	"cmp"
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
)

// bridge shows why a member's share, or the count of those that meet a guideline, moved between two years of one
// edition, or two editions of one year: a point for each end, and between them steps that add up to the difference.
var bridge = &chart.Kind{
	Name: "bridge", Keys: []string{"year", "from", "to", "released_from", "released_to", "members"},
	Form: form.Rows{Axis: true, Joined: true, Pitch: 24, Thick: 12}, Still: true,
	Model: func(q *chart.Query) *chart.Model {
		for i := 1; i < len(q.Members); i++ {
			q.NoMember(q.Members[i], "name one, or none for the count", "a bridge chart is about one member")
		}
		a, b, ok := q.Ends()
		if len(q.Members) == 0 && !q.NeedGuideline() || !ok || q.Errs.Failed() {
			return nil
		}
		m := q.Model(b.Edition)
		m.Year, m.From, m.To = b.Year, a.Year, b.Year
		m.Series = []chart.Series{{Name: q.Measure.Name, Draw: chart.AsDot, Tone: "ink"}, {Name: q.Message("chart.bridge.step")}}
		for _, end := range []chart.End{a, b} {
			m.Columns = append(m.Columns, chart.Column{Head: end.Brief, Cells: map[string]string{}, Wide: true})
		}
		if len(q.Members) == 0 {
			return bridgeCount(q, m, a, b)
		}
		return bridgeShare(q, m, a, b)
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		by := q.ValueColumn(q.Message("chart.bridge.step"))
		return m.RowTable(q.NameColumn(), m.Columns[0].InTable(), m.Columns[1].InTable(), by)
	},
	Title:    func(q *chart.Query, m *chart.Model) string { return bridgeSay(q, m, "title") },
	Subtitle: func(q *chart.Query, m *chart.Model) string { return bridgeSay(q, m, "subtitle") },
	Summary:  chart.Sentences{bridgeStory, chart.AllFrom},
}

// bridgeCount counts those that meet the guideline at both ends, with a step for each that crossed, those up first.
func bridgeCount(q *chart.Query, m *chart.Model, a, b chart.End) *chart.Model {
	m.X = chart.Axis{Unit: dataset.Count, Zero: true}
	count := func(end chart.End) {
		m.Tally = end.Tally(q.Guideline, end.Year)
		m.AppendEnd(end, chart.Mark{Member: q.Terms.Collective, Figures: m.Tally.Figures(), Of: m.Tally.Of(), Bound: m.Tally.AtLeast(),
			Value: chart.Number{V: float64(m.Tally.Meeting), Unit: dataset.Count},
			Label: q.Fraction(m.Tally, q.Terms.Collective, q.Few)})
	}
	count(a)
	for _, way := range []float64{1, -1} {
		for _, who := range q.V.MembersIn(max(a.Year, b.Year)) {
			met, cells, figures := [2]bool{}, [2]string{}, []*dataset.Figure(nil)
			for i, end := range []chart.End{a, b} {
				f, cell := q.AtEnd(end, who)
				if cells[i] = cell; f != nil {
					met[i], figures = q.Guideline.Met(f), append(figures, f)
				}
			}
			if met[0] != met[1] && met[1] == (way > 0) {
				m.Columns[0].Cells[who.Name], m.Columns[1].Cells[who.Name] = cells[0], cells[1]
				crossing := chart.Number{V: way, Unit: dataset.Count}
				m.AppendStep(chart.Mark{Row: who.Name, Member: who.Code, Figures: figures, Value: crossing})
			}
		}
	}
	count(b)
	return m
}

// bridgeShare takes the move of a share apart, into steps that add up to it.
func bridgeShare(q *chart.Query, m *chart.Model, a, b chart.End) *chart.Model {
	who := q.Members[0]
	first, had := a.Figure(who.Code, a.Year, q.Measure.ID)
	last, has := b.Figure(who.Code, b.Year, q.Measure.ID)
	if !had || !has {
		return q.NoMember(who, "leave it out, or choose other ends", "no %s of %s for both ends, %s and %s",
			q.Measure.ID, who.Name, a.Name, b.Name)
	}
	move := q.V.MoveOf(first, last, dataset.Quotient{Part: q.Terms.Spending, Whole: q.Measure.Of})
	if move == nil {
		return q.NoMember(who, "its measure has its key quotient in data/measures.toml", "what moved %s of %s from %s to %s is not known at the same prices", q.Measure.ID, who.Name, a.Name, b.Name)
	}
	m.X, m.Refs = chart.Axis{Unit: q.Measure.Unit}, q.GuidelineRef(&m.X)
	end := func(at chart.End, f *dataset.Figure) {
		m.AppendEnd(at, chart.Mark{Member: who.Code, Figures: []*dataset.Figure{f}, Value: q.Figure(f), Label: q.FigureText(f)})
	}
	step := func(row, measure string, v float64, figures ...*dataset.Figure) {
		m.AppendStep(chart.Mark{Row: row, Member: who.Code, Measure: measure, Name: q.Message("chart.mark.measure", "who", who.Name, "measure", row), Figures: figures,
			Value: chart.Number{V: v, Decimals: move.Decimals, Unit: dataset.Points}})
	}
	end(a, first)
	for i, pair := range [][2]*dataset.Figure{move.Parts, move.Wholes} {
		of := q.V.Measures[pair[0].Measure]
		step(q.BriefName(of), of.ID, []float64{move.ByPart, move.ByWhole}[i], pair[0], pair[1])
		for c := range m.Columns {
			m.Columns[c].Cells[q.BriefName(of)] = q.FigureText(pair[c])
		}
	}
	if len(move.Joined) > 0 {
		step(q.Message("chart.bridge.joined", "n", len(move.Joined)), "joined", move.ByJoined, move.Parts[1], move.Wholes[1])
	}
	if move.Rest != 0 {
		step(q.Message("chart.bridge.rest"), "rest", move.Rest, first, last)
	}
	end(b, last)
	return m
}

// bridgeSay returns a message about a bridge: of a count or a share, between years or editions.
func bridgeSay(q *chart.Query, m *chart.Model, key string) string {
	first, last := ends(m)
	between := map[bool]string{true: "years", false: "editions"}[first.Edition == nil]
	values := []any{"measure", q.Measure.Name, "from", first.Row, "to", last.Row, "year", m.Year, "first", first.Label, "last", last.Label}
	if len(q.Members) == 0 {
		return q.Message("chart.bridge."+key+".count_"+between, append(values, "guideline", q.Guideline.Name)...)
	}
	most := slices.MaxFunc(m.Of(1), func(a, b *chart.Mark) int { return cmp.Compare(math.Abs(a.Value.V), math.Abs(b.Value.V)) })
	return q.Message("chart.bridge."+key+".share_"+between, append(values, "who", q.Members[0].Name, "cause", most.Row)...)
}

// bridgeStory names those that crossed, or what each step of a share is.
func bridgeStory(q *chart.Query, m *chart.Model) []string {
	var s []string
	if len(q.Members) > 0 {
		for _, k := range m.Of(1) {
			s = append(s, q.Message("chart.bridge.by", "by", q.Text(k.Value), "cause", k.Row))
		}
		return []string{q.Message("chart.bridge.steps", "who", q.Members[0].Name, "steps", s)}
	}
	for _, key := range []string{"up", "down", "unknown"} {
		if names := m.RowsWhere(func(k *chart.Mark) bool { return k.Series == 1 && stepOf(q, m, k) == key }); len(names) > 0 {
			s = append(s, q.Message("chart.bridge."+key, "guideline", q.Guideline.Name, "names", names))
		}
	}
	return s
}

// stepOf names what the step of a member is: "unknown" where it has a figure at one end only.
func stepOf(q *chart.Query, m *chart.Model, k *chart.Mark) string {
	if none := q.NoFigure(); m.Columns[0].Cells[k.Row] == none || m.Columns[1].Cells[k.Row] == none {
		return "unknown"
	}
	return map[bool]string{true: "up", false: "down"}[k.Value.V > 0]
}
