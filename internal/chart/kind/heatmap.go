package kind

import (
	"cmp"
	"slices"
	"strconv"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
)

// heatmap shows how far every member was from a guideline in every year: a row
// of cells for each, coloured by distance.
var heatmap = &chart.Kind{
	Name: "heatmap", Keys: []string{"from", "to", "members", "highlight", "sort"}, Sorts: []string{"value", "name"},
	Form: form.Grid{},
	Model: func(q *chart.Query) (*chart.Model, bool) {
		if !q.NeedGuideline() {
			return nil, false
		}
		e := q.EditionOver()
		if e == nil {
			return nil, false
		}
		m := q.Model(e)
		answered := q.Answered(e)
		m.From, m.To = answered[0], answered[len(answered)-1]
		heatRows(q, m)
		if !q.NeedAmong(e, m.To, func(who *dataset.Member) bool { return slices.Contains(m.Y.Names, who.Name) }) {
			return nil, false
		}
		m.X = chart.Axis{Scale: chart.Years}
		m.Refs = []chart.Ref{{At: q.Guideline.Mark(), Name: q.Guideline.Name.Name, Unit: q.Measure.Unit}}
		m.Series = []chart.Series{{Name: q.Measure.Name, Draw: chart.AsCell}}
		return m, true
	},
	Table: heatTable,
	Title: heatTitle,
	Subtitle: func(q *chart.Query, m *chart.Model) string {
		return q.Say("chart.heatmap.subtitle", "measure", q.Measured(q.Measure), "years", q.Span(m.From, m.To), "guideline", q.Guideline.Name)
	},
	Summary: []func(*chart.Query, *chart.Model) []string{heatCount, heatEnds, heatAlways, heatOpen, chart.EstimatedYears},
}

// heatRows makes the cells: of the members chosen by the spec, else of all
// members of the last year, highest last figure first.
func heatRows(q *chart.Query, m *chart.Model) {
	var distances []float64
	m.Begins = map[string]int{}
	type row struct {
		name string
		last *dataset.Figure
	}
	var rows []row
	for _, who := range q.V.MembersIn(m.To) {
		switch {
		case len(q.Members) > 0 && !q.Chosen(who):
			continue
		case who.Exempt != "":
			m.Absent = append(m.Absent, chart.Absent{Member: who, Why: who.Exempt})
			continue
		}
		n := len(m.Marks)
		r := row{name: who.Name}
		for y := max(m.From, who.Joined.Year); y <= m.To; y++ {
			f, ok := m.Edition.Figure(who.Code, y, q.Measure.ID)
			if !ok {
				continue
			}
			k := chart.Mark{Member: who.Code, Year: y, Figures: []*dataset.Figure{f}, Value: q.Figure(f), Row: who.Name, Label: q.Number(f.Value, f.Decimals)}
			if q.Measure.Unit.Money() {
				k.Label = q.Money(q.Measure.Unit, f.Value)
			}
			distances = append(distances, q.Distance(f).V)
			if m.Append(k); y == m.To {
				r.last = f
			}
		}
		if n == len(m.Marks) {
			m.Absent = slices.Insert(m.Absent, len(m.Absent)-exempt(m), chart.Absent{Member: who, Why: q.NoFigure()})
			continue
		}
		if who.Joined.Year > m.From {
			m.Begins[who.Name] = who.Joined.Year
		}
		rows = append(rows, r)
	}
	m.Classes = chart.NewClasses(distances, q.Guideline.Name.Side)
	for i := range m.Marks {
		m.Marks[i].Tone = chart.ClassTone(m.Classes.Of(distances[i]))
	}
	if q.Spec.Sort == "name" {
		return // as they come
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		switch {
		case a.last != nil && b.last != nil:
			return cmp.Compare(b.last.Value, a.last.Value)
		case a.last != nil:
			return -1
		case b.last != nil:
			return 1
		}
		return 0
	})
	at := map[string]int{}
	for i, r := range rows {
		m.Y.Names[i], at[r.name] = r.name, i
	}
	slices.SortStableFunc(m.Marks, func(a, b chart.Mark) int { return cmp.Compare(at[a.Row], at[b.Row]) })
}

// exempt counts the members without a mark that are exempt.
func exempt(m *chart.Model) int {
	n := 0
	for _, a := range m.Absent {
		if a.Member.Exempt != "" {
			n++
		}
	}
	return n
}

// heatTable has a row for each member and a column for each year.
func heatTable(q *chart.Query, m *chart.Model) chart.Table {
	columns := []chart.TableColumn{q.NameColumn()}
	for y := m.From; y <= m.To; y++ {
		columns = append(columns, chart.TableColumn{Heading: chart.Heading{Name: strconv.Itoa(y), Numeric: true}, Why: true, Cell: func(row []*chart.Mark) string {
			for _, k := range row {
				if k.Year == y {
					return q.ValueCell(k).Text
				}
			}
			if y < m.Begins[row[0].Row] {
				return q.Say("chart.heatmap.not_a_member")
			}
			return q.NoFigure()
		}})
	}
	return m.RowTable(columns...)
}

// heatOf counts in how many of a row's figures the guideline is met, and
// whether the row has a figure for every year that any has one.
func heatOf(q *chart.Query, m *chart.Model, name string) (met, all int, whole bool) {
	row := m.InRow(name)
	for _, k := range row {
		if q.Guideline.MetBy(k.Member, k.Value.V) {
			met++
		}
	}
	return met, len(row), len(row) == len(heatYears(m))
}

// heatYears returns the years that any row has a figure of.
func heatYears(m *chart.Model) []int {
	var years []int
	for i := range m.Marks {
		years = append(years, m.Marks[i].Year)
	}
	slices.Sort(years)
	return slices.Compact(years)
}

// heatWho names the rows that meet the guideline in every year, and in none.
func heatWho(q *chart.Query, m *chart.Model) (always, never []string) {
	for _, name := range m.Y.Names {
		switch met, all, whole := heatOf(q, m, name); {
		case whole && met == all:
			always = append(always, name)
		case whole && met == 0:
			never = append(never, name)
		}
	}
	return always, never
}

// heatAt says how many of those with a figure met the guideline in a year.
func heatAt(q *chart.Query, m *chart.Model, year int) (said string, met int) {
	of := 0
	for i := range m.Marks {
		if k := &m.Marks[i]; k.Year == year {
			if of++; q.Guideline.MetBy(k.Member, k.Value.V) {
				met++
			}
		}
	}
	return q.Some(met, of), met
}

// heatTitle says who met the guideline in every year, and who in none.
func heatTitle(q *chart.Query, m *chart.Model) string {
	always, never := heatWho(q, m)
	who := func(names []string) string {
		if len(names) <= 3 {
			return q.List(names)
		}
		return q.Say("chart.counted", "count", q.InWords(len(names)), "members", q.Terms.Collective)
	}
	told := []any{"guideline", q.Guideline.Name, "from", m.From, "to", m.To, "years", q.Span(m.From, m.To)}
	tell := func(key string, more ...any) string { return q.Say("chart.heatmap."+key, append(more, told...)...) }
	switch {
	case len(m.Y.Names) == 1:
		met, all, _ := heatOf(q, m, m.Y.Names[0])
		newest := lastOf(m.InRow(m.Y.Names[0]))
		more := []any{"who", newest.Row, "year", newest.Year, "met", q.Few(met), "of", q.Few(all)}
		switch {
		case all == 1 && met == 1:
			return q.MeetIn(newest.Row, q.Guideline, newest.Year)
		case all == 1:
			return tell("one.below", more...)
		case met == all:
			return tell("one.always", more...)
		case met == 0:
			return tell("one.never", more...)
		}
		return tell("one.sometimes", more...)
	case m.From == m.To:
		return q.MeetIn(q.OfThese(len(always), len(m.Y.Names), q.InWords), q.Guideline, m.From)
	case len(always) > 0 && len(never) > 0:
		return tell("title.both", "who", who(always), "others", who(never))
	case len(always) > 0:
		return tell("title.always", "who", who(always))
	case len(never) > 0:
		return tell("title.never", "who", who(never))
	}
	first, _ := heatAt(q, m, m.From)
	last, _ := heatAt(q, m, m.To)
	return tell("title.counts", "first", first, "last", last)
}

// heatCount says how many met the guideline at first and at last.
func heatCount(q *chart.Query, m *chart.Model) []string {
	if len(m.Y.Names) == 1 {
		k := lastOf(m.InRow(m.Y.Names[0]))
		return []string{q.Say("chart.heatmap.one.newest", "who", k.Row, "value", q.Text(k.Value), "year", k.Year, "edition", q.EditionName(m.Edition))}
	}
	who, n := heatAt(q, m, m.From)
	then, _ := heatAt(q, m, m.To)
	if len(q.Members) == 0 {
		t := m.Edition.Tally(q.Guideline, m.From)
		who, n = q.Fraction(t, q.Terms.Collective, q.Few), t.Meeting
		then = q.Ratio(m.Edition.Tally(q.Guideline, m.To))
	}
	if m.From == m.To {
		return []string{q.MeetFor(who, n, m.From, m)}
	}
	return []string{q.MeetFrom(who, n, then, m)}
}

// heatEnds names the highest and the lowest of the last year.
func heatEnds(q *chart.Query, m *chart.Model) []string {
	var last []*chart.Mark
	for i := range m.Marks {
		if m.Marks[i].Year == m.To {
			last = append(last, &m.Marks[i])
		}
	}
	if len(last) == 0 {
		return nil
	}
	high, low := extremesOf(last)
	if high.Value.V == low.Value.V {
		return nil
	}
	return []string{q.Say("chart.sentence", "clauses", q.HighLow(m.To, high.Row, q.Text(high.Value), low.Row, q.Text(low.Value)))}
}

// heatAlways names those that always and never met the guideline.
func heatAlways(q *chart.Query, m *chart.Model) []string {
	if m.From == m.To || len(m.Y.Names) == 1 {
		return nil
	}
	var s []string
	always, never := heatWho(q, m)
	if n := len(always); n > 0 && n <= chart.MostNamed {
		s = append(s, q.Say("chart.heatmap.always", "names", always, "guideline", q.Guideline.Name))
	}
	if n := len(never); n > 0 && n <= chart.MostNamed {
		s = append(s, q.Say("chart.heatmap.never", "names", never, "guideline", q.Guideline.Name))
	}
	return s
}

// heatOpen names what has no figure: members, years, and years of members.
func heatOpen(q *chart.Query, m *chart.Model) []string {
	var s, late []string
	var absent, excused []*dataset.Member
	for _, a := range m.Absent {
		if a.Member.Exempt != "" {
			excused = append(excused, a.Member)
		} else {
			absent = append(absent, a.Member)
		}
	}
	if len(absent) > 0 {
		s = append(s, q.NoFigures(absent))
	}
	held, none := heatYears(m), []int(nil)
	for y := m.From; y <= m.To; y++ {
		if !slices.Contains(held, y) {
			none = append(none, y)
		}
	}
	if len(none) > 0 {
		s = append(s, q.Say("chart.heatmap.no_figures_for", "years", q.Runs(none)))
	}
	gaps, order := map[string][]string{}, []string(nil)
	for _, name := range m.Y.Names {
		if m.Begins[name] > 0 {
			late = append(late, name)
		}
		row := m.InRow(name)
		years := slices.DeleteFunc(slices.Clone(held), func(y int) bool {
			return y < m.Begins[name] || slices.ContainsFunc(row, func(k *chart.Mark) bool { return k.Year == y })
		})
		if text := q.Runs(years); len(years) > 0 {
			if gaps[text] == nil {
				order = append(order, text)
			}
			gaps[text] = append(gaps[text], name)
		}
	}
	for _, text := range order {
		s = append(s, q.Lacking(gaps[text], text))
	}
	if len(late) > 0 {
		s = append(s, q.Say("chart.heatmap.joined", "names", late))
	}
	return append(s, q.Excused(excused)...)
}
