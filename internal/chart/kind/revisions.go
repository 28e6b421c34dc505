package kind

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
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
			said := q.V.History(q.Source.ID, who.Code, m.Year, q.Measure.ID)
			if len(said) == 0 {
				q.NoMember(who, "leave it out, or choose another year or source", "%s has no %s of %s for %d as known on %s",
					q.Source.Name, q.Measure.ID, who.Name, m.Year, q.V.Day)
				continue
			}
			for _, f := range said {
				k := q.MarkOf(f)
				k.Edition, k.Day, k.Series = q.V.EditionOf(f), f.Released, len(m.Series)
				m.Append(k)
			}
			m.Series = append(m.Series, chart.Series{Name: who.Name, Code: who.Code, Draw: chart.AsStep})
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
		m.Lead = movedMost(q, m)
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		var days []string
		for _, day := range m.Days() {
			days = append(days, q.Day(day))
		}
		return q.SeriesTable(m, q.ReleasedHeading(), days, func(k *chart.Mark) string { return q.Day(k.Day) })
	},
	Title: revisionTitle,
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		s := q.Message("chart.revisions.subtitle", "measure", q.Measured(q.Measure))
		if len(turnsOf(m)) > 0 {
			s = q.Clauses(s, q.Message("chart.revisions.above"))
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
	before := -1
	editions := slices.Clone(q.V.Known(q.Source.ID))
	slices.Reverse(editions)
	for _, e := range editions {
		if !e.Answers(q.Measure.ID, m.Year) {
			continue
		}
		n := e.Tally(q.Guideline, m.Year).Meeting
		if before >= 0 && n != before {
			turn := q.Message("chart.revisions.from_to", "first", before, "last", n)
			list = append(list, chart.Event{Day: e.Release.Date, Short: turn})
		}
		before = n
	}
	return list
}

// turnsOf returns the events of a model that are turns of the count.
func turnsOf(m *chart.Model) []chart.Event {
	return slices.DeleteFunc(slices.Clone(m.Events), func(e chart.Event) bool { return e.Agree != nil })
}

// revisionTurns returns sentences on when the count became another.
func revisionTurns(q *chart.Query, m *chart.Model) []string {
	var turns []string
	for _, e := range turnsOf(m) {
		turns = append(turns, q.Message("chart.revisions.turned", "turn", e.Short, "day", e.Day))
	}
	if len(turns) == 0 {
		return nil
	}
	return []string{q.Message("chart.revisions.turns", "turns", turns)}
}

// revisedBy returns how many editions said something else of a line than the one before.
func revisedBy(marks []*chart.Mark) (changes int) {
	for i := 1; i < len(marks); i++ {
		if marks[i].Value.V != marks[i-1].Value.V {
			changes++
		}
	}
	return changes
}

// revisionTitle returns a sentence on whom revisions took to the other side of the guideline, else who was revised
// most.
func revisionTitle(q *chart.Query, m *chart.Model) string {
	marks := m.Of(m.Lead)
	first, last := marks[0], lastOf(marks)
	by, _ := moveOf(marks)
	changes := revisedBy(marks)
	month := q.Message("chart.revisions.month", "month", q.Month(last.Day.Month), "year", last.Day.Year)
	values := []any{"who", m.Series[m.Lead].Name, "first", q.Text(first.Value), "last", q.Text(last.Value),
		"month", month}
	say := func(key string, more ...any) string {
		return q.Message("chart.revisions.title."+key, append(more, values...)...)
	}
	names := make([]string, len(m.Series))
	for i, s := range m.Series {
		names[i] = s.Name
	}
	lifted, sunk := crossed(q, names, m.Of)
	who := func(names []string) string { return q.FewOfThese(names, len(m.Series)) }
	switch {
	case len(m.Series) == 1 && len(marks) == 1:
		return say("once")
	case len(m.Series) == 1 && changes == 0:
		return say("never")
	case len(m.Series) == 1:
		return say("one")
	case len(lifted) > 0 && len(sunk) > 0:
		return say("both", "lifted", who(lifted), "sunk", who(sunk))
	case len(sunk) > 0:
		return say("sunk", "sunk", who(sunk))
	case len(lifted) > 0:
		return say("lifted", "lifted", who(lifted))
	}
	return say(direction(by, "up", "down", "level"))
}

// revisionStories describes each line from its first edition to its newest, and on which side of the guideline it was.
func revisionStories(q *chart.Query, m *chart.Model) []string {
	var stories []string
	for i, s := range m.Series {
		marks := m.Of(i)
		first, last := marks[0], lastOf(marks)
		v, places := moveOf(marks)
		changes := revisedBy(marks)
		often := q.Message("chart.revisions.revised.often", "n", changes)
		switch changes {
		case 1:
			often = q.Message("chart.revisions.revised.once")
		case 2:
			often = q.Message("chart.revisions.revised.twice")
		}
		values := []any{"who", s.Name, "first", q.Text(first.Value), "then", first.Day, "last", q.Text(last.Value),
			"now", last.Day, "by", q.Away(q.Measure.Unit, v, places), "revised", often}
		key := direction(v, "up", "down", "never")
		switch {
		case first == last:
			key = "once"
		case v == 0 && changes > 0:
			key = "back"
		}
		clauses := append([]string{q.Message("chart.revisions.story."+key, values...)}, revisionSides(q, marks)...)
		stories = append(stories, q.Sentence(clauses...))
	}
	return stories
}

// revisionSides returns sentences on the side of the guideline that a line is on, at first and at last.
func revisionSides(q *chart.Query, marks []*chart.Mark) []string {
	if q.Guideline == nil {
		return nil
	}
	before, crossing := q.Guideline.MetBy(marks[0].Member, marks[0].Value.V),
		q.Crossing(marks[0].Member, marks[0].Value.V, lastOf(marks).Value.V)
	switch side := throughout(q, marks); {
	case len(marks) == 1:
		return []string{q.SideOf(before)}
	case side != "":
		return []string{side}
	case crossing == 0 && before:
		return []string{q.Message("chart.revisions.sides.above_again")}
	}
	return []string{q.Message("chart.revisions.sides." + direction(float64(crossing), "lifted", "sunk", "below_again"))}
}

// revisionEditions counts the editions, and the figures that they called estimates.
func revisionEditions(q *chart.Query, m *chart.Model) []string {
	var s []string
	if days := m.Days(); len(days) > 1 {
		s = append(s, q.Message("chart.revisions.editions", "n", len(days), "first", days[0],
			"last", days[len(days)-1]))
	}
	if n := m.Estimates(); n > 0 {
		s = append(s, q.Message("chart.revisions.estimates", "n", n))
	}
	return s
}
