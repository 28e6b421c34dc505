package kind

import (
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// meeting shows how many members met a guideline in each year, of all there were that year: columns within frames.
var meeting = &chart.Kind{
	Name: "meeting", Keys: []string{"from", "to"},
	Form:  form.Columns{Frames: true},
	Shows: "meeting", Goal: true,
	Begin: (*chart.Query).Counted,
	Marks: func(q *chart.Query, m *chart.Model) {
		for _, y := range q.Answered(m.Edition) {
			t := m.Edition.Tally(q.Guideline, y)
			k := q.MarkOfCount(t)
			k.Tone, k.Label = "up", orMore(q, t)
			m.Append(k)
		}
		m.X, m.Y = chart.Axis{Scale: chart.Years}, chart.Axis{Unit: dataset.Count, Zero: true}
		m.Series = []chart.Series{{Name: q.Message("chart.meeting.met")}}
		m.Events = q.EventsIn(m.From, m.To)
		countStricter(q, m)
	},
	Table: func(q *chart.Query, m *chart.Model) chart.Table {
		met := func(g *dataset.Guideline, cell func(*chart.Mark) string) chart.TableColumn {
			name := q.Message("chart.meeting.column_met", "guideline", g.Name)
			return chart.ColumnOf(chart.Heading{Name: name, Numeric: true}, cell)
		}
		columns := []chart.TableColumn{met(q.Guideline, func(k *chart.Mark) string { return k.Label }),
			chart.ColumnOf(chart.Heading{Name: q.Message("chart.meeting.column_all"), Numeric: true},
				func(k *chart.Mark) string { return strconv.Itoa(k.Of) }),
			chart.ColumnOf(q.HeadOf("chart.meeting.column_none"), func(k *chart.Mark) string {
				s := tallyOf(q, m, k)
				return q.List(dataset.Names(slices.Concat(s.Missing, s.Exempt)))
			}), q.StatusColumn()}
		if len(m.Within) > 0 {
			columns = slices.Insert(columns, 1, met(q.Stricter(), func(k *chart.Mark) string {
				return orMore(q, m.Edition.Tally(q.Stricter(), k.Year))
			}))
		}
		return m.MarkTable(q.HeadOf("chart.column.year"), chart.YearName, columns...)
	},
	Title: func(q *chart.Query, m *chart.Model) string {
		first, last := ends(m)
		if first == last {
			return q.MeetIn(q.Fraction(tallyOf(q, m, first), q.InWords), first.Year)
		}
		who := q.Fraction(tallyOf(q, m, first), q.InWords)
		switch n := int(first.Value.V); {
		case n > 1 && first.Bound:
			who = q.Message("chart.counted", "count", countOf(q, m, first))
		case n > 1:
			who = q.Message("chart.counted", "count", q.InWords(n))
		}
		return q.Message("chart.meeting.title", "who", who, "from", first.Year, "last", countOf(q, m, last),
			"to", last.Year)
	},
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		return q.Message("chart.meeting.subtitle")
	},
	Summary: chart.Sentences{countFrom, countExtremes, membership, uncounted, chart.EstimatedYears, chart.Agreed},
}

// countStricter counts those that meet the strictest guideline too, since the year in which it was agreed.
func countStricter(q *chart.Query, m *chart.Model) {
	g := q.Stricter()
	if g == nil {
		return
	}
	m.Within = map[int]int{}
	var counts []string
	for _, k := range m.Marks {
		if y := k.Year; y >= g.Adopted.Year {
			t := m.Edition.Tally(g, y)
			m.Within[y] = t.Meeting
			counts = append(counts, q.Message("chart.meeting.in_year", "n", orMore(q, t), "year", y))
		}
	}
	if n := len(counts); n > 2 {
		counts = []string{counts[0], counts[n-1]}
	}
	m.Stricter = q.Message("chart.meeting.stricter", "guideline", g.Name, "counts", counts)
}

func tallyOf(q *chart.Query, m *chart.Model, k *chart.Mark) *dataset.Tally {
	return m.Edition.Tally(q.Guideline, k.Year)
}

func ends(m *chart.Model) (first, last *chart.Mark) { return m.Marks[0], m.Marks[len(m.Marks)-1] }

// orMore writes a count in digits, behind "≥" where members are missing.
func orMore(q *chart.Query, t *dataset.Tally) string {
	if t.AtLeast() {
		return q.Message("chart.meeting.or_more", "n", t.Meeting)
	}
	return strconv.Itoa(t.Meeting)
}

// countOf writes the count of a year, "at least" or of how many where members are missing.
func countOf(q *chart.Query, m *chart.Model, k *chart.Mark) string {
	switch n := q.Few(int(k.Value.V)); {
	case !k.Bound:
		return n
	case k.Value.V == 0:
		return q.Ratio(tallyOf(q, m, k))
	default:
		return q.Message("chart.at_least", "count", n)
	}
}

// countFrom says how the count went from the first year to the last.
func countFrom(q *chart.Query, m *chart.Model) {
	first, last := m.Edition.Tally(q.Guideline, m.From), m.Edition.Tally(q.Guideline, m.To)
	if who := q.Fraction(first, q.Few); m.From == m.To {
		q.SayMeet(who, first.Meeting, m.From)
	} else {
		q.SayMeetFrom(who, first.Meeting, q.Ratio(last))
	}
}

// countExtremes names the years of the highest and of the lowest count, unless a count may be higher than is known.
func countExtremes(q *chart.Query, m *chart.Model) {
	high, low := chart.Extremes(m.Marks)
	if high.Value == low.Value || slices.ContainsFunc(m.Marks, func(k *chart.Mark) bool { return k.Bound }) {
		return
	}
	say := func(like *chart.Mark) string {
		years := m.YearsWhere(func(k *chart.Mark) bool { return k.Value == like.Value })
		return q.Message("chart.meeting.years", "years", q.Runs(years), "count", q.Few(int(like.Value.V)))
	}
	q.Say("chart.meeting.extremes", "high", say(high), "low", say(low))
}

// membership says how many members there were at first and at last.
func membership(q *chart.Query, m *chart.Model) {
	if first, last := ends(m); first.Of != last.Of {
		q.Say("chart.meeting.members", "n", first.Of, "first", q.Few(first.Of), "last", q.Few(last.Of))
	}
}

// uncounted names the years without a count, and the members without a figure.
func uncounted(q *chart.Query, m *chart.Model) {
	lacks := map[*dataset.Member][]int{}
	var missing, exempt []*dataset.Member
	for _, k := range m.Marks {
		t := tallyOf(q, m, k)
		for _, who := range t.Missing {
			missing = lists.With(missing, who)
			lacks[who] = append(lacks[who], k.Year)
		}
		exempt = lists.With(exempt, t.Exempt...)
	}
	if none := m.YearsWithout(m.Marks); len(none) > 0 {
		q.Say("chart.meeting.no_count", "years", q.Runs(none))
	}
	if len(missing) > 0 {
		names := lists.Each(missing, func(who *dataset.Member) string {
			return q.Message("chart.meeting.missing_for", "who", who.Name, "years", q.Runs(lacks[who]))
		})
		q.Say("chart.meeting.missing", "names", q.Clauses(names...))
	}
	q.SayAll(q.Excused(exempt)...)
}
