package kind

import "burdenshare/internal/chart"

// moved returns the rows with a figure for both years, and how many went up,
// down and neither.
func moved(m *chart.Model) (rows [][]*chart.Mark, up, down, same int) {
	for _, name := range m.Y.Names {
		row := m.InRow(name)
		if len(row) < 2 {
			continue
		}
		rows = append(rows, row)
		switch by, _ := moveOf(row); {
		case by > 0:
			up++
		case by < 0:
			down++
		default:
			same++
		}
	}
	return rows, up, down, same
}

// crossedRows names those that reached the guideline between the two years, and
// those that fell below it.
func crossedRows(q *chart.Query, m *chart.Model) (reached, fell []string) {
	rows, _, _, _ := moved(m)
	names := make([]string, len(rows))
	for i, row := range rows {
		names[i] = row[0].Row
	}
	return crossed(q, names, func(i int) []*chart.Mark { return rows[i] })
}

// outside counts the members without a row: those that lack a figure, so that
// what is counted is a lower bound, and the exempt that were members by the
// first year.
func outside(m *chart.Model) (missing, exempt int) {
	for _, a := range m.Absent {
		switch {
		case a.Member.Exempt == "":
			missing++
		case a.Member.Joined.Year <= m.From:
			exempt++
		}
	}
	return missing, exempt
}

// size is how far a row moved.
func size(q *chart.Query, row []*chart.Mark) string {
	by, places := moveOf(row)
	return q.Away(q.Measure.Unit, by, places)
}

// moveSentence adds to what is said of a row in which direction and how far it went.
func moveSentence(q *chart.Query, row []*chart.Mark, said string) string {
	switch by, _ := moveOf(row); {
	case by > 0:
		return q.Message("chart.change.up", "said", said, "by", size(q, row))
	case by < 0:
		return q.Message("chart.change.down", "said", said, "by", size(q, row))
	}
	return said
}

// changeTitle returns a sentence on how many came to the other side of the guideline, else how many rose or fell.
func changeTitle(q *chart.Query, m *chart.Model) string {
	rows, up, down, same := moved(m)
	n := len(rows)
	say := func(key string, more ...any) string {
		return q.Message("chart.change.title."+key, append(more, "from", m.From, "to", m.To)...)
	}
	if n == 0 {
		k := m.Marks[0]
		if !joinedAfter(q, m.From, k) {
			return say("broken", "who", k.Row, "value", q.Text(k.Value), "year", m.To)
		}
		return say("joined", "who", k.Row, "value", q.Text(k.Value), "year", m.To, "joined", q.V.Members[k.Member].Joined.Year)
	}
	top, bottom := rows[0], rows[n-1]
	if n == 1 {
		return moveSentence(q, top, say("one", "who", top[0].Row, "first", q.Text(top[0].Value), "last", q.Text(top[1].Value)))
	}
	reached, fell := crossedRows(q, m)
	switch {
	case len(reached) > 0 && len(fell) > 0:
		return say("crossed", "who", crossers(q, m, n, reached), "guideline", q.Guideline.Name, "fell", q.Few(len(fell)))
	case len(reached) > 0:
		return say("reached", "who", crossers(q, m, n, reached), "guideline", q.Guideline.Name)
	case len(fell) > 0:
		return say("fell", "who", crossers(q, m, n, fell), "guideline", q.Guideline.Name)
	case same == n:
		return say("none")
	case down == 0:
		return say("up", "who", partOf(q, m, up, n), "most", top[0].Row, "by", size(q, top))
	case up == 0:
		return say("down", "who", partOf(q, m, down, n), "most", bottom[0].Row, "by", size(q, bottom))
	}
	return say("both", "who", partOf(q, m, up, n), "down", q.Few(down))
}

// crossers names those who came to the other side of the guideline.
func crossers(q *chart.Query, m *chart.Model, known int, who []string) string {
	missing, exempt := outside(m)
	switch {
	case missing > 0:
		return q.Message("chart.part.at_least", "met", q.InWords(len(who)), "of", q.InWords(known+missing+exempt), "members", q.Terms.Collective)
	case len(who) == 1:
		return q.Message("chart.change.alone", "who", who[0])
	case len(q.Members) > 0:
		return q.OfThese(len(who), known, q.InWords)
	}
	return q.Message("chart.counted", "count", q.InWords(len(who)), "members", q.Terms.Collective)
}

// partOf counts some of all those that were members in both years, the exempt
// among them; where some have no figure, of those with one.
func partOf(q *chart.Query, m *chart.Model, n, known int) string {
	missing, exempt := outside(m)
	all, members := known+exempt, q.Terms.Collective
	switch {
	case len(q.Members) > 0:
		return q.OfThese(n, known, q.InWords)
	case n == known && missing > 0:
		return q.Message("chart.all_known", "count", q.InWords(n), "members", members)
	case n == all:
		return q.AllOf(n, members, q.InWords)
	case missing > 0:
		return q.Message("chart.part_known", "met", q.InWords(n), "of", q.InWords(known), "members", members)
	}
	return q.Message("chart.part.some", "met", q.InWords(n), "of", q.InWords(all), "members", members)
}

// changeCounts counts the directions and names the extremes.
func changeCounts(q *chart.Query, m *chart.Model) []string {
	rows, up, down, same := moved(m)
	n := len(rows)
	switch n {
	case 0:
		return nil
	case 1:
		row := rows[0]
		said := q.Message("chart.change.move", "who", row[0].Row, "first", q.Text(row[0].Value), "from", m.From, "last", q.Text(row[1].Value), "to", m.To)
		return []string{q.Message("chart.change.one", "moved", moveSentence(q, row, said), "edition", q.EditionName(m.Edition))}
	}
	who := q.Message("chart.these", "count", q.Few(n))
	all := who
	if len(q.Members) == 0 {
		all = q.AllOf(n, q.Terms.Collective, q.Few)
		who = q.Message("chart.counted", "count", q.Few(n), "members", q.Terms.Collective)
	}
	key := "some"
	switch {
	case n == up:
		key = "all_up"
	case n == down:
		key = "all_down"
	case same > 0:
		key = "same"
	}
	return []string{q.Message("chart.change.counted."+key, "all", all, "who", who, "n", up, "down", q.Few(down), "same", q.Few(same),
		"from", m.From, "to", m.To, "edition", q.EditionName(m.Edition)), changeExtremes(q, rows[0], rows[n-1])}
}

// changeExtremes returns a sentence on the first and the last row.
func changeExtremes(q *chart.Query, top, bottom []*chart.Mark) string {
	most, _ := moveOf(top)
	least, _ := moveOf(bottom)
	if most == least {
		key := map[bool]string{true: "up", false: "down"}[most > 0]
		if most == 0 {
			key = "level"
		}
		return q.Message("chart.change.alike."+key, "by", size(q, top))
	}
	say := func(row []*chart.Mark, by float64, rose, fell string) string {
		key := rose
		switch {
		case by == 0:
			key = "level"
		case by < 0:
			key = fell
		}
		move := moveSentence(q, row, q.Message("chart.change.from_to", "first", q.Text(row[0].Value), "last", q.Text(row[1].Value)))
		return q.Message("chart.change.moved."+key, "who", row[0].Row, "move", move)
	}
	return q.Sentence(say(top, most, "rose_most", "fell_least"), say(bottom, least, "rose_least", "fell_most"))
}

// changeCrossed names those that came to the other side, or counts them.
func changeCrossed(q *chart.Query, m *chart.Model) []string {
	if rows, _, _, _ := moved(m); len(rows) < 2 {
		return nil
	}
	var s []string
	say := func(key string, who []string) {
		switch n := len(who); {
		case n > chart.MostNamed:
			s = append(s, q.Message(key, "guideline", q.Guideline.Name, "who", q.Number(float64(n), 0)))
		case n > 0:
			s = append(s, q.Message(key, "guideline", q.Guideline.Name, "who", who))
		}
	}
	reached, fell := crossedRows(q, m)
	say("chart.change.reached", reached)
	say("chart.change.fell", fell)
	return s
}

// changeJoined names the members that joined in between, and those whose two
// years are not compared.
func changeJoined(q *chart.Query, m *chart.Model) []string {
	var joined, broken, s []string
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
	if len(joined) > 0 {
		s = append(s, q.Message("chart.change.joined_between", "from", m.From, "to", m.To, "names", joined))
	}
	if len(broken) > 0 {
		s = append(s, q.Message("chart.change.broken_between", "from", m.From, "to", m.To, "names", broken))
	}
	return s
}

// changeAbsent explains the members without a row, those of one reason
// together.
func changeAbsent(q *chart.Query, m *chart.Model) []string {
	return chart.Grouped(len(m.Absent), func(i int) (string, string) { return m.Absent[i].Why, m.Absent[i].Member.Name }, q.Because)
}

// changeEstimates returns sentences on which of the two years rest on estimates.
func changeEstimates(q *chart.Query, m *chart.Model) []string {
	var s []string
	for series, year := range []int{m.From, m.To} {
		n := 0
		for _, k := range m.Of(series) {
			if k.Estimate {
				n++
			}
		}
		switch n {
		case 0:
		case len(m.Y.Names):
			s = append(s, q.Message("chart.change.estimates.all", "year", year))
		default:
			s = append(s, q.Message("chart.change.estimates.some", "n", n, "year", year))
		}
	}
	return s
}
