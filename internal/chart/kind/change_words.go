package kind

import "burdenshare/internal/chart"

// moves are the rows with a figure for both years, how many went up, down and neither, and who came to the other side
// of the guideline.
type moves struct {
	rows           [][]*chart.Mark
	up, down, same int
	reached, fell  []string
	missing        int // members that lack a figure, so that what is counted is a lower bound
	exempt         int // those without a figure of their own that were members by the first year
}

func movesOf(q *chart.Query, m *chart.Model) *moves {
	v := &moves{}
	var names []string
	for _, name := range m.Y.Names {
		row := m.InRow(name)
		if len(row) < 2 {
			continue
		}
		v.rows, names = append(v.rows, row), append(names, name)
		by, _ := moveOf(row)
		*direction(by, &v.up, &v.down, &v.same)++
	}
	v.reached, v.fell = crossed(q, names, func(i int) []*chart.Mark { return v.rows[i] })
	for _, a := range m.Absent {
		switch {
		case a.Member.Exempt == "":
			v.missing++
		case a.Member.Joined.Year <= m.From:
			v.exempt++
		}
	}
	return v
}

// size is how far a row moved.
func size(q *chart.Query, row []*chart.Mark) string {
	by, places := moveOf(row)
	return q.Away(q.Measure.Unit, by, places)
}

// moveSentence adds to what is said of a row in which direction and how far it went.
func moveSentence(q *chart.Query, row []*chart.Mark, said string) string {
	by, _ := moveOf(row)
	if by == 0 {
		return said
	}
	return q.Message("chart.change."+direction(by, "up", "down", ""), "said", said, "by", size(q, row))
}

// changeTitle returns a sentence on how many came to the other side of the guideline, else how many rose or fell.
func changeTitle(q *chart.Query, m *chart.Model) string {
	v := movesOf(q, m)
	n := len(v.rows)
	say := func(key string, more ...any) string {
		return q.Message("chart.change.title."+key, more...)
	}
	if n == 0 {
		k := m.Marks[0]
		if !joinedAfter(q, m.From, k) {
			return say("broken", "who", k.Row, "value", q.Text(k.Value), "year", m.To)
		}
		return say("joined", "who", k.Row, "value", q.Text(k.Value), "year", m.To,
			"joined", q.V.Members[k.Member].Joined.Year)
	}
	top, bottom := v.rows[0], v.rows[n-1]
	if n == 1 {
		return moveSentence(q, top, say("one", "who", top[0].Row, "first", q.Text(top[0].Value),
			"last", q.Text(top[1].Value)))
	}
	switch {
	case len(v.reached) > 0 && len(v.fell) > 0:
		return say("crossed", "who", v.crossers(q, v.reached), "fell", q.Few(len(v.fell)))
	case len(v.reached) > 0:
		return say("reached", "who", v.crossers(q, v.reached))
	case len(v.fell) > 0:
		return say("fell", "who", v.crossers(q, v.fell))
	case v.same == n:
		return say("none")
	case v.down == 0:
		return say("up", "who", v.partOf(q, v.up), "most", top[0].Row, "by", size(q, top))
	case v.up == 0:
		return say("down", "who", v.partOf(q, v.down), "most", bottom[0].Row, "by", size(q, bottom))
	}
	return say("both", "who", v.partOf(q, v.up), "down", q.Few(v.down))
}

// crossers names those who came to the other side of the guideline.
func (v *moves) crossers(q *chart.Query, who []string) string {
	known := len(v.rows)
	switch {
	case v.missing > 0:
		return q.Message("chart.part.at_least", "met", q.InWords(len(who)), "of", q.InWords(known+v.missing+v.exempt))
	case len(who) == 1:
		return q.Message("chart.change.alone", "who", who[0])
	case len(q.Members) > 0:
		return q.OfThese(len(who), known, q.InWords)
	}
	return q.Message("chart.counted", "count", q.InWords(len(who)))
}

// partOf counts some of all those that were members in both years, the exempt
// among them; where some have no figure, of those with one.
func (v *moves) partOf(q *chart.Query, n int) string {
	known := len(v.rows)
	all := known + v.exempt
	switch {
	case len(q.Members) > 0:
		return q.OfThese(n, known, q.InWords)
	case n == known && v.missing > 0:
		return q.Message("chart.all_known", "count", q.InWords(n))
	case n == all:
		return q.AllOf(n, q.InWords)
	case v.missing > 0:
		return q.Message("chart.part_known", "met", q.InWords(n), "of", q.InWords(known))
	}
	return q.Message("chart.part.some", "met", q.InWords(n), "of", q.InWords(all))
}

// changeCounts counts the directions and names the extremes.
func changeCounts(q *chart.Query, m *chart.Model) []string {
	v := movesOf(q, m)
	n := len(v.rows)
	switch n {
	case 0:
		return nil
	case 1:
		row := v.rows[0]
		said := q.Message("chart.change.move", "who", row[0].Row, "first", q.Text(row[0].Value),
			"last", q.Text(row[1].Value))
		return []string{q.Message("chart.change.one", "moved", moveSentence(q, row, said))}
	}
	who := q.Message("chart.these", "count", q.Few(n))
	all := who
	if len(q.Members) == 0 {
		all = q.AllOf(n, q.Few)
		who = q.Message("chart.counted", "count", q.Few(n))
	}
	key := "some"
	switch {
	case n == v.up:
		key = "all_up"
	case n == v.down:
		key = "all_down"
	case v.same > 0:
		key = "same"
	}
	return []string{q.Message("chart.change.counted."+key, "all", all, "who", who, "n", v.up, "down", q.Few(v.down),
		"same", q.Few(v.same)), changeExtremes(q, v.rows[0], v.rows[n-1])}
}

// changeExtremes returns a sentence on the first and the last row.
func changeExtremes(q *chart.Query, top, bottom []*chart.Mark) string {
	most, _ := moveOf(top)
	least, _ := moveOf(bottom)
	if most == least {
		return q.Message("chart.change.alike."+direction(most, "up", "down", "level"), "by", size(q, top))
	}
	say := func(row []*chart.Mark, by float64, rose, fell string) string {
		move := moveSentence(q, row, q.Message("chart.change.from_to", "first", q.Text(row[0].Value),
			"last", q.Text(row[1].Value)))
		return q.Message("chart.change.moved."+direction(by, rose, fell, "level"), "who", row[0].Row, "move", move)
	}
	return q.Sentence(say(top, most, "rose_most", "fell_least"), say(bottom, least, "rose_least", "fell_most"))
}

// changeCrossed names those that came to the other side, or counts them.
func changeCrossed(q *chart.Query, m *chart.Model) []string {
	v := movesOf(q, m)
	if len(v.rows) < 2 {
		return nil
	}
	var s []string
	say := func(key string, who []string) {
		switch n := len(who); {
		case n > chart.MostNamed:
			s = append(s, q.Message(key, "who", q.Number(float64(n), 0)))
		case n > 0:
			s = append(s, q.Message(key, "who", who))
		}
	}
	say("chart.change.reached", v.reached)
	say("chart.change.fell", v.fell)
	return s
}

// changeJoined names the members that joined in between, and those whose two years are not compared.
func changeJoined(q *chart.Query, m *chart.Model) []string {
	var joined, broken []string
	for _, name := range m.Y.Names {
		row := m.InRow(name)
		switch {
		case len(row) != 1:
		case joinedAfter(q, m.From, row[0]):
			joined = append(joined, q.Message("chart.with_value", "who", name, "value", q.V.Members[row[0].Member].Joined.Year))
		default:
			broken = append(broken, name)
		}
	}
	return append(q.Naming("chart.change.joined_between", joined), q.Naming("chart.change.broken_between", broken)...)
}

// changeAbsent explains the members without a row, those of one reason together.
func changeAbsent(q *chart.Query, m *chart.Model) []string {
	return chart.Grouped(len(m.Absent), func(i int) (string, string) { return m.Absent[i].Why, m.Absent[i].Member.Name },
		q.Because)
}

// changeEstimates returns sentences on which of the two years rest on estimates.
func changeEstimates(q *chart.Query, m *chart.Model) []string {
	var s []string
	for series, year := range []int{m.From, m.To} {
		switch n := count(m.Of(series), chart.IsEstimate); n {
		case 0:
		case len(m.Y.Names):
			s = append(s, q.Message("chart.change.estimates.all", "year", year))
		default:
			s = append(s, q.Message("chart.change.estimates.some", "n", n, "year", year))
		}
	}
	return s
}
