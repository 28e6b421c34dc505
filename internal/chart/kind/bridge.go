package kind

import (
	"cmp"
	"math"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// bridge shows why a member's share, or the count of those that meet a guideline, moved between two years of one
// edition, or two editions of one year: a point for each end, and between them steps that add up to the difference.
var bridge = &chart.Kind{
	Name: "bridge", Keys: []string{"year", "from", "to", "released_from", "released_to", "members"},
	Form: form.Rows{Axis: true, Joined: true, Pitch: 24, Thick: 12}, Still: true, Most: 1,
	Begin: func(q *chart.Query) *chart.Model {
		if len(q.Members) == 0 {
			q.NeedGuideline()
		}
		return q.Between()
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		m.Year = m.To
		m.Series = []chart.Series{{Name: q.Measure.Name, Draw: chart.AsDot, Tone: "ink"},
			{Name: q.Message("chart.bridge.step")}}
		if len(q.Members) == 0 {
			bridgeCount(q, m)
		} else {
			bridgeShare(q, m)
		}
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		return m.RowTable(m.Columns[0].InTable(), m.Columns[1].InTable(),
			chart.ColumnOf(chart.Heading{Name: q.Message("chart.bridge.step"), Numeric: true}, q.ValueText))
	},
	Title:    func(q *chart.Query, m *chart.Model) string { return bridgeSay(q, m, "title") },
	Subtitle: func(q *chart.Query, m *chart.Model) string { return bridgeSay(q, m, "subtitle") },
	Summary:  chart.Sentences{bridgeStory, chart.MissingAtEnds, chart.AllFrom},
}

// bridgeCount counts those that meet the guideline at both ends, with a step for each that crossed, those up first.
func bridgeCount(q *chart.Query, m *chart.Model) {
	m.X = chart.Axis{Unit: dataset.Count}
	count := func(end chart.End) {
		m.Tally = end.Tally(q.Guideline, end.Year)
		m.AppendEnd(end, q.Fraction(m.Tally, q.Few), q.MarkOfCount(m.Tally))
	}
	count(m.Ends[0])
	for _, way := range []float64{1, -1} {
		for _, who := range q.V.MembersIn(max(m.From, m.To)) {
			if by, cells, figures := bridgeCrossing(q, m, who); by.V == way {
				m.Columns[0].Cells[who.Name], m.Columns[1].Cells[who.Name] = cells[0], cells[1]
				m.AppendStep(&chart.Mark{Row: who.Name, Member: who.Code, Figures: figures, Value: by})
			}
		}
	}
	count(m.Ends[1])
}

// bridgeCrossing returns 1 for a member that meets the guideline at the last end alone, -1 for one that does so at the
// first alone, else 0; what is written of it at both, and its figures.
func bridgeCrossing(q *chart.Query, m *chart.Model, who *dataset.Member) (by chart.Number, cells [2]string,
	figures []*dataset.Figure) {
	by.Unit = dataset.Count
	for i, end := range m.Ends {
		f, cell := q.AtEnd(end, who)
		if cells[i] = cell; f == nil {
			continue
		}
		if figures = append(figures, f); q.Guideline.Met(f) {
			by.V += []float64{-1, 1}[i]
		}
	}
	return by, cells, figures
}

// bridgeShare takes the move of a share apart, into steps that add up to it.
func bridgeShare(q *chart.Query, m *chart.Model) {
	who, a, b := q.Members[0], m.Ends[0], m.Ends[1]
	first, had := a.Figure(who.Code, a.Year, q.Measure.ID)
	last, has := b.Figure(who.Code, b.Year, q.Measure.ID)
	if !had || !has {
		q.NoMember(who, "choose other ends", "no %s of %s for both ends, %s and %s", q.Measure.ID, who.Name, a.Name,
			b.Name)
		return
	}
	move := q.V.MoveOf(first, last, dataset.Quotient{Part: q.Terms.Spending, Whole: q.Measure.Of})
	if move == nil {
		q.NoMember(who, "give its measure in data/measures.toml a quotient, such as \"spending / gni\"",
			"what moved %s of %s from %s to %s is not known at the same prices", q.Measure.ID, who.Name, a.Name, b.Name)
		return
	}
	m.X, m.Refs = chart.Axis{Unit: q.Measure.Unit}, q.GuidelineRef(&m.X)
	step := func(row, measure string, v float64, figures ...*dataset.Figure) {
		by := chart.Number{V: v, Decimals: move.Decimals, Unit: dataset.Points}
		name := q.Message("chart.mark.measure", "who", who.Name, "measure", row)
		m.AppendStep(&chart.Mark{Row: row, Member: who.Code, Measure: measure, Name: name, Figures: figures, Value: by})
	}
	m.AppendEnd(a, q.FigureText(first), q.MarkOf(first))
	for i, pair := range [][2]*dataset.Figure{move.Parts, move.Wholes} {
		name := q.BriefName(q.V.Measures[pair[0].Measure])
		step(name, pair[0].Measure, []float64{move.ByPart, move.ByWhole}[i], pair[0], pair[1])
		m.Columns[0].Cells[name], m.Columns[1].Cells[name] = q.FigureText(pair[0]), q.FigureText(pair[1])
	}
	if n := len(move.Joined); n > 0 {
		step(q.Message("chart.bridge.joined", "n", n), "joined", move.ByJoined, move.Parts[1], move.Wholes[1])
	}
	if move.Rest != 0 {
		step(q.Message("chart.bridge.rest"), "rest", move.Rest, first, last)
	}
	m.AppendEnd(b, q.FigureText(last), q.MarkOf(last))
}

// bridgeSay returns a message about a bridge: of a count or a share, between years or editions.
func bridgeSay(q *chart.Query, m *chart.Model, key string) string {
	first, last := ends(m)
	between := map[bool]string{true: "years", false: "editions"}[first.Edition == nil]
	values := []any{"from", first.Row, "to", last.Row, "first", first.Label, "last", last.Label,
		"who", dataset.Names(q.Members)}
	if len(q.Members) == 0 {
		return q.Message("chart.bridge."+key+".count_"+between,
			append(values, "n", map[bool]int{false: 1}[first.Label == last.Label])...)
	}
	size := func(k *chart.Mark) float64 { return math.Abs(k.Value.V) }
	most := slices.Max(lists.Each(m.Of(1), size))
	causes := m.RowsWhere(func(k *chart.Mark) bool { return k.Series == 1 && size(k) == most })
	values = append(values, "n", map[bool]int{true: 1}[len(causes) == 1], "cause", causes[0])
	return q.Message("chart.bridge."+key+".share_"+between, values...)
}

// bridgeStory names those that crossed, or what each step of a share is.
func bridgeStory(q *chart.Query, m *chart.Model) {
	if len(q.Members) > 0 {
		steps := lists.Each(m.Of(1), func(k *chart.Mark) string {
			of := cmp.Or(q.V.Measures[k.Measure], &dataset.Measure{Name: k.Row}) // with its unit and its prices
			return q.Message("chart.bridge.by", "by", q.Text(k.Value), "cause", of.Name)
		})
		q.Say("chart.bridge.steps", "who", q.Members[0].Name, "steps", steps)
		return
	}
	known := func(row string, column int) bool { return m.Columns[column].Cells[row] != q.NoFigure() }
	for _, key := range []string{"up", "down"} {
		q.SayNames("chart.bridge."+key, m.RowsWhere(func(k *chart.Mark) bool {
			return k.Series == 1 && k.Tone == key && known(k.Row, 0) && known(k.Row, 1)
		}))
	}
}
