package kind

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// revisions shows the figures of one year by each edition of a source: a line over the days of release, which stays
// where it is until an edition says something else. Its marks name their editions.
var revisions = &chart.Kind{
	Name: "revisions", Keys: []string{"year", "members", "highlight"}, Hollow: true, Named: true,
	Form: form.Lines{Plot: [2]float64{260, 240}},
	Begin: func(q *chart.Query) *chart.Model {
		q.NeedYear()
		return q.Model(nil)
	},
	Marks: func(q *chart.Query, m *chart.Model) {
		m.Year, m.From, m.To = q.Spec.Year, q.Spec.Year, q.Spec.Year
		for _, who := range q.Members { // every edition known on the day, partial ones too
			said, _ := q.V.History(q.Source.ID, who.Code, m.Year, q.Measure.ID)
			if len(said) == 0 {
				q.NoMember(who, "leave it out, or choose another year or source",
					"%s has no %s of %s for %d as known on %s", q.Source.Name, q.Measure.ID, who.Name, m.Year, q.V.Day)
				continue
			}
			for _, f := range said {
				k := q.MarkOf(f)
				k.Edition, k.Day, k.Series = f.Edition, f.Released, len(m.Series)
				m.Append(k)
			}
			m.Series = append(m.Series, chart.Series{Name: who.Name, Draw: chart.AsStep})
		}
		if q.Errs.Failed() {
			return
		}
		m.Edition = q.NewestOf(m)
		m.X, m.Y = chart.Axis{Scale: chart.Days}, chart.Axis{Unit: q.Measure.Unit}
		m.Refs = q.GuidelineRef(&m.Y)
		days := m.Days()
		for i := range m.Series {
			first, last := m.Of(i)[0], lastOf(m.Of(i))
			s := &m.Series[i]
			if s.End = q.Text(last.Value); first != last {
				s.End = q.Message("chart.revisions.from_to", "first", q.Text(first.Value), "last", s.End)
			}
			if last.Day != days[len(days)-1] {
				s.End = q.Message("chart.value_in", "value", s.End, "year", last.Day.Year)
			}
		}
		if m.Events = turns(q, m); len(m.Events) == 0 { // which tell more of revisions than what was agreed meanwhile
			m.Events = q.EventsBetween(days[0], days[len(days)-1])
		}
		m.Lead = movedMost(q, m, endsOf)
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		dayOf := func(k *chart.Mark) string { return q.Day(k.Day) }
		return q.SeriesTable(m, q.HeadOf("chart.column.released"), lists.Each(m.Days(), q.Day), dayOf)
	},
	Title: revisionTitle,
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		s := q.Message("chart.revisions.subtitle", "measure", q.Measured(q.Measure))
		if len(turnsOf(m)) > 0 {
			s = q.Clauses(s, q.Message("chart.revisions.above", "guideline", q.Guideline.Name))
		}
		return s
	},
	Summary: chart.Sentences{revisionStories, revisionTurns, revisionEditions, chart.Agreed},
}

// turns returns the days on which the source's count of those that meet the guideline in the year became another.
func turns(q *chart.Query, m *chart.Model) []chart.Event {
	if q.Guideline == nil {
		return nil
	}
	var list []chart.Event
	var before *dataset.Tally
	for _, e := range slices.Backward(q.V.Known(q.Source.ID)) {
		if !e.Answers(q.Measure.ID, m.Year) {
			continue
		}
		t := e.Tally(q.Guideline, m.Year)
		if before != nil && t.Turned(before) {
			turn := q.Message("chart.revisions.from_to", "first", orMore(q, before), "last", orMore(q, t))
			list = append(list, chart.Event{Day: e.Release.Date, Short: turn})
		}
		before = t
	}
	return list
}

// turnsOf returns the events of a model that are turns of the count.
func turnsOf(m *chart.Model) []chart.Event {
	return lists.Filter(m.Events, func(e chart.Event) bool { return e.Agree == nil })
}

// revisionTurns says when the count became another.
func revisionTurns(q *chart.Query, m *chart.Model) {
	turns := lists.Each(turnsOf(m), func(e chart.Event) string {
		return q.Message("chart.revisions.turned", "turn", e.Short, "day", e.Day)
	})
	if len(turns) > 0 {
		q.Say("chart.revisions.turns", "turns", turns, "guideline", q.Guideline.Name)
	}
}

// revisedBy returns how often a line was revised, and what it was at first and is at last.
func revisedBy(marks chart.Marks) (ends chart.Marks, times int) {
	first, last, times := dataset.Revisions(marks, func(k *chart.Mark) (float64, int) {
		return k.Value.V, k.Value.Decimals
	})
	return chart.Marks{first, last}, times
}

func endsOf(marks chart.Marks) chart.Marks {
	ends, _ := revisedBy(marks)
	return ends
}

// roundedAlike returns the coarsest figure of a line, and reports whether others have another value.
func roundedAlike(marks chart.Marks) (coarsest chart.Marks, some bool) {
	k := slices.MinFunc(marks, func(a, b *chart.Mark) int { return cmp.Compare(a.Value.Decimals, b.Value.Decimals) })
	return chart.Marks{k}, len(alike(marks, k)) < len(marks)
}

// revisionTitle returns a sentence on whom revisions took to the other side of the guideline, else who was revised
// most.
func revisionTitle(q *chart.Query, m *chart.Model) string {
	marks, alone := m.Of(m.Lead), len(m.Series) == 1
	ends, times := revisedBy(marks)
	coarsest, rounded := roundedAlike(marks)
	lifted, sunk := crossed(q, m.Lines())
	key := cases{
		{alone && len(marks) == 1, "once"},
		{alone && times == 0 && rounded, "rounded"},
		{alone && times == 0, "never"},
		{alone, "one"},
		{len(m.Days()) == 1, "sole"},
		{len(lifted) > 0 && len(sunk) > 0, "both"},
		{len(sunk) > 0, "sunk"},
		{len(lifted) > 0, "lifted"},
		{true, besideOthers(lists.Each(compared(m), endsOf), ends, "up", "down")},
	}.key()
	newest := lastOf(marks).Day
	month := q.Message("chart.revisions.month", "month", q.Month(newest.Month), "year", newest.Year)
	if key == "rounded" {
		ends = coarsest
	}
	return about(q, ends).Message("chart.revisions.title."+key, "month", month, "year", m.Year,
		"lifted", q.FewOfThese(lifted, len(m.Series)), "sunk", q.FewOfThese(sunk, len(m.Series)))
}

// revisionStories describes each line from its first edition to its newest, and on which side of the guideline it was.
func revisionStories(q *chart.Query, m *chart.Model) {
	for _, marks := range m.Lines() {
		ends, changes := revisedBy(marks)
		by := moveOf(ends).V
		if dataset.Agree(ends[0].Value.V, ends[0].Value.Decimals, ends[1].Value.V, ends[1].Value.Decimals) {
			by = 0
		}
		coarsest, rounded := roundedAlike(marks)
		often := []string{"often", "once", "twice", "often"}[min(changes, 3)]
		key := cases{
			{len(marks) == 1, "once"},
			{by == 0 && changes > 0, "back"},
			{by == 0 && rounded, "rounded"},
			{true, chart.Direction(by, "up", "down", "never")},
		}.key()
		switch key {
		case "rounded":
			ends = coarsest
		case "never":
			ends = marks
		}
		q.SayAll(q.Sentence(about(q, ends).Message("chart.revisions.story."+key, "year", m.Year,
			"revised", q.Message("chart.revisions.revised."+often, "n", changes)), revisionSides(q, marks)))
	}
}

// revisionSides returns a clause on the side of the guideline that a line is on, at first and at last.
func revisionSides(q *chart.Query, marks chart.Marks) string {
	if q.Guideline == nil {
		return ""
	}
	first, goal := marks[0], q.Guideline.GoalOf(marks[0].Member)
	met := q.Guideline.MetBy(first.Member, first.Value.V)
	crossing := q.Crossing(first.Member, first.Value.V, lastOf(marks).Value.V)
	switch side := throughout(q, marks); {
	case len(marks) == 1:
		return q.SideOf(first.Member, met)
	case side != "":
		return side
	case crossing == 0 && met:
		return q.Message("chart.revisions.sides.above_again", "guideline", goal)
	}
	return q.Message("chart.revisions.sides."+chart.Direction(float64(crossing), "lifted", "sunk", "below_again"),
		"guideline", goal)
}

// revisionEditions counts the editions, and the figures that they called estimates.
func revisionEditions(q *chart.Query, m *chart.Model) {
	if days := m.Days(); len(days) > 1 {
		q.Say("chart.revisions.editions", "n", len(days), "first", days[0], "last", days[len(days)-1])
	}
	switch n := m.Estimates(); n {
	case 0:
	case len(m.Marks):
		q.Say("chart.revisions.estimates_all", "n", n)
	default:
		q.Say("chart.revisions.estimates", "n", n)
	}
}
