package kind

import (
	"cmp"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/lists"
)

// moves are the rows with a figure for both years, how many went up, down and neither, and who came to the other side
// of the guideline.
type moves struct {
	rows           []chart.Marks
	up, down, same int
	reached, fell  []string
	missing        int // members that cannot be compared, so that what is counted is a lower bound
	exempt         int // those without a figure of their own that were members by the first year
}

func movesOf(q *chart.Query, m *chart.Model) *moves {
	v := &moves{}
	for _, row := range m.Rows() {
		switch {
		case len(row) == 2:
			v.rows = append(v.rows, row)
			*chart.Direction(moveOf(row).V, &v.up, &v.down, &v.same)++
		case !joinedAfter(q, m.From, row[0]):
			v.missing++
		}
	}
	v.reached, v.fell = crossed(q, v.rows)
	for _, a := range m.Absent {
		switch {
		case a.Member.Joined.Year > m.From: // no member in both years
		case a.Member.Exempt == "":
			v.missing++
		default:
			v.exempt++
		}
	}
	return v
}

// moveSentence adds to what is said of a row in which direction and how far it went.
func moveSentence(q *chart.Query, row chart.Marks, key string) string {
	said := about(q, row).Message(key)
	by := moveOf(row).V
	if by == 0 {
		return said
	}
	return about(q, row).Message("chart.change."+chart.Direction(by, "up", "down", ""), "said", said)
}

// changeTitle returns a sentence on how many came to the other side of the guideline, else how many rose or fell.
func changeTitle(q *chart.Query, m *chart.Model) string {
	v := movesOf(q, m)
	n := len(v.rows)
	switch {
	case n == 1:
		return moveSentence(q, v.rows[0], "chart.trend.title.one")
	case n == 0 && joinedAfter(q, m.From, m.Marks[0]):
		joined := q.V.Members[m.Marks[0].Member].Joined.Year
		return about(q, m.Marks[:1]).Message("chart.change.title.joined", "joined", joined)
	case n == 0:
		return about(q, m.Marks[:1]).Message("chart.change.title.broken")
	}
	who, most := v.partOf(q, cmp.Or(v.up, v.down)), v.rows[0]
	if v.up == 0 {
		most = v.rows[n-1]
	}
	if over := slices.Concat(v.reached, v.fell); len(over) > 0 {
		who = v.crossers(q, over[:cmp.Or(len(v.reached), len(v.fell))])
	}
	key := cases{
		{len(v.reached) > 0 && len(v.fell) > 0, "crossed"},
		{len(v.reached) > 0, "reached"},
		{len(v.fell) > 0, "fell"},
		{v.same == n, "none"},
		{v.down == 0, "up"},
		{v.up == 0, "down"},
		{true, "both"},
	}.key()
	fell := q.Few(len(v.fell))
	if v.missing > 0 {
		fell = q.Message("chart.at_least", "count", fell)
	}
	return about(q, most).Message("chart.change.title."+key, "who", who, "fell", fell,
		"down", q.Few(v.down), "most", q.FewOfThese(v.like(most), n))
}

// like names the rows that moved as one of them did.
func (v *moves) like(row chart.Marks) []string {
	by := moveOf(row).V
	same := lists.Filter(v.rows, func(r chart.Marks) bool { return moveOf(r).V == by })
	return lists.Each(same, func(r chart.Marks) string { return r[0].Row })
}

// crossers names those who came to the other side of the guideline.
func (v *moves) crossers(q *chart.Query, who []string) string {
	n := len(who)
	switch {
	case len(q.Members) > 0: // of others nothing is said
		return q.FewOfThese(who, len(v.rows)+v.missing)
	case v.missing > 0:
		all := len(v.rows) + v.missing + v.exempt
		return q.Message("chart.part.at_least", "n", n, "met", q.InWords(n), "of", q.Few(all))
	case n == 1:
		return q.Message("chart.change.alone", "who", who[0])
	}
	return v.partOf(q, n)
}

// partOf counts some of all those that were members in both years, the exempt
// among them; where some have no figure, of those with one.
func (v *moves) partOf(q *chart.Query, n int) string {
	known := len(v.rows)
	all := known + v.exempt
	switch {
	case len(q.Members) > 0:
		return q.OfThese(n, known, q.InWords)
	case v.missing > 0:
		return q.Message("chart.part_known", "met", q.InWords(n), "of", q.Few(known))
	case n == all:
		return q.AllOf(n, q.InWords)
	}
	return q.Message("chart.part.some", "n", n, "met", q.InWords(n), "of", q.Few(all))
}

// changeCounts counts the directions and names the extremes.
func changeCounts(q *chart.Query, m *chart.Model) {
	v := movesOf(q, m)
	n := len(v.rows)
	switch n {
	case 0:
		return
	case 1:
		q.Say("chart.change.one", "moved", moveSentence(q, v.rows[0], "chart.change.move"))
		return
	}
	who := q.Message("chart.these", "count", q.Few(n))
	all := who
	if len(q.Members) == 0 {
		all = q.AllOf(n, q.Few)
		who = q.Message("chart.counted", "count", q.Few(n))
	}
	key := cases{{n == v.up, "all_up"}, {n == v.down, "all_down"}, {v.same > 0, "same"}, {true, "some"}}.key()
	q.Say("chart.change.counted."+key, "all", all, "who", who, "n", v.up, "down", q.Few(v.down),
		"same", q.Message("chart.change.unmoved.count", "n", v.same))
	q.SayAll(changeExtremes(q, v))
}

// changeExtremes returns a sentence on the first and the last row, and on those that moved as they did.
func changeExtremes(q *chart.Query, v *moves) string {
	n := len(v.rows)
	top, bottom := v.rows[0], v.rows[n-1]
	most, least := moveOf(top).V, moveOf(bottom).V
	if most == least {
		return about(q, top).Message("chart.change.alike." + chart.Direction(most, "up", "down", "level"))
	}
	say := func(row chart.Marks, by float64, rose, fell string) string {
		who, move := v.like(row), ""
		switch {
		case by == 0: // as has been counted
			return ""
		case len(who) == 1:
			move = moveSentence(q, row, "chart.change.from_to")
		default:
			move = about(q, row).Message("chart.change.by." + chart.Direction(by, "up", "down", ""))
		}
		return q.Message("chart.change.moved."+chart.Direction(by, rose, fell, ""), "who", q.FewOfThese(who, n),
			"move", move)
	}
	return q.Sentence(say(top, most, "rose_most", "fell_least"), say(bottom, least, "rose_least", "fell_most"))
}

// changeCrossed names those that came to the other side, or counts them.
func changeCrossed(q *chart.Query, m *chart.Model) {
	v := movesOf(q, m)
	say := func(key string, who []string) {
		switch n := len(who); {
		case n > chart.MostNamed:
			q.Say("chart.change."+key, "who", q.Number(float64(n), 0))
		case n > 0:
			q.Say("chart.change."+key, "who", who)
		}
	}
	if len(v.rows) > 1 {
		say("reached", v.reached)
		say("fell", v.fell)
	}
}

// changeJoined names the members that joined in between, and those whose two years are not compared.
func changeJoined(q *chart.Query, m *chart.Model) {
	var joined, broken []string
	for name, row := range m.Rows() {
		switch {
		case len(row) != 1:
		case joinedAfter(q, m.From, row[0]):
			year := q.V.Members[row[0].Member].Joined.Year
			joined = append(joined, q.Message("chart.with_value", "who", name, "value", year))
		default:
			broken = append(broken, name)
		}
	}
	q.SayNames("chart.change.joined_between", joined)
	q.SayNames("chart.change.broken_between", broken)
}

// changeAbsent explains the members without a row, those of one reason together.
func changeAbsent(q *chart.Query, m *chart.Model) {
	why, name := func(a chart.Absent) string { return a.Why }, func(a chart.Absent) string { return a.Member.Name }
	q.SayAll(chart.Grouped(m.Absent, why, name, q.Because)...)
}

// changeEstimates says which of the two years rest on estimates.
func changeEstimates(q *chart.Query, m *chart.Model) {
	for series, year := range []int{m.From, m.To} {
		switch n := len(lists.Filter(m.Of(series), chart.IsEstimate)); n {
		case 0:
		case len(m.Of(series)):
			q.Say("chart.change.estimates.all", "year", year)
		default:
			q.Say("chart.change.estimates.some", "n", n, "year", year)
		}
	}
}
